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
            if (!fails(item)) _failures.Answered();
            else if (!_failures.Take(item, Failure(kind))) break;
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
}
