using System.Diagnostics;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>
/// The feeding replica's copy of a board: the latest state of each item, what could not be published yet, and the keys taken off.
/// Thread-safe, because changes are kept while a write to Redis is under way.
/// </summary>
internal sealed class PublishedState<TItem>
    where TItem : class, IBoardItem<TItem>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TItem> _items = new(StringComparer.Ordinal);
    private readonly HashSet<string> _missed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private IReadOnlySet<string>? _kept;
    private long _lastLive;

    public int Count
    {
        get
        {
            lock (_gate)
                return _items.Count;
        }
    }

    /// <summary>Whether live changes have come before, but none for this long.</summary>
    public bool IsSilentFor(TimeSpan span)
    {
        lock (_gate)
            return _lastLive != 0 && Stopwatch.GetElapsedTime(_lastLive) > span;
    }

    /// <summary>Takes changes that cannot be published now.</summary>
    public void Keep(IReadOnlyList<TItem> changed, bool marketChannel)
    {
        lock (_gate)
        {
            foreach (var item in MergeLocked(changed, marketChannel))
                _missed.Add(item.Key);
        }
    }

    /// <summary>Takes changes that are about to be published.</summary>
    /// <returns>What is to be published: the changes, and in whole what could not be published before.</returns>
    public IReadOnlyList<TItem> Merge(IReadOnlyList<TItem> changed, bool marketChannel)
    {
        lock (_gate)
        {
            changed = MergeLocked(changed, marketChannel);
            if (_missed.Count == 0)
                return changed;
            var all = changed.Concat(_missed.Where(k => changed.All(c => c.Key != k)).Select(k => _items[k])).ToList();
            _missed.Clear();
            return all;
        }
    }

    /// <summary>
    /// Takes off what is known here or under <paramref name="others"/> and is not to be kept; what is kept now may have been gone before.
    /// </summary>
    /// <returns>Whether anything is gone that was not before.</returns>
    public bool TakeOff(IReadOnlySet<string> kept, IEnumerable<string> others)
    {
        lock (_gate)
        {
            _kept = kept;
            _gone.ExceptWith(kept);
            var before = _gone.Count;
            _gone.UnionWith(_items.Keys.Concat(others).Where(k => !kept.Contains(k)));
            foreach (var key in _gone)
            {
                _items.Remove(key);
                _missed.Remove(key);
            }
            return _gone.Count > before;
        }
    }

    /// <summary>Takes the keys that an earlier publisher has taken off, where this one does not contradict it.</summary>
    public void TakeOverGone(IEnumerable<string> gone)
    {
        lock (_gate)
            _gone.UnionWith(gone.Where(k => !_items.ContainsKey(k) && _kept?.Contains(k) != true));
    }

    /// <summary>Takes over what the hashes know better.</summary>
    /// <param name="stored">Items of a hash.</param>
    /// <param name="fresh">Keys of items that have just come: of these, ours is the later of two states of one moment.</param>
    /// <param name="theirsIsLater">Whether another publisher was here after us, so that of two states of one moment its is the
    /// later.</param>
    public void TakeOver(IEnumerable<TItem> stored, IReadOnlySet<string> fresh, bool theirsIsLater)
    {
        lock (_gate)
        {
            foreach (var theirs in stored.Where(s => !_gone.Contains(s.Key)))
            {
                if (!_items.TryGetValue(theirs.Key, out var ours))
                    _items[theirs.Key] = theirs;
                else if (theirs.EventAt > ours.EventAt || (theirsIsLater && theirs.EventAt == ours.EventAt && !fresh.Contains(theirs.Key)))
                    _items[theirs.Key] = ours.MergedWith(theirs);
                else
                    _items[theirs.Key] = theirs.MergedWith(ours);
            }
        }
    }

    /// <summary>The whole items of these changes, as the hash is to hold them.</summary>
    public List<TItem> WholeOf(IReadOnlyList<TItem> changed)
    {
        lock (_gate)
            return [.. changed.Select(i => i.Key).Distinct(StringComparer.Ordinal).Select(k => _items[k])];
    }

    /// <summary>The whole board and the keys taken off it; nothing is missed any more.</summary>
    public (List<TItem> Items, string Gone) Whole()
    {
        lock (_gate)
        {
            _missed.Clear();
            return ([.. _items.Values], string.Join(',', _gone));
        }
    }

    /// <returns>The changes of what is still on the board, in whole where they were older than it.</returns>
    private IReadOnlyList<TItem> MergeLocked(IReadOnlyList<TItem> changed, bool marketChannel)
    {
        if (_gone.Count > 0)
            changed = [.. changed.Where(i => !_gone.Contains(i.Key))];
        List<TItem>? passed = null;
        for (var i = 0; i < changed.Count; i++)
        {
            var item = changed[i];
            if (_items.TryGetValue(item.Key, out var known) && known.EventAt > item.EventAt)
            {
                // A feed that was started again begins with what the store had kept: the board does not go back to that.
                passed ??= [.. changed.Take(i)];
                item = item.MergedWith(known);
                if (item.Equals(known))
                    continue;
                _items[item.Key] = item;
            }
            else
            {
                _items[item.Key] = known?.MergedWith(item) ?? item;
            }
            passed?.Add(item);
        }
        if (!marketChannel)
            _lastLive = Stopwatch.GetTimestamp();
        return passed ?? changed;
    }
}
