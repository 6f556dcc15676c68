namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>One immutable moment of a board; the next moment shares what has not changed.</summary>
internal sealed class BoardState<TItem>
    where TItem : class, IBoardItem<TItem>
{
    public static readonly BoardState<TItem> Empty = new([], new Dictionary<string, int>(StringComparer.Ordinal), null);

    private readonly TItem[] _items;
    private readonly Dictionary<string, int> _places;

    private BoardState(TItem[] items, Dictionary<string, int> places, Instant? lastEventAt) =>
        (_items, _places, LastEventAt) = (items, places, lastEventAt);

    /// <summary>Ordered by key (ordinal).</summary>
    public IReadOnlyList<TItem> Items => _items;

    public Instant? LastEventAt { get; }

    public TItem? Find(string key) => _places.TryGetValue(key, out var place) ? _items[place] : null;

    /// <summary>The next moment, without these items.</summary>
    public BoardState<TItem> Without(IReadOnlyCollection<string> keys) =>
        keys.Any(_places.ContainsKey) ? Of([.. _items.Where(i => !keys.Contains(i.Key))], LastEventAt) : this;

    /// <summary>The next moment.</summary>
    /// <param name="changes">Items or parts of items.</param>
    /// <param name="newerWins">Take an item's fields only where it is not older than what is known (for state of unknown age); else
    /// always.</param>
    /// <param name="maxItems">Unknown items beyond this count are left out.</param>
    /// <param name="changed">The items that are now different, whole.</param>
    public BoardState<TItem> With(IReadOnlyList<TItem> changes, bool newerWins, int maxItems, out List<TItem> changed)
    {
        var next = new Dictionary<string, TItem>(StringComparer.Ordinal);
        var grows = false;
        var room = maxItems - _items.Length;
        foreach (var change in changes)
        {
            if (!next.TryGetValue(change.Key, out var known))
                known = Find(change.Key);
            if (known is null)
            {
                if (room-- <= 0)
                    continue;
                grows = true;
                next[change.Key] = change;
                continue;
            }
            next[change.Key] = newerWins && known.EventAt > change.EventAt ? change.MergedWith(known) : known.MergedWith(change);
        }
        changed = [.. next.Values];
        if (changed.Count == 0)
            return this;

        var last = LastEventAt;
        foreach (var item in changed)
        {
            if (item.EventAt is { } at && (last is null || at > last))
                last = at;
        }
        if (!grows)
        {
            var copy = (TItem[])_items.Clone();
            foreach (var item in changed)
                copy[_places[item.Key]] = item;
            return new BoardState<TItem>(copy, _places, last);
        }
        return Of([.. _items.Where(i => !next.ContainsKey(i.Key)).Concat(changed).OrderBy(i => i.Key, StringComparer.Ordinal)], last);
    }

    private static BoardState<TItem> Of(TItem[] items, Instant? lastEventAt)
    {
        var places = new Dictionary<string, int>(items.Length, StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
            places[items[i].Key] = i;
        return new BoardState<TItem>(items, places, lastEventAt);
    }
}
