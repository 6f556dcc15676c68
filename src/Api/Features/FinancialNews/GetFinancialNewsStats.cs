using FastEndpoints;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.FinancialNews;

/// <param name="TotalCount">Articles held.</param>
/// <param name="FirstNewsDate">Publication of the oldest; null without articles.</param>
/// <param name="LatestNewsDate">Publication of the newest; null without articles.</param>
public sealed record FinancialNewsStatsAnswer(int TotalCount, Instant? FirstNewsDate, Instant? LatestNewsDate);

/// <summary>GET /api/v1/financial-news/stats: totals.</summary>
public sealed class GetFinancialNewsStats(ArticleFigures<FinancialArticle> figures) : EndpointWithoutRequest<FinancialNewsStatsAnswer>
{
    public override void Configure()
    {
        Get("stats");
        Group<FinancialNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Totals of financial news";
            s.Description = "How many articles are held, and from when to when.";
            s.ResponseExamples[200] = new FinancialNewsStatsAnswer(
                21_480,
                Instant.FromUtc(2025, 11, 6, 0, 4),
                Instant.FromUtc(2026, 11, 5, 23, 31)
            );
        });
    }

    public override async Task<FinancialNewsStatsAnswer> ExecuteAsync(CancellationToken ct)
    {
        var totals = await figures.TotalsAsync(ct);
        return new FinancialNewsStatsAnswer(totals.Count, totals.First, totals.Last);
    }
}
