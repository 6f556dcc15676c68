using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Domain.Equities.Boards;

/// <summary>
/// A US board as REST answers see it: the list of instruments joined with the live board. Registered by name (sp500, etf).
/// </summary>
public sealed class EquityBoard(
    string name,
    IBoard<EquityQuote> board,
    InstrumentDirectory directory,
    MarketCalendar calendar,
    IClock clock
)
{
    public string Name => name;

    /// <summary>One consistent moment of all listed instruments.</summary>
    public async Task<EquityMoment> ReadAsync(CancellationToken ct)
    {
        var instruments = await directory.ReadAsync(name, ct);
        var snapshot = board.Snapshot();
        var rows = new EquityRow[instruments.Count];
        // Both lists are in ordinal order of the symbol: one walk joins them.
        var next = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var instrument = instruments[i];
            while (next < snapshot.Items.Count && string.CompareOrdinal(snapshot.Items[next].Symbol, instrument.Symbol) < 0)
                next++;
            var quote = next < snapshot.Items.Count && snapshot.Items[next].Symbol == instrument.Symbol ? snapshot.Items[next] : null;
            rows[i] = new EquityRow(instrument.Symbol, instrument.Name, instrument.Sector, quote);
        }
        return new EquityMoment(rows, snapshot.Seq, snapshot.Epoch, snapshot.LastEventAt, snapshot.StaleSince);
    }

    /// <summary>The row of a symbol as a client wrote it.</summary>
    /// <exception cref="ProblemException">404: not on this board.</exception>
    public async Task<(EquityRow Row, EquityMoment Moment)> FindAsync(string symbol, CancellationToken ct)
    {
        var moment = await ReadAsync(ct);
        var wanted = EquitySymbol.Normalize(symbol);
        return moment.Find(wanted) is { } row ? (row, moment) : throw ProblemException.NotFound($"{wanted} is not on the {name} board.");
    }

    /// <summary>Current phase of the exchange.</summary>
    public MarketStatus MarketStatus() => MarketTime.MarketStatus.At(calendar, clock.GetCurrentInstant());

    /// <summary>The market's present moment.</summary>
    public Instant Now => clock.GetCurrentInstant();
}
