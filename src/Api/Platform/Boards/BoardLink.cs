using InvestmentAssistant.Api.Platform.Persistence;
using StackExchange.Redis;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>
/// A replica's tie to Redis: one subscription for all that is published of a board, and its hashes. It subscribes first and reads the
/// hashes second, so that nothing falls between them.
/// </summary>
/// <param name="board">Where the board is in Redis.</param>
/// <param name="redis">The process's connection.</param>
/// <param name="maxItems">Items a board may hold.</param>
/// <param name="clock">Tells what lies in the future.</param>
/// <param name="onPayload">Called by StackExchange.Redis, whose own queue has no bound: must hand over and return. The flag says the market
/// channel; on a Cluster, where there is one channel, only the batch says it.</param>
internal sealed class BoardLink<TItem>(
    BoardDefinition board,
    RedisConnection redis,
    int maxItems,
    IClock clock,
    Action<ReadOnlyMemory<byte>, bool> onPayload
)
    where TItem : class, IBoardItem<TItem>
{
    private ChannelMessageQueue? _subscription;
    private volatile bool _lost;
    private int _watched;

    private BoardKeys Keys => BoardKeys.Of(board, redis.IsCluster);

    /// <summary>Whether the subscription stands, as far as is known.</summary>
    public bool IsAttached { get; private set; }

    /// <summary>Marks the tie as broken; <see cref="DetachIfLost"/> draws the consequence.</summary>
    public void Lose() => _lost = true;

    /// <summary>Gives the tie up when it is broken.</summary>
    /// <returns>Whether it was.</returns>
    public bool DetachIfLost()
    {
        if (!_lost && !(IsAttached && !redis.IsConnected))
            return false;
        _lost = false;
        IsAttached = false;
        return true;
    }

    /// <summary>Subscribes and reads the hashes; null when Redis is away.</summary>
    public async Task<StoredBoard<TItem>?> TryAttachAsync()
    {
        // While Redis is away this completes only after its time-out: look again at the next tick instead of waiting for it.
        var connecting = redis.GetAsync();
        if (!connecting.IsCompleted)
            return null;
        try
        {
            // Sentinels that cannot be reached fail it.
            var multiplexer = await connecting;
            if (Interlocked.Exchange(ref _watched, 1) == 0)
                multiplexer.ConnectionFailed += (_, _) => _lost = true;
            if (!multiplexer.IsConnected)
                return null;
            await UnsubscribeAsync();
            var subscription = await multiplexer.GetSubscriber().SubscribeAsync(Keys.Subscription);
            _subscription = subscription;
            subscription.OnMessage(Receive);
            var stored = await ReadAsync();
            if (_lost)
                return null;
            IsAttached = true;
            return stored;
        }
        catch (Exception e) when (RedisConnection.IsGone(e))
        {
            return null;
        }
    }

    /// <summary>Reads the hashes as they are now. Throws what StackExchange.Redis throws when Redis is away.</summary>
    public async Task<StoredBoard<TItem>> ReadAsync() =>
        await StoredBoard<TItem>.ReadAsync((await redis.GetAsync()).GetDatabase(), Keys, maxItems, BoardPayload.Latest(clock));

    public async Task UnsubscribeAsync()
    {
        if (_subscription is not { } subscription)
            return;
        _subscription = null;
        await subscription.UnsubscribeAsync(CommandFlags.FireAndForget);
    }

    private void Receive(ChannelMessage message)
    {
        var isMarketChannel = false;
        if (board.MarketChannel is not null && !message.Channel.IsSharded)
        {
            var channel = (string?)message.Channel;
            isMarketChannel = channel == board.MarketChannel;
            if (!isMarketChannel && channel != board.LiveChannel)
                return;
        }
        onPayload((ReadOnlyMemory<byte>)message.Message, isMarketChannel);
    }
}
