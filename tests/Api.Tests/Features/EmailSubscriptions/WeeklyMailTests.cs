using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>Who gets the earnings of which week, and what stands in the mail.</summary>
public sealed class WeeklyMailTests(LocalServices services) : IAsyncLifetime
{
    private static readonly LocalDate s_sunday = new(2026, 9, 6);
    private Mailroom _room = null!;

    public async ValueTask InitializeAsync()
    {
        _room = await Mailroom.OpenAsync(await services.NewDatabaseAsync(), services.Folder($"mail-{Guid.NewGuid():N}"));
        _room.Market.Reset(s_sunday.AtMidnight().InUtc().ToInstant());
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    private Task<JobOutcome> RunAsync() => _room.Job("weekly-earnings-mail").RunAsync(new JobContext(_ => { }), Ct);

    [Fact]
    public async Task The_mail_lists_the_index_reports_of_seven_days_by_date_and_symbol()
    {
        await _room.ActivateAsync("reader@example.com");
        await _room.ReportAsync(
            Mailroom.Earnings("ZTS", new LocalDate(2026, 9, 8), 1.6275m, company: "Zoetis <Inc> & Sons", sector: "Health Care"),
            Mailroom.Earnings("ORCL", new LocalDate(2026, 9, 8), -0.07m, sector: null),
            Mailroom.Earnings("ADBE", new LocalDate(2026, 9, 12), null),
            Mailroom.Earnings("CCL", new LocalDate(2026, 9, 6), 1.2m, currency: "EUR"),
            Mailroom.Earnings("SMALL", new LocalDate(2026, 9, 8), 1m, isSp500: false),
            Mailroom.Earnings("GONE", new LocalDate(2026, 9, 8)) with
            {
                IsListed = false,
            },
            Mailroom.Earnings("PAST", new LocalDate(2026, 9, 5)),
            Mailroom.Earnings("LATER", new LocalDate(2026, 9, 13))
        );

        Assert.Equal(1, (await RunAsync()).Rows);
        Assert.Equal(1, await _room.SendAsync());

        var mail = _room.Mails().Single();
        Assert.Equal(
            [
                "날짜 | 티커 | 기업명 | 섹터 | 예상 EPS",
                "9월 6일 (일) | CCL | CCL Inc. | Industrials | 1.20 EUR",
                "9월 8일 (화) | ORCL | ORCL Inc. | - | -$0.07",
                "9월 8일 (화) | ZTS | Zoetis <Inc> & Sons | Health Care | $1.6275",
                "9월 12일 (토) | ADBE | ADBE Inc. | Industrials | -",
            ],
            mail.Text().Split('\n').Select(l => l.Trim()).Where(l => l.Contains(" | ", StringComparison.Ordinal))
        );
        Assert.Contains("9월 6일부터 9월 12일까지 S&P 500 기업 4곳", mail.Text());
        Assert.Equal("S&P 500 실적 발표 일정 9월 6일 ~ 9월 12일", mail.Subject);
        Assert.Contains("Zoetis &lt;Inc&gt; &amp; Sons", mail.HtmlBody);
        Assert.DoesNotContain("<Inc>", mail.HtmlBody);
        Assert.Equal("reader@example.com", mail.To.Mailboxes.Single().Address);
        Assert.Equal(
            $"<https://api.example.org/api/v1/email-subscription/unsubscribe?token={mail.CancelToken()}>",
            mail.Headers[MimeKit.HeaderId.ListUnsubscribe]
        );
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers[MimeKit.HeaderId.ListUnsubscribePost]);
        Assert.StartsWith("earnings-2026-09-06-", mail.MessageId, StringComparison.Ordinal);
        Assert.EndsWith("@example.org", mail.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_of_English_gets_English()
    {
        await _room.SubscribeAsync("reader@example.com", language: Api.Features.EmailSubscriptions.Wording.Language.English);
        await _room.ExecuteAsync("update email.subscriptions set state = 'active'; delete from email.outbox");
        await _room.ReportAsync(Mailroom.Earnings("ORCL", new LocalDate(2026, 9, 8), 1.5m, sector: "Information Technology"));
        await RunAsync();
        await _room.SendAsync();

        var mail = _room.Mails().Single();
        Assert.Equal("S&P 500 earnings, 6 September to 12 September", mail.Subject);
        Assert.Contains("Tue 8 Sep | ORCL | ORCL Inc. | Information Technology | $1.50", mail.Text());
        Assert.Contains("one company of the S&P 500", mail.Text());
        Assert.Equal("en", mail.Body!.Headers[MimeKit.HeaderId.ContentLanguage]);
    }

    [Fact]
    public async Task Nothing_to_report_means_no_mail()
    {
        await _room.ActivateAsync("reader@example.com");
        await _room.ReportAsync(Mailroom.Earnings("LATER", new LocalDate(2026, 9, 13)));

        var outcome = await RunAsync();

        Assert.Equal((0, true), (outcome.Rows, outcome.Complete));
        Assert.Equal(0, await _room.ScalarAsync<long>("select count(*) from email.outbox"));
    }

    [Fact]
    public async Task An_empty_calendar_is_no_quiet_week()
    {
        await _room.ActivateAsync("reader@example.com");

        var outcome = await RunAsync();

        Assert.Equal((0, false), (outcome.Rows, outcome.Complete));
    }

    [Fact]
    public async Task A_week_is_mailed_once_however_often_it_is_asked_for()
    {
        await _room.ActivateManyAsync(5);
        await _room.ReportAsync(Mailroom.Earnings("ORCL", new LocalDate(2026, 9, 9)));
        Assert.Equal(5, (await RunAsync()).Rows);
        Assert.Equal(0, (await RunAsync()).Rows);
        Assert.Equal(5, await _room.SendAsync());
        _room.Market.AdvanceDays(2); // by hand, on Tuesday
        Assert.Equal(0, (await RunAsync()).Rows);

        _room.Market.AdvanceDays(5); // the next Sunday
        await _room.ReportAsync(Mailroom.Earnings("ADBE", new LocalDate(2026, 9, 14)));
        _room.Time.Now += Duration.FromDays(7);
        Assert.Equal(5, (await RunAsync()).Rows);
        Assert.Equal(5, await _room.SendAsync());
        Assert.Equal(10, _room.Mails().Count);
    }

    [Fact]
    public async Task Runs_side_by_side_queue_each_reader_once()
    {
        await _room.ActivateManyAsync(50);
        await _room.ReportAsync(Mailroom.Earnings("ORCL", new LocalDate(2026, 9, 9)));
        await using var other = _room.Another();

        var outcomes = await Task.WhenAll(RunAsync(), other.Job("weekly-earnings-mail").RunAsync(new JobContext(_ => { }), Ct), RunAsync());

        Assert.Equal(50, outcomes.Sum(o => o.Rows));
        Assert.Equal(50, await _room.SendAsync());
    }

    [Fact]
    public async Task An_address_with_several_subscriptions_gets_one_mail_a_week()
    {
        await _room.ActivateAsync("reader@example.com", "ALL");
        await _room.ActivateAsync("reader@example.com", "SP500");
        await _room.ActivateAsync("reader@example.com", "NASDAQ");
        await _room.ReportAsync(Mailroom.Earnings("ORCL", new LocalDate(2026, 9, 9)));
        await RunAsync();
        await RunAsync();
        Assert.Equal(1, await _room.SendAsync());
    }

    [Fact]
    public async Task Only_confirmed_subscriptions_get_it()
    {
        await _room.SubscribeAsync("pending@example.com");
        await _room.ReportAsync(Mailroom.Earnings("ORCL", new LocalDate(2026, 9, 9)));
        Assert.Equal(0, (await RunAsync()).Rows);
    }

    [Fact]
    public async Task Confirming_brings_the_coming_week_once_and_the_next_Sunday_the_next()
    {
        _room.Market.Reset(Instant.FromUtc(2026, 9, 2, 9, 30)); // Wednesday
        await _room.ReportAsync(
            Mailroom.Earnings("BEFORE", new LocalDate(2026, 9, 1)),
            Mailroom.Earnings("THU", new LocalDate(2026, 9, 3)),
            Mailroom.Earnings("TUE", new LocalDate(2026, 9, 8))
        );
        await _room.SubscribeAsync("reader@example.com");
        await _room.SendAsync();
        await _room.Subscriptions.VerifyAsync(_room.Mails().Single().VerifyToken(), Ct);

        Assert.Equal(1, await _room.SendAsync());
        var welcome = _room.Mails().Single(m => m.MessageId!.StartsWith("earnings-2026-08-30-", StringComparison.Ordinal));
        Assert.Contains("THU", welcome.Text());
        Assert.Contains("TUE", welcome.Text());
        Assert.DoesNotContain("BEFORE", welcome.Text());
        Assert.Equal(0, (await RunAsync()).Rows); // this week he has had

        _room.Market.Reset(s_sunday.AtMidnight().InUtc().ToInstant());
        Assert.Equal(1, (await RunAsync()).Rows);
        Assert.Equal(1, await _room.SendAsync());
    }

    [Fact]
    public async Task Confirming_when_nothing_is_to_report_brings_no_mail_and_leaves_the_week_open()
    {
        await _room.SubscribeAsync("reader@example.com");
        await _room.SendAsync();
        await _room.Subscriptions.VerifyAsync(_room.Mails().Single().VerifyToken(), Ct);
        Assert.Equal(0, await _room.SendAsync());

        // The calendar came late; a firing that makes up for the first one finds it.
        await using var later = _room.Another();
        await later.ReportAsync(Mailroom.Earnings("ORCL", new LocalDate(2026, 9, 9)));
        Assert.Equal(1, (await later.Job("weekly-earnings-mail").RunAsync(new JobContext(_ => { }), Ct)).Rows);
    }

    [Fact]
    public void The_weekly_mail_is_due_when_Sunday_begins_in_UTC()
    {
        var description = _room.Job("weekly-earnings-mail").Description;
        Assert.True(Quartz.CronExpression.TryParse(description.Schedule, out var cron));
        var next = cron!.WithTimeZone(TimeZoneInfo.Utc).GetNextValidTimeAfter(new DateTimeOffset(2026, 9, 2, 9, 30, 0, TimeSpan.Zero));
        Assert.Equal(new DateTimeOffset(2026, 9, 6, 0, 0, 0, TimeSpan.Zero), next);
    }
}
