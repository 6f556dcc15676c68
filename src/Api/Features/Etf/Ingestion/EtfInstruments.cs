using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.Etf.Documents;
using Marten;

namespace InvestmentAssistant.Api.Features.Etf.Ingestion;

/// <summary>The ETFs on the board.</summary>
public sealed class EtfInstruments(IDocumentStore store) : IInstrumentSource
{
    public string Board => "etf";

    public async Task<IReadOnlyList<Instrument>> ReadAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var funds = await session.Query<EtfFund>().Where(f => f.IsActive).OrderBy(f => f.Symbol).ToListAsync(ct);
        return
        [
            .. funds
                .Select(f => new Instrument(Board, f.Symbol, f.Name, KoreanNames.Of(f.Symbol), null, f.Rank * 4))
                .OrderBy(i => i.Symbol, StringComparer.Ordinal),
        ];
    }
}
