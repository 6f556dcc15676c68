using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.Sp500.Documents;
using Marten;

namespace InvestmentAssistant.Api.Features.Sp500.Ingestion;

/// <summary>The present members of the index.</summary>
public sealed class Sp500Instruments(IDocumentStore store) : IInstrumentSource
{
    // Widely held members first: they get the live subscriptions when the provider limits them. The rest follows by symbol.
    private static readonly string[] MostWatched =
    [
        "AAPL",
        "MSFT",
        "NVDA",
        "AMZN",
        "GOOGL",
        "META",
        "TSLA",
        "AVGO",
        "BRK.B",
        "JPM",
        "LLY",
        "V",
        "UNH",
        "XOM",
        "MA",
        "COST",
        "NFLX",
        "WMT",
        "PG",
        "JNJ",
        "HD",
        "ABBV",
        "BAC",
        "ORCL",
        "AMD",
        "CRM",
        "KO",
        "CVX",
        "PLTR",
        "INTC",
        "CSCO",
        "DIS",
        "MU",
        "QCOM",
        "BA",
        "UBER",
        "PYPL",
        "PFE",
        "T",
        "F",
    ];

    public string Board => "sp500";

    public async Task<IReadOnlyList<Instrument>> ReadAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var companies = await session.Query<Sp500Company>().Where(c => c.IsActive).OrderBy(c => c.Symbol).ToListAsync(ct);
        return
        [
            .. companies
                .Select(c => new Instrument(Board, c.Symbol, c.CompanyName, KoreanNames.Of(c.Symbol), c.GicsSector, RankOf(c.Symbol)))
                .OrderBy(i => i.Symbol, StringComparer.Ordinal),
        ];
    }

    private static int RankOf(string symbol) => Array.IndexOf(MostWatched, symbol) is >= 0 and var place ? place + 1 : 1000;
}
