using InvestmentAssistant.Api.Platform.Persistence;
using Quartz;

namespace InvestmentAssistant.Api.Platform.Ingestion.Scheduling;

/// <summary>
/// Starts the clustered scheduler on ingest replicas and brings its jobs and triggers to what this build declares. On other replicas it
/// stays unstarted, and only takes requests for manual runs into the shared store.
/// </summary>
public sealed class QuartzHost(ISchedulerFactory factory, JobCatalog catalog, SchemaGate gate, AppRoles roles, ILogger<QuartzHost> log)
    : BackgroundService,
        IJobRequests
{
    /// <summary>Shuts down every scheduler that was created, started or not: a stop during a start must leave no thread behind.</summary>
    private IScheduler? _scheduler;

    public async Task<bool> RequestAsync(string name, CancellationToken ct)
    {
        var scheduler = await SchedulerAsync(ct);
        var key = new JobKey(name, DataSetQuartzJob.Group);
        if (!await scheduler.Exists(key, ct))
            return false;
        await scheduler.TriggerJob(key, new JobDataMap { [DataSetQuartzJob.TriggerEntry] = "manual" }, ct);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!roles.Ingest)
            return;
        try
        {
            await gate.WaitAsync(stoppingToken);
            for (var pause = TimeSpan.FromSeconds(1); ; pause = pause < TimeSpan.FromSeconds(15) ? pause * 2 : pause)
            {
                try
                {
                    var scheduler = await SchedulerAsync(stoppingToken);
                    await DeclareAsync(scheduler, stoppingToken);
                    await scheduler.Start(stoppingToken);
                    log.LogInformation("The scheduler runs {Count} jobs as {Instance}", catalog.Jobs.Count, scheduler.SchedulerInstanceId);
                    return;
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogWarning("The scheduler could not start, next try in {Pause} s: {Reason}", pause.TotalSeconds, e.Message);
                    await Task.Delay(pause, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutdown.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // A host may be stopped twice; a scheduler only once.
        if (Interlocked.Exchange(ref _scheduler, null) is not { } scheduler)
            return;
        try
        {
            // Running jobs are cancelled, record that, and are waited for; the scheduler itself would wait without end.
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken).AsTask().WaitAsync(cancellationToken);
        }
        catch (Exception e)
        {
            log.LogWarning("The scheduler did not stop cleanly: {Reason}", e.Message);
        }
    }

    private async Task<IScheduler> SchedulerAsync(CancellationToken ct)
    {
        var scheduler = await factory.GetScheduler(ct);
        Volatile.Write(ref _scheduler, scheduler);
        return scheduler;
    }

    private async Task DeclareAsync(IScheduler scheduler, CancellationToken ct)
    {
        foreach (var job in catalog.Jobs)
        {
            var (name, schedule) = (job.Description.Name, job.Description.Schedule);
            // Recovery: a run whose process dies is made again by another replica; jobs are idempotent.
            var detail = JobBuilder
                .Create<DataSetQuartzJob>()
                .WithIdentity(name, DataSetQuartzJob.Group)
                .WithDescription(job.Description.Title)
                .StoreDurably()
                .RequestRecovery()
                .Build();
            await scheduler.AddJob(detail, AddJobOptions.Replacing, ct);

            var key = new TriggerKey(name, DataSetQuartzJob.Group);
            // An unchanged trigger keeps its place in time: replacing it would lose a firing that is due now.
            if (await scheduler.GetTrigger(key, ct) is ICronTrigger known && known.CronExpressionString == schedule)
                continue;
            var trigger = TriggerBuilder
                .Create(TimeProvider.System)
                .WithIdentity(key)
                .ForJob(detail)
                .WithSchedule(
                    CronScheduleBuilder
                        .Create(schedule)
                        .InTimeZone(TimeZoneInfo.Utc)
                        .WithMisfireInstruction(
                            // A missed firing: StartRuns makes it up in the catalog's order; for the other jobs the scheduler does.
                            job.Description.RunAtStart
                                ? CronTriggerMisfireInstruction.DoNothing
                                : CronTriggerMisfireInstruction.FireAndProceed
                        )
                )
                .Build();
            await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, ct);
        }
        foreach (var stored in (await scheduler.QueryJobs(new JobQuery(), ct)).Items)
        {
            if (catalog.Find(stored.Key.Name) is null)
                await scheduler.DeleteJob(stored.Key, ct);
        }
    }
}
