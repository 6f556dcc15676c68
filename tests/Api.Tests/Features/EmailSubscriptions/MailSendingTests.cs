using InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Transport;
using InvestmentAssistant.Api.Tests.Fixture;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>Several senders, senders that die, servers that refuse: each address gets exactly one mail.</summary>
public sealed class MailSendingTests(LocalServices services) : IAsyncLifetime
{
    private Mailroom _room = null!;

    public async ValueTask InitializeAsync() =>
        _room = await Mailroom.OpenAsync(await services.NewDatabaseAsync(), services.Folder($"mail-{Guid.NewGuid():N}"));

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    private async Task QueueAsync(int readers)
    {
        await _room.ActivateManyAsync(readers);
        await _room.ReportAsync(Mailroom.Earnings("ORCL", new LocalDate(2026, 9, 3)));
        Assert.Equal(readers, await _room.Outbox.QueueEarningsAsync(MailWeek.At(Mailroom.Now), Ct));
    }

    private Task<string> StatesAsync() =>
        _room.ScalarAsync<string>(
            "select coalesce(string_agg(state || ' ' || n, ', ' order by state), '') from (select state, count(*) n from "
                + "email.outbox group by state) s"
        );

    [Fact]
    public async Task Many_senders_of_several_replicas_send_each_mail_once()
    {
        await QueueAsync(200);
        await using var second = _room.Another();
        await using var third = _room.Another();
        var transport = new TestTransport();

        var sent = await Task.WhenAll(new[] { _room, second, third, _room, second, third }.Select(r => r.SendAsync(transport)));

        Assert.Equal(200, sent.Sum());
        Assert.Equal(
            Enumerable.Range(1, 200).Select(n => $"reader{n}@example.com").Order(StringComparer.Ordinal),
            transport.Taken.Select(t => t.To).Order(StringComparer.Ordinal)
        );
        Assert.Equal("sent 200", await StatesAsync());
        Assert.Equal(0, await _room.SendAsync(transport));
    }

    [Fact]
    public async Task Operators_see_how_many_wait_for_how_long_and_what_became_of_them()
    {
        using var probe = new MeterProbe(_room.Get<IServiceProvider>());
        double Of(string name, params string[] tags) => probe.Of("investment_assistant.mail." + name, tags);
        await QueueAsync(4);
        _room.Time.Now += Duration.FromMinutes(20);
        await _room.Get<MailMeters>().ReadAsync(Ct);
        Assert.Equal((4, 1_200), (Of("outbox.depth"), Of("outbox.delay")));

        await _room.SendAsync(
            new TestTransport(
                (mail, _) =>
                    mail.To.Mailboxes.Single().Address switch
                    {
                        "reader1@example.com" => throw new MailException(MailFault.ForGood, "no such mailbox"),
                        "reader2@example.com" => throw new MailException(MailFault.ForNow, "greylisted"),
                        _ => Task.CompletedTask,
                    }
            )
        );
        await _room.Get<MailMeters>().ReadAsync(Ct);

        Assert.Equal((2, 1, 1), (Of("sends", "outcome=sent"), Of("sends", "outcome=given_up"), Of("sends", "outcome=delayed")));
        Assert.Equal((1, 0), (Of("outbox.depth"), Of("outbox.delay")));
    }

    [Fact]
    public async Task A_sender_that_dies_between_the_file_and_its_record_leaves_one_file()
    {
        await QueueAsync(40);
        await using var doomed = _room.Another();
        var folder = doomed.Get<IMailTransport>();
        var written = 0;
        var dying = new TestTransport(
            async (mail, key) =>
            {
                await using var line = folder.Open();
                await line.SendAsync(mail, key, Ct);
                // What the database sees of a process that ends: its connections close, the record is never written.
                if (++written == 15)
                    await _room.EndSendersAsync();
            }
        );

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => doomed.SendAsync(dying));
        Assert.Equal((15, "sent 14, waiting 26"), (_room.Mails().Count, await StatesAsync()));
        var lost = dying.Taken.Last();

        var rest = new TestTransport(
            async (mail, key) =>
            {
                await using var line = folder.Open();
                await line.SendAsync(mail, key, Ct);
            }
        );
        Assert.Equal(26, await _room.SendAsync(rest));

