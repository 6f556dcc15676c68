using FastEndpoints;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.MarketNews;

/// <param name="TotalCount">Articles held.</param>
/// <param name="SourcesCount">Publishers of these.</param>
/// <param name="FirstNewsDate">Publication of the oldest; null without articles.</param>
/// <param name="LatestNewsDate">Publication of the newest; null without articles.</param>
public sealed record MarketNewsStatsAnswer(int TotalCount, int SourcesCount, Instant? FirstNewsDate, Instant? LatestNewsDate);

/// <summary>GET /api/v1/market-news/stats: totals.</summary>
public sealed class GetMarketNewsStats(ArticleFigures<MarketArticle> figures) : EndpointWithoutRequest<MarketNewsStatsAnswer>
{
    public override void Configure()
    {
        Get("stats");
        Group<MarketNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Totals of market news";
            s.Description = "How many articles and publishers are held, and from when to when.";
            s.ResponseExamples[200] = new MarketNewsStatsAnswer(
                43_210,
                38,
                Instant.FromUtc(2025, 11, 6, 0, 2),
                Instant.FromUtc(2026, 11, 5, 23, 58)
            );
        });
    }

    public override async Task<MarketNewsStatsAnswer> ExecuteAsync(CancellationToken ct)
    {
        var totals = await figures.TotalsAsync(ct);
        return new MarketNewsStatsAnswer(totals.Count, (await figures.SourcesAsync(ct)).Count, totals.First, totals.Last);
    }
}
