namespace InvestmentAssistant.Api.Platform.Ingestion.Runs;

/// <summary>Says whether a data set has to be filled when a process starts.</summary>
public sealed class DueRuns(JobCatalog catalog, RunHistory history, IClock clock)
{
    private readonly Instant _begun = clock.GetCurrentInstant();

    /// <summary>
    /// Whether it never succeeded, is stale, or missed a firing. A success that wrote only a part counts; a run that the schedule made
    /// since this process began does not: it came before its turn, and may have found what it builds on half filled.
    /// </summary>
    public async Task<bool> IsDueAsync(DataSetDescription description, CancellationToken ct)
    {
        if ((await history.LatestAsync([description.Name], ct))[0].LastSuccess is not { } last)
            return true;
        var now = clock.GetCurrentInstant();
        return last.Trigger == RunTrigger.Schedule && last.StartedAt >= _begun
            || now - last.StartedAt > description.FreshFor
            || catalog.NextFiring(description.Name, last.StartedAt) is { } firing && firing <= now;
    }
}