        Assert.Equal("sent 40", await StatesAsync());
        Assert.Equal(
            Enumerable.Range(1, 40).Select(n => $"reader{n}@example.com").Order(StringComparer.Ordinal),
            _room.Mails().Select(m => m.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal)
        );
        // The one that was in its hands was sent again, as the same mail; all others once.
        Assert.Equal(lost, rest.Taken.Single(t => t.Key == lost.Key));
        Assert.Empty(dying.Taken.SkipLast(1).Select(t => t.Key).Intersect(rest.Taken.Select(t => t.Key)));
    }

    [Fact]
    public async Task A_mail_in_one_senders_hands_is_not_taken_by_another()
    {
        await QueueAsync(1);
        await using (var claim = await _room.Outbox.ClaimAsync(Ct))
        {
            Assert.NotNull(claim);
            Assert.Null(await _room.Outbox.ClaimAsync(Ct));
        }
        await using var again = await _room.Outbox.ClaimAsync(Ct); // put back without an outcome
        Assert.Equal(MailKind.Earnings, again!.Order.Kind);
    }

    [Fact]
    public async Task What_a_person_waits_for_goes_before_the_weekly_mails()
    {
        await QueueAsync(3);
        await _room.SubscribeAsync("new@example.com");
        var transport = new TestTransport();
        await _room.SendAsync(transport);
        Assert.Equal("new@example.com", transport.Taken.First().To);
    }

    [Fact]
    public async Task A_refusal_for_a_time_is_tried_again_later_and_later_and_then_given_up()
    {
        await QueueAsync(1);
        var refusing = new TestTransport((_, _) => throw new MailException(MailFault.ForNow, "mail refused: SMTP 451 4.7.1"));
        foreach (var minutes in new[] { 1, 5, 30, 120, 360 })
        {
            Assert.Equal(0, await _room.SendAsync(refusing));
            _room.Time.Now += Duration.FromMinutes(minutes) - Duration.FromSeconds(1);
            var tries = refusing.Taken.Count;
            await _room.SendAsync(refusing);
            Assert.Equal(tries, refusing.Taken.Count); // not yet
            _room.Time.Now += Duration.FromSeconds(1);
        }
        Assert.Equal("waiting 1", await StatesAsync());
        var state = await _room.Outbox.ReadStateAsync(Ct);
        Assert.Equal((1, 1, 0, "mail refused: SMTP 451 4.7.1"), (state.Waiting, state.Troubled, state.Failed, state.LastError));

        await _room.SendAsync(refusing);

        Assert.Equal((6, "failed 1"), (refusing.Taken.Count, await StatesAsync()));
        Assert.Single(refusing.Taken.Select(t => t.MessageId).Distinct());
        Assert.Equal(1, (await _room.Outbox.ReadStateAsync(Ct)).Failed);
    }

    [Fact]
    public async Task A_permanent_refusal_is_not_repeated_and_delays_no_other_mail()
    {
        await QueueAsync(3);
        var picky = new TestTransport(
            (mail, _) =>
                mail.To.Mailboxes.Single().Address == "reader2@example.com"
                    ? throw new MailException(MailFault.ForGood, "recipient refused: SMTP 550 5.1.1")
                    : Task.CompletedTask
        );

        Assert.Equal(2, await _room.SendAsync(picky));

        Assert.Equal("failed 1, sent 2", await StatesAsync());
        Assert.Equal(0, await _room.SendAsync(picky));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_costs_no_mail_an_attempt()
    {
        await QueueAsync(2);
        var away = new TestTransport((_, _) => throw new MailException(MailFault.Unreachable, "the mail server cannot be reached"));
        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<MailException>(() => _room.SendAsync(away));
            _room.Time.Now += Duration.FromMinutes(1);
        }
        var part = await new MailPart(_room.Outbox, _room.Get<IMailTransport>(), _room.Time).CheckAsync(Ct);
        Assert.False(part.IsUp);
        Assert.Contains("the mail server cannot be reached", part.Detail);

        Assert.Equal(2, await _room.SendAsync());

        part = await new MailPart(_room.Outbox, _room.Get<IMailTransport>(), _room.Time).CheckAsync(Ct);
        Assert.True(part.IsUp);
        Assert.DoesNotContain("the mail server cannot be reached", part.Detail);
    }

    [Fact]
    public async Task Unsent_mails_are_shown_in_the_health()
    {
        await QueueAsync(1);
        Assert.True((await new MailPart(_room.Outbox, _room.Get<IMailTransport>(), _room.Time).CheckAsync(Ct)).IsUp);
        _room.Time.Now += Duration.FromMinutes(11);
        Assert.False((await new MailPart(_room.Outbox, _room.Get<IMailTransport>(), _room.Time).CheckAsync(Ct)).IsUp);
    }

    [Fact]
    public async Task A_mail_that_comes_too_late_is_not_sent()
    {
        await QueueAsync(1);
        await _room.SubscribeAsync("new@example.com");
        _room.Time.Now += Duration.FromHours(25);
        var transport = new TestTransport();
        Assert.Equal(1, await _room.SendAsync(transport));
        Assert.Equal("reader1@example.com", transport.Taken.Single().To);
        Assert.Equal("failed 1, sent 1", await StatesAsync());
    }

    [Fact]
    public async Task The_same_mail_has_the_same_name_and_id_from_every_sender()
    {
        await QueueAsync(1);
        var first = new TestTransport((_, _) => throw new MailException(MailFault.ForNow, "x"));
        await _room.SendAsync(first);
        _room.Time.Now += Duration.FromMinutes(2);
        await using var other = _room.Another();
        var second = new TestTransport();
        await other.SendAsync(second);
        Assert.Equal(first.Taken.Single(), second.Taken.Single());
    }
}
