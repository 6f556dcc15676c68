using FastEndpoints;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Features.MarketNews.Ingestion;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Ingestion;

namespace InvestmentAssistant.Api.Features.MarketNews;

/// <param name="Status">healthy; stale when the last fetch is more than 26 hours old or there was none; unhealthy when PostgreSQL is
/// gone.</param>
/// <param name="Database">connected or disconnected.</param>
/// <param name="TotalNews">Articles held; null when they cannot be counted.</param>
/// <param name="LatestNewsDate">Publication of the newest; null without articles.</param>
/// <param name="LatestFetchAt">When the provider last brought news; null when never.</param>
/// <param name="HoursSinceFetch">Since then, 1 decimal.</param>
/// <param name="IngestionState">fresh, stale, failing, not_configured or pending: as in the ingestion status.</param>
public sealed record MarketNewsHealthAnswer(
    string Status,
    string Database,
    int? TotalNews,
    Instant? LatestNewsDate,
    Instant? LatestFetchAt,
    double? HoursSinceFetch,
    DataSetState? IngestionState,
    string ApiVersion,
    Instant Timestamp
);

/// <summary>GET /api/v1/market-news/health: whether news come as they should.</summary>
public sealed class GetMarketNewsHealth(
    ArticleFigures<MarketArticle> figures,
    DataSetStatusReader dataSets,
    HttpSettings settings,
    IClock clock
) : EndpointWithoutRequest<MarketNewsHealthAnswer>
{
    public override void Configure()
    {
        Get("health");
        Group<MarketNewsGroup>();
        Options(b => b.CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = "Health of the market news";
            s.Description = "`healthy` within 26 hours of the last fetch, which is daily, else `stale`; 503 when PostgreSQL is gone.";
            s.Response<MarketNewsHealthAnswer>(200, "Healthy or stale.");
            s.Response<MarketNewsHealthAnswer>(503, "PostgreSQL cannot be reached.");
        });
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var fresh = await NewsFreshness.ReadAsync(dataSets, MarketNewsJob.Name, now, ct);
        var totals = fresh.IsUnhealthy ? null : await figures.TotalsAsync(ct);
        await Send.ResponseAsync(
            new MarketNewsHealthAnswer(
                fresh.Status,
                fresh.Database,
                totals?.Count,
                totals?.Last,
                fresh.LastFetchedAt,
                fresh.HoursSince(now),
                fresh.State,
                settings.Version,
                now
            ),
            fresh.IsUnhealthy ? 503 : 200,
            ct
        );
    }
}
