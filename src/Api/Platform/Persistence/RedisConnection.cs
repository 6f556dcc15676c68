using System.Diagnostics;
using System.Net;
using StackExchange.Redis;

namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary>
/// The process's one Redis connection, opened at first use. A Redis that is away at start is no error: the connection goes on trying, and
/// commands fail at once instead of waiting in a backlog.
/// </summary>
/// <param name="options">Where Redis is.</param>
/// <param name="onOpened">Gets the connection once, before its first use: for traces.</param>
public sealed class RedisConnection(ConfigurationOptions options, Action<ConnectionMultiplexer>? onOpened = null) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Task<ConnectionMultiplexer>? _connecting;
    private volatile bool _isCluster;

    /// <summary>
    /// From <c>ConnectionStrings:Redis</c> (one server, some of a Cluster, or Sentinels with <c>serviceName</c>), else from
    /// <c>REDIS_HOST</c>, <c>REDIS_PORT</c>, <c>REDIS_DB</c> and <c>REDIS_PASSWORD</c> (127.0.0.1:6379, database 0).
    /// </summary>
    public static ConfigurationOptions OptionsFrom(IConfiguration configuration)
    {
        ConfigurationOptions options;
        if (configuration.GetConnectionString("Redis") is { Length: > 0 } text)
        {
            options = ConfigurationOptions.Parse(text);
        }
        else
        {
            options = new ConfigurationOptions
            {
                EndPoints = { { configuration["REDIS_HOST"] ?? "127.0.0.1", configuration.GetValue("REDIS_PORT", 6379) } },
                DefaultDatabase = configuration.GetValue("REDIS_DB", 0),
                Password = configuration["REDIS_PASSWORD"] is { Length: > 0 } password ? password : null,
            };
        }
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        // A stopped Redis must be noticed and found again within a second or two; the default waits five seconds and doubles.
        options.ReconnectRetryPolicy = new LinearRetry(500);
        options.ConnectTimeout = Math.Min(options.ConnectTimeout, 2_000);
        options.AsyncTimeout = Math.Min(options.AsyncTimeout, 3_000);
        options.SyncTimeout = Math.Min(options.SyncTimeout, 3_000);
        options.KeepAlive = 5;
        options.ClientName ??= "investment-assistant";
        return options;
    }

    /// <summary>Whether Redis is a Cluster, as soon as one of its servers has answered.</summary>
    public bool IsCluster =>
        _isCluster
        || (
            _isCluster =
                _connecting is { IsCompletedSuccessfully: true, Result: var redis }
                && redis.GetServers().Any(s => s is { IsConnected: true, ServerType: ServerType.Cluster })
        );

    /// <summary>
    /// Checks whether the exception means that Redis, or the server of it that was asked, is away or refuses, as against a command of ours
    /// being wrong.
    /// </summary>
    public static bool IsGone(Exception error) => error is RedisException or RedisCommandException or TimeoutException;

    /// <summary>Checks whether a server is a copy of another one, which nobody writes to.</summary>
    public static bool IsCopy(IConnectionMultiplexer redis, EndPoint? server) => server is not null && redis.GetServer(server).IsReplica;

    /// <summary>Whether both the command and the subscription connection stand right now.</summary>
    public bool IsConnected => _connecting is { IsCompletedSuccessfully: true, Result.IsConnected: true };

    /// <summary>The multiplexer; it may be unconnected at the moment. Throws only for a wrong configuration.</summary>
    public Task<ConnectionMultiplexer> GetAsync()
    {
        var connecting = _connecting;
        if (connecting is { IsFaulted: false, IsCanceled: false })
            return connecting;
        lock (_gate)
        {
            if (_connecting is null or { IsFaulted: true } or { IsCanceled: true })
                _connecting = OpenAsync();
            return _connecting;
        }
    }

    private async Task<ConnectionMultiplexer> OpenAsync()
    {
        var opened = await ConnectionMultiplexer.ConnectAsync(options);
        onOpened?.Invoke(opened);
        return opened;
    }

    /// <summary>
    /// Returns the round-trip time of a small write: a Redis without memory, or a copy that may only be read, answers a PING all the same.
    /// Throws what StackExchange.Redis throws when Redis is away or refuses.
    /// </summary>
    public async Task<TimeSpan> ProveWriteAsync()
    {
        var database = (await GetAsync()).GetDatabase();
        var started = Stopwatch.GetTimestamp();
        await database.StringSetAsync("health:write", 1, TimeSpan.FromMinutes(1));
        return Stopwatch.GetElapsedTime(started);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connecting is { IsCompletedSuccessfully: true } connected)
            await (await connected).DisposeAsync();
    }
}
