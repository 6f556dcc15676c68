using InvestmentAssistant.Api.Platform.Ingestion.Runs;
using Quartz;

namespace InvestmentAssistant.Api.Platform.Ingestion.Scheduling;

/// <summary>The one kind of job the scheduler knows: it runs the data set that its key names.</summary>
[DisallowConcurrentExecution]
public sealed class DataSetQuartzJob(JobRunner runner) : IJob
{
    internal const string Group = "data-sets";

    /// <summary>Entry of the job data that says who asked: absent for the schedule.</summary>
    internal const string TriggerEntry = "trigger";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var manual = context.MergedJobDataMap.ContainsKey(TriggerEntry);
        var trigger = manual ? RunTrigger.Manual : RunTrigger.Schedule;
        var result = await runner.RunAsync(context.JobDetail.Key.Name, trigger, progress: null, cancellationToken);
        // The run that is made up for is that of a process just found dead: its row still counts as running until its heartbeat has been
        // missed.
        for (var tries = 0; context.Recovering && result.IsRunningElsewhere && tries < 12; tries++)
        {
            await Task.Delay(RunHistory.Heartbeat, cancellationToken);
            result = await runner.RunAsync(context.JobDetail.Key.Name, trigger, progress: null, cancellationToken);
        }
    }
}
