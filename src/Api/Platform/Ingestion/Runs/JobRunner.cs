using System.Collections.Concurrent;
using System.Diagnostics;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Platform.Ingestion.Runs;

/// <summary>Outcome of a request for a run.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Rows">Rows written.</param>
/// <param name="Dropped">Bad rows left out.</param>
/// <param name="Note">For people.</param>
/// <param name="IsRunningElsewhere">Skipped because the same job is running already, here or on another replica.</param>
public sealed record RunResult(RunOutcome Outcome, int Rows, int Dropped, string? Note, bool IsRunningElsewhere = false)
{
    /// <inheritdoc cref="JobOutcome.Answered"/>
    public int? Answered { get; init; }

    /// <inheritdoc cref="JobOutcome.Left"/>
    public int? Left { get; init; }

    /// <summary>Whether PostgreSQL or Redis went away under it: no fault of the job, so that it is worth another try soon.</summary>
    public bool WasCut { get; init; }
}

/// <summary>
/// Runs one job with everything around it: refuses an unconfigured provider, keeps a second run of the same job away, records start,
/// progress and end, and turns every exception of the job into an outcome. It never throws but for cancellation: a job cannot take its
/// process down.
/// </summary>
public sealed class JobRunner(JobCatalog catalog, RunHistory history, JobMeters meters, ILogger<JobRunner> log)
{
    /// <summary>
    /// Longest run, more than any job needs on the smallest budget: a job that takes longer hangs, and would block its next runs.
    /// </summary>
    private static readonly TimeSpan s_longestRun = TimeSpan.FromHours(12);

    private static readonly ActivitySource s_traces = new("InvestmentAssistant.Jobs");

    private readonly ConcurrentDictionary<string, bool> _saidNotConfigured = new(StringComparer.Ordinal);

