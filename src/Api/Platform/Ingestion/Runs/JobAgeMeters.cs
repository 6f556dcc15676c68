using System.Diagnostics.Metrics;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Platform.Ingestion.Runs;

/// <summary>
/// Age of each data set: time since its last success, by the market's clock, beside the age that it may have. Data sets without a provider
/// here have none; before a first success the age is that of the first look.
/// </summary>
public sealed class JobAgeMeters : IReadMeters
{
    private readonly DataSetStatusReader _reader;
    private readonly IClock _clock;
    private readonly Reading<IReadOnlyList<DataSetStatus>> _sets;
    private readonly Instrument _age;
    private readonly Instant _since;

    public JobAgeMeters(IMeterFactory factory, DataSetStatusReader reader, IClock clock, TimeProvider time)
    {
        (_reader, _clock, _sets, _since) = (reader, clock, new Reading<IReadOnlyList<DataSetStatus>>(time), clock.GetCurrentInstant());
        var meter = factory.Create("InvestmentAssistant.DataSets");
        _age = meter.CreateObservableGauge("investment_assistant.data_set.age", Ages, "s", "Time since a data set's last success.");
        meter.CreateObservableGauge(
            "investment_assistant.data_set.max_age",
            () => Configured().Select(s => Of(s, s.Description.FreshFor)),
            "s",
            "Age beyond which a data set is stale."
        );
    }

    /// <inheritdoc />
    public bool IsWatched => _age.Enabled;

    /// <inheritdoc />
    public async Task ReadAsync(CancellationToken ct) => _sets.Set(await _reader.ReadAsync(ct));

    private IEnumerable<Measurement<double>> Ages()
    {
        var now = _clock.GetCurrentInstant();
        return Configured().Select(s => Of(s, now - (s.Runs.LastSuccess is { } success ? success.EndedAt ?? success.StartedAt : _since)));
    }

    private IEnumerable<DataSetStatus> Configured() => (_sets.Value ?? []).Where(s => s.State != DataSetState.NotConfigured);

    private static Measurement<double> Of(DataSetStatus set, Duration age) =>
        new(age.TotalSeconds, KeyValuePair.Create("data_set", (object?)set.Description.Name));
}
