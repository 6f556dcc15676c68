using StackExchange.Redis;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>
/// The names of a board in Redis. On a Cluster all of them carry the tag <c>{board}</c>, so that hashes and channel are in one slot, on one
/// master, and can be written in one step; and there is one sharded channel, because sharded channels have no patterns.
/// </summary>
/// <param name="LiveHash">Hash of the latest state.</param>
/// <param name="MarketHash">Hash of the slower fields, or null.</param>
/// <param name="MetaHash">Hash with <c>epoch</c>, <c>seq</c> and <c>gone</c>.</param>
/// <param name="LiveChannel">Channel of the changes that come with each trade.</param>
/// <param name="MarketChannel">Channel of the slower fields: the live one when the board has none of its own.</param>
/// <param name="Subscription">What a replica subscribes to.</param>
internal sealed record BoardKeys(
    string LiveHash,
    string? MarketHash,
    string MetaHash,
    string LiveChannel,
    string MarketChannel,
    RedisChannel Subscription
)
{
    /// <summary>The names of a board.</summary>
    /// <param name="board">The board.</param>
    /// <param name="isCluster">Whether Redis is a Cluster.</param>
    public static BoardKeys Of(BoardDefinition board, bool isCluster)
    {
        if (!isCluster)
            return new BoardKeys(
                board.LiveHash,
                board.MarketHash,
                board.MetaHash,
                board.LiveChannel,
                board.MarketChannel ?? board.LiveChannel,
                board.MarketChannel is null
                    ? RedisChannel.Literal(board.SubscriptionPattern)
                    : RedisChannel.Pattern(board.SubscriptionPattern)
            );
        string Tagged(string name) => $"{{{board.Name}}}:{name}";
        var channel = Tagged("updates");
        return new BoardKeys(
            Tagged(board.LiveHash),
            board.MarketHash is { } market ? Tagged(market) : null,
            Tagged(board.MetaHash),
            channel,
            channel,
            RedisChannel.Sharded(channel)
        );
    }
}
