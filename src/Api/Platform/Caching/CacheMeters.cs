using System.Diagnostics.Metrics;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Platform.Caching;

/// <summary>What the answer cache holds and how often it answers.</summary>
public sealed class CacheMeters : IMeters
{
    public CacheMeters(IMeterFactory factory, AnswerCache cache)
    {
        var meter = factory.Create("InvestmentAssistant.AnswerCache");
        meter.CreateObservableUpDownCounter(
            "investment_assistant.answer_cache.size",
            () => cache.Bytes,
            "By",
            "Estimated memory of all kept answers."
        );
        meter.CreateObservableUpDownCounter("investment_assistant.answer_cache.entries", () => cache.Entries, "{entry}", "Kept answers.");
        meter.CreateObservableCounter<long>(
            "investment_assistant.answer_cache.requests",
            () => [Of("hit", cache.Hits), Of("miss", cache.Misses), Of("stale", cache.Stale)],
            "{request}",
            "Questions to the cache: answered from it, read from the store, or answered with an old value because the store was away."
        );
    }

    private static Measurement<long> Of(string outcome, long count) => new(count, KeyValuePair.Create("outcome", (object?)outcome));
}
