using NodaTime;
using InvestmentAssistant.Api.Platform.Boards;

namespace InvestmentAssistant.Api.Platform.Markets;

/// <summary>
/// The latest state of one stock or ETF, USD. Its JSON is the item of <c>sp500_updates</c> and <c>etf_updates</c> (fields of a trade) and of the
/// slower <c>*_market_updates</c> (name, volumes, session prices). Null means unknown (or, in a batch, unchanged), never 0.
/// </summary>
public sealed record EquityQuote : IBoardItem<EquityQuote>
{
    public required string Symbol { get; init; }
    public string? CompanyName { get; init; }
    /// <summary>GICS sector of a company; null for an ETF.</summary>
    public string? Sector { get; init; }
    public decimal? Price { get; init; }
    /// <summary>Shares of the last trade.</summary>
    public decimal? Volume { get; init; }
    /// <summary>Time of the last trade, Unix milliseconds.</summary>
    public long? TimestampMs { get; init; }
    public IReadOnlyList<string>? TradeConditions { get; init; }
    /// <summary>Close of the session before the price's own one, splits applied.</summary>
    public decimal? PreviousClose { get; init; }
    public decimal? ChangeAmount { get; init; }
    /// <summary>Against <see cref="PreviousClose"/>, percent.</summary>
    public decimal? ChangeRate { get; init; }
    /// <summary>The session the price belongs to (New York date).</summary>
    public LocalDate? SessionDate { get; init; }
    /// <summary>First regular trade of that session.</summary>
    public decimal? Open { get; init; }
    public decimal? High { get; init; }
    public decimal? Low { get; init; }
    /// <summary>Regular-session shares so far.</summary>
    public decimal? SessionVolume { get; init; }
    /// <summary>Shares in the last 24 hours.</summary>
    public decimal? Volume24h { get; init; }
    public string? Source { get; init; }

    /// <inheritdoc />
    public string Key => Symbol;

    /// <inheritdoc />
    public Instant? EventAt => TimestampMs is { } ms ? Instant.FromUnixTimeMilliseconds(ms) : null;

    /// <inheritdoc />
    public EquityQuote MergedWith(EquityQuote newer) => newer with
    {
        CompanyName = newer.CompanyName ?? CompanyName,
        Sector = newer.Sector ?? Sector,
        Price = newer.Price ?? Price,
        Volume = newer.Volume ?? Volume,
        TimestampMs = newer.TimestampMs ?? TimestampMs,
        TradeConditions = newer.TradeConditions ?? TradeConditions,
        PreviousClose = newer.PreviousClose ?? PreviousClose,
        ChangeAmount = newer.ChangeAmount ?? ChangeAmount,
        ChangeRate = newer.ChangeRate ?? ChangeRate,
        SessionDate = newer.SessionDate ?? SessionDate,
        Open = newer.Open ?? Open,
        High = newer.High ?? High,
        Low = newer.Low ?? Low,
        SessionVolume = newer.SessionVolume ?? SessionVolume,
        Volume24h = newer.Volume24h ?? Volume24h,
        Source = newer.Source ?? Source,
    };
}
