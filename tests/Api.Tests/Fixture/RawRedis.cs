using StackExchange.Redis;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>Redis as an outsider uses it: publishes any payload, good or bad, and looks at what is kept.</summary>
public sealed class RawRedis : IAsyncDisposable
{
    private readonly ConnectionMultiplexer _connection;

    private RawRedis(ConnectionMultiplexer connection) => _connection = connection;

    public IDatabase Database => _connection.GetDatabase();

    public static async Task<RawRedis> ConnectAsync(string endpoint) =>
        new(await ConnectionMultiplexer.ConnectAsync(endpoint + ",abortConnect=false,allowAdmin=true"));

    /// <summary>Publishes and returns how many subscribers of this Redis received it.</summary>
    public Task<long> PublishAsync(string channel, string payload) =>
        _connection.GetSubscriber().PublishAsync(RedisChannel.Literal(channel), payload);

    /// <summary>Publishes raw bytes, which need not be text.</summary>
    public Task<long> PublishAsync(string channel, byte[] payload) =>
        _connection.GetSubscriber().PublishAsync(RedisChannel.Literal(channel), payload);

    /// <summary>Collects the messages of a channel from now on.</summary>
    public async Task<System.Collections.Concurrent.ConcurrentQueue<string>> CollectAsync(string channel)
    {
        var messages = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await _connection
            .GetSubscriber()
            .SubscribeAsync(RedisChannel.Literal(channel), (_, message) => messages.Enqueue(message.ToString()));
        return messages;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
