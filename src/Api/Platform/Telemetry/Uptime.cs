using System.Diagnostics;

namespace InvestmentAssistant.Api.Platform.Telemetry;

/// <summary>Time since this process began to serve; wall time, also in a replay.</summary>
public sealed class Uptime
{
    private readonly long _startedAt = Stopwatch.GetTimestamp();

    /// <summary>days.hours:minutes:seconds.</summary>
    public override string ToString() => Stopwatch.GetElapsedTime(_startedAt).ToString(@"d\.hh\:mm\:ss", null);
}
