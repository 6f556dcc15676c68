using FastEndpoints;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Features.FinancialNews.Ingestion;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Ingestion;

namespace InvestmentAssistant.Api.Features.FinancialNews;

/// <param name="Status">healthy; stale when the last fetch is more than 3 hours old or there was none; unhealthy when PostgreSQL is
/// gone.</param>
/// <param name="Database">connected or disconnected.</param>
/// <param name="CategoriesCount">Categories with articles; null when they cannot be counted.</param>
/// <param name="TotalNews">Articles held; null when they cannot be counted.</param>
/// <param name="LatestNewsDate">Publication of the newest; null without articles.</param>
/// <param name="LatestFetchAt">When the provider last brought news; null when never.</param>
/// <param name="HoursSinceFetch">Since then, 1 decimal.</param>
/// <param name="IngestionState">fresh, stale, failing, not_configured or pending: as in the ingestion status.</param>
public sealed record FinancialNewsHealthAnswer(
    string Status,
    string Database,
    int? CategoriesCount,
    int? TotalNews,
    Instant? LatestNewsDate,
    Instant? LatestFetchAt,
    double? HoursSinceFetch,
    DataSetState? IngestionState,
    IReadOnlyList<string> AvailableCategories,
    string ApiVersion,
    Instant Timestamp
);

/// <summary>GET /api/v1/financial-news/health: whether news come as they should.</summary>
public sealed class GetFinancialNewsHealth(
    ArticleFigures<FinancialArticle> figures,
    DataSetStatusReader dataSets,
    HttpSettings settings,
    IClock clock
) : EndpointWithoutRequest<FinancialNewsHealthAnswer>
{
    public override void Configure()
    {
        Get("health");
        Group<FinancialNewsGroup>();
        Options(b => b.CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = "Health of the financial news";
            s.Description = "`healthy` within 3 hours of the last fetch, which is hourly, else `stale`; 503 when PostgreSQL is gone.";
            s.Response<FinancialNewsHealthAnswer>(200, "Healthy or stale.");
            s.Response<FinancialNewsHealthAnswer>(503, "PostgreSQL cannot be reached.");
        });
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var fresh = await NewsFreshness.ReadAsync(dataSets, FinancialNewsJob.Name, now, ct);
        var totals = fresh.IsUnhealthy ? null : await figures.TotalsAsync(ct);
        var categories = fresh.IsUnhealthy ? null : await figures.FacetsAsync(Facet.Category, days: null, ct);
        await Send.ResponseAsync(
            new FinancialNewsHealthAnswer(
                fresh.Status,
                fresh.Database,
                categories?.Count,
                totals?.Count,
                totals?.Last,
                fresh.LastFetchedAt,
                fresh.HoursSince(now),
                fresh.State,
                NewsCategory.Names,
                settings.Version,
                now
            ),
            fresh.IsUnhealthy ? 503 : 200,
            ct
        );
    }
}
