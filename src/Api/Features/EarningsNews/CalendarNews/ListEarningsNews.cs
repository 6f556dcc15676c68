using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Text;
using Marten;
using Marten.Linq.MatchesSql;

namespace InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;

public sealed record ListEarningsNewsRequest
{
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
    public LocalDate? StartReportDate { get; init; }

    /// <summary>Last report date, included.</summary>
    [QueryParam]
    public LocalDate? EndReportDate { get; init; }

    /// <summary>First day or moment of publication.</summary>
    [QueryParam]
    public TimeBound? StartPublishedDate { get; init; }

    /// <summary>Last day or moment of publication, included.</summary>
    [QueryParam]
    public TimeBound? EndPublishedDate { get; init; }

    /// <summary>Only these publishers, in any case: repeated, or with commas.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Sources { get; init; }
}

public sealed class ListEarningsNewsValidator : Validator<ListEarningsNewsRequest>
{
    public ListEarningsNewsValidator()
    {
        RuleFor(r => r.Skip).IsSkip();
        RuleFor(r => r.Limit).IsLimit(100);
        RuleFor(r => r.Symbols).AreSymbols();
        RuleFor(r => r.StartReportDate).IsStartOf(r => r.EndReportDate, "end_report_date");
        RuleFor(r => r.StartPublishedDate).IsStartOf(r => r.EndPublishedDate, "end_published_date");
        RuleFor(r => r.Sources).AreNames();
    }
}

/// <summary>GET /api/v1/earnings-calendar-news/: stories about all reports.</summary>
public sealed class ListEarningsNews(IDocumentStore store) : Endpoint<ListEarningsNewsRequest, EarningsNewsPage>
{
    public override void Configure()
    {
        Get("");
        Group<EarningsNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "News around earnings reports";
            s.Description =
                "From ten days before a report of an S&P 500 company to three after it, with headlines about earnings; newest first.";
            s.ResponseExamples[200] = EarningsNewsPage.Example with { Symbol = null, ReportDate = null };
        });
    }

    public override async Task<EarningsNewsPage> ExecuteAsync(ListEarningsNewsRequest request, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var found = session.Query<EarningsArticle>().Where(a => a.IsStory);
        if (ListParameter.Of(request.Symbols, EquitySymbol.Normalize) is { Length: > 0 } symbols)
            found = found.Where(a => symbols.Contains(a.Symbol));
        if (ListParameter.Of(request.Sources, TextFold.Of) is { Length: > 0 } sources)
            found = found.Where(a => a.MatchesSql("search.fold(d.data ->> 'source') = any(?)", new object[] { sources }));
        if (request.StartReportDate is { } start)
            found = found.Where(a => a.ReportDate >= start);
        if (request.EndReportDate is { } end)
            found = found.Where(a => a.ReportDate <= end);
        if (request.StartPublishedDate?.AtStart is { } from)
            found = found.Where(a => a.PublishedAt >= from);
        if (request.EndPublishedDate?.AtEnd is { } to)
            found = found.Where(a => a.PublishedAt <= to);
        return EarningsNewsPage.Of(await found.InOrder().PageAsync(new Window(request.Skip, request.Limit), EarningsNewsItem.Of, ct));
    }
}
