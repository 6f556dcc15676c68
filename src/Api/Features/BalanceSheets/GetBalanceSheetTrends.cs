using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

public sealed record BalanceSheetTrendsRequest
{
    /// <summary>Symbol in any case; BRK.B and BRK-B are the same.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Number of periods of the series.</summary>
    [QueryParam]
    public int Periods { get; init; } = 4;

    /// <summary>quarterly: every quarter's end; annual: the ends of fiscal years alone.</summary>
    [QueryParam]
    public string PeriodType { get; init; } = "quarterly";
}

public sealed class BalanceSheetTrendsValidator : Validator<BalanceSheetTrendsRequest>
{
    public BalanceSheetTrendsValidator()
    {
        RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Periods).InclusiveBetween(2, 12);
        RuleFor(r => r.PeriodType).IsOneOf("quarterly", "annual");
    }
}

/// <summary>GET /api/v1/balance-sheet/trends/{symbol}: how a company's balance sheet changes.</summary>
public sealed class GetBalanceSheetTrends(BalanceSheetReader reader) : Endpoint<BalanceSheetTrendsRequest, TrendsAnswer>
{
    public override void Configure()
    {
        Get("trends/{symbol}");
        Group<BalanceSheetGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Trends of one company";
            s.Description = """
                The latest period against the one before, in billions: change_rate = change / |previous| x 100, 2 decimals; 유지 below 1 %,
                else 증가 or 감소. comparison says whether the two lie
                a quarter or a year apart. Each metric comes with its series over `periods`. A metric that either period does not report is
                left out and named in not_reported.
                404 with fewer than two periods.
                """;
            s.ResponseExamples[200] = new TrendsAnswer(
                "IBM",
                2,
                [
                    new MetricTrend(
                        "총자산",
                        129.321m,
                        132.213m,
                        -2.892m,
                        -2.19m,
                        "감소",
                        [
                            new MetricPoint(new LocalDate(2023, 9, 30), 129.321m, -2.19m),
                            new MetricPoint(new LocalDate(2023, 6, 30), 132.213m, null),
                        ]
                    ),
                ],
                "전 분기 대비 늘어난 항목 0개, 줄어든 항목 1개로 규모가 줄고 있습니다.",
                "quarter_on_quarter",
                new LocalDate(2023, 9, 30),
                new LocalDate(2023, 6, 30),
                "USD",
                []
            );
        });
    }

    public override async Task<TrendsAnswer> ExecuteAsync(BalanceSheetTrendsRequest request, CancellationToken ct)
    {
        var sheets = (await reader.NeededOfAsync(request.Symbol, ct))
            .Where(s => request.PeriodType == "quarterly" || s.IsFiscalYearEnd)
            .Take(request.Periods)
            .ToList();
        return sheets.Count >= 2
            ? TrendsAnswer.Of(sheets)
            : throw ProblemException.NotFound(
                $"{EquitySymbol.Normalize(request.Symbol)} has fewer than two {request.PeriodType} balance sheets; a trend needs two."
            );
    }
}

/// <summary>A metric at one period.</summary>
/// <param name="Value">Billions, unrounded; null when not reported.</param>
/// <param name="ChangeRate">Against the period before it in the series, percent, 2 decimals.</param>
public sealed record MetricPoint(LocalDate FiscalDate, decimal? Value, decimal? ChangeRate);

/// <summary>Change of a metric.</summary>
/// <param name="Metric">총자산 (assets), 총부채 (liabilities), 자기자본 (equity), 유동자산 (current assets), 현금성자산 (cash).</param>
/// <param name="CurrentValue">Billions, latest period.</param>
/// <param name="PreviousValue">Billions, the period before.</param>
/// <param name="ChangeAmount">Billions.</param>
/// <param name="ChangeRate">Of the previous value without its sign, percent, 2 decimals; null when that is zero.</param>
/// <param name="TrendDirection">유지 below 1 %, else 증가 or 감소.</param>
/// <param name="Series">Newest first.</param>
public sealed record MetricTrend(
    string Metric,
    decimal? CurrentValue,
    decimal? PreviousValue,
    decimal? ChangeAmount,
    decimal? ChangeRate,
    string TrendDirection,
    IReadOnlyList<MetricPoint> Series
);

