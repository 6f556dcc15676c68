using InvestmentAssistant.Api.Platform.Ingestion.Feeds;
using InvestmentAssistant.Api.Platform.Persistence;

namespace InvestmentAssistant.Api.Platform.Ingestion.Runs;

/// <summary>
/// Fills what is missing when a process starts: data sets that never succeeded, are stale, or missed a firing while no process ran. Data
/// sets of one provider follow each other in the order of the catalog, those of the boards first, long histories last; providers go side by
/// side, but for what builds on another's, and what the boards do not need waits until they have prices. A lease a provider makes replicas
/// that start together share the work: the second finds everything fresh.
/// </summary>
public sealed class StartRuns(
    JobCatalog catalog,
    DueRuns due,
    JobRunner runner,
    LeaseKeeper leases,
    BoardsFirst boards,
    SchemaGate gate,
    ILogger<StartRuns> log
) : BackgroundService
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(1);

    /// <summary>Completes when the data set's run has ended, with any outcome.</summary>
    private readonly Dictionary<string, TaskCompletionSource> _turns = catalog
        .Jobs.Where(j => j.Description.RunAtStart)
        .ToDictionary(j => j.Description.Name, _ => new TaskCompletionSource(), StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await gate.WaitAsync(stoppingToken);
            var first = catalog
                .Jobs.Where(j => j.Description is { RunAtStart: true, ForBoards: true })
                .Select(j => _turns[j.Description.Name].Task);
            var ready = boards.WaitAsync(Task.WhenAll(first), stoppingToken);
            var providers = catalog
                .Jobs.Where(j => j.Description.RunAtStart)
                .OrderBy(j => j.Description.LongHistory)
                .ThenByDescending(j => j.Description.ForBoards)
                .GroupBy(j => j.Description.Provider, StringComparer.Ordinal);
            await Task.WhenAll(providers.Select(jobs => RunAsync(jobs.Key, [.. jobs], ready, stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutdown.
        }
    }

    private async Task RunAsync(string provider, IReadOnlyList<IDataSetJob> jobs, Task boardsHavePrices, CancellationToken ct)
    {
        try
        {
            for (var pause = s_firstPause; ; pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause)
            {
                try
                {
                    await FillAllAsync(provider, jobs, boardsHavePrices, ct);
                    return;
                }
                catch (Exception e) when (e.IsStoreGone() && !ct.IsCancellationRequested)
                {
                    // What is filled is not due again, so another beginning costs a few reads.
                    log.LogWarning(
                        "The first fill from {Provider} goes on in {Seconds} s: {Reason}",
                        provider,
                        pause.TotalSeconds,
                        e.Message
                    );
                    await Task.Delay(pause, ct);
                }
            }
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("The first fill from {Provider} ended early, the schedule continues: {Reason}", provider, e.Message);
        }
        finally
        {
            foreach (var job in jobs)
                _turns[job.Description.Name].TrySetResult();
        }
    }

    private async Task FillAllAsync(string provider, IReadOnlyList<IDataSetJob> jobs, Task boardsHavePrices, CancellationToken ct)
    {
        await using var lease = await leases.AcquireAsync($"start-runs:{provider}", ct);
        foreach (var job in jobs)
        {
            if (!job.Description.ForBoards)
                await boardsHavePrices;
            var others = job.Description.After.Where(name => jobs.All(j => j.Description.Name != name));
            await Task.WhenAll(others.Select(name => _turns.TryGetValue(name, out var turn) ? turn.Task : Task.CompletedTask))
                .WaitAsync(ct);
            await FillAsync(job.Description, ct);
            _turns[job.Description.Name].TrySetResult();
        }
    }

    private async Task FillAsync(DataSetDescription description, CancellationToken ct)
    {
        while (await due.IsDueAsync(description, ct))
        {
            var result = await runner.RunAsync(description.Name, RunTrigger.Start, null, ct);
            if (!result.IsRunningElsewhere)
                return;
            // Another replica runs it, or died a moment ago: the heartbeats of its row show which.
            await Task.Delay(RunHistory.Heartbeat, ct);
        }
    }
}
