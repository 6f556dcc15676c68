using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Articles.Index;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.MarketNews;

public sealed record SearchMarketNewsRequest
{
    /// <summary>Words to find: words, "phrases", -exclusions.</summary>
    [QueryParam]
    public string? Q { get; init; }

    /// <summary>The same under its older name.</summary>
    [QueryParam]
    public string? Query { get; init; }

    /// <summary>newest (first) or relevance (best match first).</summary>
    [QueryParam]
    public string Sort { get; init; } = "newest";

    /// <summary>Page, from 1.</summary>
    [QueryParam]
    public int? Page { get; init; }

    /// <summary>Articles a page.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;

    /// <summary>next_cursor of the page before: goes on after it, whatever has been added since.</summary>
    [QueryParam]
    public string? Cursor { get; init; }

    /// <summary>First day or moment of publication.</summary>
    [QueryParam]
    public TimeBound? StartDate { get; init; }

    /// <summary>Last day or moment of publication, included.</summary>
    [QueryParam]
    public TimeBound? EndDate { get; init; }

    /// <summary>Publishers: a name, or the beginning of a name or host, whatever the case; may be given several times.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>Publishers to leave out, written likewise.</summary>
    [QueryParam]
    public IReadOnlyList<string>? ExcludeSources { get; init; }
}

public sealed class SearchMarketNewsValidator : Validator<SearchMarketNewsRequest>
{
    public SearchMarketNewsValidator()
    {
        RuleFor(r => r.Q).Must((r, q) => (q ?? r.Query) is not null).WithMessage("is required (query is the same parameter)").IsSearch();
        RuleFor(r => r.Query).IsSearch();
        RuleFor(r => r.Sort).Must(s => s is "newest" or "relevance").WithMessage("must be newest or relevance");
        RuleFor(r => r.Page).IsPage();
        RuleFor(r => r.Limit).IsLimit(100);
        RuleFor(r => r.Cursor).IsAlone(r => r.Page, "page");
        RuleFor(r => r.StartDate).IsStartOf(r => r.EndDate);
        RuleFor(r => r.Sources).AreFew();
        RuleFor(r => r.ExcludeSources).AreFew();
    }
}

/// <summary>What a search found.</summary>
/// <param name="Total">How many articles match; 5,000 when there are more.</param>
/// <param name="TotalIsExact">False when there are more than 5,000.</param>
/// <param name="SearchQuery">What was looked for.</param>
/// <param name="Page">From 1.</param>
/// <param name="Limit">Articles a page.</param>
/// <param name="HasNext">Whether more follow; by relevance the newest 1,000 matches are ordered.</param>
/// <param name="NextCursor">Goes on after this page; null at the end.</param>
public sealed record MarketNewsSearchAnswer(
    int Total, IReadOnlyList<MarketNewsRow> Items, string SearchQuery, int Page, int Limit, bool HasNext, string? NextCursor, bool TotalIsExact);

/// <summary>GET /api/v1/market-news/search: full text over title, description and content.</summary>
public sealed class SearchMarketNews(MarketNewsReader reader) : Endpoint<SearchMarketNewsRequest, MarketNewsSearchAnswer>
{
    public override void Configure()
    {
        Get("/api/v1/market-news/search");
        Options(b => b.WithTags(MarketNewsFeature.Tag).Keeps(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Search market news";
            s.Description = SearchText.Syntax + " Over title, description and content; `match` shows where.";
            s.ResponseExamples[200] = new MarketNewsSearchAnswer(
                1, [MarketNewsRow.Example with { Match = new ArticleMatch("Fed holds <mark>rates</mark> steady", "left its policy <mark>rate</mark> unchanged", 0.41) }],
                "rates", 1, 20, false, null, true);
        });
    }

    public override async Task<MarketNewsSearchAnswer> ExecuteAsync(SearchMarketNewsRequest request, CancellationToken ct)
    {
        var query = await reader.QueryAsync(request.StartDate, request.EndDate, request.Sources, request.ExcludeSources, HttpContext, ct);
        var (text, parameter) = request.Q is { } q ? (q, "q") : (request.Query!, "query");
        query = query with { Text = text, TextParameter = parameter, ByRank = request.Sort == "relevance" };
        var found = await reader.Index.ReadAsync(query, Window.OfPage(request.Page ?? 1, request.Limit), request.Cursor, HttpContext, ct);
        return new MarketNewsSearchAnswer(
            found.Total, [.. found.Hits.Select(MarketNewsRow.Of)], text, found.Window.Page, found.Window.Limit, found.HasNext, found.NextCursor, found.TotalIsExact);
    }
}
