using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.Crypto.Documents;
using Marten;

namespace InvestmentAssistant.Api.Features.Crypto.Ingestion;

/// <summary>The KRW markets that the exchange lists now.</summary>
public sealed class CryptoInstruments(IDocumentStore store) : IInstrumentSource
{
    public string Board => "crypto";

    public async Task<IReadOnlyList<Instrument>> ReadAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var markets = await session
            .Query<CryptoMarket>()
            .Where(m => m.IsListed && m.QuoteCurrency == "KRW")
            .OrderBy(m => m.Market)
            .ToListAsync(ct);
        return
        [
            .. markets
                .Select(m => new Instrument(Board, m.Market, m.EnglishName ?? m.Symbol, m.KoreanName, null, 1, m.MarketWarning))
                .OrderBy(i => i.Symbol, StringComparer.Ordinal),
        ];
    }
}
