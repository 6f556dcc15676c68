using System.Buffers;
using System.Globalization;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InvestmentAssistant.FollowPrices.Streams;

/// <summary>
/// Follows a board over <c>/ws/{topic}</c>: merges what comes, connects again after a random, growing pause, resumes where it was, and says
/// when prices may be old. Stands on the framework alone: copy this folder.
/// </summary>
/// <param name="options">What to follow.</param>
/// <param name="keyOf">The item's market or symbol.</param>
public sealed class BoardStream<TItem>(BoardStreamOptions options, Func<TItem, string> keyOf)
{
    /// <summary>The server answers one snapshot a second.</summary>
    private static readonly TimeSpan SnapshotAgain = TimeSpan.FromSeconds(1.1);

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly MergedBoard<TItem> _board = new(keyOf, isWhole: options.Symbols.Count == 0);
    private TimeSpan _interval = options.Interval;
    private TimeSpan? _retryAfter;
    private bool _isAsking;
    private IReadOnlyList<string> _keys = [];

    /// <summary>The latest state, by market or symbol. Read it between two changes, or after the end.</summary>
    public IReadOnlyDictionary<string, TItem> Board => _board.Items;

    /// <summary>The numbering of the batches; null before the first snapshot.</summary>
    public string? Epoch => _board.Epoch;

    /// <summary>Number of the last batch that is on the board.</summary>
    public long Seq => _board.Seq;

    /// <summary>Whether the server said that prices may be old.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Follows until cancelled, or until the server closes with a code after which coming back is of no use.</summary>
    public async IAsyncEnumerable<BoardChange<TItem>> FollowAsync([EnumeratorCancellation] CancellationToken end = default)
    {
        var attempt = 0;
        while (true)
        {
            (_retryAfter, _isAsking, _keys) = (null, false, []);
            options.OnState(new ConnectionState(ConnectionPhase.Connecting));
            var (code, isSilent, openedAt) = (Reconnect.Abnormal, false, (long?)null);
            using (var socket = await OpenAsync(end))
            {
                if (socket is not null)
                {
                    openedAt = options.Time.GetTimestamp();
                    options.OnState(new ConnectionState(ConnectionPhase.Open));
                }
                while (socket is not null)
                {
                    (var message, code, isSilent) = await ReceiveAsync(socket, end);
                    if (code != 0)
                        break;
                    if (await TakeAsync(socket, message, end) is { } change)
                        yield return change;
                }
            }
            if (openedAt is { } at && options.Time.GetElapsedTime(at) >= Reconnect.GoodConnection)
                attempt = 0;
            if (code == Reconnect.TooSlow && _interval < Reconnect.SlowReaderInterval)
                _interval = Reconnect.SlowReaderInterval;
            var pause = end.IsCancellationRequested ? null : Reconnect.PauseBefore(attempt++, code, _retryAfter, options.Random());
            if (pause is null)
            {
                options.OnState(new ConnectionState(ConnectionPhase.Closed, end.IsCancellationRequested ? 1000 : code));
                yield break;
            }
            options.OnState(new ConnectionState(ConnectionPhase.Waiting, code, pause.Value, isSilent));
            await Task.Delay(pause.Value, options.Time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<WebSocket?> OpenAsync(CancellationToken end)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(end);
        limit.CancelAfter(options.Silence);
        try
        {
            var socket = await options.ConnectAsync(Address(), limit.Token);
            // What a resumed stream has missed says nothing about the source; the answer does.
            if (IsStale)
                await SendAsync(socket, """{"action":"heartbeat"}""", limit.Token);
            return socket;
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            return null;
        }
    }

    private Uri Address()
    {
        List<string> query = [];
        if (options.Symbols.Count > 0)
            query.Add("symbols=" + Uri.EscapeDataString(string.Join(',', options.Symbols)));
        if (_interval > TimeSpan.Zero)
            query.Add(string.Create(CultureInfo.InvariantCulture, $"interval={(int)_interval.TotalMilliseconds}"));
        if (options.IsCompact)
            query.Add("format=compact");
        if (Epoch is not null)
            query.Add(string.Create(CultureInfo.InvariantCulture, $"epoch={Uri.EscapeDataString(Epoch)}&since={Seq}"));
        return new UriBuilder(options.Url)
        {
            Scheme = options.Url.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs,
            Path = $"/ws/{options.Topic}",
            Query = string.Join('&', query),
        }.Uri;
    }

    /// <summary>The next message; a code other than 0 is the end of the connection.</summary>
    private async Task<(JsonElement Message, int Code, bool IsSilent)> ReceiveAsync(WebSocket socket, CancellationToken end)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(end);
        silence.CancelAfter(options.Silence);
        var text = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (true)
            {
                var result = await socket.ReceiveAsync(text.GetMemory(4 * 1024), silence.Token);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    await socket.CloseOutputAsync(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, null, silence.Token);
                    return (default, (int?)socket.CloseStatus ?? Reconnect.Abnormal, false);
                }
                text.Advance(result.Count);
                if (result.EndOfMessage)
                    return (Parse(text.WrittenMemory), 0, false);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            return (
                default,
                (int?)socket.CloseStatus ?? Reconnect.Abnormal,
                silence.IsCancellationRequested && !end.IsCancellationRequested
            );
        }
    }

