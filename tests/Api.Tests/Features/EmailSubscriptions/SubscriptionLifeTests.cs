using InvestmentAssistant.Api.Features.EmailSubscriptions.Ingestion;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>From the wish to the end of a subscription, through the mails that carry it.</summary>
public sealed class SubscriptionLifeTests(LocalServices services) : IAsyncLifetime
{
    private const string Reader = "reader@example.com";
    private Mailroom _room = null!;

    public async ValueTask InitializeAsync() =>
        _room = await Mailroom.OpenAsync(await services.NewDatabaseAsync(), services.Folder($"mail-{Guid.NewGuid():N}"));

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    private async Task<MimeKit.MimeMessage> VerificationMailAsync()
    {
        await _room.SubscribeAsync(Reader);
        Assert.Equal(1, await _room.SendAsync());
        return _room.Mails().Single(m => m.Text().Contains("/verify?token=", StringComparison.Ordinal));
    }

    private Task<string> StateAsync() =>
        _room.ScalarAsync<string>("select string_agg(state, ',' order by created_at) from email.subscriptions");

    [Fact]
    public async Task A_link_confirms_once()
    {
        var token = (await VerificationMailAsync()).VerifyToken();
        Assert.Equal("pending", await StateAsync());
        Assert.Equal(new VerificationLink(LinkState.Good, Reader, "SP500"), await _room.Subscriptions.FindVerificationAsync(token, Ct));
        Assert.Equal("pending", await StateAsync()); // looking changes nothing

        Assert.Equal(LinkState.Good, (await _room.Subscriptions.VerifyAsync(token, Ct)).State);

        Assert.Equal("active", await StateAsync());
        Assert.Equal(LinkState.Used, (await _room.Subscriptions.VerifyAsync(token, Ct)).State);
        Assert.Equal(LinkState.Used, (await _room.Subscriptions.FindVerificationAsync(token, Ct)).State);
    }

    [Fact]
    public async Task Of_many_presses_at_once_one_confirms()
    {
        var token = (await VerificationMailAsync()).VerifyToken();

        var states = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(async _ => (await _room.Subscriptions.VerifyAsync(token, Ct)).State)
        );

