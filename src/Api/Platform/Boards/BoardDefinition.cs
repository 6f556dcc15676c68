namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>Where a board lives in Redis.</summary>
/// <param name="Name">crypto, sp500 or etf.</param>
/// <param name="BatchType">The <c>type</c> of a batch on the live channel.</param>
/// <param name="LiveChannel">Channel of the changes that come with each trade.</param>
/// <param name="MarketChannel">Channel of the slower fields (names, 24-hour volumes), or null.</param>
/// <param name="LiveHash">Hash of the latest state: field = key of the item, value = the item.</param>
/// <param name="MarketHash">Hash of the slower fields, or null.</param>
/// <param name="TradesAlways">Whether the market never closes, so that silence always means a fault.</param>
public sealed record BoardDefinition(
    string Name, string BatchType, string LiveChannel, string? MarketChannel, string LiveHash, string? MarketHash, bool TradesAlways)
{
    public static readonly BoardDefinition Crypto =
        new("crypto", "crypto_update", "crypto_updates", null, "crypto_realtime_data", null, TradesAlways: true);

    public static readonly BoardDefinition Sp500 =
        new("sp500", "sp500_trade", "sp500_updates", "sp500_market_updates", "sp500_realtime_data", "sp500_market_data", TradesAlways: false);

    public static readonly BoardDefinition Etf =
        new("etf", "etf_trade", "etf_updates", "etf_market_updates", "etf_realtime_data", "etf_market_data", TradesAlways: false);

    /// <summary>The three boards of the system.</summary>
    public static readonly IReadOnlyList<BoardDefinition> All = [Crypto, Sp500, Etf];

    /// <summary>Every channel the system listens to.</summary>
    public static readonly IReadOnlyList<string> Channels =
        [.. All.SelectMany(b => b.MarketChannel is null ? [b.LiveChannel] : new[] { b.LiveChannel, b.MarketChannel })];

    /// <summary>Hash with <c>epoch</c> and <c>seq</c> of the newest batch in the other hashes; apart from them, so that every field there is an item.</summary>
    public string MetaHash => LiveHash + ":meta";

    /// <summary>The <c>type</c> of a batch on the market channel.</summary>
    public string MarketBatchType => Name + "_market_update";

    /// <summary>
    /// One subscription for both channels: messages of one subscription stay in order, those of two do not. With a market channel that is the
    /// pattern <c>sp500_*updates</c>; other channels it catches are left out by their name.
    /// </summary>
    public string SubscriptionPattern => MarketChannel is null ? LiveChannel : Name + "_*updates";
}
