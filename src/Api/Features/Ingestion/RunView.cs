using InvestmentAssistant.Api.Platform.Ingestion.Runs;

namespace InvestmentAssistant.Api.Features.Ingestion;

/// <summary>A run on the wire.</summary>
/// <param name="StartedAt">When it started.</param>
/// <param name="EndedAt">Null while it runs.</param>
/// <param name="Outcome">
/// running, succeeded, partial (ended early on purpose), limited (ended by a limit of the provider or of our own budget), failed, skipped
/// or abandoned
/// (its process died).
/// </param>
/// <param name="Trigger">schedule, start or manual.</param>
/// <param name="Rows">Rows written.</param>
/// <param name="Dropped">Bad rows of the provider that were left out.</param>
/// <param name="Instance">The replica that ran it: host and process.</param>
/// <param name="Progress">The last word of a running job.</param>
/// <param name="Note">What the job said at its end, or why it failed.</param>
/// <param name="Answered">Questions that the provider answered, also with nothing new; null when the job does not count them.</param>
/// <param name="Left">Questions that wait for the next run; null when not counted.</param>
public sealed record RunView(
    Instant StartedAt,
    Instant? EndedAt,
    RunOutcome Outcome,
    RunTrigger Trigger,
    int Rows,
    int Dropped,
    string Instance,
    string? Progress,
    string? Note,
    int? Answered,
    int? Left
)
{
    public static RunView Of(Run run) =>
        new(
            run.StartedAt,
            run.EndedAt,
            run.Outcome,
            run.Trigger,
            run.Rows,
            run.Dropped,
            run.Instance,
            run.Progress,
            run.Note,
            run.Answered,
            run.Left
        );

    internal static readonly RunView Example = new(
        Instant.FromUtc(2026, 11, 23, 0, 0),
        Instant.FromUtc(2026, 11, 23, 0, 0, 2),
        RunOutcome.Succeeded,
        RunTrigger.Schedule,
        415,
        0,
        "api-7d9f/1",
        null,
        null,
        null,
        null
    );
}
