using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.MarketNews;

public sealed record RecentMarketNewsRequest
{
    /// <summary>Span in hours.</summary>
    [QueryParam]
    public int Hours { get; init; } = 24;

    /// <summary>Largest number of rows.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;
}

public sealed class RecentMarketNewsValidator : Validator<RecentMarketNewsRequest>
{
    public RecentMarketNewsValidator()
    {
        RuleFor(r => r.Hours).InclusiveBetween(1, 168);
        RuleFor(r => r.Limit).IsLimit(50);
    }
}

/// <summary>GET /api/v1/market-news/recent: the newest articles of the last hours.</summary>
public sealed class GetRecentMarketNews(MarketNewsReader reader, IClock clock)
    : Endpoint<RecentMarketNewsRequest, IReadOnlyList<MarketNewsRow>>
{
    public override void Configure()
    {
        Get("recent");
        Group<MarketNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Market news of the last hours";
            s.Description =
                "Newest first. The free plan of the provider gives articles a day late: with it the last 24 hours are empty, and "
                + "`hours=72` is not.";
            s.ResponseExamples[200] = new[] { MarketNewsRow.Example };
        });
    }

    public override async Task<IReadOnlyList<MarketNewsRow>> ExecuteAsync(RecentMarketNewsRequest request, CancellationToken ct)
    {
        var query = new ArticleQuery { From = clock.GetCurrentInstant() - Duration.FromHours(request.Hours) };
        var found = await reader.Index.ReadAsync(query, new Window(0, request.Limit), cursor: null, ct);
        return [.. found.Hits.Select(MarketNewsRow.Of)];
    }
}
