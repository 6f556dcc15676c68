namespace InvestmentAssistant.Api.Platform.Markets.Equities;

/// <summary>The instruments of both US boards, stocks and ETFs; a symbol on both lists belongs to the stocks.</summary>
public sealed class UsInstruments(IEnumerable<IInstrumentSource> sources)
{
    /// <summary>The boards that the US feed fills.</summary>
    public static readonly IReadOnlyList<string> Boards = ["sp500", "etf"];

    private readonly IReadOnlyList<IInstrumentSource> _sources =
        [.. sources.Where(s => Boards.Contains(s.Board)).OrderBy(s => Boards.ToList().IndexOf(s.Board))];

    /// <summary>Both lists, stocks first; and whether each board has one yet.</summary>
    public async Task<(IReadOnlyList<Instrument> Instruments, bool Complete)> ReadAsync(CancellationToken ct)
    {
        var all = new List<Instrument>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var complete = true;
        foreach (var source in _sources)
        {
            var listed = await source.ReadAsync(ct);
            complete &= listed.Count > 0;
            all.AddRange(listed.Where(i => seen.Add(i.Symbol)));
        }
        return (all, complete);
    }

    /// <summary>Waits, at a first start, until the list jobs have run; gives what there is after half a minute.</summary>
    /// <returns>The symbols to be served first in front.</returns>
    public async Task<IReadOnlyList<Instrument>> ReadWhenListedAsync(CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (instruments, complete) = await ReadAsync(ct);
            if (complete || attempt >= 60) return [.. instruments.OrderBy(i => i.Rank).ThenBy(i => i.Symbol, StringComparer.Ordinal)];
            await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
        }
    }
}
