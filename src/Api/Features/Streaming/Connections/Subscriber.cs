using InvestmentAssistant.Api.Features.Streaming.Hub;
using InvestmentAssistant.Api.Features.Streaming.Wire;

namespace InvestmentAssistant.Api.Features.Streaming.Connections;

/// <summary>
/// One connection's sending side. At most one send is under way; while it is, nothing is queued for the connection but answers to its own
/// commands: what it misses becomes one frame (latest value each) when it has room again.
/// </summary>
internal sealed class Subscriber(IFrameSource frames, Outlet outlet, FrameFormat format, StreamCounters counters, Action abort)
{
    private const int MaxQueued = 128;

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Queue<ReadOnlyMemory<byte>>? _queue;
    private Task _cutting = Task.CompletedTask;
    private bool _busy = true;
    private bool _closing;
    private bool _gone;
    private long _busySince;
    private long _closeBy;
    private long _lastSent = Environment.TickCount64;

    public FrameFormat Format { get; } = format;

    /// <summary>
    /// Numbering (the hub's generation) and number of the last batch this subscriber has been given; for the full board, the version.
    /// </summary>
    public int SentGeneration;
    public long SentSeq = -1;

    /// <summary>Keys this subscriber wants; null means all. Replaced as a whole, under the lock.</summary>
    public HashSet<string>? Filter;

    /// <summary>Least time between two batches, milliseconds; 0 means none.</summary>
    public int Interval { get; init; }

    /// <summary>When the next batch may go, for subscribers with an interval.</summary>
    public long NextDue;

    /// <summary>Completes when everything, the closing frame included, has been handed over, or the connection is gone.</summary>
    public Task Ended => _ended.Task;

    public bool IsClosing => _closing;

    /// <summary>Sends the first frames; from now on batches follow.</summary>
    public void Start(IReadOnlyList<byte[]> frames)
    {
        lock (_gate)
        {
            foreach (var frame in frames)
                Queue().Enqueue(frame);
            _busy = false;
            Pump();
        }
    }

    /// <summary>Offers a batch whose frame is shared by all who stand at the same place.</summary>
    public void Offer(TopicBatch batch)
    {
        lock (_gate)
        {
            if (_busy || _closing || _gone)
                return;
            if (
                Filter is null
                && Interval == 0
                && SentGeneration == batch.Generation
                && SentSeq == batch.FromSeq - 1
                && _queue is null or { Count: 0 }
            )
            {
                SentSeq = batch.Seq;
                Send(batch.Frame(Format));
            }
            else
            {
                Pump();
            }
        }
    }

    /// <summary>Sends what is due.</summary>
    public void Nudge()
    {
        lock (_gate)
        {
            if (!_busy && !_gone)
                Pump();
        }
    }

    /// <summary>Queues an answer or a notice before the next batch.</summary>
    public void Enqueue(ReadOnlyMemory<byte> frame)
    {
        lock (_gate)
        {
            if (_closing || _gone)
                return;
            if (Queue().Count >= MaxQueued)
            {
                CloseLocked(CloseCodes.TooSlow, "too slow", Environment.TickCount64);
                return;
            }
            Queue().Enqueue(frame);
            if (!_busy)
                Pump();
        }
    }

    /// <summary>Changes what the subscriber wants and answers it, in one step.</summary>
    public void Change(Func<HashSet<string>?, (HashSet<string>? Filter, byte[] Answer, bool Resend)> change)
    {
        lock (_gate)
        {
            if (_closing || _gone)
                return;
            (Filter, var answer, var resend) = change(Filter);
            if (resend)
                SentGeneration = -1;
            Enqueue(answer);
        }
    }

    /// <summary>Sends a snapshot of the subscribed items again.</summary>
    public void Resend()
    {
        lock (_gate)
        {
            SentGeneration = -1;
            if (!_busy && !_gone)
                Pump();
        }
    }

