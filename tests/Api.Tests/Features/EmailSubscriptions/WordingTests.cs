using InvestmentAssistant.Api.Features.EmailSubscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Pages;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;
using MailKit.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>Languages, addresses, markup, weeks and settings.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData(null, Language.Korean)]
    [InlineData("", Language.Korean)]
    [InlineData("*", Language.Korean)]
    [InlineData("fr-FR,de;q=0.9", Language.Korean)]
    [InlineData("en", Language.English)]
    [InlineData("EN-us", Language.English)]
    [InlineData("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7", Language.Korean)]
    [InlineData("en-US,en;q=0.9,ko;q=0.8", Language.English)]
    [InlineData("ko;q=0.2,en;q=0.9", Language.English)]
    [InlineData("en;q=0,ko", Language.Korean)]
    [InlineData("english", Language.Korean)]
    [InlineData(";;;q=x", Language.Korean)]
    public void A_reader_gets_the_language_that_he_prefers(string? header, Language language) =>
        Assert.Equal(language, Languages.Of(header));

    [Fact]
    public void Every_phrase_is_in_both_languages_with_the_same_gaps()
    {
        var phrases = typeof(Words).GetFields().Select(f => f.GetValue(null)).OfType<Phrase>().ToList();
        Assert.True(phrases.Count > 40);
        Assert.All(phrases, p =>
        {
            Assert.False(string.IsNullOrWhiteSpace(p.Korean));
            Assert.False(string.IsNullOrWhiteSpace(p.English));
            for (var gap = 0; gap < 3; gap++)
                Assert.Equal(
                    p.Korean.Contains($"{{{gap}}}", StringComparison.Ordinal),
                    p.English.Contains($"{{{gap}}}", StringComparison.Ordinal)
                );
        });
    }

    [Theory]
    [InlineData("reader@example.com", true)]
    [InlineData("first.last+tag@mail.example.co.kr", true)]
    [InlineData("o'brien@example.com", true)]
    [InlineData("a@b.cc", true)]
    [InlineData("a@xn--9n2bp8q.xn--9t4b11yi5a", true)]
    [InlineData("", false)]
    [InlineData("reader", false)]
    [InlineData("reader@localhost", false)]
    [InlineData("reader@example.com\n", false)]
    [InlineData("reader@exam ple.com", false)]
    [InlineData(".reader@example.com", false)]
    [InlineData("reader@-example.com", false)]
    [InlineData("reader@example..com", false)]
    [InlineData("a@b@example.com", false)]
    [InlineData("\"a b\"@example.com", false)]
    [InlineData("reader@[127.0.0.1]", false)]
    [InlineData("reader@127.0.0.1", false)]
    [InlineData("<reader@example.com>", false)]
    public void Addresses_that_mail_can_be_sent_to(string address, bool isValid) => Assert.Equal(isValid, EmailAddress.IsValid(address));

    [Theory]
    [InlineData("user@한국.kr", "user@xn--3e0b707e.kr")]
    [InlineData("user@\u1112\u1161\u11ab\u1100\u116e\u11a8.kr", "user@xn--3e0b707e.kr")]
    [InlineData("user@XN--3E0B707E.KR", "user@xn--3e0b707e.kr")]
    [InlineData("user@한국。kr", "user@xn--3e0b707e.kr")]
    [InlineData("ｕｓｅｒ＠ｅｘａｍｐｌｅ．ｃｏｍ", "user@example.com")]
    [InlineData("user@example.com.", "user@example.com")]
    [InlineData("\u200buser@example.com\ufeff", "user@example.com")]
    [InlineData("\"user\"@example.com", "user@example.com")]
    [InlineData("User@Bücher.example", "user@xn--bcher-kva.example")]
    [InlineData("사용자@한국.kr", "사용자@xn--3e0b707e.kr")]
    [InlineData("\u1109\u1161@example.com", "사@example.com")]
    [InlineData("ÜBER@example.com", "über@example.com")]
    [InlineData("user@faß.example", "user@xn--fa-hia.example")]
    public void S4_an_international_address_has_one_form(string typed, string stored)
    {
        Assert.Equal(stored, EmailAddress.Normalize(typed));
        Assert.True(EmailAddress.IsValid(stored));
        Assert.Equal(stored, EmailAddress.Normalize(stored));
    }

    [Theory]
    [InlineData("user@한국")]
    [InlineData("user@한 국.kr")]
    [InlineData("user@.한국.kr")]
    [InlineData("user@\u0301.kr")]
    [InlineData("사용 자@한국.kr")]
    [InlineData("user@한국.kr\0")]
    [InlineData("user\r\nBcc: x@한국.kr")]
    [InlineData("user@\ud83d.kr")]
    public void S4_what_is_no_address_in_any_script_is_refused(string typed) =>
        Assert.False(EmailAddress.IsValid(EmailAddress.Normalize(typed)));

    [Fact]
    public void S4_limits_count_octets()
    {
        Assert.True(EmailAddress.IsValid(EmailAddress.Normalize(new string('가', 21) + "@example.com")));
        Assert.False(EmailAddress.IsValid(EmailAddress.Normalize(new string('가', 22) + "@example.com")));
    }

    [Fact]
    public void An_address_is_as_long_as_mail_servers_take_it()
    {
        Assert.True(EmailAddress.IsValid(new string('a', 64) + "@example.com"));
        Assert.False(EmailAddress.IsValid(new string('a', 65) + "@example.com"));
        Assert.False(EmailAddress.IsValid("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)) + ".com"));
        Assert.Equal("reader@example.com", EmailAddress.Normalize("  Reader@Example.COM\t"));
        Assert.Equal("r***@example.com", EmailAddress.Masked("reader@example.com"));
    }

    [Fact]
    public void Markup_encodes_every_value_but_markup()
    {
        var name = "<script>\"'&한글";
        Assert.Equal("<b>&lt;script&gt;&quot;&#x27;&amp;한글</b><i>1.5</i>", Markup.Of($"<b>{name}</b>{Markup.Of($"<i>{1.5m}</i>")}").Text);
    }

    [Theory]
    [InlineData("2026-09-05T23:59:59Z", "2026-08-30", "2026-09-05")] // Saturday
    [InlineData("2026-09-06T00:00:00Z", "2026-09-06", "2026-09-06")] // as Sunday begins
    [InlineData("2026-09-09T12:00:00Z", "2026-09-06", "2026-09-09")]
    public void A_week_is_named_by_its_Sunday_and_the_mail_begins_today(string now, string sunday, string first)
    {
        var week = MailWeek.At(NodaTime.Text.InstantPattern.General.Parse(now).Value);
        Assert.Equal((sunday, first), (week.Sunday.ToString("uuuu-MM-dd", null), week.FirstDay.ToString("uuuu-MM-dd", null)));
        Assert.Equal(6, Period.DaysBetween(week.FirstDay, week.LastDay));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("*/*", true)]
    [InlineData("text/html,*/*;q=0.8", true)]
    [InlineData("application/json", false)]
    [InlineData("application/json, text/plain, */*", false)]
    [InlineData("text/html;q=0.5, application/json", false)]
    [InlineData("nonsense", true)]
    public void A_person_gets_a_page_and_a_program_JSON(string? accept, bool page)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Accept = accept;
        Assert.Equal(page, LinkAnswers.WantsPage(http, byDefault: true));
    }

    private static EmailSettings Read(params (string, string)[] settings) =>
        EmailSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2))).Build(),
            ProductionEnvironment.Instance
        );

    [Fact]
    public void Without_a_mail_server_mails_go_into_a_folder()
    {
        var settings = Read(("SMTP_HOST", " "), ("urls", "http://127.0.0.1:8917;http://[::1]:1"));
        Assert.Null(settings.Smtp);
        Assert.True(Path.IsPathRooted(settings.Folder));
        Assert.Equal("http://127.0.0.1:8917", settings.ApiUrl);
        Assert.False(settings.Preview);
        Assert.Equal((5, 20), (settings.CallsPerAddress, settings.CallsPerClient));
    }

    [Theory]
    [InlineData("587", null, SecureSocketOptions.StartTls)]
    [InlineData("465", null, SecureSocketOptions.SslOnConnect)]
    [InlineData("2525", "none", SecureSocketOptions.None)]
    [InlineData("2525", "TLS", SecureSocketOptions.SslOnConnect)]
    public void The_mail_server_is_reached_as_the_settings_say(string port, string? security, SecureSocketOptions expected)
    {
        var settings = Read(
            ("SMTP_SERVER", "mail.example.org"),
            ("SMTP_PORT", port),
            ("SMTP_USERNAME", "me@example.org"),
            ("SMTP_PASSWORD", "secret"),
            ("SMTP_SECURITY", security ?? ""),
            ("PUBLIC_API_URL", "https://api.example.org/"),
            ("PUBLIC_SITE_URL", "https://example.org/")
        );
        Assert.Equal(new SmtpServer("mail.example.org", int.Parse(port), "me@example.org", "secret", expected), settings.Smtp);
        Assert.Equal(
            ("me@example.org", "https://api.example.org", "https://example.org"),
            (settings.Sender.Address, settings.ApiUrl, settings.SiteUrl)
        );
    }

    [Theory]
    [InlineData("PUBLIC_API_URL", "SMTP_HOST", "mail.example.org")]
    [InlineData("SMTP_SECURITY", "SMTP_HOST", "mail.example.org", "SMTP_SECURITY", "ssl3")]
    [InlineData("SMTP_FROM", "SMTP_FROM", "not an address")]
    [InlineData("PUBLIC_SITE_URL", "PUBLIC_SITE_URL", "weinvesting.site")]
    public void A_setting_that_cannot_be_right_stops_the_start_and_is_named(string named, params string[] settings)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read([.. settings.Chunk(2).Select(s => (s[0], s[1]))]));
        Assert.Contains(named, error.Message);
    }
}
