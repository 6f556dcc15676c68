using InvestmentAssistant.Api.Platform.Ingestion.Feeds;
using InvestmentAssistant.Api.Platform.Persistence;
using NodaTime;

namespace InvestmentAssistant.Api.Platform.Ingestion.Runs;

/// <summary>
/// Fills what is missing when a process starts: data sets that never succeeded, are stale, or had a firing while nobody ran. Data sets of one
/// provider follow each other in the order of the catalog, long histories last; providers go side by side. A lease a provider makes
/// replicas that start together share the work: the second finds everything fresh.
/// </summary>
public sealed class StartRuns(
    JobCatalog catalog, RunHistory history, JobRunner runner, LeaseKeeper leases, SchemaGate gate, IClock clock, ILogger<StartRuns> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await gate.WaitAsync(stoppingToken);
            var providers = catalog.Jobs.Where(j => j.Description.RunAtStart).OrderBy(j => j.Description.LongHistory)
                .GroupBy(j => j.Description.Provider, StringComparer.Ordinal);
            await Task.WhenAll(providers.Select(jobs => RunAsync(jobs.Key, [.. jobs], stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutdown.
        }
    }

    private async Task RunAsync(string provider, IReadOnlyList<IDataSetJob> jobs, CancellationToken ct)
    {
        try
        {
            await using var lease = await leases.AcquireAsync($"start-runs:{provider}", ct);
            foreach (var job in jobs) await FillAsync(job.Description, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("The first fill from {Provider} was cut short, the schedule goes on: {Reason}", provider, e.Message);
        }
    }

    private async Task FillAsync(DataSetDescription description, CancellationToken ct)
    {
        while (IsDue(description, (await history.LatestAsync([description.Name], ct))[0].LastSuccess))
        {
            var result = await runner.RunAsync(description.Name, RunTrigger.Start, null, ct);
            if (!result.IsRunningElsewhere) return;
            // Another replica is at it, or died at it a moment ago: its row tells which, once a few heartbeats have come or not.
            await Task.Delay(RunHistory.Heartbeat, ct);
        }
    }

    /// <summary>Never succeeded, stale, or fired while nobody ran it. A part-done success counts for what it wrote.</summary>
    private bool IsDue(DataSetDescription description, Run? lastSuccess)
    {
        if (lastSuccess is null) return true;
        var now = clock.GetCurrentInstant();
        return now - lastSuccess.StartedAt > description.FreshFor
            || catalog.NextFiring(description.Name, lastSuccess.StartedAt) is { } due && due <= now;
    }
}
