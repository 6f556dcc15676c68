using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Markets;
using Marten;
using NodaTime;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>What mapping the markets did.</summary>
public sealed record MappingResult(int Changed, int Mapped, IReadOnlyList<string> Unmapped)
{
    public string Note => Unmapped.Count == 0 ? $"{Mapped} markets mapped"
        : $"{Mapped} markets mapped, {Unmapped.Count} not: {string.Join(", ", Unmapped.Take(10))}{(Unmapped.Count > 10 ? " ..." : "")}";
}

/// <summary>
/// Tells for each KRW market of the domestic exchange which of CoinGecko's coins it trades. Coins of one symbol are told apart by their price first (one that differs
/// by more than a factor of three is another coin), then by the exchange's English name, then by rank. A market with no plausible coin stays unmapped.
/// </summary>
public sealed class CoinMapper(IEnumerable<IInstrumentSource> instruments, IBoard<CryptoQuote> board, IDocumentStore store, IClock clock)
{
    private const decimal Factor = 3;

    /// <summary>The provider's own documents name these; they hold whatever the list says.</summary>
    private static readonly Dictionary<string, string> s_pinned = new(StringComparer.Ordinal)
    {
        ["BTC"] = "bitcoin", ["ETH"] = "ethereum", ["XRP"] = "ripple", ["USDT"] = "tether", ["SHIB"] = "shiba-inu", ["BNB"] = "binancecoin", ["SOL"] = "solana",
        ["DOGE"] = "dogecoin",
    };

    private readonly IInstrumentSource _instruments = instruments.Single(s => s.Board == "crypto");

    /// <summary>Maps all markets; only what changed is written.</summary>
    public async Task<MappingResult> MapAsync(CancellationToken ct)
    {
        var markets = await MarketsAsync(ct);
        await using var session = store.LightweightSession();
        var symbols = markets.Select(m => CoinSymbol.OfMarket(m.Symbol)).ToArray();
        var coins = (await session.Query<CoinListing>().Where(c => symbols.Contains(c.Symbol)).ToListAsync(ct)).ToLookup(c => c.Symbol, StringComparer.Ordinal);
        var known = (await session.Query<CoinMapping>().ToListAsync(ct)).ToDictionary(m => m.Id, StringComparer.Ordinal);
        // A rough rate is enough to tell a factor of three.
        var krwUsd = board.Find("KRW-USDT")?.TradePrice;
        var (changed, mapped, unmapped) = (0, 0, new List<string>());
        foreach (var market in markets)
        {
            var symbol = CoinSymbol.OfMarket(market.Symbol);
            var candidates = coins[symbol].ToList();
            if (Choose(symbol, market.Name, board.Find(market.Symbol)?.TradePrice / krwUsd, candidates) is not { } choice)
            {
                unmapped.Add(symbol);
                if (known.ContainsKey(market.Symbol)) session.Delete<CoinMapping>(market.Symbol);
                continue;
            }
            mapped++;
            var (coin, method) = choice;
            if (known.TryGetValue(market.Symbol, out var old) && old.CoinId == coin && old.Method == method && old.Candidates == candidates.Count) continue;
            changed++;
            session.Store(new CoinMapping
            {
                Id = market.Symbol, Symbol = symbol, CoinId = coin, Method = method, Candidates = candidates.Count, MappedAt = clock.GetCurrentInstant(),
            });
        }
        await session.SaveChangesAsync(ct);
        return new MappingResult(changed, mapped, unmapped);
    }

    /// <summary>The coin of a symbol that the exchange means, and how it was told; null when none is plausible.</summary>
    /// <param name="symbol">Upper case.</param>
    /// <param name="name">The exchange's English name.</param>
    /// <param name="priceUsd">The exchange's price in USD, roughly; null when not known: then it decides nothing.</param>
    /// <param name="candidates">All coins of that symbol.</param>
    public static (string CoinId, string Method)? Choose(string symbol, string name, decimal? priceUsd, IReadOnlyList<CoinListing> candidates)
    {
        if (s_pinned.TryGetValue(symbol, out var pinned) && candidates.Any(c => c.Id == pinned)) return (pinned, "pinned");
        var plausible = candidates.Where(c => priceUsd is not > 0 || c.PriceUsd is not { } own || (own / priceUsd is { } ratio && ratio is <= Factor and >= 1 / Factor))
            .OrderBy(c => c.Rank ?? int.MaxValue).ThenBy(c => c.Id, StringComparer.Ordinal).ToList();
        if (plausible.Find(c => Words(c.Name) == Words(name)) is { } named) return (named.Id, "name");
        return plausible.FirstOrDefault() is { } first ? (first.Id, "rank") : null;
    }

    private static string Words(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>At a first start the exchange's list may still be on its way.</summary>
    private async Task<IReadOnlyList<Instrument>> MarketsAsync(CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            var listed = await _instruments.ReadAsync(ct);
            if (listed.Count > 0 || attempt >= 40) return listed;
            await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
        }
    }
}
