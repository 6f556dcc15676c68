using System.ComponentModel.DataAnnotations;
using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Domain.Markets.Charts;
using InvestmentAssistant.Api.Platform.Http;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Domain.Equities.Boards;

/// <summary>A chart is asked for by <c>timeframe</c> or by <c>days</c>, not by both; by neither it is thirty days.</summary>
public sealed record ChartRequest
{
    /// <summary>Symbol in any case; BRK.B and BRK-B are the same.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>A window back from now: 1M (one minute), 5M, 1H, 1D, 1W, 1MO (one month).</summary>
    public string? Timeframe { get; init; }

    /// <summary>The same in days: 1, 7, 30, 90, 365; 30 when neither is given.</summary>
    [AllowedValues(1, 7, 30, 90, 365, null)]
    public int? Days { get; init; }

    /// <summary>Whether pre-market and after-hours are shown too; without it only regular sessions are.</summary>
    public bool Extended { get; init; }

    /// <summary>Returns the requested span; valid requests only.</summary>
    public ChartSpan Span() =>
        ChartSpans.TryTimeframe(Timeframe, out var byName) ? byName.Value
        : Days is { } days && ChartSpans.TryDays(days, out var byDays) ? byDays.Value
        : ChartSpan.OneMonth;
}

public sealed class ChartValidator : Validator<ChartRequest>
{
    public ChartValidator()
    {
        RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Timeframe).IsOneOfAnyCase(ChartSpans.Timeframes);
        RuleFor(r => r.Days)
            .Must(d => d is null || ChartSpans.TryDays(d.Value, out _))
            .WithMessage($"must be one of {string.Join(", ", ChartSpans.Days)}");
        RuleFor(r => r.Days).Must((r, d) => d is null || r.Timeframe is null).WithMessage("cannot be given together with timeframe");
    }
}

/// <summary>One point of a chart: a bar, USD, splits applied.</summary>
/// <param name="Timestamp">Start of the bar for the axis, New York time; its form depends on the timeframe.</param>
/// <param name="Price">The bar's close.</param>
/// <param name="Volume">Shares; null where only prices are known of the bar, as of a symbol that is asked for and not listened to.</param>
/// <param name="Datetime">Start of the bar, UTC.</param>
/// <param name="RawTimestamp">The same as Unix milliseconds.</param>
public sealed record ChartPointAnswer(
    string Timestamp,
    decimal Price,
    decimal? Volume,
    Instant Datetime,
    long RawTimestamp,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close
);

/// <summary>A chart of a stock or ETF.</summary>
/// <param name="Timeframe">As asked; 1MO when nothing was, 90D and 1Y for 90 and 365 days.</param>
/// <param name="ChartData">Ascending, at most 1,000 points; empty when nothing traded in the window.</param>
/// <param name="DataPoints">Their number.</param>
/// <param name="LastUpdated">When the chart was read.</param>
public sealed record ChartAnswer(
    string Symbol,
    string Timeframe,
    IReadOnlyList<ChartPointAnswer> ChartData,
    int DataPoints,
    MarketStatus MarketStatus,
    Instant LastUpdated
);

/// <summary>Writes the axis text of a point.</summary>
public delegate string ChartAxis(ChartSpan span, ChartPoint point);

/// <summary>Reads charts for the slices, from the cache when it is fresh enough.</summary>
public sealed class EquityCharts(IChartReader reader, AgedAnswers cache)
{
    private static readonly LocalDateTimePattern Seconds = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public async Task<ChartAnswer> ReadAsync(
        EquityBoard board,
        EquityRow row,
        ChartSpan span,
        bool extended,
        string timeframe,
        ChartAxis axis,
        CancellationToken ct
    )
    {
        var freshFor = span < ChartSpan.OneDay ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(5);
        var key = $"{board.Name}:chart:{row.Symbol}:{span}{(extended ? ":extended" : "")}";
        var chart = await cache.GetAsync(key, freshFor, c => reader.ReadAsync(row.Symbol, span, extended, c), ct);
        var points = chart.Window.Source is ChartSource.DayBars ? WithLive(chart.Points, row.Quote) : chart.Points;
        return new ChartAnswer(
            row.Symbol,
            timeframe,
            [
                .. points.Select(p => new ChartPointAnswer(
                    axis(span, p),
                    p.Close,
                    p.Volume > 0 ? p.Volume : null,
                    p.At,
                    p.At.ToUnixTimeMilliseconds(),
                    p.Open,
                    p.High,
                    p.Low,
                    p.Close
                )),
            ],
            points.Count,
            board.MarketStatus(),
            board.Now
        );
    }

    /// <summary>
    /// The day bars with what the board knows of the last session: quotes also have its range, which a bar made of recorded trades
    /// may have missed.
    /// </summary>
    internal static IReadOnlyList<ChartPoint> WithLive(IReadOnlyList<ChartPoint> points, EquityQuote? quote) =>
        points is not [.., var last] || quote?.SessionDate != last.Date
            ? points
            :
            [
                .. points.SkipLast(1),
                last with
                {
                    High = Math.Max(last.High, quote.High ?? last.High),
                    Low = Math.Min(last.Low, quote.Low ?? last.Low),
                },
            ];

    /// <summary>Seconds for windows under a day, minutes for a day, else dates; New York.</summary>
    public static string DateAxis(ChartSpan span, ChartPoint point)
    {
        if (span > ChartSpan.OneDay)
            return LocalDatePattern.Iso.Format(point.Date);
        var local = point.At.InZone(MarketCalendar.NewYork).LocalDateTime;
        return span < ChartSpan.OneDay ? Seconds.Format(local) : Minutes.Format(local);
    }
}
