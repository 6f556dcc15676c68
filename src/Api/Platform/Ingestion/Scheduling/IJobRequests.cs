namespace InvestmentAssistant.Api.Platform.Ingestion.Scheduling;

/// <summary>Asks for a run that some replica with the ingest role then makes; works on any replica.</summary>
public interface IJobRequests
{
    /// <returns>False when no ingest replica has put the job into the scheduler yet.</returns>
    Task<bool> RequestAsync(string name, CancellationToken ct);
}
