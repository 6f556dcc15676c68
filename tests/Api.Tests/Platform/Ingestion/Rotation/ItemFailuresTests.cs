using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Platform.Ingestion.Rotation;

public sealed class ItemFailuresTests
{
    private static readonly string[] s_items = [.. Enumerable.Range(0, 30).Select(n => $"I{n:00}")];

    private readonly ItemFailures _failures = new();

    private static ProviderException Failure(ProviderFailure kind) => new(kind, "test", "for the test");

    /// <summary>One run; returns the items whose turn came.</summary>
    private List<string> Run(Func<string, bool> fails, ProviderFailure kind = ProviderFailure.BadReply)
    {
        var turns = new List<string>();
        foreach (var item in _failures.Begin(s_items, i => i))
        {
            turns.Add(item);
            if (!fails(item))
                _failures.Answered();
            else if (!_failures.Take(item, Failure(kind)))
                break;
        }
        return turns;
    }

    [Fact]
    public void P2_a_handful_of_neighbours_that_fail_do_not_end_the_run_and_come_last_in_the_next()
    {
        static bool Fails(string item) => string.CompareOrdinal(item, "I05") < 0;
        Assert.Equal(s_items, Run(Fails));
        Assert.Equal(5, _failures.Count);
        Assert.Equal([.. s_items[5..], .. s_items[..5]], Run(Fails));
    }

    [Fact]
    public void P2_more_than_the_streak_at_the_head_stop_one_run_and_no_second_one()
    {
        static bool Fails(string item) => string.CompareOrdinal(item, "I20") < 0;
        Assert.Equal(s_items[..ItemFailures.MostInARow], Run(Fails));
        Assert.Equal([.. s_items[ItemFailures.MostInARow..], .. s_items[..ItemFailures.MostInARow]], Run(Fails));
    }

    [Theory]
    [InlineData(ProviderFailure.NotConfigured)]
    [InlineData(ProviderFailure.Unauthorized)]
    [InlineData(ProviderFailure.BudgetSpent)]
    [InlineData(ProviderFailure.RateLimited)]
    public void What_speaks_against_the_provider_ends_the_run_at_once(ProviderFailure kind) => Assert.Single(Run(_ => true, kind));

    [Fact]
    public async Task Work_that_ends_is_done()
    {
        Assert.Equal(ItemEnd.Done, await _failures.TryAsync("I00", () => Task.CompletedTask));
        Assert.Equal((0, null, null), (_failures.Count, _failures.First, _failures.Limit));
    }

    [Theory]
    [InlineData(ProviderFailure.Rejected)]
    [InlineData(ProviderFailure.BadReply)]
    [InlineData(ProviderFailure.ServerError)]
    [InlineData(ProviderFailure.Timeout)]
    public async Task An_item_that_fails_by_itself_is_skipped_and_counted(ProviderFailure kind)
    {
        var (first, second) = (Failure(kind), Failure(kind));
        Assert.Equal(ItemEnd.Failed, await _failures.TryAsync("I00", () => throw first));
        Assert.Equal(ItemEnd.Failed, await _failures.TryAsync("I01", () => throw second));
        Assert.Equal((2, first, second), (_failures.Count, _failures.First, _failures.Latest));
    }

    [Theory]
    [InlineData(ProviderFailure.BudgetSpent)]
    [InlineData(ProviderFailure.RateLimited)]
    public async Task A_limit_ends_the_run_cleanly(ProviderFailure kind)
    {
        var limit = Failure(kind);
        Assert.Equal(ItemEnd.Limited, await _failures.TryAsync("I00", () => throw limit));
        Assert.Equal((0, limit), (_failures.Count, _failures.Limit));
    }

    [Fact]
    public async Task Many_failures_in_a_row_end_the_run_with_the_last_of_them()
    {
        for (var n = 1; n < ItemFailures.MostInARow; n++)
            await _failures.TryAsync($"I{n:00}", () => throw Failure(ProviderFailure.Timeout));
        var last = Failure(ProviderFailure.Timeout);
        Assert.Same(last, await Assert.ThrowsAsync<ProviderException>(() => _failures.TryAsync("I99", () => throw last)));
    }

    [Fact]
    public async Task A_refused_key_ends_the_run_unless_the_job_can_do_without_what_the_plan_lacks()
    {
        await Assert.ThrowsAsync<ProviderException>(() => _failures.TryAsync("I00", () => throw Failure(ProviderFailure.Unauthorized)));
        var patient = new ItemFailures { PlanMayEnd = true };
        Assert.Equal(ItemEnd.NotCovered, await patient.TryAsync("I00", () => throw Failure(ProviderFailure.Unauthorized)));
    }

    [Fact]
    public async Task Parts_fail_on_their_own_until_the_budget_is_spent()
    {
        var parts = ItemFailures.OfParts();
        Assert.Equal(ItemEnd.Failed, await parts.TryAsync("crypto", () => throw Failure(ProviderFailure.RateLimited)));
        Assert.Equal(ItemEnd.Limited, await parts.TryAsync("forex", () => throw Failure(ProviderFailure.BudgetSpent)));
    }

    [Fact]
    public async Task A_new_run_knows_nothing_of_the_limit_of_the_last()
    {
        await _failures.TryAsync("I00", () => throw Failure(ProviderFailure.BudgetSpent));
        _failures.Begin(s_items, i => i);
        Assert.Null(_failures.Limit);
    }
}
