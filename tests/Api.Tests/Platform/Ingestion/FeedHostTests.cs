using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Feeds;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Platform.Ingestion;

public sealed class FeedHostTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    // "idle" backends of the pool hold no advisory lock; those that do are the leases.
    internal const string KillLeaseHolders =
        "select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and granted and database = "
        + "(select oid from pg_database where datname = current_database())";

    private const string CountLeases =
        "select count(*) from pg_locks where locktype = 'advisory' and granted and database = "
        + "(select oid from pg_database where datname = current_database())";

    private Task<ReplicaHost> ReplicaAsync(params ILiveFeed[] feeds) => ReplicaHost.BuildAsync(database.ConnectionString, services =>
        {
            foreach (var feed in feeds)
                services.AddSingleton(feed);
        });

    /// <summary>A feed that says it is connected and stays until cancelled.</summary>
    private sealed class TestFeed(string name, string provider = "bithumb") : ILiveFeed
    {
        private int _running;

        public string Name => name;

        public string Provider => provider;

        public bool IsRunning => Volatile.Read(ref _running) > 0;

        public int Starts { get; private set; }

        public Func<int, Task>? AtStart { get; init; }

        public async Task RunAsync(FeedHealth health, CancellationToken ct)
        {
            Starts++;
            if (AtStart is not null)
                await AtStart(Starts);
            Interlocked.Increment(ref _running);
            try
            {
                health.IsConnected = true;
                health.Event(Instant.FromUtc(2026, 11, 23, 14, 30));
                health.Drop();
                await Task.Delay(Timeout.Infinite, ct);
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
        }
    }

    [Fact]
    public async Task One_of_two_replicas_feeds_and_any_replica_sees_it()
    {
        var name = $"feed-{Guid.NewGuid():N}";
        TestFeed one = new(name),
            two = new(name),
            watching = new(name);
        await using var first = await ReplicaAsync(one);
        await using var second = await ReplicaAsync(two);
        await using var reader = await ReplicaAsync(watching);
        await Task.WhenAll(first.StartAsync(), second.StartAsync());

        FeedStatus? status = null;
        await Wait.Until(async () =>
            (status = Assert.Single(await reader.Get<IFeedStatusReader>().ReadAsync(Ct))) is { Connected: true, Messages: 1 }
        );

        Assert.Equal(1, one.Starts + two.Starts);
        Assert.Equal((name, "bithumb", Replica.Name, 1), (status!.Name, status.Provider, status.Owner, status.Dropped));
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 14, 30), status.LastEventAt);
    }

    [Fact]
    public async Task A_clean_shutdown_hands_the_feed_to_the_other_replica()
    {
        var name = $"feed-{Guid.NewGuid():N}";
        TestFeed one = new(name),
            two = new(name);
        await using var first = await ReplicaAsync(one);
        await first.StartAsync();
        await Wait.Until(() => one.IsRunning);
        await using var second = await ReplicaAsync(two);
        await second.StartAsync();

        await first.StopAsync();
        Assert.False(one.IsRunning);
        await Wait.Until(() => two.IsRunning, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task When_the_holders_connection_is_killed_exactly_one_replica_feeds_within_ten_seconds()
    {
        var name = $"feed-{Guid.NewGuid():N}";
        TestFeed one = new(name),
            two = new(name);
        await using var first = await ReplicaAsync(one);
        await using var second = await ReplicaAsync(two);
        await Task.WhenAll(first.StartAsync(), second.StartAsync());
        await Wait.Until(() => one.IsRunning || two.IsRunning);

        Assert.True((long)(await database.ScalarAsync(KillLeaseHolders))! > 0);
        // The holder takes its lock again at once; should the other be quicker, it feeds and the holder stops.
        await Wait.Until(async () => (long)(await database.ScalarAsync(CountLeases))! == 1, TimeSpan.FromSeconds(10));
        await Wait.Until(() => one.IsRunning != two.IsRunning, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_lease_is_held_by_one_and_giving_it_back_does_not_throw_when_its_session_was_ended()
    {
        await using var replica = await ReplicaAsync();
        var lease = await replica.Get<LeaseKeeper>().TryAcquireAsync("some-lease", Ct);
        Assert.NotNull(lease);
        Assert.Null(await replica.Get<LeaseKeeper>().TryAcquireAsync("some-lease", Ct));

        await database.ScalarAsync(KillLeaseHolders);
        await lease.DisposeAsync();

        await Wait.Until(async () =>
        {
            await using var next = await replica.Get<LeaseKeeper>().TryAcquireAsync("some-lease", Ct);
            return next is not null;
        });
    }

    [Fact]
    public async Task A_lease_given_back_is_free_at_once()
    {
        await using var replica = await ReplicaAsync();
        for (var i = 0; i < 3; i++)
        {
            await using var lease = await replica.Get<LeaseKeeper>().TryAcquireAsync("handed-on", Ct);
            Assert.NotNull(lease);
        }
    }

    [Fact]
    public async Task A_failed_feed_is_started_again_and_its_error_is_shown_until_then()
    {
        var again = new TaskCompletionSource();
        var feed = new TestFeed($"feed-{Guid.NewGuid():N}")
        {
            AtStart = start => start == 1 ? throw new IOException("the provider hung up") : again.Task,
        };
        await using var replica = await ReplicaAsync(feed);
        await replica.StartAsync();

        await Wait.Until(() => feed.Starts == 2);
        again.SetResult();
        await Wait.Until(() => feed.IsRunning);
        await Wait.Until(async () => (await replica.Get<IFeedStatusReader>().ReadAsync(Ct))[0] is { Connected: true, Error: null });
    }

    [Fact]
    public async Task A_feed_whose_provider_has_no_key_does_not_run_and_says_so()
    {
        var feed = new TestFeed($"feed-{Guid.NewGuid():N}", provider: "finnhub");
        var other = new TestFeed($"feed-{Guid.NewGuid():N}");
        await using var replica = await ReplicaAsync(feed, other);
        await replica.StartAsync();
        await Wait.Until(() => other.IsRunning);

        Assert.Equal(0, feed.Starts);
        var status = (await replica.Get<IFeedStatusReader>().ReadAsync(Ct)).Single(f => f.Name == feed.Name);
        Assert.Equal((true, false, null), (status.NotConfigured, status.Connected, status.Owner));
    }
}
