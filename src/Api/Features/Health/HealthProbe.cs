namespace InvestmentAssistant.Api.Features.Health;

/// <summary>Asks all parts every five seconds, so that <c>/health</c> can say what was last known without asking.</summary>
public sealed class HealthProbe(HealthMonitor monitor, ProcessHealth process, ILogger<HealthProbe> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        HealthLevel? last = null;
        do
        {
            try
            {
                last = await LookAsync(last, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "Health could not be looked at");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<HealthLevel> LookAsync(HealthLevel? last, CancellationToken ct)
    {
        var report = await monitor.CheckAsync(ct);
        process.Learn(report);
        if (last is { } before && before != report.Level)
        {
            log.LogWarning(
                "Health went from {Before} to {Now}: {Parts}",
                before,
                report.Level,
                string.Join(", ", report.Parts.Where(p => p.Value.Status != PartHealth.Up).Select(p => $"{p.Key} {p.Value.Detail}"))
            );
        }
        return report.Level;
    }
}