    /// <summary>Unreadable text is a message that was missed: the next number shows it.</summary>
    private static JsonElement Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text.Span);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private async Task<BoardChange<TItem>?> TakeAsync(WebSocket socket, JsonElement message, CancellationToken end)
    {
        switch (Text(message, "type"))
        {
            case null:
                return null;
            case "snapshot":
                var board = await MergeAsync(socket, message, end);
                Know(message.TryGetProperty("stale_since", out _), Text(message, "stale_since"));
                return board;
            case "heartbeat" or "heartbeat_response":
                Know(message.TryGetProperty("stale_since", out _), Text(message, "stale_since"));
                return null;
            case "stale":
                Know(true, Text(message, "since"));
                return null;
            case "recovered":
                Know(false, null);
                return null;
            case "keys":
                _keys = message.GetProperty("keys").Deserialize<string[]>()!;
                return null;
            case "going_away":
                _retryAfter = TimeSpan.FromMilliseconds(message.GetProperty("retry_after_ms").GetInt64());
                return null;
            case "error":
                if (Text(message, "code") == "too_many_snapshots")
                    _ = AskAgainAsync(socket, end);
                options.OnError(Text(message, "code") ?? "", Text(message, "message") ?? "");
                return null;
            default:
                return message.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
                    ? await MergeAsync(socket, message, end)
                    : null;
        }
    }

    private async Task<BoardChange<TItem>?> MergeAsync(WebSocket socket, JsonElement message, CancellationToken end)
    {
        var batch = WithItems(message).Deserialize<NumberedBatch<TItem>>(Json)!;
        var taken = _board.Take(batch);
        if (taken == Taken.Snapshot)
            _isAsking = false;
        if (taken == Taken.Gap && !_isAsking)
        {
            _isAsking = true;
            await SendAsync(socket, """{"action":"snapshot"}""", end);
        }
        return taken is Taken.Snapshot or Taken.Batch ? new(taken == Taken.Snapshot, batch.Conflated, batch.Data) : null;
    }

    /// <summary>Rows of the compact form as items; a server that does not know the form sends items.</summary>
    private JsonObject WithItems(JsonElement message)
    {
        var items = message
            .GetProperty("data")
            .EnumerateArray()
            .Select(row =>
                row.ValueKind == JsonValueKind.Array
                    ? new JsonObject(_keys.Zip(row.EnumerateArray(), (key, value) => KeyValuePair.Create(key, Node(value))))
                    : Node(row)
            );
        var whole = JsonObject.Create(message)!;
        whole["data"] = new JsonArray([.. items]);
        return whole;

        static JsonNode? Node(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : JsonSerializer.SerializeToNode(value);
    }

    private async Task AskAgainAsync(WebSocket socket, CancellationToken end)
    {
        await Task.Delay(SnapshotAgain, options.Time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_isAsking)
            await SendAsync(socket, """{"action":"snapshot"}""", end);
    }

    /// <summary>A connection that takes nothing any more shows itself when it is read from.</summary>
    private static async Task SendAsync(WebSocket socket, string text, CancellationToken end)
    {
        try
        {
            await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, end);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException) { }
    }

    private void Know(bool isStale, string? since)
    {
        if (isStale == IsStale)
            return;
        IsStale = isStale;
        if (isStale)
            options.OnStale(since);
        else
            options.OnRecovered();
    }

    private static string? Text(JsonElement message, string name) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
