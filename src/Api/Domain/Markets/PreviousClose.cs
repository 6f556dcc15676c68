namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>
/// The previous close of a US stock or ETF by the exchange's rule: the close of the session before the one the price belongs to, divided by
/// a split that takes effect in between. Pure arithmetic; who keeps the closes is <see cref="IPreviousCloses"/>.
/// </summary>
public sealed class PreviousClose(MarketCalendar calendar, SplitTable splits)
{
    /// <summary>The day whose close a price of that session is compared with.</summary>
    public LocalDate DateFor(LocalDate sessionDate) => calendar.Previous(sessionDate).Date;

    /// <summary>The day whose close a price of that instant is compared with.</summary>
    public LocalDate DateFor(Instant at) => DateFor(calendar.SessionOf(at).Date);

    /// <summary>The previous close, USD, in the shares of <paramref name="sessionDate"/>; null when neither close is known.</summary>
    /// <param name="symbol">The stock or ETF.</param>
    /// <param name="sessionDate">The session the price belongs to.</param>
    /// <param name="officialClose">The exchange's close of the day <see cref="DateFor(LocalDate)"/>, as traded.</param>
    /// <param name="lastRegularTrade">Price of that day's last regular trade, used when there is no official close.</param>
    public decimal? For(string symbol, LocalDate sessionDate, decimal? officialClose, decimal? lastRegularTrade)
    {
        var close = officialClose is > 0 ? officialClose : lastRegularTrade;
        return close is > 0 ? splits.Price(symbol, close.Value, DateFor(sessionDate), sessionDate) : null;
    }

    /// <summary>The previous close from the symbol's day bars, of which those of other days do not count; an official bar wins.</summary>
    public decimal? For(string symbol, LocalDate sessionDate, IEnumerable<DayBar> bars)
    {
        var date = DateFor(sessionDate);
        decimal? official = null,
            traded = null;
        foreach (var bar in bars)
        {
            if (bar.Date != date || !string.Equals(bar.Symbol, symbol, StringComparison.OrdinalIgnoreCase))
                continue;
            if (bar.IsOfficial)
                official = bar.Close;
            else
                traded = bar.Close;
        }
        return For(symbol, sessionDate, official, traded);
    }
}
