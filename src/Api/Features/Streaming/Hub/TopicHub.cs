using InvestmentAssistant.Api.Features.Streaming.Connections;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Features.Streaming.Wire;

namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>
/// One topic and all its subscribers: takes what the board says, keeps it, and wakes the senders of both dialects. Knows no instrument;
/// <see cref="TopicHub{TItem}"/> turns items into JSON. Order of locks: a subscriber's, then the topic's.
/// </summary>
internal abstract class TopicHub
{
    private readonly TopicState _state = new();
    private readonly FrameComposer _frames;
    private readonly ChangesDialect _changes;
    private readonly FullBoardDialect _fullBoard;
    private readonly SenderGroup _changesSenders;
    private readonly SenderGroup _fullBoardSenders;
    private long _batches;
    private int _paced;

    protected TopicHub(StreamTopic topic, HubParts parts, ILogger log)
    {
        (Topic, Clock) = (topic.Name, parts.Clock);
        var options = parts.Options.Value;
        var ring = new ReplayRing(options.ResumeWindow, options.ResumeBytes);
        Deflater = new MessageDeflater(parts.Deflating);
        _frames = new FrameComposer(topic.Name, topic.BatchType, new RowWriter(topic.Keys), Clock);
        _changes = new ChangesDialect(_state, ring, _frames, Deflater, Counters, () => IsMarketOpen);
        _fullBoard = new FullBoardDialect(topic.FullBoardType, options.FullBoardInterval, WriteFullBoard, Deflater, Counters);
        Options = options;
        var loops = options.Senders > 0 ? options.Senders : Math.Clamp(Environment.ProcessorCount, 1, 8);
        (_changesSenders, _fullBoardSenders) = (new SenderGroup(loops, OnFault), new SenderGroup(loops, OnFault));

        void OnFault(Exception fault) => log.LogError(fault, "A connection of {Topic} could not be served and was cut", Topic);
    }

    public StreamOptions Options { get; }

    public StreamCounters Counters { get; } = new();

    /// <summary>Deflates the frames of both dialects, and counts what that takes.</summary>
    public MessageDeflater Deflater { get; }

    /// <summary>crypto, sp500 or etf.</summary>
    public string Topic { get; }

    /// <summary>Whether the market is open right now.</summary>
    public abstract bool IsMarketOpen { get; }

    /// <summary>Payloads the board dropped.</summary>
    public abstract long Dropped { get; }

    public string Epoch => _state.Epoch;

    public long Seq => _state.Seq;

    public Instant? LastEventAt
    {
        get
        {
            lock (_state.Gate)
                return _state.LastEventAt;
        }
    }

    public Instant? StaleSince
    {
        get
        {
            lock (_state.Gate)
                return _state.StaleSince;
        }
    }

    /// <summary>Batches taken from the board since the start.</summary>
    public long Batches => Volatile.Read(ref _batches);

    public Instant Now => Clock.GetCurrentInstant();

    protected IClock Clock { get; }

    /// <summary>Where a subscriber's next frame comes from.</summary>
    public IFrameSource FramesOf(Dialect dialect) => dialect == Dialect.Changes ? _changes : _fullBoard;

    /// <summary>Everyone who listens right now.</summary>
    public IEnumerable<(Subscriber Subscriber, Dialect Dialect)> Everyone() =>
        _changesSenders
            .Subscribers.Select(s => (s, Dialect.Changes))
            .Concat(_fullBoardSenders.Subscribers.Select(s => (s, Dialect.FullBoard)));

    /// <summary>Adds a subscriber and gives it its first messages.</summary>
    /// <param name="subscriber">Not started yet.</param>
    /// <param name="dialect">Its language.</param>
    /// <param name="before">Messages that go first.</param>
    /// <param name="resume">Where it left off, if it says so.</param>
    public void Attach(Subscriber subscriber, Dialect dialect, IReadOnlyList<byte[]> before, ResumePoint? resume)
    {
        List<byte[]> first = subscriber.Format.IsCompact ? [_frames.Keys(subscriber.Format), .. before] : [.. before];
        Counters.Opened(KindOf(subscriber, dialect));
        if (subscriber.Interval > 0)
            Interlocked.Increment(ref _paced);
        lock (_state.Gate)
        {
            if (dialect == Dialect.Changes)
                _changes.Begin(subscriber, resume, first);
            else if (_state.Latest.Count > 0)
                first.Add(_fullBoard.Begin(subscriber));
            (dialect == Dialect.Changes ? _changesSenders : _fullBoardSenders).Add(subscriber);
        }
        subscriber.Start(first);
    }

    public void Detach(Subscriber subscriber)
    {
        var isOfChanges = _changesSenders.Remove(subscriber);
        if (isOfChanges || _fullBoardSenders.Remove(subscriber))
        {
            Counters.Ended(KindOf(subscriber, isOfChanges ? Dialect.Changes : Dialect.FullBoard));
            if (subscriber.Interval > 0)
                Interlocked.Decrement(ref _paced);
        }
        subscriber.Gone();
    }

