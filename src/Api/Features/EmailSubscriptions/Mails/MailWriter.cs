using InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;
using InvestmentAssistant.Api.Platform.Http;
using MimeKit;
using MimeKit.Text;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Mails;

/// <summary>
/// Writes a mail just before it is sent: its text follows the state of the subscription at that time, and its links exist only in the mail.
/// </summary>
public sealed class MailWriter(
    SubscriptionStore subscriptions,
    UpcomingReports reports,
    MailLinks links,
    EmailSettings settings,
    HttpSettings http
)
{
    /// <summary>Null when the subscription was cancelled, or when no company reports.</summary>
    public async Task<MimeMessage?> WriteAsync(MailOrder order, CancellationToken ct)
    {
        var recipient = order.Recipient;
        if (recipient.Address is not { } address)
            return null;
        if (await LetterAsync(order, ct) is not { } written)
            return null;

        var cancel = written.CancelUrl
            ?? links.Unsubscribe(await subscriptions.IssueAsync(recipient.Subscription, forVerification: false, ct));
        return Compose(order, address, written.Letter, cancel);
    }

    /// <summary>
    /// The mail around a letter: two parts, a Message-ID that is the same each time, and the headers by which mail programs unsubscribe.
    /// </summary>
    internal MimeMessage Compose(MailOrder order, string address, Letter letter, string cancelUrl)
    {
        var language = order.Recipient.Language;
        var isSimulated = http.DataSource == "simulated";
        var frame = new LetterFrame(
            Words.FooterWhy.In(language, address, order.Recipient.Scope),
            cancelUrl,
            links.Site,
            isSimulated ? Words.Simulated.In(language) : null
        );
        var message = new MimeMessage
        {
            Subject = isSimulated ? $"{Words.SimulatedMark.In(language)} {letter.Subject}" : letter.Subject,
            MessageId = $"{order.Key}@{settings.Sender.Domain}",
            Date = order.CreatedAt.ToDateTimeOffset(),
            Body = new MultipartAlternative(
                new TextPart(TextFormat.Plain) { Text = LetterLayout.Text(letter, frame, language) },
                new TextPart(TextFormat.Html) { Text = LetterLayout.Html(letter, frame, language) }
            ),
        };
        message.From.Add(settings.Sender);
        message.To.Add(new MailboxAddress(null, address));
        message.Body.Headers.Add(HeaderId.ContentLanguage, language.Code());
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // no vacation notice in return (RFC 3834)
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{cancelUrl}>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        return message;
    }

    /// <summary>The letter, and the unsubscribe link when the letter has one of its own.</summary>
    private async Task<(Letter Letter, string? CancelUrl)?> LetterAsync(MailOrder order, CancellationToken ct)
    {
        var (recipient, language) = (order.Recipient, order.Recipient.Language);
        switch (order.Kind)
        {
            case MailKind.Subscription when recipient.IsVerified:
                return (Letters.AlreadySubscribed(language), null);
            case MailKind.Subscription:
                return (
                    Letters.Verification(
                        language,
                        links.Verify(await subscriptions.IssueAsync(recipient.Subscription, forVerification: true, ct))
                    ),
                    null
                );
            case MailKind.UnsubscribeLink:
                var url = links.Unsubscribe(await subscriptions.IssueAsync(recipient.Subscription, forVerification: false, ct));
                return (Letters.CancelLink(language, url), url);
            default:
                if (!recipient.IsVerified || order.FirstDay is not { } first)
                    return null;
                var last = first.PlusDays(MailWeek.Days - 1);
                return await reports.ReadAsync(first, last, ct) is { Count: > 0 } coming
                    ? (Letters.Earnings(language, first, last, coming), null)
                    : null;
        }
    }
}
