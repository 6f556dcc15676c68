using FastEndpoints;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.MarketNews;

/// <summary>A publisher.</summary>
/// <param name="Host">Host of its articles; null when unknown.</param>
/// <param name="Count">Articles held.</param>
/// <param name="FirstArticleAt">Publication of its oldest.</param>
/// <param name="LastArticleAt">Publication of its newest.</param>
public sealed record MarketNewsSource(string Source, string? Host, int Count, Instant FirstArticleAt, Instant LastArticleAt);

public sealed record MarketNewsSourcesAnswer(IReadOnlyList<MarketNewsSource> Sources);

/// <summary>GET /api/v1/market-news/sources: the publishers.</summary>
public sealed class GetMarketNewsSources(ArticleFigures<MarketArticle> figures) : EndpointWithoutRequest<MarketNewsSourcesAnswer>
{
    public override void Configure()
    {
        Get("sources");
        Group<MarketNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Publishers of market news";
            s.Description = "Most articles first, ties by name.";
            s.ResponseExamples[200] = new MarketNewsSourcesAnswer([
                new("Reuters", "reuters.com", 1840, Instant.FromUtc(2025, 11, 6, 4, 10), Instant.FromUtc(2026, 11, 5, 22, 40)),
            ]);
        });
    }

    public override async Task<MarketNewsSourcesAnswer> ExecuteAsync(CancellationToken ct) =>
        new([.. (await figures.SourcesAsync(ct)).Select(s => new MarketNewsSource(s.Source, s.Host, s.Count, s.First, s.Last))]);
}