    /// <summary>
    /// Returns the board keys of the symbols a client wrote; symbols that are not on the board go to <paramref name="unknown"/> (while the
    /// board is empty, all are accepted).
    /// </summary>
    public HashSet<string> KeysOf(IEnumerable<string> symbols, List<string> unknown)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        lock (_state.Gate)
        {
            foreach (var symbol in symbols)
            {
                var key = KeyOf(symbol);
                if (_state.Latest.Count == 0 || _state.Latest.ContainsKey(key))
                    keys.Add(key);
                else
                    unknown.Add(symbol);
            }
        }
        return keys;
    }

    public HashSet<string> AllKeys()
    {
        lock (_state.Gate)
            return new HashSet<string>(_state.Latest.Keys, StringComparer.Ordinal);
    }

    public byte[] Heartbeat(FrameFormat format, string type) => _frames.Heartbeat(format, type, _state, IsMarketOpen);

    /// <summary>Everything that depends on time: called about twenty times a second.</summary>
    /// <param name="now">Milliseconds of the process's own clock.</param>
    /// <param name="sweep">Whether slow readers and silent connections are looked at too.</param>
    public void Tick(long now, bool sweep)
    {
        bool isDue;
        lock (_state.Gate)
            isDue = !_fullBoardSenders.IsEmpty && _fullBoard.TryRenew(now);
        if (isDue)
            _fullBoardSenders.Post(null);
        if (Volatile.Read(ref _paced) > 0)
        {
            foreach (var subscriber in _changesSenders.Subscribers)
            {
                if (subscriber.Interval > 0 && now >= subscriber.NextDue)
                    subscriber.Nudge();
            }
        }
        if (sweep)
            Sweep(now);
    }

    /// <summary>The board key a client means.</summary>
    protected abstract string KeyOf(string symbol);

    /// <summary>The whole board as a message of the front end's dialect; valid until the next call.</summary>
    protected abstract ReadOnlyMemory<byte> WriteFullBoard();

    /// <summary>Takes a batch: items in JSON, by key.</summary>
    protected void Add(
        long fromSeq,
        long seq,
        string[] keys,
        byte[][] items,
        bool isMarketChannel,
        Instant? lastEventAt,
        Instant? staleSince
    )
    {
        TopicBatch batch;
        bool fullBoardIsDue;
        lock (_state.Gate)
        {
            if (isMarketChannel)
                _state.KeepDifferent(ref keys, ref items);
            _state.Apply(keys, items, seq, lastEventAt, staleSince);
            Volatile.Write(ref _batches, _batches + 1);
            // Its frames are built here, once, and not by two loops at a time.
            batch = _changes.Take(fromSeq, seq, keys, items, _changesSenders.Has);
            _fullBoard.Outdate();
            fullBoardIsDue = !_fullBoardSenders.IsEmpty && _fullBoard.TryRenew(Environment.TickCount64);
        }
        _changesSenders.Post(batch);
        if (fullBoardIsDue)
            _fullBoardSenders.Post(null);
    }

    /// <summary>Takes a new numbering, or the end of staleness.</summary>
    protected void Reset(string epoch, long seq, IEnumerable<(string Key, byte[] Json)> items, Instant? lastEventAt, bool recovered)
    {
        lock (_state.Gate)
        {
            _state.Replace(items, lastEventAt, staleSince: null);
            _state.Renumber(epoch, seq);
            _changes.Forget(newNumbering: true);
            _fullBoard.Outdate();
        }
        if (recovered)
        {
            foreach (var subscriber in _changesSenders.Subscribers)
                subscriber.Enqueue(_frames.Recovered(subscriber.Format, epoch));
        }
        _changesSenders.Post(null);
    }

    /// <summary>Notes that the source or Redis is gone; the items are the best that is known.</summary>
    protected void GoStale(IEnumerable<(string Key, byte[] Json)> items, Instant? lastEventAt, Instant since)
    {
        bool isNews;
        lock (_state.Gate)
        {
            isNews = _state.StaleSince is null;
            _state.Replace(items, lastEventAt, since);
            _changes.Forget(newNumbering: false);
            _fullBoard.Outdate();
        }
        if (!isNews)
            return;
        foreach (var subscriber in _changesSenders.Subscribers)
            subscriber.Enqueue(_frames.Stale(subscriber.Format, since));
    }

    private static StreamKind KindOf(Subscriber subscriber, Dialect dialect) =>
        dialect == Dialect.FullBoard ? StreamKind.FullBoard
        : subscriber.Format.IsEvent ? StreamKind.Events
        : StreamKind.Changes;

    private void Sweep(long now)
    {
        byte[]? text = null,
            @event = null;
        foreach (var subscriber in _changesSenders.Subscribers)
        {
            subscriber.Sweep(now, Options, format =>
                format.IsEvent ? @event ??= Heartbeat(format, "heartbeat") : text ??= Heartbeat(format, "heartbeat")
            );
        }
        // The front end's client knows no heartbeat of ours; a ping is answered by the browser itself.
        foreach (var subscriber in _fullBoardSenders.Subscribers)
            subscriber.Sweep(now, Options, _ => Frame.Ping);
    }
}
