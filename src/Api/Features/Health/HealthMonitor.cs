using System.Collections.Concurrent;
using System.Diagnostics;
using InvestmentAssistant.Api.Platform.Secrets;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Features.Health;

/// <summary>healthy, degraded (a part that is not vital is down) or unhealthy (a vital one is).</summary>
public enum HealthLevel
{
    Healthy,
    Degraded,
    Unhealthy,
}

/// <summary>Result of the check of one part.</summary>
/// <param name="Status">connected or disconnected.</param>
/// <param name="LatencyMs">How long it took to answer, milliseconds.</param>
/// <param name="Detail">What is wrong, or worth knowing; null when there is nothing to say.</param>
/// <param name="Data">More for machines, by part.</param>
public sealed record PartHealth(string Status, double LatencyMs, string? Detail, [property: DataOfPart] object? Data)
{
    public const string Up = "connected";
    public const string Down = "disconnected";
}

/// <summary>Result of the checks of all parts at one moment.</summary>
public sealed record HealthReport(HealthLevel Level, Instant At, IReadOnlyDictionary<string, PartHealth> Parts)
{
    /// <summary>connected or disconnected; disconnected for a part that is not there.</summary>
    public string StatusOf(string part) => Parts.TryGetValue(part, out var found) ? found.Status : PartHealth.Down;
}

/// <summary>
/// Asks all parts at once, each with a deadline; requests that come together share one round, so that a storm of probes costs one query a
/// second.
/// </summary>
public sealed class HealthMonitor(IEnumerable<IHealthPart> parts, IClock clock, SecretRedactor secrets)
{
    /// <summary>A part that has not answered by then is down.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    /// <summary>Wall time for which a report is given again.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(1);

    private readonly IHealthPart[] _parts = [.. parts];
    private readonly ConcurrentDictionary<IHealthPart, Task<PartFinding>> _checks = new();
    private readonly Lock _lock = new();
    private Task<HealthReport>? _round;
    private long _startedAt;

    /// <summary>The last finished report; null before the first.</summary>
    public HealthReport? Last { get; private set; }

    public Task<HealthReport> CheckAsync(CancellationToken ct)
    {
        lock (_lock)
        {
            if (
                _round is null
                || (_round.IsCompleted && (!_round.IsCompletedSuccessfully || Stopwatch.GetElapsedTime(_startedAt) > FreshFor))
            )
            {
                _startedAt = Stopwatch.GetTimestamp();
                _round = RoundAsync();
            }
            return _round.WaitAsync(ct);
        }
    }

    private async Task<HealthReport> RoundAsync()
    {
        // Off the caller's lock before any part runs its synchronous beginning.
        await Task.Yield();
        var found = await Task.WhenAll(_parts.Select(AskAsync));
        var level = HealthLevel.Healthy;
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i].Status == PartHealth.Up)
                continue;
            var meant = _parts[i].Weight switch
            {
                PartWeight.Vital => HealthLevel.Unhealthy,
                PartWeight.Degrades => HealthLevel.Degraded,
                _ => HealthLevel.Healthy,
            };
            if (meant > level)
                level = meant;
        }
        var byName = new SortedDictionary<string, PartHealth>(StringComparer.Ordinal);
        for (var i = 0; i < found.Length; i++)
            byName[_parts[i].Name] = found[i];
        return Last = new HealthReport(level, clock.GetCurrentInstant(), byName);
    }

    private async Task<PartHealth> AskAsync(IHealthPart part)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            // A check that hangs is left alone, neither cancelled (drivers wait for the server that hangs to take the cancel) nor repeated.
            var check = _checks.AddOrUpdate(part, Check, (_, last) => last.IsCompleted ? Check(part) : last);
            var finding = await check.WaitAsync(Deadline);
            return new PartHealth(
                finding.IsUp ? PartHealth.Up : PartHealth.Down,
                Elapsed(started),
                secrets.Redact(finding.Detail),
                finding.Data
            );
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            return new PartHealth(PartHealth.Down, Elapsed(started), $"no answer within {Deadline.TotalSeconds:0} s", null);
        }
        catch (Exception e)
        {
            // The kind of fault, not its text: driver messages name hosts and users.
            return new PartHealth(PartHealth.Down, Elapsed(started), $"unreachable ({e.GetBaseException().GetType().Name})", null);
        }
    }

    private static Task<PartFinding> Check(IHealthPart part) => part.CheckAsync(CancellationToken.None);

    private static double Elapsed(long started) => Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2);
}
