using System.Buffers;
using System.Text;
using InvestmentAssistant.Api.Features.Streaming.Connections;
using InvestmentAssistant.Api.Features.Streaming.Wire;
using NodaTime;

namespace InvestmentAssistant.Api.Features.Streaming;

/// <summary>Which of the two languages a connection speaks (docs/streams.md).</summary>
internal enum Dialect
{
    /// <summary>Snapshot, then changes: /ws/... and /sse/....</summary>
    Changes,

    /// <summary>The whole board in every message: /api/v1/ws/..., what the deployed front end replaces its list with.</summary>
    FullBoard,
}

/// <summary>
/// One topic: its last batches as JSON, and everyone who listens. Knows no instrument; <see cref="TopicHub{TItem}"/> turns items into JSON.
/// Order of locks: a subscriber's, then the hub's.
/// </summary>
internal abstract class TopicHub
{
    private readonly Lock _gate = new();
    private readonly SenderLoop[] _changeLoops;
    private readonly SenderLoop[] _fullLoops;
    private readonly ArrayBufferWriter<byte> _scratch = new(4096);
    private readonly SortedDictionary<string, byte[]> _latest = new(StringComparer.Ordinal);
    private readonly List<TopicBatch> _ring = [];
    private readonly Dictionary<(long After, FrameFormat Format), byte[]> _composed = [];
    private readonly FullBoardFeed _fullFeed;
    private readonly ChangesFeed _changesFeed;
    private long _ringBytes;
    private int _nextLoop;
    private int _paced;

    private int _generation;
    private string _epoch = "";
    private long _seq;
    private long _batches;
    private Instant? _lastEventAt;
    private Instant? _staleSince;

    private FullBoard? _full;
    private bool _fullIsOld;
    private long _fullAt;

    protected TopicHub(StreamOptions options, IClock clock, ILogger log)
    {
        (Options, Clock) = (options, clock);
        var loops = options.Senders > 0 ? options.Senders : Math.Clamp(Environment.ProcessorCount, 1, 8);
        _changeLoops = [.. Enumerable.Range(0, loops).Select(_ => new SenderLoop(OnFault))];
        _fullLoops = [.. Enumerable.Range(0, loops).Select(_ => new SenderLoop(OnFault))];
        _fullFeed = new FullBoardFeed(this);
        _changesFeed = new ChangesFeed(this);

        void OnFault(Exception fault) => log.LogError(fault, "A connection of {Topic} could not be served and was cut", Topic);
    }

    public StreamOptions Options { get; }

    public StreamCounters Counters { get; } = new();

    /// <summary>crypto, sp500 or etf.</summary>
    public abstract string Topic { get; }

    public abstract string BatchType { get; }

    public abstract string FullBoardType { get; }

    /// <summary>Whether the market is open right now.</summary>
    public abstract bool IsMarketOpen { get; }

    /// <summary>Payloads the board dropped.</summary>
    public abstract long Dropped { get; }

    public string Epoch => _epoch;

    public long Seq => Volatile.Read(ref _seq);

    public Instant? LastEventAt { get { lock (_gate) return _lastEventAt; } }

    public Instant? StaleSince { get { lock (_gate) return _staleSince; } }

    /// <summary>Batches taken from the board since the start.</summary>
    public long Batches => Volatile.Read(ref _batches);

    public Instant Now => Clock.GetCurrentInstant();

    protected IClock Clock { get; }

    public IFeed FeedOf(Dialect dialect) => dialect == Dialect.Changes ? _changesFeed : _fullFeed;

    /// <summary>The whole board as a message of the front end's dialect; valid until the next call.</summary>
    protected abstract ReadOnlyMemory<byte> WriteFullBoard();

    /// <summary>The board key a client means.</summary>
    protected abstract string KeyOf(string symbol);

    // ---- clients ----

