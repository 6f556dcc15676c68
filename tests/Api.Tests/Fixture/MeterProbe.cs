using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using InvestmentAssistant.Api.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>Reads what the instruments of one host count: other hosts of the process have instruments of the same names.</summary>
public sealed class MeterProbe : IDisposable
{
    private readonly ConcurrentDictionary<(string Instrument, string Tags), double> _values = new();
    private readonly MeterListener _listener = new();

    /// <summary>Creates the host's instruments where nothing has yet, and listens from now on.</summary>
    public MeterProbe(IServiceProvider services)
    {
        var host = services.GetRequiredService<IMeterFactory>();
        _ = services.GetServices<IMeters>().Count();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == host)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Take(i, value, tags));
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Take(i, value, tags));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Take(i, value, tags));
        _listener.Start();
    }

    /// <summary>
    /// The present value: of an observed instrument what it shows now, of a counter its sum since the probe began, of a histogram the sum
    /// of what was recorded; over all sets of attributes that hold the given ones.
    /// </summary>
    /// <param name="instrument">investment_assistant.job.runs.</param>
    /// <param name="tags">"outcome=failed".</param>
    public double Of(string instrument, params string[] tags)
    {
        _listener.RecordObservableInstruments();
        return _values
            .Where(v => v.Key.Instrument == instrument && tags.All(t => v.Key.Tags.Contains($";{t};", StringComparison.Ordinal)))
            .Sum(v => v.Value);
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = ";";
        foreach (var (name, tag) in tags)
            text += $"{name}={tag};";
        _values.AddOrUpdate((instrument.Name, text), value, (_, before) => instrument.IsObservable ? value : before + value);
    }
}
