using System.Net.WebSockets;

namespace InvestmentAssistant.FollowPrices.Streams;

/// <summary>What has changed on the board.</summary>
/// <param name="IsSnapshot">Whether the whole board was replaced: items that are not in it are gone.</param>
/// <param name="IsConflated">Whether states in between were left out.</param>
/// <param name="Items">The latest state of each.</param>
public sealed record BoardChange<TItem>(bool IsSnapshot, bool IsConflated, IReadOnlyList<TItem> Items);

/// <summary>Where the connection stands.</summary>
public enum ConnectionPhase
{
    Connecting,
    Open,

    /// <summary>Without a connection until the pause is over.</summary>
    Waiting,

    /// <summary>For good: cancelled, or closed with a code after which coming back is of no use.</summary>
    Closed,
}

/// <summary>A step of the connection.</summary>
/// <param name="Phase">What it does now.</param>
/// <param name="Code">Why the last one ended (docs/streams.md); 0 while there is none.</param>
/// <param name="Pause">Until it connects again.</param>
/// <param name="IsSilent">Whether nothing came, not even a heartbeat, until the connection was given up.</param>
public sealed record ConnectionState(ConnectionPhase Phase, int Code = 0, TimeSpan Pause = default, bool IsSilent = false);

/// <summary>What to follow, and who is to know.</summary>
/// <param name="Url">Address of the API: <c>https://api.example.com</c>.</param>
/// <param name="Topic">crypto, sp500 or etf.</param>
public sealed record BoardStreamOptions(Uri Url, string Topic)
{
    /// <summary>Only these, up to 200; empty means all.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>Least time between two batches, up to 10 s.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>Whether items come as rows, the names of their fields once: half the bytes, and the same items here.</summary>
    public bool IsCompact { get; init; } = true;

    /// <summary>Silence after which the connection is given up: the server's heartbeat comes after 15 s.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Called when the server's source is gone, with the time since when prices may be old (ISO 8601; null: unknown).</summary>
    public Action<string?> OnStale { get; init; } = static _ => { };

    /// <summary>Called when prices are those of now again.</summary>
    public Action OnRecovered { get; init; } = static () => { };

    /// <summary>Called when the connection comes and goes.</summary>
    public Action<ConnectionState> OnState { get; init; } = static _ => { };

    /// <summary>Called with the code and the message when the server cannot do what was asked; the stream goes on.</summary>
    public Action<string, string> OnError { get; init; } = static (_, _) => { };

    /// <summary>Opens a connection; another one is for tests.</summary>
    public Func<Uri, CancellationToken, Task<WebSocket>> ConnectAsync { get; init; } =
        static async (address, end) =>
        {
            var socket = new ClientWebSocket();
            // The server's heartbeats and our own clock take the place of pings.
            socket.Options.KeepAliveInterval = TimeSpan.Zero;
            // "Dangerous" where secrets are sent: prices are public.
            socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
            await socket.ConnectAsync(address, end);
            return socket;
        };

    /// <summary>From 0 to 1.</summary>
    public Func<double> Random { get; init; } = System.Random.Shared.NextDouble;

    /// <summary>For pauses and the length of a connection.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