/// <summary>A company's trends.</summary>
/// <param name="PeriodCount">Periods in the series.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Comparison">quarter_on_quarter, year_on_year, or irregular when a period between is missing.</param>
/// <param name="Currency">Of the latest period.</param>
/// <param name="NotReported">Metrics that the latest or the previous period does not report: current assets of a bank.</param>
public sealed record TrendsAnswer(
    string Symbol,
    int PeriodCount,
    IReadOnlyList<MetricTrend> Trends,
    string Summary,
    string Comparison,
    LocalDate CurrentPeriod,
    LocalDate PreviousPeriod,
    string? Currency,
    IReadOnlyList<string> NotReported
)
{
    private static readonly (string Name, Func<BalanceSheet, decimal?> Of)[] s_metrics =
    [
        ("총자산", s => s.TotalAssets),
        ("총부채", s => s.TotalLiabilities),
        ("자기자본", s => s.TotalShareholderEquity),
        ("유동자산", s => s.TotalCurrentAssets),
        ("현금성자산", s => s.Cash),
    ];

    /// <param name="sheets">Of one company, newest first, two or more.</param>
    public static TrendsAnswer Of(IReadOnlyList<BalanceSheet> sheets)
    {
        var (current, previous) = (sheets[0], sheets[1]);
        var trends = s_metrics.Select(m => TrendOf(m.Name, sheets, m.Of)).ToList();
        var told = trends.OfType<MetricTrend>().ToList();
        var comparison = ComparisonOf(current.FiscalDateEnding, previous.FiscalDateEnding);
        return new TrendsAnswer(
            current.Symbol,
            sheets.Count,
            told,
            SummaryOf(told, comparison),
            comparison,
            current.FiscalDateEnding,
            previous.FiscalDateEnding,
            current.ReportedCurrency,
            [.. s_metrics.Zip(trends).Where(t => t.Second is null).Select(t => t.First.Name)]
        );
    }

    private static MetricTrend? TrendOf(string name, IReadOnlyList<BalanceSheet> sheets, Func<BalanceSheet, decimal?> of)
    {
        var values = sheets.Select(of).ToList();
        if (values[0] is not { } now || values[1] is not { } before)
            return null;
        var series = sheets.Select(
            (s, i) =>
                new MetricPoint(
                    s.FiscalDateEnding,
                    values[i] is { } value ? Amounts.ExactBillions(value) : null,
                    i + 1 < values.Count ? RateOf(values[i], values[i + 1]) : null
                )
        );
        return new MetricTrend(
            name,
            Amounts.ExactBillions(now),
            Amounts.ExactBillions(before),
            Amounts.ExactBillions(now - before),
            RateOf(now, before),
            DirectionOf(now, before),
            [.. series]
        );
    }

    /// <summary>
    /// (now - before) / |before| x 100, 2 decimals: a loss of equity that grows is a fall. Null when one is missing or the divisor is zero.
    /// </summary>
    internal static decimal? RateOf(decimal? now, decimal? before) =>
        now is { } n && before is { } b && b != 0 ? Amounts.Round((n - b) / Math.Abs(b) * 100, 2) : null;

    /// <summary>By the exact change: below 1 % of the value before it is none.</summary>
    internal static string DirectionOf(decimal now, decimal before) =>
        Math.Abs(now - before) * 100 < Math.Abs(before) || now == before ? "유지"
        : now > before ? "증가"
        : "감소";

    private static string ComparisonOf(LocalDate current, LocalDate previous) =>
        Period.DaysBetween(previous, current) switch
        {
            // Fiscal quarters have 12 to 14 weeks, fiscal years 52 or 53.
            >= 75 and <= 105 => "quarter_on_quarter",
            >= 350 and <= 380 => "year_on_year",
            _ => "irregular",
        };

    private static string SummaryOf(List<MetricTrend> trends, string comparison)
    {
        var (up, down) = (trends.Count(t => t.TrendDirection == "증가"), trends.Count(t => t.TrendDirection == "감소"));
        if (trends.Count == 0)
            return "비교할 수 있는 항목이 없습니다.";
        var against = comparison switch
        {
            "quarter_on_quarter" => "전 분기 대비",
            "year_on_year" => "전년 대비",
            _ => "직전 보고 기간 대비",
        };
        var verdict =
            up > down ? "규모가 커지고 있습니다"
            : up < down ? "규모가 줄고 있습니다"
            : up == 0 ? "큰 변화가 없습니다"
            : "방향이 엇갈립니다";
        return $"{against} 늘어난 항목 {up}개, 줄어든 항목 {down}개로 {verdict}.";
    }
}
