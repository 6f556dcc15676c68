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
/// <param name="OverallRiskScore">From 4 points 높음, from 2 보통, else 낮음; null when a part is not known.</param>
/// <param name="RealizedVolatility30d">Standard deviation of the daily log returns of our own KRW day bars over 30 days, a year's worth (x sqrt 365), percent, 2 decimals;
/// null with fewer than 20 returns.</param>
/// <param name="OverallRiskDetail">How the score came about.</param>
public sealed record RiskAnalysis(
    string? Volatility24h, string? Volatility7d, string? Volatility30d, string? VolatilityRisk, string? LiquidityRisk, string? BidAskSpread, string? VolumeStability,
    string? MarketPositionRisk, string? RankStability, string? OverallRiskScore, decimal? RealizedVolatility30d, RiskDetail OverallRiskDetail)
{
    /// <param name="coin">Its changes, volume and rank.</param>
    /// <param name="spreadPercent">Null when none is measured.</param>
    /// <param name="realizedVolatility">From <see cref="RealizedVolatility"/>.</param>
    public static RiskAnalysis Of(Coin coin, decimal? spreadPercent, decimal? realizedVolatility)
    {
        var listing = coin.Listing;
        decimal? day = listing.Change24h is { } change ? Math.Abs(change) : null;
        var volatility = day switch { null => null, > 10 => Level.High, < 3 => Level.Low, _ => Level.Medium };
        var liquidity = listing.VolumeUsd switch { null => null, < 1_000_000 => Level.High, < 10_000_000 => Level.Medium, _ => Level.Low };
        var position = coin.Rank switch { null => null, > 100 => Level.High, > 50 => Level.Medium, _ => Level.Low };
        var detail = RiskDetail.Of(
            new RiskInput("volatility", day, "percent in 24 hours", volatility, PointsOf(volatility), 2),
            new RiskInput("liquidity", listing.VolumeUsd, "USD in 24 hours", liquidity, PointsOf(liquidity), 2),
            new RiskInput("market_position", coin.Rank, "rank", position, position is null ? null : position == Level.High ? 1 : 0, 1));
        return new RiskAnalysis(
            Decimals.Text(day, 4), Size(listing.Change7d), Size(listing.Change30d), volatility, liquidity, Decimals.Text(spreadPercent, 4), Mirror(liquidity), position,
            position switch { null => null, Level.High => "불안정", Level.Medium => "보통", _ => "안정" }, detail.Label, realizedVolatility, detail);
    }

    /// <summary>Percent a year; null with fewer than 20 returns.</summary>
    /// <param name="closes">Daily closes, ascending, gaps left out.</param>
    public static decimal? RealizedVolatility(IReadOnlyList<decimal> closes)
    {
        var returns = closes.Zip(closes.Skip(1), (before, after) => Math.Log((double)(after / before))).ToList();
        if (returns.Count < 20) return null;
        var mean = returns.Average();
        var variance = returns.Sum(r => (r - mean) * (r - mean)) / (returns.Count - 1);
        return Decimals.Round((decimal)(Math.Sqrt(variance * 365) * 100), 2);
    }

    private static int? PointsOf(string? label) => label switch { null => null, Level.High => 2, Level.Medium => 1, _ => 0 };

    private static string? Mirror(string? label) => label switch { null => null, Level.High => Level.Low, Level.Low => Level.High, _ => label };

    private static string? Size(decimal? change) => change is { } c ? Decimals.Text(Math.Abs(c), 4) : null;
}

/// <summary>The points behind a risk label.</summary>
/// <param name="Points">Of the inputs that are known.</param>
/// <param name="MaxPoints">Of all inputs: 5.</param>
/// <param name="Confidence">Share of the points whose input is known, 0 to 1; below 1 there is no label.</param>
public sealed record RiskDetail(int Points, int MaxPoints, decimal Confidence, IReadOnlyList<RiskInput> Inputs)
{
    public static RiskDetail Of(params IReadOnlyList<RiskInput> inputs)
    {
        var most = inputs.Sum(i => i.MaxPoints);
        return new RiskDetail(inputs.Sum(i => i.Points ?? 0), most, Math.Round((decimal)inputs.Where(i => i.Points is not null).Sum(i => i.MaxPoints) / most, 2), inputs);
    }

    internal string? Label => Confidence < 1 ? null : Points switch { >= 4 => Level.High, >= 2 => Level.Medium, _ => Level.Low };
}

/// <summary>One input of the risk score.</summary>
/// <param name="Points">Null when the value is not known.</param>
public sealed record RiskInput(string Name, decimal? Value, string Unit, string? Label, int? Points, int MaxPoints);
