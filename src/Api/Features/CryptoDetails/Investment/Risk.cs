using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Investment;

/// <summary>Labels of three steps, as the wire writes them.</summary>
public static class Level
{
    public const string High = "높음";
    public const string Medium = "보통";
    public const string Low = "낮음";
}

/// <summary>The risk of a coin from figures; declared decimals are texts, all percent. docs/crypto-scores.md has the scale.</summary>
/// <param name="Volatility24h">Size of the 24-hour price change.</param>
/// <param name="Volatility7d">Size of the 7-day price change.</param>
/// <param name="Volatility30d">Size of the 30-day price change.</param>
/// <param name="VolatilityRisk">By the 24-hour change: above 10 높음, below 3 낮음, else 보통.</param>
/// <param name="LiquidityRisk">By 24-hour volume: below 1 million USD 높음, below 10 million 보통, else 낮음.</param>
/// <param name="BidAskSpread">Mean over all venues that enter the premium, weighted by volume.</param>
/// <param name="VolumeStability">The mirror of the liquidity risk.</param>
/// <param name="MarketPositionRisk">By rank: beyond 100 높음, beyond 50 보통, else 낮음.</param>
/// <param name="RankStability">불안정, 보통 or 안정, by the same bands.</param>
/// <param name="OverallRiskScore">From 4 points 높음, from 2 보통, else 낮음; always 높음 while the exchange warns; null when a main
/// input is not known.</param>
/// <param name="RealizedVolatility30d">Standard deviation of the daily log returns of our own KRW day bars over 30 days, a year's worth (x
/// sqrt 365), percent, 2 decimals; null with fewer than 20 returns.</param>
/// <param name="OverallRiskDetail">How the score came about.</param>
/// <param name="ExchangeWarning">suspended, warned or not_traded on the domestic exchange; null when it is traded as usual, or not
/// there.</param>
/// <param name="AsOf">The list's own time of changes, volume and rank.</param>
public sealed record RiskAnalysis(
    string? Volatility24h,
    string? Volatility7d,
    string? Volatility30d,
    string? VolatilityRisk,
    string? LiquidityRisk,
    string? BidAskSpread,
    string? VolumeStability,
    string? MarketPositionRisk,
    string? RankStability,
    string? OverallRiskScore,
    decimal? RealizedVolatility30d,
    RiskDetail OverallRiskDetail,
    string? ExchangeWarning,
    Instant AsOf
)
{
    /// <param name="coin">Its changes, volume, rank and age.</param>
    /// <param name="spreadPercent">Null when none is measured.</param>
    /// <param name="realizedVolatility">From <see cref="RealizedVolatility"/>.</param>
    /// <param name="exchangeWarning">Condition of its market on the domestic exchange; null when nothing is wrong.</param>
    /// <param name="today">Counts its age; null leaves the age out.</param>
    public static RiskAnalysis Of(
        Coin coin,
        decimal? spreadPercent,
        decimal? realizedVolatility,
        string? exchangeWarning = null,
        LocalDate? today = null
    )
    {
        var listing = coin.Listing;
        decimal? day = listing.Change24h is { } change ? Math.Abs(change) : null;
        var volatility = day switch
        {
            null => null,
            > 10 => Level.High,
            < 3 => Level.Low,
            _ => Level.Medium,
        };
        var liquidity = listing.VolumeUsd switch
        {
            null => null,
            < 1_000_000 => Level.High,
            < 10_000_000 => Level.Medium,
            _ => Level.Low,
        };
        var position = coin.Rank switch
        {
            null => null,
            > 100 => Level.High,
            > 50 => Level.Medium,
            _ => Level.Low,
        };
        var detail = RiskDetail.Of(
            exchangeWarning is not null,
            new RiskInput(
                "volatility",
                day,
                "percent in 24 hours",
                volatility,
                volatility switch
                {
                    null => null,
                    Level.High => 3,
                    Level.Medium => 2,
                    _ => 0,
                },
                3
            ),
            new RiskInput(
                "liquidity",
                listing.VolumeUsd,
                "USD in 24 hours",
                liquidity,
                liquidity switch
                {
                    null => null,
                    Level.High => 2,
                    Level.Medium => 1,
                    _ => 0,
                },
                2
            ),
            new RiskInput(
                "market_position",
                coin.Rank,
                "rank",
                position,
                coin.Rank switch
                {
                    null => null,
                    > 100 => 3,
                    > 50 => 2,
                    > 10 => 1,
                    _ => 0,
                },
                3
            ),
            MonthOf(realizedVolatility, listing.Change30d),
            AgeOf(coin.Details?.GenesisDate, today)
        );
        return new RiskAnalysis(
            Decimals.Text(day, 4),
            Size(listing.Change7d),
            Size(listing.Change30d),
            volatility,
            liquidity,
            Decimals.Text(spreadPercent, 4),
            Mirror(liquidity),
            position,
            position switch
            {
                null => null,
                Level.High => "불안정",
                Level.Medium => "보통",
                _ => "안정",
            },
            detail.Label,
            realizedVolatility,
            detail,
            exchangeWarning,
            listing.UpdatedAt ?? listing.FetchedAt
        );
    }

    /// <summary>Percent a year; null with fewer than 20 returns.</summary>
    /// <param name="closes">Daily closes, ascending, gaps left out.</param>
    public static decimal? RealizedVolatility(IReadOnlyList<decimal> closes)
    {
        var returns = closes.Zip(closes.Skip(1), (before, after) => Math.Log((double)(after / before))).ToList();
        if (returns.Count < 20)
            return null;
        var mean = returns.Average();
        var variance = returns.Sum(r => (r - mean) * (r - mean)) / (returns.Count - 1);
        return Decimals.Round((decimal)(Math.Sqrt(variance * 365) * 100), 2);
    }

    /// <summary>A quiet day in a wild month is no low risk. Without bars of our own the size of the month's change stands in.</summary>
    private static RiskInput MonthOf(decimal? realized, decimal? change30d)
    {
        int? points = (realized, change30d) switch
        {
            ({ } year, _) => year switch
            {
                > 100 => 2,
                > 60 => 1,
                _ => 0,
            },
            (_, { } month) => Math.Abs(month) switch
            {
                > 40 => 2,
                > 20 => 1,
                _ => 0,
            },
            _ => null,
        };
        return new RiskInput(
            "volatility_30d",
            realized ?? (change30d is { } c ? Math.Abs(c) : null),
            realized is null ? "percent in 30 days" : "percent a year, realized over 30 days",
            LevelOf(points),
            points,
            2
        );
    }

    private static RiskInput AgeOf(LocalDate? born, LocalDate? today)
    {
        decimal? years = born is { } b && today is { } t && b <= t ? Decimals.Round(Period.DaysBetween(b, t) / 365.25m, 1) : null;
        int? points = years switch
        {
            null => null,
            < 1 => 2,
            < 3 => 1,
            _ => 0,
        };
        return new RiskInput("age", years, "years", LevelOf(points), points, 2);
    }

    private static string? LevelOf(int? points) =>
        points switch
        {
            null => null,
            2 => Level.High,
            1 => Level.Medium,
            _ => Level.Low,
        };

    private static string? Mirror(string? label) =>
        label switch
        {
            null => null,
            Level.High => Level.Low,
            Level.Low => Level.High,
            _ => label,
        };

    private static string? Size(decimal? change) => change is { } c ? Decimals.Text(Math.Abs(c), 4) : null;
}