    /// <summary>
    /// Waits, after the subscriber was detached, until nothing touches the request any more: no send is under way (as long as patience
    /// lasts) and no abort. The server reuses a request that has ended; an abort that came late would hit nothing, and end the process, or
    /// hit another request.
    /// </summary>
    public async Task SettleAsync(TimeSpan patience)
    {
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (Environment.TickCount64 < until)
        {
            lock (_gate)
            {
                if (!_busy)
                    break;
            }
            await Task.Delay(20);
        }
        Task cutting;
        lock (_gate)
            cutting = _cutting;
        await cutting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Says goodbye with a code; the connection ends when the client has answered, or after the grace time.</summary>
    public void Close(ushort code, string reason, TimeSpan grace)
    {
        lock (_gate)
            CloseLocked(code, reason, Environment.TickCount64 + (long)grace.TotalMilliseconds);
    }

    /// <summary>Notes that nothing can be sent any more.</summary>
    public void Gone()
    {
        lock (_gate)
            End();
    }

    /// <summary>Cuts the connection without a closing handshake: it cannot be served any more.</summary>
    public void Abandon()
    {
        lock (_gate)
            Cut();
    }

    /// <summary>Looked at twice a second: slow readers, silence, connections that do not end.</summary>
    public void Sweep(long now, StreamOptions options, Func<FrameFormat, byte[]?> heartbeat)
    {
        lock (_gate)
        {
            if (_gone)
                return;
            if (_closing)
            {
                if (now >= _closeBy)
                    Cut();
                return;
            }
            if (_busy)
            {
                if (now - _busySince >= (long)options.SendDeadline.TotalMilliseconds && _busySince != 0)
                    CloseLocked(CloseCodes.TooSlow, "too slow", now + (long)options.CloseGrace.TotalMilliseconds);
                return;
            }
            if (now - _lastSent >= (long)options.HeartbeatAfter.TotalMilliseconds && heartbeat(Format) is { } frame)
                Send(frame);
        }
    }

    private void CloseLocked(ushort code, string reason, long by)
    {
        if (_closing || _gone)
            return;
        _closing = true;
        _closeBy = by;
        counters.Closed(code);
        _queue = new Queue<ReadOnlyMemory<byte>>(1);
        if (!Format.IsEvent)
            _queue.Enqueue(Frame.Close(code, reason));
        if (!_busy)
            Pump();
    }

    private Queue<ReadOnlyMemory<byte>> Queue() => _queue ??= new Queue<ReadOnlyMemory<byte>>(2);

    private void Pump()
    {
        while (!_gone)
        {
            ReadOnlyMemory<byte> frame;
            if (_queue is { Count: > 0 } queue)
            {
                frame = queue.Dequeue();
            }
            else
            {
                _queue = null;
                if (_closing)
                {
                    _ended.TrySetResult();
                    return;
                }
                if (!frames.TryNext(this, out frame))
                    return;
            }
            if (!Send(frame))
                return;
        }
    }

    /// <returns>Whether the next frame can follow at once.</returns>
    private bool Send(ReadOnlyMemory<byte> frame)
    {
        counters.Sent(frame.Length);
        _lastSent = Environment.TickCount64;
        if (outlet.TrySend(frame, out var rest))
            return true;
        _busy = true;
        _busySince = _lastSent;
        _ = FinishAsync(rest);
        return false;
    }

    private async Task FinishAsync(Task rest)
    {
        try
        {
            await rest.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }
        catch (Exception)
        {
            // Reset, aborted or disposed: this connection takes nothing any more. The reading side sees the same and ends.
            lock (_gate)
            {
                _busy = false;
                Cut();
            }
            return;
        }
        lock (_gate)
        {
            _busy = false;
            _lastSent = Environment.TickCount64;
            Pump();
        }
    }

    private void Cut()
    {
        if (_gone)
            return;
        End();
        // The server's abort runs callbacks; not under our lock.
        _cutting = Task.Run(abort);
    }

    private void End()
    {
        if (!_gone && !_closing)
            counters.Closed(CloseCodes.Abnormal);
        _gone = true;
        _queue = null;
        _ended.TrySetResult();
    }
}
