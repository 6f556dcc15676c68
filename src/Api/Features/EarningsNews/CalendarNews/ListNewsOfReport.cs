using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using Marten;

namespace InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;

public sealed record NewsOfReportRequest
{
    /// <summary>Symbol in any case; BRK.B and BRK-B are the same.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Date of the report, New York.</summary>
    public LocalDate ReportDate { get; init; }

    /// <summary>Stories left out at the beginning.</summary>
    [QueryParam]
    public int Skip { get; init; }

    /// <summary>Stories a page.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;
}

public sealed class NewsOfReportValidator : Validator<NewsOfReportRequest>
{
    public NewsOfReportValidator()
    {
        RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Skip).IsSkip();
        RuleFor(r => r.Limit).IsLimit(100);
    }
}

/// <summary>GET /api/v1/earnings-calendar-news/{symbol}/{report_date}: stories about one report.</summary>
public sealed class ListNewsOfReport(IDocumentStore store) : Endpoint<NewsOfReportRequest, EarningsNewsPage>
{
    public override void Configure()
    {
        Get("{symbol}/{report_date}");
        Group<EarningsNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "News around one report";
            s.Description = "Newest first. 404 when no report of that company and date is on the calendar.";
            s.ResponseExamples[200] = EarningsNewsPage.Example;
        });
    }

    public override async Task<EarningsNewsPage> ExecuteAsync(NewsOfReportRequest request, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var report = await session.ReportAsync(request.Symbol, request.ReportDate, ct);
        var page = await session
            .Query<EarningsArticle>()
            .Where(a => a.EventId == report.Id && a.IsStory)
            .InOrder()
            .PageAsync(new Window(request.Skip, request.Limit), EarningsNewsItem.Of, ct);
        return EarningsNewsPage.Of(page, report.Symbol, report.ReportDate);
    }
}

internal static class Reports
{
    /// <summary>The report of a company on a date; 404 when there is none.</summary>
    public static async Task<EarningsEvent> ReportAsync(this IQuerySession session, string given, LocalDate date, CancellationToken ct)
    {
        var symbol = EquitySymbol.Normalize(given);
        return await session.Earnings().Where(e => e.Symbol == symbol && e.ReportDate == date).OrderBy(e => e.Id).FirstOrDefaultAsync(ct)
            ?? throw ProblemException.NotFound($"No earnings report of {symbol} on {date:uuuu-MM-dd} is known.");
    }

    /// <summary>404 when no report of a company is known at all.</summary>
    public static async Task<string> KnownAsync(this IQuerySession session, string given, CancellationToken ct)
    {
        var symbol = EquitySymbol.Normalize(given);
        return await session.Earnings().AnyAsync(e => e.Symbol == symbol, ct)
            ? symbol
            : throw ProblemException.NotFound($"No earnings report of {symbol} is known.");
    }
}
