using System.Diagnostics.Metrics;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Platform.Http.Finished;

/// <summary>What the finished answers take up and how often they serve.</summary>
public sealed class FinishedMeters : IMeters
{
    public FinishedMeters(IMeterFactory factory, FinishedAnswers answers)
    {
        var meter = factory.Create("InvestmentAssistant.FinishedAnswers");
        meter.CreateObservableUpDownCounter(
            "investment_assistant.finished_answers.size",
            () => answers.Bytes,
            "By",
            "Estimated memory of all finished answers."
        );
        meter.CreateObservableUpDownCounter(
            "investment_assistant.finished_answers.entries",
            () => answers.Entries,
            "{entry}",
            "Finished answers."
        );
        meter.CreateObservableCounter<long>(
            "investment_assistant.finished_answers.requests",
            () => [Of("hit", answers.Hits), Of("miss", answers.Misses)],
            "{request}",
            "Questions that may have a finished answer: answered with its bytes, or by their endpoint."
        );
    }

    private static Measurement<long> Of(string outcome, long count) => new(count, KeyValuePair.Create("outcome", (object?)outcome));
}
