namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>The day that a price counts for: the New York session of a stock or ETF, the day in Seoul of a KRW market.</summary>
public sealed class MarketDay(MarketCalendar calendar)
{
    /// <summary>Whether the symbol is a crypto market (KRW-BTC): no US symbol begins so.</summary>
    public static bool IsCrypto(string symbol) => symbol.StartsWith("KRW-", StringComparison.Ordinal);

    /// <summary>
    /// The day whose bar a trade of that instant belongs to, and whether it traded in regular hours. Null for a stock outside the regular
    /// session, or at a time that the calendar does not cover.
    /// </summary>
    public LocalDate? BarDate(string symbol, Instant at, out bool regular)
    {
        if (IsCrypto(symbol))
        {
            regular = true;
            return SeoulDay.DateOf(at);
        }
        regular = calendar.TrySessionOf(at, out var session) && session.IsRegular(at);
        return regular ? session!.Date : null;
    }

    /// <summary>The day that a price shown at that instant belongs to; over nights and weekends the session just ended.</summary>
    public LocalDate Current(string symbol, Instant at) => IsCrypto(symbol) ? SeoulDay.DateOf(at) : calendar.SessionOf(at).Date;
}
