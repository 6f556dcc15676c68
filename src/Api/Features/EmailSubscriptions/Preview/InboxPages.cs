using System.Globalization;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Pages;
using InvestmentAssistant.Api.Platform.Http;
using MimeKit;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Preview;

/// <summary>
/// GET /dev/mails: the mails that were sent, newest first, and samples of each kind. GET /dev/mails/sent/{key}: one of them, with its
/// links. Only where MAIL_PREVIEW is on (development, ./run): any reader of a mail can confirm and cancel in its receiver's name.
/// </summary>
internal static class InboxPages
{
    private const string Style = """
        <style>
          :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
          body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
          table { width: 100%; border-collapse: collapse; }
          th, td { padding: .4rem .6rem; text-align: left; border-bottom: 1px solid #8884; overflow-wrap: anywhere; vertical-align: top; }
          td.time { white-space: nowrap; }
          iframe { width: 100%; height: 70vh; border: 1px solid #8884; border-radius: 8px; background: #fff; }
        </style>
        """;

    /// <summary>A mail's own HTML: no script, nothing loaded; a click on a link leaves the frame.</summary>
    private const string MailPolicy =
        "sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri "
        + "'self'; frame-ancestors 'self'";

    private const string PagePolicy =
        "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dev/mails", ListAsync).ExcludeFromDescription().CachesAs(DataKind.Never);
        routes.MapGet("/dev/mails/sent/{key}", ShowAsync).ExcludeFromDescription().CachesAs(DataKind.Never);
        routes.MapGet("/dev/mails/sent/{key}/{part}", ShowPartAsync).ExcludeFromDescription().CachesAs(DataKind.Never);
    }

    private static async Task ListAsync(HttpContext http, Inbox inbox, EmailSettings settings, CancellationToken ct)
    {
        var mails = await inbox.ListAsync(ct);
        var list =
            mails.Count > 0 ? Markup.Of($"<table><tr><th>Sent, UTC<th>To<th>Subject</tr>{Markup.Join(mails.Select(Row))}</table>")
            : inbox.IsOpen ? Markup.Of($"<p>No mail was sent yet. Mails are written to {settings.Folder}.</p>")
            : Markup.Of($"<p>Mails go to {settings.Smtp!.Host}: look into the mailbox of their reader.</p>");
        await SendPageAsync(http, "Mails", Markup.Of($"<h1>Sent mails</h1>{list}<h2>Samples</h2>{PreviewMails.Links}"));

        static Markup Row(SentMail mail) =>
            Markup.Of(
                $"""
                <tr><td class="time">{mail.SentAt.ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}<td>{mail.Message.To}
                <td><a href="/dev/mails/sent/{mail.Key}">{mail.Message.Subject}</a></tr>
                """
            );
    }

    private static async Task ShowAsync(string key, HttpContext http, Inbox inbox, CancellationToken ct)
    {
        var message = (await FindAsync(inbox, key, ct)).Message;
        var cancel = message.Headers[HeaderId.ListUnsubscribe]?.Trim('<', '>') ?? "";
        await SendPageAsync(
            http,
            message.Subject ?? "Mail",
            Markup.Of(
                $"""
                <p><a href="/dev/mails">All mails</a></p>
                <table>
                  <tr><th>Subject<td>{message.Subject}</tr>
                  <tr><th>From<td>{message.From}</tr>
                  <tr><th>To<td>{message.To}</tr>
                  <tr><th>Unsubscribe<td><a href="{(cancel.StartsWith("http", StringComparison.Ordinal) ? cancel : "")}">{cancel}</a></tr>
                  <tr><th>As<td><a href="/dev/mails/sent/{key}/text">text</a>, <a href="/dev/mails/sent/{key}/source">source</a></tr>
                </table>
                <p></p>
                <iframe sandbox="allow-top-navigation-by-user-activation" src="/dev/mails/sent/{key}/html" title="The mail"></iframe>
                """
            )
        );
    }

    private static async Task ShowPartAsync(string key, string part, HttpContext http, Inbox inbox, CancellationToken ct)
    {
        var message = (await FindAsync(inbox, key, ct)).Message;
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        switch (part)
        {
            case "html":
                http.Response.ContentType = "text/html; charset=utf-8";
                http.Response.Headers.ContentSecurityPolicy = MailPolicy;
                await http.Response.WriteAsync(OutOfTheFrame(message.HtmlBody ?? ""), ct);
                break;
            case "text":
                http.Response.ContentType = "text/plain; charset=utf-8";
                await http.Response.WriteAsync(message.TextBody ?? "", ct);
                break;
            case "source":
                http.Response.ContentType = "text/plain; charset=utf-8";
                await message.WriteToAsync(http.Response.Body, ct);
                break;
            default:
                throw ProblemException.NotFound($"A mail has no part '{part}'; it has html, text and source.");
        }
    }

    /// <summary>Lets links open in the whole window.</summary>
    private static string OutOfTheFrame(string html) =>
        html.Contains("<head>", StringComparison.OrdinalIgnoreCase)
            ? html.Replace("<head>", """<head><base target="_top">""", StringComparison.OrdinalIgnoreCase)
            : """<base target="_top">""" + html;

    private static async Task<SentMail> FindAsync(Inbox inbox, string key, CancellationToken ct) =>
        await inbox.FindAsync(key, ct) ?? throw ProblemException.NotFound($"There is no sent mail '{key}'.");

    private static Task SendPageAsync(HttpContext http, string title, Markup body)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = PagePolicy;
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return http.Response.WriteAsync(
            Markup
                .Of(
                    $"""
                    <!doctype html>
                    <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
                    {new Markup(Style)}</head>
                    <body>{body}</body></html>
                    """
                )
                .Text,
            http.RequestAborted
        );
    }
}
