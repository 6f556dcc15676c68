using System.Diagnostics.Metrics;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Platform.Ingestion.Runs;

/// <summary>Counts runs by outcome, their duration, and the rows that they wrote or dropped.</summary>
public sealed class JobMeters : IMeters
{
    /// <summary>Seconds; a first fill takes an hour, an idle run none.</summary>
    private static readonly InstrumentAdvice<double> s_buckets = new() { HistogramBucketBoundaries = [1, 5, 30, 120, 600, 3_600] };

    private readonly Counter<long> _runs;
    private readonly Counter<long> _rows;
    private readonly Histogram<double> _duration;

    public JobMeters(IMeterFactory factory, JobCatalog catalog)
    {
        var meter = factory.Create("InvestmentAssistant.Jobs");
        _runs = meter.CreateCounter<long>("investment_assistant.job.runs", "{run}", "Runs of a data set's job by outcome.");
        _rows = meter.CreateCounter<long>(
            "investment_assistant.job.rows",
            "{row}",
            "Rows of a data set that were written, or dropped as bad."
        );
        _duration = meter.CreateHistogram(
            "investment_assistant.job.duration",
            "s",
            "Duration of a run.",
            advice: s_buckets,
            tags: (IEnumerable<KeyValuePair<string, object?>>?)null
        );
        // The first failure is an increase only of something that was zero before.
        foreach (var job in catalog.Jobs)
        {
            foreach (var outcome in (string[])["succeeded", "failed"])
                _runs.Add(0, DataSet(job.Description.Name), Outcome(outcome));
            foreach (var outcome in (string[])["written", "dropped"])
                _rows.Add(0, DataSet(job.Description.Name), Outcome(outcome));
        }
    }

    /// <summary>Counts a run that has ended.</summary>
    /// <param name="dataSet">bithumb-markets.</param>
    /// <param name="result">What it did.</param>
    /// <param name="took">Wall time.</param>
    public void Ended(string dataSet, RunResult result, TimeSpan took)
    {
        _runs.Add(1, DataSet(dataSet), Outcome(RunHistory.Text(result.Outcome)));
        _duration.Record(took.TotalSeconds, DataSet(dataSet));
        _rows.Add(result.Rows, DataSet(dataSet), Outcome("written"));
        _rows.Add(result.Dropped, DataSet(dataSet), Outcome("dropped"));
    }

    private static KeyValuePair<string, object?> DataSet(string name) => new("data_set", name);

    private static KeyValuePair<string, object?> Outcome(string name) => new("outcome", name);
}
