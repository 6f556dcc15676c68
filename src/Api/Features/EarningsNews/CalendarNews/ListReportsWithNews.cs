using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;

public sealed record ReportsWithNewsRequest
{
    /// <summary>Symbol in any case; BRK.B and BRK-B are the same.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Year, 2020 to 2030.</summary>
    [QueryParam]
    public int? Year { get; init; }

    /// <summary>Month, 1 to 12; the whole year when absent.</summary>
    [QueryParam]
    public int? Month { get; init; }
}

public sealed class ReportsWithNewsValidator : Validator<ReportsWithNewsRequest>
{
    public ReportsWithNewsValidator()
    {
        RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Year).NotNull().WithMessage("is required").InclusiveBetween(2020, 2030);
        RuleFor(r => r.Month).InclusiveBetween(1, 12);
    }
}

/// <summary>A report and how much is written about it.</summary>
/// <param name="Symbol">AAPL.</param>
/// <param name="ReportDate">Date in New York.</param>
/// <param name="FiscalDateEnding">Last day of the quarter.</param>
/// <param name="Estimate">Expected earnings a share, in currency.</param>
/// <param name="Currency">ISO code.</param>
/// <param name="NewsCount">Stories held.</param>
/// <param name="FiscalDateBasis">
/// How fiscal_date_ending is known: announced, balance_sheet (the company's of fiscal_date_ending is held) or pattern (worked out from
/// its other quarters).
/// </param>
public sealed record ReportWithNews(
    string Symbol,
    LocalDate ReportDate,
    LocalDate? FiscalDateEnding,
    decimal? Estimate,
    string? Currency,
    int NewsCount,
    QuarterBasis? FiscalDateBasis
);

/// <summary>
/// GET /api/v1/earnings-calendar-news/calendar/{symbol}: a company's reports of a year or a month with the number of stories about each.
/// </summary>
public sealed class ListReportsWithNews(IDocumentStore store) : Endpoint<ReportsWithNewsRequest, IReadOnlyList<ReportWithNews>>
{
    public override void Configure()
    {
        Get("calendar/{symbol}");
        Group<EarningsNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "A company's reports with their news counted";
            s.Description = "By date. 404 when no report of the company is on the calendar; empty when none is in that year or month.";
            s.ResponseExamples[200] = new[]
            {
                new ReportWithNews(
                    "AAPL",
                    new LocalDate(2026, 1, 29),
                    new LocalDate(2025, 12, 31),
                    2.67m,
                    "USD",
                    21,
                    QuarterBasis.Announced
                ),
            };
        });
    }

    public override async Task<IReadOnlyList<ReportWithNews>> ExecuteAsync(ReportsWithNewsRequest request, CancellationToken ct)
    {
        var first = new LocalDate(request.Year!.Value, request.Month ?? 1, 1);
        var last = request.Month is null ? new LocalDate(first.Year, 12, 31) : first.With(DateAdjusters.EndOfMonth);
        await using var session = store.QuerySession();
        var symbol = await session.KnownAsync(request.Symbol, ct);
        var reports = await session
            .Earnings()
            .Where(e => e.Symbol == symbol && e.ReportDate >= first && e.ReportDate <= last)
            .OrderBy(e => e.ReportDate)
            .ToListAsync(ct);
        return
        [
            .. reports.Select(e => new ReportWithNews(
                e.Symbol,
                e.ReportDate,
                e.FiscalDateEnding,
                e.Estimate,
                e.Currency,
                e.StoryCount,
                e.QuarterBasis
            )),
        ];
    }
}
