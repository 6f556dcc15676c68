namespace InvestmentAssistant.Api.Features.Sns.Documents;

/// <summary>State of a figure that may wait for its time. The words are wire data.</summary>
public static class FigureStatus
{
    public const string Done = "done";
    public const string Pending = "pending";

    /// <summary>
    /// Its time has come, and the market store has no price there; the reason says why. Looked for again for three days, since history may
    /// still arrive.
    /// </summary>
    public const string NoData = "no_data";
}

/// <summary>An asset that a post is about.</summary>
/// <param name="Symbol">AAPL, BTC.</param>
/// <param name="Kind">stock, etf or crypto.</param>
/// <param name="Source">cashtag, alias or account_default.</param>
/// <param name="MatchedText">What in the post names it; for account_default the account.</param>
/// <param name="Priority">1 cashtag, 2 alias, 3 account_default.</param>
/// <param name="Confidence">0 to 1: how sure it is that this asset is meant.</param>
/// <param name="Market">Under which its prices are stored: AAPL, KRW-BTC.</param>
/// <param name="Board">sp500, etf or crypto.</param>
public sealed record AffectedAsset(
    string Symbol,
    string Name,
    string Kind,
    string Source,
    string MatchedText,
    int Priority,
    decimal Confidence,
    string Market,
    string Board
);

/// <summary>A price that was looked for.</summary>
/// <param name="Status">One of <see cref="FigureStatus"/>.</param>
/// <param name="TargetAt">The instant in question.</param>
/// <param name="DueAt">When it can be known at the earliest: the target, or the next time at which there is trading.</param>
/// <param name="Price">As traded, USD or KRW; null unless done.</param>
/// <param name="PriceAt">When that price was: never after the target where the market traded then.</param>
/// <param name="Basis">last_trade (the last one up to the target), next_tradable (the market was closed: the first one after it) or
/// mean_of_first_hour.</param>
/// <param name="BarMinutes">Length of the bars it was read from.</param>
/// <param name="Reason">Why there is none.</param>
public sealed record PricePoint(
    string Status,
    Instant TargetAt,
    Instant DueAt,
    decimal? Price = null,
    Instant? PriceAt = null,
    string? Basis = null,
    int? BarMinutes = null,
    string? Reason = null
)
{
    /// <summary>When to look next; null when nothing can change any more.</summary>
    public Instant? LookAt { get; init; }

    /// <summary>When it was first found missing.</summary>
    public Instant? MissingSince { get; init; }

    public bool IsDone => Status == FigureStatus.Done;
}

/// <summary>A price some time after the post, and the change since the post's price.</summary>
/// <param name="Name">1h, 12h, 24h or next_day.</param>
/// <param name="Change">Percent, two decimals; null unless done.</param>
public sealed record Horizon(string Name, PricePoint Point, decimal? Change);

/// <summary>Traded volume of the hour before and the hour after the post, shares or coins.</summary>
/// <param name="Before">Null when it is not known, or the market was closed.</param>
/// <param name="BeforeFrom">Start of the hour before. Bars that the post falls into count for neither hour.</param>
/// <param name="AfterFrom">Start of the hour after.</param>
/// <param name="ChangePercent">Two decimals; null unless both are known and the first is above 0.</param>
public sealed record VolumeChange(
    string Status,
    Instant DueAt,
    decimal? Before = null,
    decimal? After = null,
    decimal? ChangePercent = null,
    Instant? BeforeFrom = null,
    Instant? AfterFrom = null,
    int? BarMinutes = null,
    string? Reason = null
)
{
    public Instant? LookAt { get; init; }

    public Instant? MissingSince { get; init; }
}

/// <summary>Market data around a post.</summary>
/// <param name="Symbol">As in <see cref="AffectedAsset"/>.</param>
/// <param name="Base">The price at the post.</param>
/// <param name="Horizons">In order of time.</param>
public sealed record AssetImpact(string Symbol, PricePoint Base, IReadOnlyList<Horizon> Horizons, VolumeChange Volume)
{
    /// <summary>When any part of it is to be looked at next; null when it is settled.</summary>
    public Instant? NextLook() => ((IEnumerable<Instant?>)[Base.LookAt, Volume.LookAt, .. Horizons.Select(h => h.Point.LookAt)]).Min();

    public bool IsWaiting() =>
        Base.Status == FigureStatus.Pending
        || Volume.Status == FigureStatus.Pending
        || Horizons.Any(h => h.Point.Status == FigureStatus.Pending);

    public bool HasAny() => Horizons.Any(h => h.Point.IsDone);
}

/// <summary>Tone of a text.</summary>
/// <param name="Label">positive, neutral or negative.</param>
/// <param name="Score">-1 to 1, three decimals.</param>
/// <param name="Method">Name and version of the method.</param>
public sealed record PostSentiment(string Label, decimal Score, string Method);

/// <summary>The analysis of one post. Natural key: the post's. Kept when the post itself is gone.</summary>
public sealed record PostAnalysis
{
    /// <summary>source/post id.</summary>
    public required string Id { get; init; }

    public required string PostSource { get; init; }

    public required string PostId { get; init; }

    public required Instant PostedAt { get; init; }

    public required string Author { get; init; }

    /// <summary>Fingerprint of the text and of the method it was read with: when it differs, the post is read again.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>pending, partial, complete or no_assets.</summary>
    public required string Status { get; init; }

    public required IReadOnlyList<AffectedAsset> Assets { get; init; }

    /// <summary>One an asset, in the same order.</summary>
    public required IReadOnlyList<AssetImpact> Impacts { get; init; }

    public required PostSentiment Sentiment { get; init; }

    /// <summary>When a figure falls due or is to be looked for again; null when all are settled.</summary>
    public Instant? NextLookAt { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant UpdatedAt { get; init; }
}
