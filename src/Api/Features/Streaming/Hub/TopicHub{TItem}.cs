using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Features.Streaming.Wire;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Json;

namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>Follows a board and turns its items into JSON, once for everyone.</summary>
internal sealed class TopicHub<TItem> : TopicHub, IBoardObserver<TItem>
    where TItem : class, IBoardItem<TItem>
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly TopicFormat<TItem> _format;
    private readonly IObservableBoard<TItem> _board;
    private readonly HubParts _parts;

    // Calls of the board come one at a time.
    private readonly Messages.ValueWriter _items = new();
    private readonly ArrayBufferWriter<byte> _fullBoard = new(64 * 1024);

    public TopicHub(
        TopicFormat<TItem> format,
        StreamTopic topic,
        IObservableBoard<TItem> board,
        HubParts parts,
        ILogger<TopicHub<TItem>> log
    )
        : base(topic, parts, log)
    {
        (_format, _board, _parts) = (format, board, parts);
        _board.Observe(this);
    }

    public override bool IsMarketOpen =>
        !_format.HasMarketStatus || _parts.Calendar.PhaseAt(Clock.GetCurrentInstant()) == SessionPhase.Regular;

    public override long Dropped => _board.Dropped;

    public void OnChanged(BoardChange<TItem> change)
    {
        var keys = new string[change.Items.Count];
        var items = new byte[keys.Length][];
        Instant? newest = null;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = change.Items[i].Key;
            newest = newest > change.Items[i].EventAt ? newest : change.Items[i].EventAt ?? newest;
            items[i] = _items.Write(_format.WriteItem, change.Items[i]);
        }
        Add(change.FromSeq, change.Seq, keys, items, change.IsMarketChannel, change.LastEventAt, change.StaleSince);
        if (!change.IsMarketChannel && newest is { } at)
            _parts.Lag.Record(Topic, Clock.GetCurrentInstant() - at);
    }

    public void OnReset(BoardSnapshot<TItem> snapshot, bool recovered) =>
        Reset(snapshot.Epoch, snapshot.Seq, Json(snapshot.Items), snapshot.LastEventAt, recovered);

    public void OnStale(BoardSnapshot<TItem> snapshot) => GoStale(Json(snapshot.Items), snapshot.LastEventAt, snapshot.StaleSince!.Value);

    protected override string KeyOf(string symbol) => _format.KeyOf(symbol);

    /// <summary>Under the topic's lock, which also guards the buffer.</summary>
    protected override ReadOnlyMemory<byte> WriteFullBoard()
    {
        var now = Clock.GetCurrentInstant();
        var items = _format.OrderFullBoard(_board.Snapshot().Items);
        _fullBoard.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_fullBoard, WriterOptions);
        json.WriteStartObject();
        json.WriteString("type", _format.FullBoardType);
        json.WriteString("timestamp", Messages.Text(now));
        json.WriteNumber("data_count", items.Count);
        if (_format.HasMarketStatus)
        {
            json.WritePropertyName("market_status");
            JsonSerializer.Serialize(json, MarketStatus.At(_parts.Calendar, now), JsonSettings.Wire);
        }
        json.WriteStartArray("data");
        for (var i = 0; i < items.Count; i++)
            _format.WriteFullBoardItem(json, items[i], i + 1);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return _fullBoard.WrittenMemory;
    }

    private List<(string Key, byte[] Json)> Json(IReadOnlyList<TItem> items) =>
        [.. items.Select(i => (i.Key, _items.Write(_format.WriteItem, i)))];
}
