using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;

/// <summary>Kind of a mail.</summary>
public enum MailKind
{
    /// <summary>An answer to a subscribe call: please confirm, or you are subscribed already.</summary>
    Subscription,

    /// <summary>An answer to a cancel call by address alone: here is the link.</summary>
    UnsubscribeLink,

    /// <summary>The S&amp;P 500 earnings of seven days.</summary>
    Earnings,
}

/// <summary>Whom a mail goes to, as the subscription stands when it is sent.</summary>
/// <param name="Address">Null once cancelled.</param>
/// <param name="IsVerified">Whether the address has confirmed it.</param>
public sealed record Recipient(Guid Subscription, string? Address, string Scope, bool IsVerified, Language Language);

/// <summary>A mail to be sent.</summary>
/// <param name="Week">Sunday of the week that an earnings mail counts for; null for others.</param>
/// <param name="FirstDay">First day of an earnings mail; null for others.</param>
/// <param name="Attempts">How often it was refused for a time.</param>
public sealed record MailOrder(
    Guid Id,
    MailKind Kind,
    LocalDate? Week,
    LocalDate? FirstDay,
    int Attempts,
    Instant CreatedAt,
    Instant ExpiresAt,
    Recipient Recipient
)
{
    /// <summary>
    /// The permanent name of this mail, the same for every sender and attempt: file name and Message-ID are made of it. For earnings it is
    /// subscription and week.
    /// </summary>
    public string Key =>
        Kind == MailKind.Earnings
            ? FormattableString.Invariant($"earnings-{Week:uuuu-MM-dd}-{Recipient.Subscription:N}")
            : FormattableString.Invariant($"{(Kind == MailKind.Subscription ? "subscription" : "unsubscribe-link")}-{Id:N}");
}
