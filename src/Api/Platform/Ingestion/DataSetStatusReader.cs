using InvestmentAssistant.Api.Platform.Ingestion.Runs;

namespace InvestmentAssistant.Api.Platform.Ingestion;

/// <summary>State of a data set.</summary>
public enum DataSetState
{
    /// <summary>A run did its work not long ago, and none failed since.</summary>
    Fresh,

    /// <summary>The last success is older than the data set allows.</summary>
    Stale,

    /// <summary>The last run failed or was abandoned; what is stored is still served.</summary>
    Failing,

    /// <summary>Its provider has no key or no address here.</summary>
    NotConfigured,

    /// <summary>It has not been filled yet.</summary>
    Pending,
}

/// <summary>A data set, its newest runs and its next firing.</summary>
/// <param name="Description">What the job says of itself.</param>
/// <param name="Runs">Its newest runs.</param>
/// <param name="NextRunAt">Its next firing by the schedule; null when its provider is not configured.</param>
/// <param name="State">How it stands.</param>
public sealed record DataSetStatus(DataSetDescription Description, LatestRuns Runs, Instant? NextRunAt, DataSetState State);

/// <summary>Reads the state of all data sets; works in any role and on any replica.</summary>
public sealed class DataSetStatusReader(JobCatalog catalog, RunHistory history, IClock clock)
{
    /// <summary>All data sets in the order of the catalog.</summary>
    public async Task<IReadOnlyList<DataSetStatus>> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var latest = await history.LatestAsync([.. catalog.Jobs.Select(j => j.Description.Name)], ct);
        return [.. catalog.Jobs.Zip(latest, (job, runs) =>
            {
                var configured = catalog.IsConfigured(job.Description);
                return new DataSetStatus(
                    job.Description,
                    runs,
                    configured ? catalog.NextFiring(job.Description.Name, now) : null,
                    configured ? StateOf(job.Description, runs, now) : DataSetState.NotConfigured
                );
            })];
    }

    internal static DataSetState StateOf(DataSetDescription description, LatestRuns runs, Instant now) =>
        runs switch
        {
            { LastFinished.Outcome: RunOutcome.Failed or RunOutcome.Abandoned } => DataSetState.Failing,
            { LastSuccess: null } => DataSetState.Pending,
            { LastSuccess: var success } when now - (success.EndedAt ?? success.StartedAt) > description.FreshFor => DataSetState.Stale,
            _ => DataSetState.Fresh,
        };
}
