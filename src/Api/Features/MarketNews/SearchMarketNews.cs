using FastEndpoints;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Domain.News.Requests;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.MarketNews;

public sealed record SearchMarketNewsRequest : NewsSearchRequest
{
    /// <summary>Articles at most. By default 20 with page or cursor, else 100.</summary>
    [QueryParam]
    public int? Limit { get; init; }

    /// <summary>Number of articles to skip; the answer is then the bare list.</summary>
    [QueryParam]
    public int? Skip { get; init; }

    /// <summary>Publishers to leave out, written likewise.</summary>
    [QueryParam]
    public IReadOnlyList<string>? ExcludeSources { get; init; }
}

public sealed class SearchMarketNewsValidator : Validator<SearchMarketNewsRequest>
{
    public SearchMarketNewsValidator()
    {
        this.NewsSearchRules();
        RuleFor(r => r.Limit).IsLimit(MarketNewsReader.BareLimit);
        RuleFor(r => r.Skip).IsSkip().IsAlone(r => r.Page, "page");
        RuleFor(r => r.Cursor).IsAlone(r => r.Skip, "skip");
        RuleFor(r => r.ExcludeSources).AreFew();
    }
}

/// <summary>Result of a search.</summary>
/// <param name="Total">How many articles match; 5,000 when there are more.</param>
/// <param name="TotalIsExact">False when there are more than 5,000.</param>
/// <param name="SearchQuery">What was looked for.</param>
/// <param name="Page">From 1.</param>
/// <param name="Limit">Articles a page.</param>
/// <param name="HasNext">Whether more follow; by relevance the newest 1,000 matches are ordered.</param>
/// <param name="NextCursor">Goes on after this page; null at the end.</param>
public sealed record MarketNewsSearchAnswer(
    int Total,
    IReadOnlyList<MarketNewsRow> Items,
    string SearchQuery,
    int Page,
    int Limit,
    bool HasNext,
    string? NextCursor,
    bool TotalIsExact
);

/// <summary>GET /api/v1/market-news/search: full text over title, description and content.</summary>
public sealed class SearchMarketNews(MarketNewsReader reader) : Endpoint<SearchMarketNewsRequest>
{
    public override void Configure()
    {
        Get("search");
        Group<MarketNewsGroup>();
        Description(b => b.Produces<MarketNewsSearchAnswer>(200));
        Options(b => b.CachesAs(DataKind.Minutes).WithMetadata(new AlsoAnswers("application/json", typeof(IReadOnlyList<MarketNewsRow>))));
        Summary(s =>
        {
            s.Summary = "Search market news";
            s.Description =
                SearchText.Syntax
                + " Over title, description and content; `match` shows where. With `skip` the answer is the bare list of `items`.";
            s.ResponseExamples[200] = new MarketNewsSearchAnswer(
                1,
                [
                    MarketNewsRow.Example with
                    {
                        Match = new ArticleMatch(
                            "Fed holds <mark>rates</mark> steady",
                            "left its policy <mark>rate</mark> unchanged",
                            0.41
                        ),
                    },
                ],
                "rates",
                1,
                20,
                false,
                null,
                true
            );
        });
    }

    public override async Task HandleAsync(SearchMarketNewsRequest request, CancellationToken ct)
    {
        var query = await reader.QueryAsync(request.StartDate, request.EndDate, request.Sources, request.ExcludeSources, ct);
        var (text, parameter) = request.Words();
        query = query with { Text = text, TextParameter = parameter, ByRank = request.IsByRank() };
        var window = MarketNewsReader.WindowOf(request.Page, request.Cursor, request.Skip, request.Limit);
        var found = await reader.Index.ReadAsync(query, window, request.Cursor, ct);
        List<MarketNewsRow> rows = [.. found.Hits.Select(MarketNewsRow.Of)];
        if (request.Skip is not null)
            await Send.OkAsync(rows, ct);
        else
            await Send.OkAsync(
                new MarketNewsSearchAnswer(
                    found.Total,
                    rows,
                    text,
                    found.Window.Page,
                    found.Window.Limit,
                    found.HasNext,
                    found.NextCursor,
                    found.TotalIsExact
                ),
                ct
            );
    }
}
