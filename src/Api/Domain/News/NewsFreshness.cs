using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;

namespace InvestmentAssistant.Api.Domain.News;

/// <summary>Freshness of a kind of news.</summary>
/// <param name="Status">healthy; stale when it was last fetched longer ago than it may be, or never; unhealthy when PostgreSQL is
/// gone.</param>
/// <param name="Database">connected or disconnected.</param>
/// <param name="LastFetchedAt">When the provider last brought news; null when never.</param>
/// <param name="State">How its data set stands: fresh, stale, failing, not_configured, pending; null when that cannot be read.</param>
public sealed record NewsFreshness(string Status, string Database, Instant? LastFetchedAt, DataSetState? State)
{
    public bool IsUnhealthy => Status == "unhealthy";

    /// <summary>Hours since the last fetch, 1 decimal; null when there was none.</summary>
    public double? HoursSince(Instant now) => LastFetchedAt is { } at ? Math.Round((now - at).TotalHours, 1) : null;

    /// <summary>By the history of the data set's runs: a run that failed leaves what the one before it brought as fresh as it is.</summary>
    /// <param name="reader">Reads the runs.</param>
    /// <param name="dataSet">Name of the data set.</param>
    /// <param name="now">By the market's clock.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<NewsFreshness> ReadAsync(DataSetStatusReader reader, string dataSet, Instant now, CancellationToken ct)
    {
        try
        {
            var status = (await reader.ReadAsync(ct)).First(s => s.Description.Name == dataSet);
            var fetched = status.Runs.LastSuccess?.EndedAt;
            var isFresh = fetched is { } at && now - at <= status.Description.FreshFor;
            return new NewsFreshness(isFresh ? "healthy" : "stale", "connected", fetched, status.State);
        }
        catch (Exception e) when (e.IsStoreGone())
        {
            return new NewsFreshness("unhealthy", "disconnected", null, null);
        }
    }
}
