using FastEndpoints;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Domain.News.Requests;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.MarketNews;

/// <summary>With <c>page</c> or <c>cursor</c> the answer is a page with its envelope, without them the bare list.</summary>
public sealed record ListMarketNewsRequest : NewsListRequest
{
    /// <summary>Articles at most. By default 20 a page, and 100 in the bare list.</summary>
    [QueryParam]
    public int? Limit { get; init; }

    /// <summary>Number of articles to skip.</summary>
    [QueryParam]
    public int? Skip { get; init; }

    /// <summary>A publisher: its name, or the beginning of its name or host, in any case.</summary>
    [QueryParam]
    public string? Source { get; init; }

    /// <summary>Publishers to leave out, written likewise.</summary>
    [QueryParam]
    public IReadOnlyList<string>? ExcludeSources { get; init; }

    /// <summary>Words to find, as in the search.</summary>
    [QueryParam]
    public string? Search { get; init; }
}

public sealed class ListMarketNewsValidator : Validator<ListMarketNewsRequest>
{
    public ListMarketNewsValidator()
    {
        this.NewsListRules();
        RuleFor(r => r.Limit).IsLimit(MarketNewsReader.BareLimit);
        RuleFor(r => r.Skip).IsSkip().IsAlone(r => r.Page, "page");
        RuleFor(r => r.Cursor).IsAlone(r => r.Skip, "skip");
        RuleFor(r => r.ExcludeSources).AreFew();
        RuleFor(r => r.Search).IsSearch();
    }
}

/// <summary>GET /api/v1/market-news/: articles, newest first.</summary>
public sealed class ListMarketNews(MarketNewsReader reader) : Endpoint<ListMarketNewsRequest>
{
    public override void Configure()
    {
        Get("");
        Group<MarketNewsGroup>();
        Description(b => b.Produces<IReadOnlyList<MarketNewsRow>>(200));
        Options(b => b.CachesAs(DataKind.Minutes).WithMetadata(new AlsoAnswers("application/json", typeof(Paged<MarketNewsRow>))));
        Summary(s =>
        {
            s.Summary = "Market news, newest first";
            s.Description =
                "The bare list of articles; with `page` or `cursor` an object `{total, items, page, limit, has_next, "
                + "next_cursor}`. Ties of time stand by key. Of a search at most 5,000 articles are counted.";
        });
    }

    public override async Task HandleAsync(ListMarketNewsRequest request, CancellationToken ct)
    {
        var query = await reader.QueryAsync(
            request.StartDate,
            request.EndDate,
            [.. request.Sources ?? [], .. request.Source is { } source ? [source] : Array.Empty<string>()],
            request.ExcludeSources,
            ct
        );
        query = query with { Text = request.Search, TextParameter = "search" };
        var isBare = request.Page is null && request.Cursor is null;
        var window = MarketNewsReader.WindowOf(request.Page, request.Cursor, request.Skip, request.Limit);
        var found = await reader.Index.ReadAsync(query, window, request.Cursor, ct);
        List<MarketNewsRow> rows = [.. found.Hits.Select(MarketNewsRow.Of)];
        if (isBare)
            await Send.OkAsync(rows, ct);
        else
            await Send.OkAsync(
                new Paged<MarketNewsRow>(found.Total, rows, found.Window.Page, found.Window.Limit, found.HasNext, found.NextCursor),
                ct
            );
    }
}
