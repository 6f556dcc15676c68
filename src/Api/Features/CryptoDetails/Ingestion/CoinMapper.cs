using System.Collections.Frozen;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Reference;
using InvestmentAssistant.Api.Platform.Boards;
using Marten;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>Result of a mapping of the markets.</summary>
public sealed record MappingResult(int Changed, int Mapped, IReadOnlyList<string> Unmapped)
{
    public string Note =>
        Unmapped.Count == 0
            ? $"{Mapped} markets mapped"
            : $"{Mapped} markets mapped, {Unmapped.Count} not: {string.Join(", ", Unmapped.Take(10))}{(Unmapped.Count > 10 ? " ..." : "")}";
}

/// <summary>
/// Finds for each KRW market of the domestic exchange which of CoinGecko's coins it trades. A pin decides. Otherwise a coin without a
/// price or without trades is only taken when there is no other; the names must agree; and the price must be within a factor of
/// three of the exchange's. One coin alone of that name may be further off (an exchange that is cut off has prices of its own), up to a
/// factor of ten. A market with no such coin stays unmapped.
/// </summary>
public sealed class CoinMapper(IEnumerable<IInstrumentSource> instruments, IBoard<CryptoQuote> board, IDocumentStore store, IClock clock)
{
    private const decimal Factor = 3;
    private const decimal FactorOfOneName = 10;

    /// <summary>Names that do not agree at all need a price this close, and no second coin.</summary>
    private const decimal FactorOfNoName = 1.25m;

    private static readonly FrozenDictionary<string, string> s_pinned = ReferenceFile
        .Rows("coin-pins.csv")
        .ToFrozenDictionary(r => r["symbol"], r => r["coin_id"], StringComparer.Ordinal);

    private readonly IInstrumentSource _instruments = instruments.Single(s => s.Board == "crypto");

    /// <summary>Maps all markets; only what changed is written.</summary>
    public async Task<MappingResult> MapAsync(CancellationToken ct)
    {
        var markets = await MarketsAsync(ct);
        await using var session = store.LightweightSession();
        var symbols = markets.Select(m => CoinSymbol.OfMarket(m.Symbol)).ToArray();
        var coins = (await session.Query<CoinListing>().Where(c => symbols.Contains(c.Symbol)).ToListAsync(ct)).ToLookup(
            c => c.Symbol,
            StringComparer.Ordinal
        );
        var known = (await session.Query<CoinMapping>().ToListAsync(ct)).ToDictionary(m => m.Id, StringComparer.Ordinal);
        // A rough rate is enough to see a factor of three.
        var krwUsd = PriceOf("KRW-USDT");
        var (changed, mapped, unmapped) = (0, 0, new List<string>());
        foreach (var market in markets)
        {
            var symbol = CoinSymbol.OfMarket(market.Symbol);
            var candidates = coins[symbol].ToList();
            if (Choose(symbol, market.Name, PriceOf(market.Symbol) / krwUsd, candidates) is not { } choice)
            {
                unmapped.Add(symbol);
                if (known.ContainsKey(market.Symbol))
                    session.Delete<CoinMapping>(market.Symbol);
                continue;
            }
            mapped++;
            var (coin, method) = choice;
            if (
                known.TryGetValue(market.Symbol, out var old)
                && old.CoinId == coin
                && old.Method == method
                && old.Candidates == candidates.Count
            )
                continue;
            changed++;
            session.Store(
                new CoinMapping
                {
                    Id = market.Symbol,
                    Symbol = symbol,
                    CoinId = coin,
                    Method = method,
                    Candidates = candidates.Count,
                    MappedAt = clock.GetCurrentInstant(),
                }
            );
        }
        await session.SaveChangesAsync(ct);
        return new MappingResult(changed, mapped, unmapped);
    }

    /// <summary>The exchange's price while it means something: that of a market that is suspended or not traded decides nothing.</summary>
    private decimal? PriceOf(string market) =>
        board.Find(market) is { } quote && quote.ConditionAt(clock.GetCurrentInstant()) is null ? quote.TradePrice : null;

    /// <summary>The coin of a symbol that the exchange means, and how it was chosen; null when none is plausible.</summary>
    /// <param name="symbol">Upper case.</param>
    /// <param name="name">The exchange's English name.</param>
    /// <param name="priceUsd">The exchange's price in USD, roughly; null when not known: then it decides nothing.</param>
    /// <param name="candidates">All coins of that symbol.</param>
    public static (string CoinId, string Method)? Choose(
        string symbol,
        string name,
        decimal? priceUsd,
        IReadOnlyList<CoinListing> candidates
    )
    {
        if (s_pinned.TryGetValue(symbol, out var pinned) && candidates.Any(c => c.Id == pinned))
            return (pinned, "pinned");
        var pool = candidates.Any(c => c.IsAlive) ? candidates.Where(c => c.IsAlive) : candidates;
        var ranked = pool.Select(c => (Coin: c, Agreement: CoinNames.Agreement(name, c)))
            .OrderByDescending(c => c.Agreement)
            .ThenBy(c => c.Coin.Rank ?? int.MaxValue)
            .ThenBy(c => c.Coin.Id, StringComparer.Ordinal)
            .ToList();
        var named = ranked.Where(c => c.Agreement > 0).ToList();
        if (named.FindIndex(c => IsNear(c.Coin, Factor)) is >= 0 and var near)
            return (named[near].Coin.Id, MethodOf(named[near].Agreement));
        if (named is [var only] && IsNear(only.Coin, FactorOfOneName))
            return (only.Coin.Id, MethodOf(only.Agreement));
        return priceUsd is > 0 && ranked is [{ Coin: { PriceUsd: not null } last, Agreement: 0 }] && IsNear(last, FactorOfNoName)
            ? (last.Id, "price")
            : null;

        bool IsNear(CoinListing coin, decimal factor) =>
            priceUsd is not > 0 || coin.PriceUsd is not { } own || (own / priceUsd is { } ratio && ratio <= factor && ratio >= 1 / factor);

        static string MethodOf(int agreement) => agreement == CoinNames.Same ? "name" : "similar_name";
    }

    /// <summary>At a first start the exchange's list may still be on its way.</summary>
    private async Task<IReadOnlyList<Instrument>> MarketsAsync(CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            var listed = await _instruments.ReadAsync(ct);
            if (listed.Count > 0 || attempt >= 40)
                return listed;
            await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
        }
    }
}
