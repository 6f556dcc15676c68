namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>Sizes of intraday bars that are stored, in minutes.</summary>
public enum BarResolution
{
    Minute = 1,
    QuarterHour = 15,
    Hour = 60,
}

/// <summary>An intraday bar: trades with Start &lt;= time &lt; Start + resolution, extended hours included.</summary>
/// <param name="Symbol">As in <see cref="Trade"/>.</param>
/// <param name="Start">Start of the bar, UTC.</param>
/// <param name="Volume">Shares or coins.</param>
public sealed record Bar(string Symbol, Instant Start, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume);

/// <summary>
/// A day's bar. Stocks and ETFs: the regular session of <see cref="Date"/> (New York); crypto: the Seoul day. Prices as traded: splits are
/// applied by code that compares days.
/// </summary>
/// <param name="IsOfficial">True when it is the exchange's own bar (closing auction included); false when built from the trades we
/// saw.</param>
public sealed record DayBar(
    string Symbol,
    LocalDate Date,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal Volume,
    bool IsOfficial
);
