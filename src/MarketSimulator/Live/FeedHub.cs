using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using InvestmentAssistant.MarketSimulator.Control;

namespace InvestmentAssistant.MarketSimulator.Live;

/// <summary>One client of a provider's socket.</summary>
public sealed class FeedSocket(WebSocket socket, int id)
{
    private readonly ConcurrentDictionary<string, byte> _symbols = new(StringComparer.Ordinal);
    private readonly Channel<(ReadOnlyMemory<byte> Payload, bool Binary)> _out = Channel.CreateBounded<(ReadOnlyMemory<byte>, bool)>(
        new BoundedChannelOptions(50_000) { SingleReader = true }
    );

    public int Id { get; } = id;
    public WebSocket Socket { get; } = socket;

    /// <summary>Whether messages use the short field names (Bithumb's format SIMPLE).</summary>
    public bool Simple { get; set; }
    public int SymbolCount => _symbols.Count;

    public bool Follows(string symbol) => _symbols.ContainsKey(symbol);

    public bool Follow(string symbol) => _symbols.TryAdd(symbol, 0);

    public void Leave(string symbol) => _symbols.TryRemove(symbol, out _);

    public void LeaveAll() => _symbols.Clear();

    /// <summary>Queues a frame; a client that is 50,000 frames behind is cut off, as an exchange would.</summary>
    internal void Queue(ReadOnlyMemory<byte> payload, bool binary)
    {
        if (!_out.Writer.TryWrite((payload, binary)))
            Socket.Abort();
    }

    internal void Complete() => _out.Writer.TryComplete();

    internal async Task SendLoop(Action sent, CancellationToken ct)
    {
        await foreach (var (payload, binary) in _out.Reader.ReadAllAsync(ct))
        {
            if (Socket.State != WebSocketState.Open)
                return;
            await Socket.SendAsync(payload, binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text, true, ct);
            sent();
        }
    }
}

/// <summary>A provider's open sockets. Every frame passes the fault board on its way out.</summary>
public sealed class FeedHub(string provider, FaultBoard faults, Stats stats, FrameKind frames)
{
    private const int MaxMessage = 64 * 1024;

    private static readonly string[] Traps = ["empty", .. ReplyTraps.Kinds];

    private readonly ConcurrentDictionary<int, FeedSocket> _sockets = [];
    private readonly ConcurrentDictionary<int, ReadOnlyMemory<byte>> _held = [];
    private int _nextId;
    private int _frame;

    public string Provider => provider;
    public ICollection<FeedSocket> Sockets => _sockets.Values;

    /// <summary>Serves a socket until either side ends it.</summary>
    public async Task Serve(WebSocket socket, Func<FeedSocket, string, ValueTask> onText, CancellationToken ct)
    {
        var client = new FeedSocket(socket, Interlocked.Increment(ref _nextId));
        _sockets[client.Id] = client;
        if (faults.Take(provider, null, "drop") is not null)
            socket.Abort();
        var sending = client.SendLoop(() => stats.Frame(provider), ct);
        try
        {
            while (await Receive(socket, ct) is { } text)
                await onText(client, text);
            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, ct);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side is gone; that is its right.
        }
        finally
        {
            _sockets.TryRemove(client.Id, out _);
            _held.TryRemove(client.Id, out _);
            client.Complete();
            await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sends market data, spoiled by whatever fault is active.</summary>
    public void Send(FeedSocket socket, ReadOnlyMemory<byte> payload)
    {
        if (faults.Take(provider, null, "silence") is not null)
            return;
        if (faults.Take(provider, null, "malformed") is not null)
            payload = payload[..(payload.Length * 2 / 3)];
        if (faults.Take(provider, null, Traps) is { } trap)
            payload =
                trap.Request.Kind == "empty"
                    ? ReadOnlyMemory<byte>.Empty
                    : new ReplyTraps(trap.Request.Kind, trap.Request.Fields).Spoil(payload);
        var binary =
            faults.Take(provider, null, "binary") is not null
            || frames == FrameKind.Binary
            || (frames == FrameKind.Mixed && Interlocked.Increment(ref _frame) % 4 == 0);
        if (faults.Take(provider, null, "out_of_order") is not null)
        {
            // Held back until the next frame has gone.
            if (_held.TryRemove(socket.Id, out var older))
                socket.Queue(older, binary);
            _held[socket.Id] = payload;
            return;
        }
        socket.Queue(payload, binary);
        if (_held.TryRemove(socket.Id, out var held))
            socket.Queue(held, binary);
        if (faults.Take(provider, null, "duplicate") is not null)
            socket.Queue(payload, binary);
    }

    /// <summary>Sends a control message (an error, a pong), which no fault touches.</summary>
    public static void Reply(FeedSocket socket, string json) => socket.Queue(Encoding.UTF8.GetBytes(json), false);

    /// <summary>Cuts every open socket without a close frame.</summary>
    public int DropAll()
    {
        var sockets = _sockets.Values;
        foreach (var socket in sockets)
            socket.Socket.Abort();
        return sockets.Count;
    }

    private static async Task<string?> Receive(WebSocket socket, CancellationToken ct)
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(), ct);
            if (got.MessageType == WebSocketMessageType.Close)
                return null;
            message.Write(buffer.AsSpan(0, got.Count));
            if (message.Length > MaxMessage)
            {
                await socket.CloseAsync(WebSocketCloseStatus.MessageTooBig, "message too big", ct);
                return null;
            }
            if (got.EndOfMessage)
                return Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
        }
    }
}
