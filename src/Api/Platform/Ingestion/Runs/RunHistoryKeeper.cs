using InvestmentAssistant.Api.Platform.Persistence;

namespace InvestmentAssistant.Api.Platform.Ingestion.Runs;

/// <summary>Keeps the history honest and short: marks lost runs within half a minute, and forgets runs after 30 days.</summary>
public sealed class RunHistoryKeeper(RunHistory history, SchemaGate gate, IClock clock, ILogger<RunHistoryKeeper> log) : BackgroundService
{
    private static readonly Duration s_kept = Duration.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await gate.WaitAsync(stoppingToken);
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
            for (var round = 0; await timer.WaitForNextTickAsync(stoppingToken); round++)
            {
                try
                {
                    if (await history.AbandonLostAsync(stoppingToken) is > 0 and var lost)
                        log.LogWarning("{Count} runs were abandoned by processes that are gone", lost);
                    if (round % 360 == 0)
                        await history.PurgeAsync(clock.GetCurrentInstant() - s_kept, stoppingToken);
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogDebug("The run history could not be cleaned up: {Reason}", e.Message);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutdown.
        }
    }
}
