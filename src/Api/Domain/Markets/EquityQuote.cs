using System.Text.Json.Serialization;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>
/// The latest state of one stock or ETF, USD. Its JSON is the item of <c>sp500_updates</c> and <c>etf_updates</c> (fields of a trade) and
/// of the slower <c>*_market_updates</c> (name, volumes, session prices). Null means unknown (or, in a batch, unchanged), never 0.
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
    [JsonPropertyName("volume_24h")]
    public decimal? Volume24h { get; init; }

    /// <summary>
    /// True when the session opened so far from its previous close that a split that is not in our table is likely: the change is then not
    /// to be trusted.
    /// </summary>
    public bool? SplitSuspected { get; init; }
    public string? Source { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public string Key => Symbol;

    /// <inheritdoc />
    [JsonIgnore]
    public Instant? EventAt => Plausible.Milliseconds(TimestampMs);

    /// <inheritdoc />
    public bool IsPlausible(Instant latest) =>
        QuoteRules.IsTime(TimestampMs, latest)
        && QuoteRules.ArePrices(Price, PreviousClose, Open, High, Low)
        && QuoteRules.AreAmounts(Volume, SessionVolume, Volume24h)
        && QuoteRules.AreRates(ChangeRate, ChangeAmount)
        && QuoteRules.AreTexts(CompanyName, Sector, Source)
        && (TradeConditions is null || TradeConditions.Count <= 32 && QuoteRules.AreTexts([.. TradeConditions]));

    /// <summary>
    /// As the contract of boards says; and a newer session forgets what belonged to the one before, so that yesterday's open is never
    /// shown as today's.
    /// </summary>
    public EquityQuote MergedWith(EquityQuote newer)
    {
        var kept =
            newer.SessionDate is { } date && date != SessionDate
                ? this with
                {
                    PreviousClose = null,
                    ChangeAmount = null,
                    ChangeRate = null,
                    Open = null,
                    High = null,
                    Low = null,
                    SessionVolume = null,
                    SplitSuspected = null,
                }
                : this;
        return newer with
        {
            CompanyName = newer.CompanyName ?? kept.CompanyName,
            Sector = newer.Sector ?? kept.Sector,
            Price = newer.Price ?? kept.Price,
            Volume = newer.Volume ?? kept.Volume,
            TimestampMs = newer.TimestampMs ?? kept.TimestampMs,
            TradeConditions = newer.TradeConditions ?? kept.TradeConditions,
            PreviousClose = newer.PreviousClose ?? kept.PreviousClose,
            ChangeAmount = newer.ChangeAmount ?? kept.ChangeAmount,
            ChangeRate = newer.ChangeRate ?? kept.ChangeRate,
            SessionDate = newer.SessionDate ?? kept.SessionDate,
            Open = newer.Open ?? kept.Open,
            High = newer.High ?? kept.High,
            Low = newer.Low ?? kept.Low,
            SessionVolume = newer.SessionVolume ?? kept.SessionVolume,
            Volume24h = newer.Volume24h ?? kept.Volume24h,
            SplitSuspected = newer.SplitSuspected ?? kept.SplitSuspected,
            Source = newer.Source ?? kept.Source,
        };
    }
}