    /// <summary>Adds a subscriber and gives it its first messages.</summary>
    /// <param name="subscriber">Not started yet.</param>
    /// <param name="dialect">Its language.</param>
    /// <param name="before">Messages that go first.</param>
    /// <param name="resume">Where it left off, if it says so.</param>
    public void Attach(Subscriber subscriber, Dialect dialect, IReadOnlyList<byte[]> before, ResumePoint? resume)
    {
        var first = new List<byte[]>(before);
        Counters.Opened();
        if (subscriber.Interval > 0)
            Interlocked.Increment(ref _paced);
        lock (_gate)
        {
            var loops = dialect == Dialect.Changes ? _changeLoops : _fullLoops;
            if (dialect == Dialect.Changes)
            {
                if (resume is null || !TryResume(subscriber, resume, first))
                    first.Add(Snapshot(subscriber));
                if (_staleSince is not null)
                    first.Add(Stale(subscriber.Format));
            }
            else if (_latest.Count > 0)
            {
                if (_full is null || (_fullIsOld && Environment.TickCount64 - _fullAt >= (long)Options.FullBoardInterval.TotalMilliseconds))
                    RenewFullBoard();
                subscriber.SentSeq = _full!.Version;
                first.Add(_full.Frame);
            }
            loops[_nextLoop++ % loops.Length].Add(subscriber);
        }
        subscriber.Start(first);
    }

    public void Detach(Subscriber subscriber)
    {
        foreach (var loop in _changeLoops.Concat(_fullLoops))
        {
            if (!loop.Remove(subscriber))
                continue;
            Counters.Ended();
            if (subscriber.Interval > 0)
                Interlocked.Decrement(ref _paced);
        }
        subscriber.Gone();
    }

