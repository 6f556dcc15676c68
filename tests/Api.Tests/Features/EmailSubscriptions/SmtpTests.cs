using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Transport;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Processes;
using MimeKit;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>The way over SMTP, against a server that takes, refuses and hangs up.</summary>
public sealed class SmtpTests(LocalServices services) : IAsyncLifetime
{
    private readonly TestSmtpServer _server = new();
    private Mailroom _room = null!;

    public async ValueTask InitializeAsync() => _room = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<Mailroom> OpenAsync() =>
        await Mailroom.OpenAsync(await services.NewDatabaseAsync(), services.Folder($"mail-{Guid.NewGuid():N}"), Settings());

    private (string, string)[] Settings(params (string, string)[] more) =>
        [("SMTP_HOST", "127.0.0.1"), ("SMTP_PORT", $"{_server.Port}"), ("SMTP_SECURITY", "none"), .. more];

    private async Task QueueAsync(int readers)
    {
        await _room.ActivateManyAsync(readers);
        await _room.ReportAsync(Mailroom.Earnings("ORCL", new LocalDate(2026, 9, 3), company: "오라클"));
        await _room.Outbox.QueueEarningsAsync(MailWeek.At(Mailroom.Now), Ct);
    }

    private Task<string> StatesAsync() =>
        _room.ScalarAsync<string>(
            "select coalesce(string_agg(state || ' ' || n, ', ' order by state), '') from (select state, count(*) n from "
                + "email.outbox group by state) s"
        );

    [Fact]
    public async Task Mails_arrive_whole_over_one_connection()
    {
        await QueueAsync(5);

        Assert.Equal(5, await _room.SendAsync());

        Assert.Equal(1, _server.Connections);
        Assert.Equal(
            Enumerable.Range(1, 5).Select(n => $"reader{n}@example.com"),
            _server.Taken.Select(t => t.Recipient).Order(StringComparer.Ordinal)
        );
        var mail = _server.Taken.First().Mail;
        Assert.Equal("news@example.org", mail.From.Mailboxes.Single().Address);
        Assert.Equal("Investment Assistant", mail.From.Mailboxes.Single().Name);
        Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Contains("오라클", mail.Text());
        Assert.Contains("오라클", mail.HtmlBody);
        Assert.Matches(
            "^<https://api\\.example\\.org/api/v1/email-subscription/unsubscribe\\?token=[A-Za-z0-9_-]{43}>$",
            mail.Headers[HeaderId.ListUnsubscribe]
        );
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.False(Directory.Exists(_room.Folder));
    }

    [Fact]
    public async Task A_refused_recipient_is_given_up_and_the_others_get_theirs()
    {
        await QueueAsync(3);
        _server.Refuse = to => to == "reader2@example.com" ? $"550 5.1.1 <{to}>: user unknown" : null;

        Assert.Equal(2, await _room.SendAsync());

        Assert.Equal("failed 1, sent 2", await StatesAsync());
        var error = await _room.ScalarAsync<string>("select error from email.outbox where state = 'failed'");
        Assert.Equal("recipient refused: SMTP 550 5.1.1", error); // and no address in it
    }

    [Fact]
    public async Task A_full_mailbox_is_tried_again()
    {
        await QueueAsync(1);
        _server.Refuse = _ => "452 4.2.2 mailbox full";
        Assert.Equal(0, await _room.SendAsync());
        Assert.Equal(
            "recipient refused: SMTP 452 4.2.2",
            await _room.ScalarAsync<string>("select error from email.outbox where state = 'waiting'")
        );

        _server.Refuse = _ => null;
        _room.Time.Now += Duration.FromMinutes(1);
        Assert.Equal(1, await _room.SendAsync());
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_of_a_mail_loses_none()
    {
        await QueueAsync(4);
        var drops = 0;
        _server.Drop = to => to == "reader3@example.com" && Interlocked.Increment(ref drops) == 1;

        var first = await _room.SendAsync();
        _room.Time.Now += Duration.FromMinutes(1);
        var second = await _room.SendAsync();

        Assert.Equal((3, 1), (first, second));
        Assert.Equal("sent 4", await StatesAsync());
        Assert.Equal(4, _server.Taken.Select(t => t.Recipient).Distinct().Count());
    }

    [Fact]
    public async Task A_sender_that_dies_after_the_servers_250_sends_that_mail_again_under_the_same_id_and_no_other()
    {
        await QueueAsync(20);
        await using var doomed = _room.Another(Settings());
        var taken = 0;
        _server.BeforeAnswer = async _ =>
        {
            if (Interlocked.Increment(ref taken) == 8)
                await _room.EndSendersAsync();
        };
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => doomed.SendAsync());
        Assert.Equal("sent 7, waiting 13", await StatesAsync());

        Assert.Equal(13, await _room.SendAsync());

        var byReader = _server.Taken.GroupBy(t => t.Recipient).ToList();
        Assert.Equal(20, byReader.Count);
        var twice = Assert.Single(byReader, g => g.Count() > 1);
        Assert.Equal(2, twice.Count());
        Assert.Single(twice.Select(t => t.Mail.MessageId).Distinct());
    }

    [Fact]
    public async Task A_server_that_is_away_is_waited_for()
    {
        await QueueAsync(2);
        await using var away = _room.Another(("SMTP_HOST", "127.0.0.1"), ("SMTP_PORT", $"{FreePort.Next()}"), ("SMTP_SECURITY", "none"));
        var fault = await Assert.ThrowsAsync<MailException>(() => away.SendAsync());
        Assert.Equal(MailFault.Unreachable, fault.Fault);
        Assert.Equal("waiting 2", await StatesAsync());
        _room.Time.Now += Duration.FromMinutes(1);
        Assert.Equal(2, await _room.SendAsync());
    }

    [Fact]
    public async Task A_refused_sender_stops_the_line_and_costs_no_mail_an_attempt()
    {
        await QueueAsync(2);
        _server.RefuseSender = _ => "550 5.7.1 not yours";
        Assert.Equal(MailFault.Unreachable, (await Assert.ThrowsAsync<MailException>(() => _room.SendAsync())).Fault);
        Assert.Equal(0, await _room.ScalarAsync<long>("select sum(attempts) from email.outbox"));
    }

    [Theory]
    [InlineData("right", true)]
    [InlineData("wrong", false)]
    public async Task The_log_in_is_that_of_the_settings(string password, bool taken)
    {
        await QueueAsync(1);
        _server.Login = "news:right";
        await using var room = _room.Another(Settings(("SMTP_USER", "news"), ("SMTP_PASSWORD", password)));
        if (taken)
            Assert.Equal(1, await room.SendAsync());
        else
            Assert.Equal(MailFault.Unreachable, (await Assert.ThrowsAsync<MailException>(() => room.SendAsync())).Fault);
    }

    [Fact]
    public async Task Without_the_encryption_that_was_asked_for_nothing_is_sent()
    {
        await QueueAsync(1);
        await using var strict = _room.Another(("SMTP_HOST", "127.0.0.1"), ("SMTP_PORT", $"{_server.Port}"));
        await Assert.ThrowsAsync<MailException>(() => strict.SendAsync());
        Assert.Empty(_server.Taken);
    }
}
