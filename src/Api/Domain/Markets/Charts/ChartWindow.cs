namespace InvestmentAssistant.Api.Domain.Markets.Charts;

/// <summary>Source of a chart's points.</summary>
public enum ChartSource
{
    Trades,
    MinuteBars,
    QuarterHourBars,
    HourBars,
    DayBars,
}

/// <summary>Which hours of a stock or ETF a chart shows.</summary>
public enum ChartHours
{
    /// <summary>All that is stored: what a window of one's own asks for, and crypto, which has no sessions.</summary>
    All,

    /// <summary>Open to close of sessions, early closes included.</summary>
    Regular,

    /// <summary>Pre-market to the end of after-hours; never a night, weekend or holiday.</summary>
    Extended,
}

/// <summary>
/// Which rows a chart shows: 1 and 5 minutes from trades in steps of a second or five, 1 hour and 1 day in minutes, 7 days in quarter
/// hours, 30 days in hours, beyond that in days. At most 1,000 points: crypto's 1,440 minutes of a day are rolled up in twos. Hours of
/// regular sessions are made of quarter hours, because a session opens in the middle of an hour.
/// </summary>
/// <param name="From">First instant that is shown.</param>
/// <param name="To">First instant that is not.</param>
/// <param name="Source">The rows that are read.</param>
/// <param name="Step">Length of one point; a day for <see cref="ChartSource.DayBars"/>.</param>
/// <param name="Hours">Which of the rows.</param>
public sealed record ChartWindow(Instant From, Instant To, ChartSource Source, Duration Step, ChartHours Hours = ChartHours.All)
{
    public const int MaxPoints = 1000;

    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly Duration Tick = Duration.FromTicks(1);

    /// <summary>
    /// The window of a span that ends now. A day of a stock, and what is shorter, lies in one session: the running one, else the last
    /// one, so that no timeframe is empty
    /// while the market is closed.
    /// </summary>
    public static ChartWindow For(string symbol, ChartSpan span, Instant now, MarketCalendar calendar, bool extended = false)
    {
        var crypto = MarketDay.IsCrypto(symbol);
        if (!crypto && span <= ChartSpan.OneDay)
            return InSession(LastBegun(calendar, now, extended), span, now, extended);
        var (source, step) = span switch
        {
            ChartSpan.OneMinute => (ChartSource.Trades, Duration.FromSeconds(1)),
            ChartSpan.FiveMinutes => (ChartSource.Trades, Duration.FromSeconds(5)),
            ChartSpan.OneHour => (ChartSource.MinuteBars, Minute),
            ChartSpan.OneDay => (ChartSource.MinuteBars, Minute * 2),
            ChartSpan.OneWeek => (ChartSource.QuarterHourBars, Duration.FromMinutes(15)),
            ChartSpan.OneMonth => (crypto || extended ? ChartSource.HourBars : ChartSource.QuarterHourBars, Duration.FromHours(1)),
            _ => (ChartSource.DayBars, Duration.FromDays(1)),
        };
        var end = now + Tick;
        return new(end - span.Length(), end, source, step, crypto ? ChartHours.All : HoursOf(extended));
    }

    /// <summary>The last session of which the shown hours have begun.</summary>
    internal static Session LastBegun(MarketCalendar calendar, Instant now, bool extended)
    {
        var session = calendar.SessionOf(now);
        return extended || now >= session.Open ? session : calendar.Previous(session.Date);
    }

    /// <summary>The last part, as long as the span, of a session's shown hours up to now.</summary>
    internal static ChartWindow InSession(Session session, ChartSpan span, Instant now, bool extended)
    {
        var (first, last) = Bounds(session, extended);
        var end = Instant.Min(now + Tick, last);
        var (source, step) = span switch
        {
            ChartSpan.OneMinute => (ChartSource.Trades, Duration.FromSeconds(1)),
            ChartSpan.FiveMinutes => (ChartSource.Trades, Duration.FromSeconds(5)),
            _ => (ChartSource.MinuteBars, Minute),
        };
        return new(span is ChartSpan.OneDay ? first : Instant.Max(first, end - span.Length()), end, source, step, HoursOf(extended));
    }

    /// <summary>When the shown hours of a session begin and end.</summary>
    internal static (Instant First, Instant Last) Bounds(Session session, bool extended) =>
        extended ? (session.PreOpen, session.PostClose) : (session.Open, session.Close);

    internal BarResolution Resolution =>
        Source switch
        {
            ChartSource.MinuteBars => BarResolution.Minute,
            ChartSource.QuarterHourBars => BarResolution.QuarterHour,
            ChartSource.HourBars => BarResolution.Hour,
            _ => throw new InvalidOperationException($"{Source} are not intraday bars."),
        };

    /// <summary>Whether a bar that begins at that instant lies in the shown hours.</summary>
    internal bool Shows(Instant at, MarketCalendar calendar) =>
        Hours is ChartHours.All
        || (calendar.TrySessionOf(at, out var session) && (Hours is ChartHours.Regular ? session.IsRegular(at) : at < session.PostClose));

    private static ChartHours HoursOf(bool extended) => extended ? ChartHours.Extended : ChartHours.Regular;
}
