using System.Diagnostics.Metrics;
using InvestmentAssistant.Api.Platform.Telemetry;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>Calls that are left of each provider's budgets, over all replicas; a budget without a limit has no value.</summary>
public sealed class BudgetMeters : IReadMeters
{
    private readonly ProviderBudget _budget;
    private readonly IOptionsMonitor<ProviderOptions> _options;
    private readonly Reading<IReadOnlyList<BudgetState>> _states;
    private readonly Instrument _left;

    public BudgetMeters(IMeterFactory factory, ProviderBudget budget, IOptionsMonitor<ProviderOptions> options, TimeProvider time)
    {
        (_budget, _options, _states) = (budget, options, new Reading<IReadOnlyList<BudgetState>>(time));
        var meter = factory.Create("InvestmentAssistant.Budgets");
        _left = meter.CreateObservableGauge(
            "investment_assistant.provider.budget.left",
            Left,
            "{call}",
            "Calls that a provider's budget still allows."
        );
        meter.CreateObservableGauge(
            "investment_assistant.provider.budget.limit",
            Limits,
            "{call}",
            "Calls that a provider's budget allows."
        );
    }

    /// <inheritdoc />
    public bool IsWatched => _left.Enabled;

    /// <inheritdoc />
    public async Task ReadAsync(CancellationToken ct) => _states.Set(await _budget.ReadAsync(ct));

    private IEnumerable<Measurement<int>> Limits() =>
        KnownProviders.All.SelectMany(known =>
            BudgetsOf(known.Name).Where(b => b.Limit > 0).Select(b => Of(b.Limit, known.Name, b.Period))
        );

    private IEnumerable<Measurement<int>> Left()
    {
        // A provider that was never called has no row: all of its budget is left.
        if (_states.Value?.ToDictionary(s => s.Provider, StringComparer.Ordinal) is not { } states)
            yield break;
        foreach (var provider in KnownProviders.All.Select(k => k.Name))
        {
            var state = states.GetValueOrDefault(provider);
            foreach (var (period, limit) in BudgetsOf(provider))
            {
                var spent = (period == "day" ? state?.CallsToday : state?.CallsInLastMinute) ?? 0;
                if (limit > 0)
                    yield return Of(Math.Max(0, limit - spent), provider, period);
            }
        }
    }

    private IEnumerable<(string Period, int Limit)> BudgetsOf(string provider)
    {
        var options = _options.Get(provider);
        return [("minute", options.CallsPerMinute), ("day", options.CallsPerDay)];
    }

    private static Measurement<int> Of(int calls, string provider, string period) =>
        new(calls, KeyValuePair.Create("provider", (object?)provider), KeyValuePair.Create("period", (object?)period));
}
