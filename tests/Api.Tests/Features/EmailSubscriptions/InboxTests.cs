using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Features.EmailSubscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Preview;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>G2: the mails that were sent can be read in the browser, and their links clicked.</summary>
public sealed partial class InboxTests(ApiHost api) : IClassFixture<ApiHost>
{
    private const string Base = "/api/v1/email-subscription";

    [Fact]
    public async Task G2_a_subscription_is_clicked_through_from_the_inbox()
    {
        using var browser = api.Host.Server.CreateClient();
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        var address = $"{Guid.NewGuid():N}@example.com";
        using var asked = await browser.PostAsJsonAsync($"{Base}/subscribe", new { email = address, agreed = true }, Ct);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);

        string? mail = null;
        await Wait.Until(
            async () => (mail = MailTo(await browser.GetStringAsync("/dev/mails", Ct), address)) is not null,
            TimeSpan.FromSeconds(60),
            $"a mail to {address}"
        );
        var page = await browser.GetStringAsync(mail, Ct);
        Assert.Contains(address, page, StringComparison.Ordinal);
        var frame = Frame().Match(page).Groups[1].Value;
        Assert.StartsWith(mail!, frame, StringComparison.Ordinal);

        using var body = await browser.GetAsync(frame, Ct);
        Assert.StartsWith("sandbox ", body.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var html = await body.Content.ReadAsStringAsync(Ct);
        Assert.Contains("""<base target="_top">""", html, StringComparison.Ordinal);
        var confirm = Link(html, "verify");
        // The page behind the link has one button, which posts to the same address.
        Assert.Contains("""<form method="post">""", await browser.GetStringAsync(confirm, Ct), StringComparison.Ordinal);
        using var confirmed = await browser.PostAsync(confirm, new FormUrlEncodedContent([]), Ct);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);

        var cancel = Link(page, "unsubscribe");
        Assert.Contains("""<form method="post">""", await browser.GetStringAsync(cancel, Ct), StringComparison.Ordinal);
        using var cancelled = await browser.PostAsync(cancel, new FormUrlEncodedContent([]), Ct);
        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
    }

    [Theory]
    [InlineData("/dev/mails/sent/nothing-of-this-name")]
    [InlineData("/dev/mails/sent/..%2F..%2Fpostgres%2Fpassword")]
    [InlineData("/dev/mails/sent/nothing-of-this-name/html")]
    public async Task What_is_no_mail_of_the_folder_is_not_found(string url)
    {
        using var browser = api.Host.Server.CreateClient();
        using var answer = await browser.GetAsync(url, Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_inbox_lists_the_newest_mail_first_and_leaves_out_what_is_no_mail()
    {
        var folder = Directory.CreateTempSubdirectory("inbox").FullName;
        try
        {
            var settings = new EmailSettings
            {
                Folder = folder,
                Sender = new MailboxAddress("", "a@example.org"),
                ApiUrl = "http://a",
                SiteUrl = "http://b",
            };
            var inbox = new Inbox(settings, NullLogger<Inbox>.Instance);
            Assert.Empty(await inbox.ListAsync(Ct));
            foreach (var (name, hour) in ((string, int)[])[("earlier", 1), ("later", 2)])
            {
                var file = Path.Combine(folder, name + ".eml");
                await File.WriteAllTextAsync(file, $"Subject: {name}\r\nTo: r@example.com\r\n\r\nhello", Ct);
                File.SetLastWriteTimeUtc(file, new DateTime(2026, 11, 20, hour, 0, 0, DateTimeKind.Utc));
            }
            await File.WriteAllBytesAsync(Path.Combine(folder, "empty.eml"), [], Ct);
            await File.WriteAllTextAsync(Path.Combine(folder, ".half.part"), "Subject: half", Ct);

            Assert.Equal(["later", "earlier"], (await inbox.ListAsync(Ct)).Select(m => m.Message.Subject));
            Assert.Null(await inbox.FindAsync("../later", Ct));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? MailTo(string list, string address) =>
        Row().Matches(list).Where(m => m.Value.Contains(address, StringComparison.Ordinal)).Select(m => m.Groups[1].Value).FirstOrDefault();

    private static string Link(string html, string route) =>
        new Uri(
            WebUtility.HtmlDecode(
                Href()
                    .Matches(html)
                    .Select(m => m.Groups[1].Value)
                    .First(h => h.Contains($"{Base}/{route}?token=", StringComparison.Ordinal))
            )
        ).PathAndQuery;

    [GeneratedRegex("""<tr>.*?href="(/dev/mails/sent/[^"]+)".*?</tr>""", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("""<iframe[^>]+src="([^"]+)" """)]
    private static partial Regex Frame();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Href();
}
