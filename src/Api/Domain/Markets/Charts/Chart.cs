namespace InvestmentAssistant.Api.Domain.Markets.Charts;

/// <summary>One point of a chart, prices in the shares of the chart's last day (splits applied).</summary>
/// <param name="At">Start of the point; for a day its open in New York (stock) or midnight in Seoul (crypto).</param>
/// <param name="Date">The session or Seoul day it belongs to.</param>
/// <param name="Volume">Shares or coins.</param>
public sealed record ChartPoint(Instant At, LocalDate Date, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume);

/// <summary>A chart.</summary>
/// <param name="Points">Ascending, at most <see cref="ChartWindow.MaxPoints"/>; none when nothing is known.</param>
public sealed record Chart(string Symbol, ChartSpan Span, ChartWindow Window, IReadOnlyList<ChartPoint> Points);

/// <summary>Reads charts of stocks, ETFs and crypto markets; whether the symbol exists is the caller's question.</summary>
public interface IChartReader
{
    /// <summary>
    /// The chart of a span that ends now (the market's clock), of a stock in the regular hours of sessions. While the market is closed,
    /// or a stock has not traded in the
    /// session just begun, a day and what is shorter show the end of the last session; where intraday bars are not known, 7 and 30 days
    /// are shown in day bars.
    /// </summary>
    /// <param name="symbol">A stock, an ETF or a crypto market.</param>
    /// <param name="span">How far back.</param>
    /// <param name="extended">Whether pre-market and after-hours of a stock are shown too.</param>
    /// <param name="ct">Of the request.</param>
    Task<Chart> ReadAsync(string symbol, ChartSpan span, bool extended, CancellationToken ct);

    /// <summary>
    /// The points of a window of one's own, ascending, splits applied; no more than the window's length divided by its step.
    /// </summary>
    Task<IReadOnlyList<ChartPoint>> ReadAsync(string symbol, ChartWindow window, CancellationToken ct);
}
