using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using Marten;

namespace InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;

public sealed record SearchEarningsNewsRequest
{
    /// <summary>Words to find: words, "phrases", -exclusions.</summary>
    [QueryParam]
    public string? Q { get; init; }

    /// <summary>Stories left out at the beginning.</summary>
    [QueryParam]
    public int Skip { get; init; }

    /// <summary>Stories a page.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;

    /// <summary>Only these companies: repeated, or with commas.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Symbols { get; init; }

    /// <summary>First report date.</summary>
    [QueryParam]
    public LocalDate? StartDate { get; init; }

    /// <summary>Last report date, included.</summary>
    [QueryParam]
    public LocalDate? EndDate { get; init; }
}

public sealed class SearchEarningsNewsValidator : Validator<SearchEarningsNewsRequest>
{
    public SearchEarningsNewsValidator()
    {
        RuleFor(r => r.Q).NotNull().WithMessage("is required").IsSearch();
        RuleFor(r => r.Skip).IsSkip();
        RuleFor(r => r.Limit).IsLimit(100);
        RuleFor(r => r.Symbols).AreSymbols();
        RuleFor(r => r.StartDate).IsStartOf(r => r.EndDate);
    }
}

/// <param name="Total">Stories of all pages.</param>
/// <param name="SearchQuery">What was looked for.</param>
/// <param name="Page">From 1.</param>
/// <param name="Limit">Stories a page.</param>
/// <param name="HasNext">Whether stories follow.</param>
public sealed record EarningsNewsFound(
    int Total,
    IReadOnlyList<EarningsNewsDetail> Items,
    string SearchQuery,
    int Page,
    int Limit,
    bool HasNext
);

/// <summary>GET /api/v1/earnings-calendar-news/search: stories found by words.</summary>
public sealed class SearchEarningsNews(ArticleIndex<EarningsArticle> index, IDocumentStore store)
    : Endpoint<SearchEarningsNewsRequest, EarningsNewsFound>
{
    public override void Configure()
    {
        Get("search");
        Group<EarningsNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Search news around reports";
            s.Description = "In headline and summary of stories about reports; newest first. " + SearchText.Syntax;
            s.ResponseExamples[200] = new EarningsNewsFound(1, [EarningsNewsDetail.Example], "apple preview", 1, 20, false);
        });
    }

    public override async Task<EarningsNewsFound> ExecuteAsync(SearchEarningsNewsRequest request, CancellationToken ct)
    {
        var words = SearchText.Clean(request.Q);
        var window = new Window(request.Skip, request.Limit);
        var anyOf = new List<IReadOnlyList<string>> { new[] { EarningsArticle.StoryFacet } };
        if (ListParameter.Of(request.Symbols, EquitySymbol.Normalize) is { Length: > 0 } symbols)
            anyOf.Add([.. symbols.Select(EarningsArticle.FacetOfSymbol)]);
        if (request is not { StartDate: null, EndDate: null })
        {
            var reports = await ReportsAsync(request.StartDate, request.EndDate, ct);
            if (reports.Count == 0)
                return new EarningsNewsFound(0, [], words, window.Page, window.Limit, false);
            anyOf.Add([.. reports.Select(EarningsArticle.FacetOfEvent)]);
        }
        var found = await index.ReadAsync(new ArticleQuery { Text = words, AnyOf = anyOf }, window, cursor: null, ct);
        return new EarningsNewsFound(
            found.Total,
            [.. found.Hits.Select(h => EarningsNewsDetail.Of(h.Article))],
            words,
            window.Page,
            window.Limit,
            found.HasNext
        );
    }

    /// <summary>The index knows articles by their report, not by its date.</summary>
    private async Task<IReadOnlyList<int>> ReportsAsync(LocalDate? start, LocalDate? end, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var reports = session.Earnings().Where(e => e.StoryCount > 0);
        if (start is { } first)
            reports = reports.Where(e => e.ReportDate >= first);
        if (end is { } last)
            reports = reports.Where(e => e.ReportDate <= last);
        return await reports.Select(e => e.Id).ToListAsync(ct);
    }
}
