using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Ingestion;
using NodaTime.Testing;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Platform.Providers;

public sealed class ProviderBudgetTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 23, 22, 0));
    private readonly string _provider = $"provider-{Guid.NewGuid():N}";
    private ReplicaHost _replica = null!;

    public async ValueTask InitializeAsync() => _replica = await ReplicaHost.BuildAsync(database.ConnectionString, clock: _clock);

    public ValueTask DisposeAsync() => _replica.DisposeAsync();

    /// <summary>A budget as another process would have it: nothing in memory is shared.</summary>
    private ProviderBudget OfAnotherReplica() => new(_replica.Get<NpgsqlDataSource>(), _clock);

    [Fact]
    public async Task Callers_on_two_replicas_never_get_more_than_the_days_calls()
    {
        var replicas = new[] { OfAnotherReplica(), OfAnotherReplica() };
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(async i =>
                {
                    try
                    {
                        await replicas[i % 2].SpendAsync(_provider, 0, 20, Ct);
                        return true;
                    }
                    catch (ProviderException e) when (e.Kind == ProviderFailure.BudgetSpent)
                    {
                        return false;
                    }
                })
        );
        Assert.Equal(20, outcomes.Count(spent => spent));
    }

    [Fact]
    public async Task A_spent_day_stays_spent_after_a_restart_and_ends_at_midnight_UTC()
    {
        for (var i = 0; i < 3; i++)
            await OfAnotherReplica().SpendAsync(_provider, 0, 3, Ct);

        var spent = await Assert.ThrowsAsync<ProviderException>(() => OfAnotherReplica().SpendAsync(_provider, 0, 3, Ct));
        Assert.Equal(ProviderFailure.BudgetSpent, spent.Kind);
        Assert.Equal(TimeSpan.FromHours(2), spent.RetryAfter);

        _clock.AdvanceHours(2);
        await OfAnotherReplica().SpendAsync(_provider, 0, 3, Ct);
    }

    [Fact]
    public async Task The_minute_is_any_sixty_seconds_and_a_caller_waits_for_it()
    {
        await OfAnotherReplica().SpendAsync(_provider, 2, 0, Ct); // 22:00:00
        _clock.AdvanceSeconds(50);
        await OfAnotherReplica().SpendAsync(_provider, 2, 0, Ct); // 22:00:50
        _clock.AdvanceSeconds(9);

        // 22:00:59. A calendar minute later two more would be allowed; within sixty seconds of 22:00:50 only one is.
        var third = OfAnotherReplica().SpendAsync(_provider, 2, 0, Ct);
        Assert.False(third.IsCompleted);
        _clock.AdvanceSeconds(2);
        await third; // 22:01:01
        var fourth = OfAnotherReplica().SpendAsync(_provider, 2, 0, Ct);
        Assert.NotSame(fourth, await Task.WhenAny(fourth, Task.Delay(TimeSpan.FromMilliseconds(300), Ct)));
        _clock.AdvanceSeconds(50);
        await fourth; // 22:01:51
    }

    [Fact]
    public async Task Waiting_for_the_minute_can_be_cancelled()
    {
        await OfAnotherReplica().SpendAsync(_provider, 1, 0, Ct);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var waiting = OfAnotherReplica().SpendAsync(_provider, 1, 0, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_call_that_waits_for_its_minute_takes_nothing_from_the_day()
    {
        await OfAnotherReplica().SpendAsync(_provider, 1, 100, Ct);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        cancel.CancelAfter(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OfAnotherReplica().SpendAsync(_provider, 1, 100, cancel.Token));

        var state = Assert.Single(await OfAnotherReplica().ReadAsync(Ct), s => s.Provider == _provider);
        Assert.Equal((1, 1), (state.CallsInLastMinute, state.CallsToday));
    }

    [Fact]
    public async Task A_replay_that_is_started_over_finds_its_minute_free()
    {
        await OfAnotherReplica().SpendAsync(_provider, 1, 0, Ct);
        _clock.Reset(_clock.GetCurrentInstant() - Duration.FromHours(3));

        await OfAnotherReplica().SpendAsync(_provider, 1, 0, Ct);
    }
}
