using InvestmentAssistant.Api.Features.Streaming.Connections;

namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>
/// A share of a topic's subscribers and the loop that offers them each batch. A topic has one loop a core; the array is replaced, never
/// changed, so the loop needs no lock.
/// </summary>
/// <param name="onFault">Receives an exception that only a defect of ours can throw; its connection is cut.</param>
internal sealed class SenderLoop(Action<Exception> onFault) : IThreadPoolWorkItem
{
    /// <summary>A loop that is this far behind offers only the newest: each subscriber then gets what it missed as one frame.</summary>
    private const int MaxBehind = 4;

    private readonly Lock _gate = new();
    private readonly Queue<TopicBatch?> _pending = new();
    private volatile Subscriber[] _subscribers = [];
    private bool _running;

    public Subscriber[] Subscribers => _subscribers;

    public void Add(Subscriber subscriber)
    {
        lock (_gate)
            _subscribers = [.. _subscribers, subscriber];
    }

    public bool Remove(Subscriber subscriber)
    {
        lock (_gate)
        {
            var place = Array.IndexOf(_subscribers, subscriber);
            if (place < 0)
                return false;
            var next = new Subscriber[_subscribers.Length - 1];
            Array.Copy(_subscribers, next, place);
            Array.Copy(_subscribers, place + 1, next, place, next.Length - place);
            _subscribers = next;
            return true;
        }
    }

    /// <summary>Offers a batch to all; with null each subscriber looks for its next message itself.</summary>
    /// <param name="here">On the calling thread, if the loop is not running already.</param>
    public void Post(TopicBatch? batch, bool here)
    {
        lock (_gate)
        {
            if (_subscribers.Length == 0)
                return;
            _pending.Enqueue(batch);
            if (_running)
                return;
            _running = true;
        }
        if (here)
            Execute();
        else
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public void Execute()
    {
        while (true)
        {
            TopicBatch? batch;
            lock (_gate)
            {
                while (_pending.Count > MaxBehind)
                    _pending.Dequeue();
                if (!_pending.TryDequeue(out batch))
                {
                    _running = false;
                    return;
                }
            }
            foreach (var subscriber in _subscribers)
            {
                try
                {
                    if (batch is null)
                        subscriber.Nudge();
                    else
                        subscriber.Offer(batch);
                }
                catch (Exception e)
                {
                    // A fault of one connection must not end the loop: it runs on a thread whose exceptions end the process.
                    subscriber.Abandon();
                    onFault(e);
                }
            }
        }
    }
}
