namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>Where a board lives in Redis; on a Cluster under the names of <see cref="BoardKeys"/>.</summary>
/// <param name="Name">Key of the services under which the board is registered.</param>
/// <param name="BatchType">The <c>type</c> of a batch on the live channel.</param>
/// <param name="LiveChannel">Channel of the changes that come with each trade.</param>
/// <param name="MarketChannel">Channel of the slower fields (names, 24-hour volumes), or null.</param>
/// <param name="LiveHash">Hash of the latest state: field = key of the item, value = the item.</param>
/// <param name="MarketHash">Hash of the slower fields, or null.</param>
/// <param name="TradesAlways">Whether the market never closes, so that silence always means a fault.</param>
public sealed record BoardDefinition(
    string Name,
    string BatchType,
    string LiveChannel,
    string? MarketChannel,
    string LiveHash,
    string? MarketHash,
    bool TradesAlways
)
{
    /// <summary>The Redis channels that the board listens to.</summary>
    /// <param name="isCluster">Whether Redis is a Cluster.</param>
    public IReadOnlyList<string> Channels(bool isCluster)
    {
        var keys = BoardKeys.Of(this, isCluster);
        return keys.LiveChannel == keys.MarketChannel ? [keys.LiveChannel] : [keys.LiveChannel, keys.MarketChannel];
    }

    /// <summary>
    /// Hash with <c>epoch</c> and <c>seq</c> of the newest batch in the other hashes; apart from them, so that every field there is an
    /// item.
    /// </summary>
    public string MetaHash => LiveHash + ":meta";

    /// <summary>The <c>type</c> of a batch on the market channel.</summary>
    public string MarketBatchType => Name + "_market_update";

    /// <summary>
    /// One subscription for both channels: messages of one subscription stay in order, those of two do not. With a market channel that is
    /// the pattern <c>{Name}_*updates</c>; other channels it catches are left out by their name.
    /// </summary>
    public string SubscriptionPattern => MarketChannel is null ? LiveChannel : Name + "_*updates";
}
