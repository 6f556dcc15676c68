using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Feeds;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Platform.Ingestion;

/// <summary>Leases and feeds over a link to PostgreSQL that breaks.</summary>
public sealed class LeaseTests : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly TestDatabase _database;
    private readonly FaultyLink _link;
    private readonly string _overTheLink;
    private readonly string _lease = $"lease-{Guid.NewGuid():N}";

    public LeaseTests(TestDatabase database)
    {
        _database = database;
        var direct = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        _link = new FaultyLink(direct.Host!, direct.Port);
        _overTheLink = new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Host = "127.0.0.1",
            Port = _link.Port,
            Timeout = 2,
        }.ConnectionString;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _link.DisposeAsync();

    /// <summary>The session that holds a lease; null while none does.</summary>
    private Task<object?> SessionAsync() =>
        _database.ScalarAsync(
            "select min(pid) from pg_locks where locktype = 'advisory' and granted and database = "
                + "(select oid from pg_database where datname = current_database()) having count(*) > 0"
        );

    private Task<object?> EndSessionsAsync() => _database.ScalarAsync(FeedHostTests.KillLeaseHolders);

    [Theory]
    [InlineData("cut")]
    [InlineData("frozen")]
    [InlineData("terminated")]
    public async Task A_lease_is_in_doubt_while_PostgreSQL_is_away_and_held_again_when_it_is_back(string fault)
    {
        await using var replica = await ReplicaHost.BuildAsync(_overTheLink);
        await using var lease = await replica.Get<LeaseKeeper>().TryAcquireAsync(_lease, Ct);

        if (fault == "terminated")
        {
            var session = await SessionAsync();
            await EndSessionsAsync();
            await Wait.Until(async () => await SessionAsync() is { } now && !now.Equals(session));
        }
        else
        {
            if (fault == "cut")
                _link.Cut();
            else
                _link.Freeze();
            await Wait.Until(() => !lease!.IsCertain);
            _link.Heal();
        }

        await Wait.Until(() => lease!.IsCertain);
        Assert.False(lease!.Lost.IsCancellationRequested);
        Assert.Null(await replica.Get<LeaseKeeper>().TryAcquireAsync(_lease, Ct));
    }

    [Fact]
    public async Task A_lease_in_doubt_is_lost_when_another_has_taken_it_by_then()
    {
        await using var cutOff = await ReplicaHost.BuildAsync(_overTheLink);
        await using var other = await ReplicaHost.BuildAsync(_database.ConnectionString);
        await using var lease = await cutOff.Get<LeaseKeeper>().TryAcquireAsync(_lease, Ct);

        _link.Freeze();
        await Wait.Until(() => !lease!.IsCertain);
        // The server notices a peer that is gone by its keepalives; the test does not wait for them.
        await EndSessionsAsync();
        await using var theirs = await other.Get<LeaseKeeper>().AcquireAsync(_lease, Ct);
        Assert.False(lease!.Lost.IsCancellationRequested);
        _link.Heal();

        await Wait.Until(() => lease.Lost.IsCancellationRequested);
        Assert.True(theirs.IsCertain);
    }

    [Fact]
    public async Task A_right_is_given_up_only_in_doubt()
    {
        await using var replica = await ReplicaHost.BuildAsync(_overTheLink);
        await using var lease = await replica.Get<LeaseKeeper>().TryAcquireAsync(_lease, Ct);
        var rights = new PublishingRights();
        rights.Claim(["crypto"], lease!);

        rights.Yield("crypto");
        Assert.True(rights.MayTakeOver("crypto"));
        Assert.False(lease!.Lost.IsCancellationRequested);

        _link.Cut();
        await Wait.Until(() => !rights.MayTakeOver("crypto"));
        rights.Yield("crypto");
        await Wait.Until(() => lease.Lost.IsCancellationRequested);
        Assert.True(rights.MayTakeOver("sp500"));
    }

    [Fact]
    public async Task A_feed_goes_on_while_PostgreSQL_is_away()
    {
        var feed = new SteadyFeed(_lease);
        await using var replica = await ReplicaHost.BuildAsync(_overTheLink, services => services.AddSingleton<ILiveFeed>(feed));
        await replica.StartAsync();
        await Wait.Until(() => feed.IsRunning);

        _link.Cut();
        await Wait.Until(() => !replica.Get<PublishingRights>().MayTakeOver("steady"));
        Assert.True(feed.IsRunning);
        _link.Heal();
        await Wait.Until(() => replica.Get<PublishingRights>().MayTakeOver("steady"));

        Assert.True(feed.IsRunning);
        Assert.Equal(1, feed.Starts);
    }

    private sealed class SteadyFeed(string name) : ILiveFeed
    {
        public string Name => name;

        public string Provider => "bithumb";

        public IReadOnlyCollection<string> Boards => ["steady"];

        public bool IsRunning { get; private set; }

        public int Starts { get; private set; }

        public async Task RunAsync(FeedHealth health, CancellationToken ct)
        {
            (Starts, IsRunning) = (Starts + 1, true);
            try
            {
                await Task.Delay(Timeout.Infinite, ct);
            }
            finally
            {
                IsRunning = false;
            }
        }
    }
}