/// <summary>The points behind a risk label.</summary>
/// <param name="Points">Of the inputs that are known.</param>
/// <param name="MaxPoints">Of all inputs: 12.</param>
/// <param name="Confidence">Share of the points whose input is known, 0 to 1.</param>
/// <param name="Inputs">The first three are the main ones: without one of them there is no label.</param>
public sealed record RiskDetail(int Points, int MaxPoints, decimal Confidence, IReadOnlyList<RiskInput> Inputs)
{
    private const int MainInputs = 3;

    private bool _isWarned;

    public static RiskDetail Of(bool isWarned, params IReadOnlyList<RiskInput> inputs)
    {
        var most = inputs.Sum(i => i.MaxPoints);
        return new RiskDetail(
            inputs.Sum(i => i.Points ?? 0),
            most,
            Math.Round((decimal)inputs.Where(i => i.Points is not null).Sum(i => i.MaxPoints) / most, 2),
            inputs
        )
        {
            _isWarned = isWarned,
        };
    }

    internal string? Label =>
        _isWarned ? Level.High
        : Inputs.Take(MainInputs).Any(i => i.Points is null) ? null
        : Points switch
        {
            >= 4 => Level.High,
            >= 2 => Level.Medium,
            _ => Level.Low,
        };
}

/// <summary>One input of the risk score.</summary>
/// <param name="Points">Null when the value is not known.</param>
public sealed record RiskInput(string Name, decimal? Value, string Unit, string? Label, int? Points, int MaxPoints);