    /// <summary>Waits before the next tries of a run that was cut: its next firing may be a day away.</summary>
    internal IReadOnlyList<TimeSpan> RetryAfter { get; init; } =
    [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(45), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)];

    /// <summary>Runs the job, and again when PostgreSQL or Redis went away under it, unless a person started it and sees that.</summary>
    /// <param name="name">A name of the catalog.</param>
    /// <param name="trigger">What makes it start.</param>
    /// <param name="progress">Also receives the job's progress.</param>
    /// <param name="ct">Ends the run; it is recorded as failed.</param>
    public async Task<RunResult> RunAsync(string name, RunTrigger trigger, Action<string>? progress, CancellationToken ct)
    {
        var result = await RunOnceAsync(name, trigger, progress, ct);
        if (trigger == RunTrigger.Manual || !result.WasCut)
            return result;
        foreach (var delay in RetryAfter)
        {
            log.LogWarning("{Job} was cut and runs again in {Seconds} s: {Reason}", name, delay.TotalSeconds, result.Note);
            await Task.Delay(delay, ct);
            result = await RunOnceAsync(name, trigger, progress, ct);
            // "Running elsewhere" is now the run that was cut: its end could not be recorded, and its heartbeats have to run out.
            if (!result.WasCut && !result.IsRunningElsewhere)
                break;
        }
        return result;
    }

    private async Task<RunResult> RunOnceAsync(string name, RunTrigger trigger, Action<string>? progress, CancellationToken ct)
    {
        if (catalog.Find(name) is not { } job)
        {
            log.LogWarning("The schedule names the job {Job}, which this build does not know", name);
            return new RunResult(RunOutcome.Skipped, 0, 0, $"there is no job named {name}");
        }
        try
        {
            if (!catalog.IsConfigured(job.Description))
                return await SkipUnconfiguredAsync(job.Description, trigger, ct);
            return await history.StartAsync(name, trigger, ct) is { } id
                ? await RunAsync(job, id, trigger, progress, ct)
                : new RunResult(RunOutcome.Skipped, 0, 0, "it is running already", IsRunningElsewhere: true);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Without PostgreSQL nothing can be stored or recorded.
            log.LogWarning("{Job} could not run or record its run: {Reason}", name, e.Message);
            return new RunResult(RunOutcome.Failed, 0, 0, $"PostgreSQL: {e.Message}") { WasCut = true };
        }
    }

    private async Task<RunResult> SkipUnconfiguredAsync(DataSetDescription description, RunTrigger trigger, CancellationToken ct)
    {
        var note = $"{description.Provider} is not configured";
        if (_saidNotConfigured.TryAdd(description.Provider, true))
            log.LogInformation("{Provider} is not configured (no key or no address): its data sets are left out", description.Provider);
        // Only a person's wish is worth a row: else every firing would write one.
        if (trigger == RunTrigger.Manual)
            await history.SkipAsync(description.Name, trigger, note, ct);
        return new RunResult(RunOutcome.Skipped, 0, 0, note);
    }

    private async Task<RunResult> RunAsync(IDataSetJob job, long id, RunTrigger trigger, Action<string>? progress, CancellationToken ct)
    {
        var name = job.Description.Name;
        var started = Stopwatch.GetTimestamp();
        string? said = null;
        RunResult result;
        using var trace = s_traces.StartActivity($"job {name}");
        trace?.SetTag("data_set", name).SetTag("trigger", trigger.ToString().ToLowerInvariant());
        using var dropped = DroppedRows.Collect();
        using var troubles = CallTroubles.Collect();
        using (var over = CancellationTokenSource.CreateLinkedTokenSource(ct))
        {
            over.CancelAfter(s_longestRun);
            var beating = BeatAsync(id, () => Volatile.Read(ref said), over.Token);
            result = await OutcomeOfAsync(
                job,
                new JobContext(
                    words =>
                    {
                        Volatile.Write(ref said, words);
                        log.LogDebug("{Job}: {Progress}", name, words);
                        progress?.Invoke(words);
                    },
                    ByHand: trigger == RunTrigger.Manual
                ),
                over.Token
            );
            await over.CancelAsync();
            await beating;
        }

        meters.Ended(name, result, Stopwatch.GetElapsedTime(started));
        trace?.SetTag("outcome", RunHistory.Text(result.Outcome)).SetTag("rows", result.Rows);
        if (result.Outcome == RunOutcome.Failed)
            trace?.SetStatus(ActivityStatusCode.Error, result.Note);

        // The end is recorded even when the run was cancelled, in the few seconds a shutdown leaves.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await history.FinishAsync(id, result, limit.Token);
        if (troubles.Count > 0)
            log.LogWarning("{Job}: {Calls} calls failed ({Kinds}), the first: {First}", name, troubles.Count, troubles, troubles.First);
        if (result.Dropped > 0)
            log.LogWarning(
                "{Job} dropped {Dropped} rows of {Provider}: {Reasons}",
                name,
                result.Dropped,
                job.Description.Provider,
                dropped.ToString() ?? "no reason given"
            );
        log.Log(
            result.Outcome == RunOutcome.Failed ? LogLevel.Warning : LogLevel.Information,
            "{Job} {Outcome}: {Rows} rows, {Dropped} dropped, {Elapsed} ms {Note}",
            name,
            result.Outcome,
            result.Rows,
            result.Dropped,
            (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            result.Note ?? ""
        );
        return result;
    }

    private async Task<RunResult> OutcomeOfAsync(IDataSetJob job, JobContext context, CancellationToken ct)
    {
        BackgroundWork.Begin();
        try
        {
            var done = await job.RunAsync(context, ct);
            var outcome =
                done.IsLimited ? RunOutcome.Limited
                : done.Complete ? RunOutcome.Succeeded
                : RunOutcome.Partial;
            return new RunResult(outcome, done.Rows, done.Dropped, done.Note) { Answered = done.Answered, Left = done.Left };
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return new RunResult(RunOutcome.Failed, 0, 0, "stopped: the process shut down, or the run took too long");
        }
        catch (ProviderException e)
        {
            var outcome =
                e.IsLimit ? RunOutcome.Limited
                : e.Kind == ProviderFailure.NotConfigured ? RunOutcome.Skipped
                : RunOutcome.Failed;
            return new RunResult(outcome, 0, 0, e.Message);
        }
        catch (Exception e) when (e.IsStoreGone())
        {
            // One line, below with the outcome: every job on its way says the same.
            return new RunResult(RunOutcome.Failed, 0, 0, $"{e.GetType().Name}: {e.GetBaseException().Message}") { WasCut = true };
        }
        catch (Exception e)
        {
            log.LogError(e, "{Job} failed", job.Description.Name);
            return new RunResult(RunOutcome.Failed, 0, 0, $"{e.GetType().Name}: {e.Message}");
        }
    }

    private async Task BeatAsync(long id, Func<string?> progress, CancellationToken over)
    {
        using var timer = new PeriodicTimer(RunHistory.Heartbeat);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                try
                {
                    await history.BeatAsync(id, progress(), over);
                }
                catch (Exception e) when (!over.IsCancellationRequested)
                {
                    log.LogDebug("A heartbeat was lost: {Reason}", e.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
