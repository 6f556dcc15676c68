using InvestmentAssistant.Api.Domain.Instruments;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>The instruments of all US boards; a symbol on two lists belongs to the board that takes precedence.</summary>
public sealed class UsInstruments(IEnumerable<UsBoard> boards, IEnumerable<IInstrumentSource> sources)
{
    private readonly IReadOnlyList<IInstrumentSource> _sources =
    [
        .. boards.OrderBy(b => b.Precedence).SelectMany(b => sources.Where(s => s.Board == b.Name)),
    ];

    /// <summary>All lists in order of precedence; and whether each board has one yet.</summary>
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
            if (complete || attempt >= 60)
                return [.. instruments.OrderBy(i => i.Rank).ThenBy(i => i.Symbol, StringComparer.Ordinal)];
            await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
        }
    }
}
