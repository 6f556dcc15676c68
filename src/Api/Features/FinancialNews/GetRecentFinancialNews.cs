using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.FinancialNews;

public sealed record RecentFinancialNewsRequest
{
    /// <summary>Span in hours.</summary>
    [QueryParam]
    public int Hours { get; init; } = 24;

    /// <summary>Largest number of rows.</summary>
    [QueryParam]
    public int Limit { get; init; } = 10;

    /// <summary>crypto, forex, merger, general; may be given several times.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Categories { get; init; }
}

public sealed class RecentFinancialNewsValidator : Validator<RecentFinancialNewsRequest>
{
    public RecentFinancialNewsValidator()
    {
        RuleFor(r => r.Hours).InclusiveBetween(1, 168);
        RuleFor(r => r.Limit).IsLimit(50);
        RuleFor(r => r.Categories).AreCategories();
    }
}

/// <summary>GET /api/v1/financial-news/recent: the newest articles of the last hours.</summary>
public sealed class GetRecentFinancialNews(ArticleIndex<FinancialArticle> index, IClock clock)
    : Endpoint<RecentFinancialNewsRequest, IReadOnlyList<FinancialNewsRow>>
{
    public override void Configure()
    {
        Get("recent");
        Group<FinancialNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Financial news of the last hours";
            s.Description = "Newest first, ties by key.";
            s.ResponseExamples[200] = new[] { FinancialNewsRow.Example };
        });
    }

    public override async Task<IReadOnlyList<FinancialNewsRow>> ExecuteAsync(RecentFinancialNewsRequest request, CancellationToken ct)
    {
        var query = new ArticleQuery
        {
            AnyOf = FinancialNewsRules.OfCategories(request.Categories),
            From = clock.GetCurrentInstant() - Duration.FromHours(request.Hours),
        };
        var found = await index.ReadAsync(query, new Window(0, request.Limit), cursor: null, ct);
        return [.. found.Hits.Select(FinancialNewsRow.Of)];
    }
}
