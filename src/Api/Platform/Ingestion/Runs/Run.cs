namespace InvestmentAssistant.Api.Platform.Ingestion.Runs;

/// <summary>Cause of a run.</summary>
public enum RunTrigger
{
    /// <summary>Its cron expression.</summary>
    Schedule,

    /// <summary>A process started and the data set was missing, stale, or had missed a firing.</summary>
    Start,

    /// <summary>A person: <c>Api jobs run</c> or the admin endpoint.</summary>
    Manual,
}

/// <summary>How a run ended.</summary>
public enum RunOutcome
{
    Running,
    Succeeded,

    /// <summary>Ended early on purpose: the next firing goes on.</summary>
    Partial,

    /// <summary>Ended by a limit, the provider's or our own budget's: what is left waits for the next firing.</summary>
    Limited,
    Failed,

    /// <summary>Did nothing: provider not configured, or the same job was running elsewhere.</summary>
    Skipped,

    /// <summary>Its process ended without recording an outcome.</summary>
    Abandoned,
}

/// <summary>One run of a data set's job.</summary>
/// <param name="Id">Ascending in time.</param>
/// <param name="DataSet">bithumb-markets.</param>
/// <param name="Trigger">What made it start.</param>
/// <param name="Instance">The replica that ran it.</param>
/// <param name="StartedAt">By the market's clock, like all times here.</param>
/// <param name="EndedAt">Null while it runs; of an abandoned run, when that was noticed.</param>
/// <param name="Rows">Rows written.</param>
/// <param name="Dropped">Bad rows left out.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Progress">The last word of the running job.</param>
/// <param name="Note">For people: what the job said at its end, or why it was skipped or failed.</param>
/// <param name="Answered">Questions that the provider answered, also with nothing new; null when the job does not count them.</param>
/// <param name="Left">Questions that wait for the next run; null when not counted.</param>
/// <param name="Worked"> Whether it did its work: all of it, or a part that brought rows or answers. An early stop before any reply is no
/// success. </param>
public sealed record Run(
    long Id,
    string DataSet,
    RunTrigger Trigger,
    string Instance,
    Instant StartedAt,
    Instant? EndedAt,
    int Rows,
    int Dropped,
    RunOutcome Outcome,
    string? Progress,
    string? Note,
    int? Answered,
    int? Left,
    bool Worked
);

/// <summary>The newest runs of a data set that matter for its state.</summary>
/// <param name="DataSet">bithumb-markets.</param>
/// <param name="Last">The newest run of any outcome but skipped; null when it never ran.</param>
/// <param name="LastFinished">The newest that has ended.</param>
/// <param name="LastSuccess">The newest that <see cref="Run.Worked"/>.</param>
public sealed record LatestRuns(string DataSet, Run? Last, Run? LastFinished, Run? LastSuccess);
