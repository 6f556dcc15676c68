using InvestmentAssistant.Api.Features.EmailSubscriptions.Mails;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Pages;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;
using InvestmentAssistant.Api.Platform.Http;
using MimeKit;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Preview;

/// <summary>
/// GET /dev/mails/{letter}: how a mail of each kind looks, with links that lead nowhere; <c>?lang=en</c>, <c>?part=text</c>. Only where
/// MAIL_PREVIEW is on (development, ./run).
/// </summary>
internal static class PreviewMails
{
    private const string Address = "reader@example.com";
    private const string Token = "a-link-of-a-real-mail-has-its-token-here";

    private static readonly string[] s_letters = ["verification", "already-subscribed", "unsubscribe-link", "earnings"];

    /// <summary>A list of the samples.</summary>
    public static Markup Links => Markup.Of($"<ul>{Markup.Join(s_letters.Select(Link))}</ul>");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/dev/mails/{letter}", ShowAsync).ExcludeFromDescription().CachesAs(DataKind.Never);

    private static Markup Link(string letter) =>
        Markup.Of(
            $"""
            <li>{letter}: <a href="/dev/mails/{letter}">한국어</a>, <a href="/dev/mails/{letter}?lang=en">English</a>,
            <a href="/dev/mails/{letter}?lang=en&amp;part=text">text</a></li>
            """
        );

    private static async Task ShowAsync(
        string letter,
        string? lang,
        string? part,
        HttpContext http,
        MailWriter writer,
        UpcomingReports reports,
        MailLinks links,
        IClock clock,
        CancellationToken ct
    )
    {
        var language = Languages.Of(lang);
        // A week with reports, so that there is something to see.
        var today = MailWeek.At(clock.GetCurrentInstant());
        var week = today with { FirstDay = await reports.NextDayAsync(today.FirstDay, ct) ?? today.FirstDay };
        var written = letter switch
        {
            "verification" => Letters.Verification(language, links.Verify(Token)),
            "already-subscribed" => Letters.AlreadySubscribed(language),
            "unsubscribe-link" => Letters.CancelLink(language, links.Unsubscribe(Token)),
            "earnings" => Letters.Earnings(language, week.FirstDay, week.LastDay, await reports.ReadAsync(week.FirstDay, week.LastDay, ct)),
            _ => throw ProblemException.NotFound($"There is no mail '{letter}'; there are {string.Join(", ", s_letters)}."),
        };
        var order = new MailOrder(
            Guid.Empty,
            MailKind.Subscription,
            null,
            null,
            0,
            clock.GetCurrentInstant(),
            clock.GetCurrentInstant(),
            new Recipient(Guid.Empty, Address, SubscriptionScopes.Default, IsVerified: true, language)
        );
        using var message = writer.Compose(order, Address, written, links.Unsubscribe(Token));
        if (part == "text")
            await SendTextAsync(http, message);
        else
            await SendHtmlAsync(http, message.HtmlBody ?? "");
    }

    private static Task SendTextAsync(HttpContext http, MimeMessage message)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync($"Subject: {message.Subject}\n\n{message.TextBody}", http.RequestAborted);
    }

    private static Task SendHtmlAsync(HttpContext http, string html)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(html, http.RequestAborted);
    }
}
