namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Mails;

/// <summary>The links in mails. They lead to pages that ask; only their button changes something.</summary>
public sealed class MailLinks(EmailSettings settings)
{
    /// <summary>Where the slices of this feature are.</summary>
    public const string Base = "/api/v1/email-subscription";

    public string Verify(string token) => $"{settings.ApiUrl}{Base}/verify?token={token}";

    /// <summary>Also takes the one-click POST of RFC 8058.</summary>
    public string Unsubscribe(string token) => $"{settings.ApiUrl}{Base}/unsubscribe?token={token}";

    public string Site => settings.SiteUrl;
}
