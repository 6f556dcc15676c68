using InvestmentAssistant.Api.Platform.MarketTime;
using NodaTime;

namespace InvestmentAssistant.Api.Platform.Markets.Charts;

/// <summary>What a chart's points are made of.</summary>
public enum ChartSource { Trades, MinuteBars, QuarterHourBars, HourBars, DayBars }

/// <summary>
/// Which rows a chart shows: 1 and 5 minutes from trades in steps of a second or five, 1 hour and 1 day in minutes, 7 days in quarter hours,
/// 30 days in hours, beyond that in days. At most 1,000 points: crypto's 1,440 minutes of a day are rolled up in twos.
/// </summary>
/// <param name="From">First instant that is shown.</param>
/// <param name="To">First instant that is not.</param>
/// <param name="Source">The rows that are read.</param>
/// <param name="Step">Length of one point; a day for <see cref="ChartSource.DayBars"/>.</param>
public sealed record ChartWindow(Instant From, Instant To, ChartSource Source, Duration Step)
{
    public const int MaxPoints = 1000;

    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>
    /// The window of a span that ends now. A day of a stock is the session the moment belongs to, extended hours included: outside
    /// hours that is the last session. The windows shorter than a day end, while the market is closed, at the end of that session.
    /// </summary>
    public static ChartWindow For(string symbol, ChartSpan span, Instant now, MarketCalendar calendar)
    {
        var crypto = MarketDay.IsCrypto(symbol);
        var end = now + Duration.FromTicks(1);
        if (span is ChartSpan.OneDay && !crypto) return OfSession(calendar.SessionOf(now), now);
        if (span < ChartSpan.OneDay && !crypto && calendar.PhaseAt(now) is SessionPhase.Closed) end = calendar.SessionOf(now).PostClose;
        var (source, step) = span switch
        {
            ChartSpan.OneMinute => (ChartSource.Trades, Duration.FromSeconds(1)),
            ChartSpan.FiveMinutes => (ChartSource.Trades, Duration.FromSeconds(5)),
            ChartSpan.OneHour => (ChartSource.MinuteBars, Minute),
            ChartSpan.OneDay => (ChartSource.MinuteBars, Minute * 2),
            ChartSpan.OneWeek => (ChartSource.QuarterHourBars, Duration.FromMinutes(15)),
            ChartSpan.OneMonth => (ChartSource.HourBars, Duration.FromHours(1)),
            _ => (ChartSource.DayBars, Duration.FromDays(1)),
        };
        return new(end - span.Length(), end, source, step);
    }

    /// <summary>One session in minutes, from pre-market to now or the end of after-hours.</summary>
    internal static ChartWindow OfSession(Session session, Instant now)
    {
        var end = now + Duration.FromTicks(1);
        return new(session.PreOpen, end < session.PostClose ? end : session.PostClose, ChartSource.MinuteBars, Minute);
    }

    internal BarResolution Resolution => Source switch
    {
        ChartSource.MinuteBars => BarResolution.Minute,
        ChartSource.QuarterHourBars => BarResolution.QuarterHour,
        ChartSource.HourBars => BarResolution.Hour,
        _ => throw new InvalidOperationException($"{Source} are not intraday bars."),
    };
}
