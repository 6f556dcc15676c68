using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Features.Crypto;

/// <summary>The KRW markets as REST answers see them: the exchange's list joined with the live board.</summary>
public sealed class CryptoBoard([FromKeyedServices("crypto")] IBoard<CryptoQuote> board, InstrumentDirectory directory, IClock clock)
{
    /// <summary>One market as answers show it, with its condition at this moment.</summary>
    public CryptoItem Item(CryptoQuote quote) => CryptoItem.Of(quote, clock.GetCurrentInstant());

    /// <summary>Whether a market is traded as usual, so that its price can stand beside others.</summary>
    public bool IsTraded(CryptoQuote quote) => quote.ConditionAt(clock.GetCurrentInstant()) is null;

    /// <summary>Every listed market, by market code; one without a price yet has its names alone.</summary>
    public async Task<IReadOnlyList<CryptoQuote>> ReadAsync(CancellationToken ct)
    {
        var listed = await directory.ReadAsync("crypto", ct);
        var live = board.Snapshot().Items.ToDictionary(q => q.Market, StringComparer.Ordinal);
        return
        [
            .. listed.Select(i =>
            {
                var known = new CryptoQuote
                {
                    Market = i.Symbol,
                    KoreanName = i.LocalName,
                    EnglishName = i.Name,
                    MarketWarning = i.Warning,
                };
                return live.TryGetValue(i.Symbol, out var quote) ? known.MergedWith(quote) : known;
            }),
        ];
    }

    /// <summary>The market a client means, by code or by its Korean or English name; null when there is none.</summary>
    public async Task<CryptoQuote?> FindAsync(string symbol, CancellationToken ct) => Find(await ReadAsync(ct), [symbol]).FirstOrDefault();

    /// <summary>The markets that these mean, each once, by code or by name; what means none is left out.</summary>
    public static IEnumerable<CryptoQuote> Find(IReadOnlyList<CryptoQuote> all, IReadOnlyList<string> symbols)
    {
        var byMarket = all.ToDictionary(q => q.Market, StringComparer.Ordinal);
        // Folding all names costs far more than a code: it is done only where no code fits, and once for all symbols.
        Lazy<Dictionary<string, CryptoQuote>> byName = new(() => ByName(all));
        return symbols
            .Select(s => byMarket.GetValueOrDefault(MarketOf(s)) ?? byName.Value.GetValueOrDefault(NameForm.Of(s).Letters))
            .OfType<CryptoQuote>()
            .Distinct();
    }

    private static Dictionary<string, CryptoQuote> ByName(IReadOnlyList<CryptoQuote> all)
    {
        Dictionary<string, CryptoQuote> found = new(StringComparer.Ordinal);
        foreach (var quote in all)
        {
            foreach (var name in new[] { quote.KoreanName, quote.EnglishName })
            {
                if (NameForm.Of(name).Letters is { Length: > 0 } letters)
                    found.TryAdd(letters, quote);
            }
        }
        return found;
    }

    /// <summary>The market a client means: btc and KRW-BTC are one.</summary>
    public static string MarketOf(string symbol)
    {
        var text = TextFold.Symbol(symbol).Trim();
        return text.Contains('-') ? text : "KRW-" + text;
    }
}