    /// <summary>Board keys of what a client wrote; what is not on the board goes to <paramref name="unknown"/> (while it is empty, all is believed).</summary>
    public HashSet<string> KeysOf(IEnumerable<string> symbols, List<string> unknown)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        lock (_gate)
        {
            foreach (var symbol in symbols)
            {
                var key = KeyOf(symbol);
                if (_latest.Count == 0 || _latest.ContainsKey(key))
                    keys.Add(key);
                else
                    unknown.Add(symbol);
            }
        }
        return keys;
    }

    public HashSet<string> AllKeys()
    {
        lock (_gate)
            return new HashSet<string>(_latest.Keys, StringComparer.Ordinal);
    }

    public byte[] Heartbeat(FrameFormat format, string type)
    {
        Instant? last, stale;
        lock (_gate)
            (last, stale) = (_lastEventAt, _staleSince);
        var json = Messages.Json(j =>
        {
            j.WriteString("type", type);
            j.WriteString("topic", Topic);
            j.WriteString("timestamp", Messages.Text(Clock.GetCurrentInstant()));
            j.WriteInstant("last_event_at", last);
            j.WriteBoolean("market_open", IsMarketOpen);
            j.WriteNumber("seq", Seq);
            j.WriteString("epoch", _epoch);
            if (stale is not null)
                j.WriteInstant("stale_since", stale);
        });
        return Frame.Of(format, type, null, json);
    }

    /// <summary>Everything that depends on time: called about twenty times a second.</summary>
    public void Tick(long now, bool sweep)
    {
        FullBoard? due = null;
        lock (_gate)
        {
            if (_fullIsOld && now - _fullAt >= (long)Options.FullBoardInterval.TotalMilliseconds && HasSubscribers(_fullLoops))
            {
                RenewFullBoard();
                due = _full;
            }
        }
        if (due is not null)
            PostAll(_fullLoops, null);
        if (Volatile.Read(ref _paced) > 0)
        {
            foreach (var loop in _changeLoops)
            {
                foreach (var subscriber in loop.Subscribers)
                {
                    if (subscriber.Interval > 0 && now >= subscriber.NextDue)
                        subscriber.Nudge();
                }
            }
        }
        if (!sweep)
            return;
        byte[]? text = null, @event = null;
        foreach (var subscriber in SubscribersOf(_changeLoops))
        {
            subscriber.Sweep(now, Options, format => format == FrameFormat.WebSocket
                ? text ??= Heartbeat(format, "heartbeat") : @event ??= Heartbeat(format, "heartbeat"));
        }
        // The front end's client knows no heartbeat of ours; a ping is answered by the browser itself.
        foreach (var subscriber in SubscribersOf(_fullLoops))
            subscriber.Sweep(now, Options, _ => Frame.Ping);
    }

    /// <summary>Everyone who listens right now.</summary>
    public IEnumerable<(Subscriber Subscriber, Dialect Dialect)> Everyone() =>
        SubscribersOf(_changeLoops).Select(s => (s, Dialect.Changes)).Concat(SubscribersOf(_fullLoops).Select(s => (s, Dialect.FullBoard)));

    // ---- the board ----

    /// <summary>A batch: items in JSON, by key.</summary>
    protected void Add(long fromSeq, long seq, string[] keys, byte[][] items, bool isSlow, Instant? lastEventAt)
    {
        TopicBatch batch;
        var fullIsDue = false;
        lock (_gate)
        {
            if (isSlow)
                KeepDifferent(ref keys, ref items);
            for (var i = 0; i < keys.Length; i++)
                _latest[keys[i]] = items[i];
            (_lastEventAt, _staleSince) = (lastEventAt, null);
            Volatile.Write(ref _seq, seq);
            Volatile.Write(ref _batches, _batches + 1);
            batch = new TopicBatch(_generation, _epoch, fromSeq, seq, keys, items, FrameOf);
            _composed.Clear();
            Hold(batch);
            // Built here, once, and not by two loops at a time.
            if (HasSubscribers(_changeLoops))
                batch.Frame(FrameFormat.WebSocket);
            _fullIsOld = true;
            if (Environment.TickCount64 - _fullAt >= (long)Options.FullBoardInterval.TotalMilliseconds && HasSubscribers(_fullLoops))
            {
                RenewFullBoard();
                fullIsDue = true;
            }
        }
        PostAll(_changeLoops, batch);
        if (fullIsDue)
            PostAll(_fullLoops, null);
    }

    /// <summary>A new numbering, or the end of staleness.</summary>
    protected void Reset(string epoch, long seq, IEnumerable<(string Key, byte[] Json)> items, Instant? lastEventAt, bool recovered)
    {
        Renew(epoch, seq, items, lastEventAt, null, newGeneration: true);
        if (recovered)
            Notify("recovered", j => j.WriteString("epoch", epoch));
        PostAll(_changeLoops, null);
    }

    /// <summary>The source or Redis is gone; the items are the best that is known.</summary>
    protected void GoStale(string epoch, long seq, IEnumerable<(string Key, byte[] Json)> items, Instant? lastEventAt, Instant since)
    {
        var isNews = StaleSince is null;
        Renew(epoch, seq, items, lastEventAt, since, newGeneration: false);
        if (!isNews)
            return;
        foreach (var subscriber in SubscribersOf(_changeLoops))
            subscriber.Enqueue(Stale(subscriber.Format));
    }

    private void Renew(string epoch, long seq, IEnumerable<(string Key, byte[] Json)> items, Instant? lastEventAt, Instant? staleSince, bool newGeneration)
    {
        lock (_gate)
        {
            _latest.Clear();
            foreach (var (key, json) in items)
                _latest[key] = json;
            (_lastEventAt, _staleSince) = (lastEventAt, staleSince);
            _fullIsOld = true;
            _composed.Clear();
            if (!newGeneration)
                return;
            _generation++;
            _epoch = epoch;
            Volatile.Write(ref _seq, seq);
            _ring.Clear();
            _ringBytes = 0;
        }
    }

    private void Notify(string type, Action<System.Text.Json.Utf8JsonWriter> more)
    {
        var json = Messages.Json(j =>
        {
            j.WriteString("type", type);
            j.WriteString("topic", Topic);
            j.WriteString("timestamp", Messages.Text(Clock.GetCurrentInstant()));
            more(j);
        });
        foreach (var subscriber in SubscribersOf(_changeLoops))
            subscriber.Enqueue(Frame.Of(subscriber.Format, type, null, json));
    }

    private byte[] Stale(FrameFormat format)
    {
        var since = StaleSince;
        return Frame.Of(format, "stale", null, Messages.Json(j =>
        {
            j.WriteString("type", "stale");
            j.WriteString("topic", Topic);
            j.WriteString("timestamp", Messages.Text(Clock.GetCurrentInstant()));
            j.WriteInstant("since", since);
        }));
    }

    private void KeepDifferent(ref string[] keys, ref byte[][] items)
    {
        // The market channel carries fields that this dialect does not show; an item that looks as before is no change.
        var (k, v) = (keys, items);
        var kept = Enumerable.Range(0, k.Length).Where(i => !_latest.TryGetValue(k[i], out var known) || !known.AsSpan().SequenceEqual(v[i])).ToArray();
        if (kept.Length == k.Length)
            return;
        keys = [.. kept.Select(i => k[i])];
        items = [.. kept.Select(i => v[i])];
    }

    private void Hold(TopicBatch batch)
    {
        _ring.Add(batch);
        _ringBytes += batch.Size;
        var oldest = batch.At - (long)Options.ResumeWindow.TotalMilliseconds;
        var expired = 0;
        while (expired < _ring.Count - 1 && (_ring[expired].At < oldest || _ringBytes > Options.ResumeBytes))
            _ringBytes -= _ring[expired++].Size;
        if (expired > 0)
            _ring.RemoveRange(0, expired);
    }

    private void RenewFullBoard()
    {
        _fullAt = Environment.TickCount64;
        _fullIsOld = false;
        _full = new FullBoard((_full?.Version ?? 0) + 1, Frame.Of(FrameFormat.WebSocket, FullBoardType, null, WriteFullBoard().Span));
    }

    // ---- messages of the changes dialect; under the hub's lock ----

    private bool TryResume(Subscriber subscriber, ResumePoint resume, List<byte[]> first)
    {
        // A client may come from a replica that is a moment ahead of this one; it waits here until we are past it.
        if (resume.Epoch != _epoch || resume.Since < 0 || resume.Since > _seq + 1_000 || (resume.Since < _seq && FirstAfter(resume.Since) is null))
            return false;
        subscriber.SentGeneration = _generation;
        subscriber.SentSeq = Math.Max(resume.Since, _seq);
        var start = resume.Since < _seq ? FirstAfter(resume.Since)!.Value : _ring.Count;
        for (var i = start; i < _ring.Count; i++)
        {
            var batch = _ring[i];
            if (subscriber.Filter is null && resume.Since < batch.FromSeq)
                first.Add(batch.Frame(subscriber.Format));
            else if (Compose(i, i + 1, resume.Since, subscriber) is { } frame)
                first.Add(frame);
        }
        if (start == _ring.Count)
            first.Add(Heartbeat(subscriber.Format, "heartbeat"));
        return true;
    }

    /// <summary>Place in the ring of the first batch after a number; null when a batch between is no longer held.</summary>
    private int? FirstAfter(long seq)
    {
        if (_ring.Count == 0 || _ring[0].FromSeq > seq + 1)
            return null;
        var (low, high) = (0, _ring.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ring[middle].Seq <= seq)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private bool TryNextChanges(Subscriber subscriber, out ReadOnlyMemory<byte> frame)
    {
        lock (_gate)
        {
            frame = default;
            if (subscriber.SentGeneration != _generation)
            {
                frame = Snapshot(subscriber);
                return true;
            }
            if (subscriber.SentSeq >= _seq)
                return false;
            if (subscriber.Interval > 0)
            {
                var now = Environment.TickCount64;
                if (now < subscriber.NextDue)
                    return false;
                subscriber.NextDue = now + subscriber.Interval;
            }
            if (FirstAfter(subscriber.SentSeq) is not { } start)
            {
                Counters.Conflated();
                frame = Snapshot(subscriber);
                return true;
            }
            var after = subscriber.SentSeq;
            subscriber.SentSeq = _seq;
            if (_ring.Count - start > 1)
                Counters.Conflated();
            if (subscriber.Filter is not null)
            {
                if (Compose(start, _ring.Count, after, subscriber) is not { } own)
                    return false;
                frame = own;
                return true;
            }
            if (!_composed.TryGetValue((after, subscriber.Format), out var shared))
                _composed[(after, subscriber.Format)] = shared = Compose(start, _ring.Count, after, subscriber)!;
            frame = shared;
            return true;
        }
    }

    /// <summary>Batches start to end as one, latest value each; null when a filter leaves nothing.</summary>
    private byte[]? Compose(int start, int end, long after, Subscriber subscriber)
    {
        var filter = subscriber.Filter;
        if (end - start == 1 && filter is null && _ring[start].FromSeq == after + 1)
            return _ring[start].Frame(subscriber.Format);
        var items = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var i = start; i < end; i++)
        {
            var batch = _ring[i];
            for (var k = 0; k < batch.Keys.Length; k++)
            {
                if (filter is null || filter.Contains(batch.Keys[k]))
                    items[batch.Keys[k]] = batch.Items[k];
            }
        }
        if (items.Count == 0 && filter is not null)
            return null;
        var last = _ring[end - 1];
        return BatchFrame(subscriber.Format, _epoch, last.Seq, items.Values, conflated: last.Seq - after > 1 && (filter is null || end - start > 1));
    }

    private byte[] FrameOf(TopicBatch batch, FrameFormat format)
    {
        lock (_gate)
            return BatchFrame(format, batch.Epoch, batch.Seq, batch.Items, conflated: batch.FromSeq != batch.Seq);
    }

    private byte[] BatchFrame(FrameFormat format, string epoch, long seq, IEnumerable<byte[]> items, bool conflated)
    {
        _scratch.ResetWrittenCount();
        Put($"{{\"type\":\"{BatchType}\",\"seq\":{seq},\"epoch\":\"{epoch}\",\"timestamp\":\"{Messages.Text(Clock.GetCurrentInstant())}\"");
        if (conflated)
            Put(",\"conflated\":true");
        return PutItems(format, BatchType, epoch, seq, items);
    }

    private byte[] Snapshot(Subscriber subscriber)
    {
        subscriber.SentGeneration = _generation;
        subscriber.SentSeq = _seq;
        var filter = subscriber.Filter;
        // Counted down from a number no batch has: key of the shared snapshot.
        if (filter is null && _composed.TryGetValue((-1, subscriber.Format), out var shared))
            return shared;
        _scratch.ResetWrittenCount();
        Put($"{{\"type\":\"snapshot\",\"topic\":\"{Topic}\",\"seq\":{_seq},\"epoch\":\"{_epoch}\",\"timestamp\":\"{Messages.Text(Clock.GetCurrentInstant())}\",\"last_event_at\":");
        Put(_lastEventAt is { } at ? $"\"{Messages.Text(at)}\"" : "null");
        if (_staleSince is { } since)
            Put($",\"stale_since\":\"{Messages.Text(since)}\"");
        var frame = PutItems(subscriber.Format, "snapshot", _epoch, _seq, _latest.Where(i => filter is null || filter.Contains(i.Key)).Select(i => i.Value));
        if (filter is null)
            _composed[(-1, subscriber.Format)] = frame;
        return frame;
    }

    private byte[] PutItems(FrameFormat format, string type, string epoch, long seq, IEnumerable<byte[]> items)
    {
        Put(",\"data\":[");
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                _scratch.Write(","u8);
            first = false;
            _scratch.Write(item);
        }
        Put("]}");
        return Frame.Of(format, type, format == FrameFormat.ServerSentEvent ? $"{epoch}:{seq}" : null, _scratch.WrittenSpan);
    }

    private void Put(string text) => Encoding.UTF8.GetBytes(text, _scratch);

    private static bool HasSubscribers(SenderLoop[] loops) => loops.Any(l => l.Subscribers.Length > 0);

    private static IEnumerable<Subscriber> SubscribersOf(SenderLoop[] loops) => loops.SelectMany(l => l.Subscribers);

    /// <summary>The first loop runs on the calling thread, the others beside it.</summary>
    private static void PostAll(SenderLoop[] loops, TopicBatch? batch)
    {
        for (var i = loops.Length - 1; i >= 0; i--)
            loops[i].Post(batch, here: i == 0);
    }

    private sealed record FullBoard(long Version, byte[] Frame);

    private sealed class ChangesFeed(TopicHub hub) : IFeed
    {
        public bool TryNext(Subscriber subscriber, out ReadOnlyMemory<byte> frame) => hub.TryNextChanges(subscriber, out frame);
    }

    private sealed class FullBoardFeed(TopicHub hub) : IFeed
    {
        public bool TryNext(Subscriber subscriber, out ReadOnlyMemory<byte> frame)
        {
            var full = Volatile.Read(ref hub._full);
            if (full is null || full.Version <= subscriber.SentSeq)
            {
                frame = default;
                return false;
            }
            // Versions between were never sent: the newest board replaces them all.
            if (subscriber.SentSeq >= 0 && full.Version - subscriber.SentSeq > 1)
                hub.Counters.Conflated();
            subscriber.SentSeq = full.Version;
            frame = full.Frame;
            return true;
        }
    }
}

/// <summary>Where a client left off.</summary>
internal sealed record ResumePoint(string Epoch, long Since);
