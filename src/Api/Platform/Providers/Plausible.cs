namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// What of a provider's times and numbers can be true; null for what cannot. The one place for these bounds: a mapping asks here and drops,
/// or leaves out, what is null.
/// </summary>
public static class Plausible
{
    /// <summary>Earliest plausible time; 1970 and year 1 are a provider's zero.</summary>
    public static readonly Instant Earliest = Instant.FromUtc(1990, 1, 1, 0, 0);

    /// <summary>The end of what is believed where no clock is at hand.</summary>
    public static readonly Instant Latest = Instant.FromUtc(2100, 1, 1, 0, 0);

    /// <summary>Dates of statistics and of companies go back further than moments do.</summary>
    public static readonly LocalDate EarliestDate = new(1900, 1, 1);

    /// <inheritdoc cref="Latest"/>
    public static readonly LocalDate LatestDate = new(2100, 1, 1);

    /// <summary>Publishers' clocks run ahead of ours by minutes, never by more than this.</summary>
    public static readonly Duration Ahead = Duration.FromHours(1);

    /// <summary>Markets' clocks are better: a price from further ahead would shut out every true one until then.</summary>
    public static readonly Duration MarketAhead = Duration.FromMinutes(5);

    /// <summary>A live price is not older: what is, belongs to history and would open storage for days long gone.</summary>
    public static readonly Duration LiveFor = Duration.FromDays(366);

    /// <summary>Above every price in any currency that is followed, and small enough that price times amount stays a decimal.</summary>
    public const decimal HighestPrice = 10_000_000_000m;

    /// <summary>Below every price and amount above zero, and large enough that one price over another stays a decimal.</summary>
    public const decimal Lowest = 0.000_000_000_000_001m;

    /// <summary>Above every amount of coins or shares, and every market value.</summary>
    public const decimal HighestAmount = 1_000_000_000_000_000_000m;

    /// <summary>A figure of either sign is zero or at least this far from it.</summary>
    private const decimal SmallestFigure = 0.000_000_000_1m;

    /// <summary>Highest factor by which a price may rise in the spans that providers report.</summary>
    private const decimal HighestRate = 1_000_000_000m;

    /// <summary>A moment between <see cref="Earliest"/> and <see cref="Latest"/>: of something that may lie ahead.</summary>
    public static Instant? Moment(Instant? at) => at >= Earliest && at <= Latest ? at : null;

    /// <summary>A moment that has been, such as a publication.</summary>
    public static Instant? Past(Instant? at, Instant now) => at >= Earliest && at <= now + Ahead ? at : null;

    /// <summary>The moment of a live price or trade.</summary>
    public static Instant? Live(Instant? at, Instant now) => at >= now - LiveFor && at <= now + MarketAhead ? at : null;

    /// <summary>Unix seconds as a moment; a fraction is cut off.</summary>
    public static Instant? Seconds(decimal? seconds) =>
        seconds is { } s && s >= Earliest.ToUnixTimeSeconds() && s <= Latest.ToUnixTimeSeconds()
            ? Instant.FromUnixTimeSeconds((long)s)
            : null;

    /// <summary>Unix milliseconds as a moment; a fraction is cut off.</summary>
    public static Instant? Milliseconds(decimal? milliseconds) =>
        milliseconds is { } ms && ms >= Earliest.ToUnixTimeMilliseconds() && ms <= Latest.ToUnixTimeMilliseconds()
            ? Instant.FromUnixTimeMilliseconds((long)ms)
            : null;

    /// <summary>A calendar date between 1900 and 2100.</summary>
    public static LocalDate? Date(LocalDate? date) => date >= EarliestDate && date <= LatestDate ? date : null;

    /// <summary>Above zero and not absurd.</summary>
    public static decimal? Price(decimal? value) => value is >= Lowest and <= HighestPrice ? value : null;

    /// <summary>Zero or more and not absurd: volumes, counts of coins and shares, market values.</summary>
    public static decimal? Amount(decimal? value) => value == 0 ? value : Known(value);

    /// <summary>An amount above zero, where zero means unknown.</summary>
    public static decimal? Known(decimal? value) => value is >= Lowest and <= HighestAmount ? value : null;

    /// <summary>A plausible amount of either sign: results, amounts of a balance sheet.</summary>
    public static decimal? Figure(decimal? value) =>
        value is 0 or (>= SmallestFigure and <= HighestAmount) or (<= -SmallestFigure and >= -HighestAmount) ? value : null;

    /// <summary>A change or rate, as a fraction or in percent.</summary>
    public static decimal? Rate(decimal? value) => value is >= -HighestRate and <= HighestRate ? value : null;
}