        Assert.Equal(1, states.Count(s => s == LinkState.Good));
        Assert.Equal(11, states.Count(s => s == LinkState.Used));
        Assert.Equal(1, await _room.ScalarAsync<long>("select count(*) from email.outbox where kind = 'earnings'"));
    }

    [Fact]
    public async Task A_link_lives_24_hours_from_its_mail()
    {
        await _room.SubscribeAsync(Reader);
        _room.Time.Now += Duration.FromHours(3); // the mail had to wait
        await _room.SendAsync();
        var token = _room.Mails().Single().VerifyToken();

        _room.Time.Now += Duration.FromHours(24) - Duration.FromSeconds(1);
        Assert.Equal(LinkState.Good, (await _room.Subscriptions.FindVerificationAsync(token, Ct)).State);
        _room.Time.Now += Duration.FromSeconds(1);
        Assert.Equal(LinkState.Expired, (await _room.Subscriptions.FindVerificationAsync(token, Ct)).State);
        Assert.Equal(LinkState.Expired, (await _room.Subscriptions.VerifyAsync(token, Ct)).State);
        Assert.Equal("pending", await StateAsync());

        await _room.SubscribeAsync(Reader);
        await _room.SendAsync();
        var fresh = _room.Mails().Select(m => m.VerifyToken()).Single(t => t != token);
        Assert.Equal(LinkState.Good, (await _room.Subscriptions.VerifyAsync(fresh, Ct)).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("3fa85f64-5717-4562-b3fc-2c963f66afa6")]
    public async Task An_unknown_link_confirms_and_cancels_nothing(string token)
    {
        await _room.ActivateAsync(Reader);
        Assert.Equal(LinkState.Unknown, (await _room.Subscriptions.VerifyAsync(token, Ct)).State);
        Assert.False(await _room.Subscriptions.IsCancelLinkAsync(token, Ct));
        Assert.False(await _room.Subscriptions.CancelAsync(token, Ct));
        Assert.Equal("active", await StateAsync());
    }

    [Fact]
    public async Task A_link_does_only_what_it_is_for()
    {
        var mail = await VerificationMailAsync();
        Assert.False(await _room.Subscriptions.CancelAsync(mail.VerifyToken(), Ct));
        Assert.Equal(LinkState.Unknown, (await _room.Subscriptions.VerifyAsync(mail.CancelToken(), Ct)).State);
        Assert.Equal("pending", await StateAsync());
    }

    [Fact]
    public async Task No_token_is_kept()
    {
        var mail = await VerificationMailAsync();
        var tables = await _room.ScalarAsync<string>(
            "select (select string_agg(t::text, '') from email.tokens t) || (select string_agg(o::text, '') from email.outbox o) "
                + "|| (select string_agg(s::text, '') from email.subscriptions s)"
        );
        Assert.DoesNotContain(mail.VerifyToken(), tables);
        Assert.DoesNotContain(mail.CancelToken(), tables);
        Assert.Equal(2, await _room.ScalarAsync<long>("select count(*) from email.tokens where length(hash) = 32"));
    }

    [Fact]
    public async Task Cancelling_erases_the_address_and_doing_it_again_changes_nothing()
    {
        var mail = await VerificationMailAsync();
        await _room.Subscriptions.VerifyAsync(mail.VerifyToken(), Ct);

        Assert.True(await _room.Subscriptions.CancelAsync(mail.CancelToken(), Ct));
        Assert.Equal("cancelled", await StateAsync());
        Assert.DoesNotContain(Reader, await _room.ScalarAsync<string>("select string_agg(s::text, '') from email.subscriptions s"));
        Assert.True(await _room.Subscriptions.CancelAsync(mail.CancelToken(), Ct));
        Assert.Equal(0, await _room.SendAsync()); // the welcome mail that waited has nobody to go to
        Assert.Equal(0, await _room.ScalarAsync<long>("select count(*) from email.outbox where state = 'waiting'"));
    }

    [Fact]
    public async Task The_unsubscribe_links_of_all_mails_keep_working_for_years()
    {
        var first = await VerificationMailAsync();
        await _room.Subscriptions.VerifyAsync(first.VerifyToken(), Ct);
        await _room.SubscribeAsync(Reader);
        await _room.SendAsync();
        var tokens = _room.Mails().Select(m => m.CancelToken()).ToList();
        Assert.Equal(2, tokens.Distinct().Count());

        _room.Time.Now += Duration.FromDays(800);
        await _room.Job("email-housekeeping").RunAsync(new JobContext(_ => { }), Ct);

        Assert.All(tokens, t => Assert.True(_room.Subscriptions.IsCancelLinkAsync(t, Ct).Result));
        Assert.True(await _room.Subscriptions.CancelAsync(tokens[0], Ct));
        Assert.Equal("cancelled", await StateAsync());
    }

    [Fact]
    public async Task Who_cancelled_before_confirming_and_subscribes_again_gets_mails_after_all()
    {
        var first = await VerificationMailAsync();
        await _room.Subscriptions.CancelAsync(first.CancelToken(), Ct);
        Assert.Equal(LinkState.Unknown, (await _room.Subscriptions.VerifyAsync(first.VerifyToken(), Ct)).State); // its link is void

        await _room.SubscribeAsync(Reader);
        await _room.SendAsync();
        var second = _room.Mails().Single(m => m.MessageId != first.MessageId);
        Assert.Equal(LinkState.Good, (await _room.Subscriptions.VerifyAsync(second.VerifyToken(), Ct)).State);

        Assert.Equal("cancelled,active", await StateAsync());
    }

    [Fact]
    public async Task A_subscriber_who_asks_again_gets_a_mail_and_stays_subscribed()
    {
        await _room.ActivateAsync(Reader);
        await _room.SubscribeAsync(Reader, language: Api.Features.EmailSubscriptions.Wording.Language.English);
        await _room.SendAsync();

        var mail = _room.Mails().Single();
        Assert.DoesNotContain("/verify", mail.Text());
        Assert.Contains("이미 구독 중", mail.Text()); // a stranger does not change his language
        Assert.Equal("active", await StateAsync());
    }

    [Fact]
    public async Task Asking_for_a_known_and_for_an_unknown_address_does_the_same_work()
    {
        await _room.ActivateAsync("known@example.com");
        await _room.SubscribeAsync("known@example.com");
        await _room.SubscribeAsync("new@example.com");
        Assert.Equal(
            2,
            await _room.ScalarAsync<long>("select count(*) from email.outbox where state = 'waiting' and kind = 'subscription'")
        );
    }

    [Fact]
    public async Task A_mail_that_still_waits_is_not_doubled()
    {
        for (var i = 0; i < 5; i++)
            await _room.SubscribeAsync(Reader);
        Assert.Equal(1, await _room.SendAsync());
    }

    [Fact]
    public async Task One_mail_is_sent_until_it_is_answered_or_a_day_is_over()
    {
        await _room.SubscribeAsync(Reader);
        Assert.Equal(1, await _room.SendAsync());
        var expired = _room.Mails().Single().VerifyToken();
        for (var i = 0; i < 5; i++)
            await _room.SubscribeAsync(Reader);
        Assert.Equal(0, await _room.SendAsync());

        _room.Time.Now += Duration.FromHours(24);
        await _room.SubscribeAsync(Reader);
        Assert.Equal(1, await _room.SendAsync());

        // A reader who has confirmed gets one mail saying that the subscription exists.
        var token = _room.Mails().Select(m => m.VerifyToken()).Single(t => t != expired);
        Assert.Equal(LinkState.Good, (await _room.Subscriptions.VerifyAsync(token, Ct)).State);
        await _room.SendAsync();
        _room.Time.Now += Duration.FromMinutes(1);
        await _room.SubscribeAsync(Reader);
        Assert.Equal(1, await _room.SendAsync());
        await _room.SubscribeAsync(Reader);
        Assert.Equal(0, await _room.SendAsync());
    }

    [Theory]
    [InlineData("reader@example.com", "reader@example.com")]
    [InlineData("reader+news@example.com", "reader@example.com")]
    [InlineData("reader+a+b@example.com", "reader@example.com")]
    [InlineData("+reader@example.com", "+reader@example.com")]
    public void Addresses_that_differ_by_a_tag_are_one_mailbox(string address, string mailbox) =>
        Assert.Equal(mailbox, EmailAddress.MailboxOf(address));

    [Fact]
    public async Task Concurrent_requests_make_one_subscription()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _room.SubscribeAsync(Reader)));
        Assert.Equal("pending", await StateAsync());
        Assert.Equal(1, await _room.SendAsync());
    }

    [Fact]
    public async Task An_address_alone_brings_its_owner_a_link_and_a_strangers_address_nothing()
    {
        await _room.ActivateAsync(Reader);
        await _room.Subscriptions.RequestCancelLinkAsync(Reader, "SP500", Ct);
        await _room.Subscriptions.RequestCancelLinkAsync("stranger@example.com", "SP500", Ct);
        await _room.Subscriptions.RequestCancelLinkAsync(Reader, "NASDAQ", Ct);

        Assert.Equal(1, await _room.SendAsync());
        var mail = _room.Mails().Single();
        Assert.Equal(Reader, mail.To.Mailboxes.Single().Address);
        Assert.Equal("active", await StateAsync());
        Assert.Contains($"/unsubscribe?token={mail.CancelToken()}", mail.Text());
        Assert.True(await _room.Subscriptions.CancelAsync(mail.CancelToken(), Ct));
        Assert.Equal("cancelled", await StateAsync());
    }

    [Fact]
    public async Task Housekeeping_deletes_unconfirmed_subscriptions_and_keeps_the_rest()
    {
        await _room.ActivateAsync("active@example.com");
        await VerificationMailAsync();
        var housekeeping = _room.Job("email-housekeeping");

        _room.Time.Now += Duration.FromDays(6);
        await housekeeping.RunAsync(new JobContext(_ => { }), Ct);
        Assert.Equal(2, await _room.ScalarAsync<long>("select count(*) from email.subscriptions"));
        _room.Time.Now += Duration.FromDays(2);
        var outcome = await housekeeping.RunAsync(new JobContext(_ => { }), Ct);

        Assert.Equal("active", await StateAsync());
        Assert.Equal(1, outcome.Rows);
        Assert.Equal(0, (await housekeeping.RunAsync(new JobContext(_ => { }), Ct)).Rows);
        Assert.IsType<EmailHousekeepingJob>(housekeeping);
    }
}
