using NodaTime;

namespace InvestmentAssistant.Api.Platform.Providers.Finnhub;

/// <summary>The stock provider's REST interface: https://finnhub.io/docs/api. The key travels in a header; the free plan allows 60 calls a minute.</summary>
public sealed class FinnhubClient(HttpClient http)
{
    /// <summary>Name in the settings: Providers:finnhub.</summary>
    public const string Provider = "finnhub";

    /// <summary>The last price of a symbol, or null for a symbol the provider does not know (it says so with zeros).</summary>
    public async Task<FinnhubQuote?> QuoteAsync(string symbol, CancellationToken ct)
    {
        var quote = await http.GetRowAsync<FinnhubQuote>(Provider, $"quote?symbol={Uri.EscapeDataString(symbol)}", ct);
        return quote is { Current: > 0, Time: > 0 } ? quote : null;
    }

    /// <summary>
    /// Bars that start from <paramref name="from"/> to <paramref name="to"/>, both included; empty when there are none. A paid route on some plans: then
    /// Unauthorized is thrown.
    /// </summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="resolution">1, 15, 60 (minutes) or D.</param>
    /// <param name="from">Start of the first bar.</param>
    /// <param name="to">Start of the last bar.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<FinnhubCandles?> CandlesAsync(string symbol, string resolution, Instant from, Instant to, CancellationToken ct)
    {
        var candles = await http.GetRowAsync<FinnhubCandles>(Provider,
            $"stock/candle?symbol={Uri.EscapeDataString(symbol)}&resolution={resolution}&from={from.ToUnixTimeSeconds()}&to={to.ToUnixTimeSeconds()}", ct);
        return candles.Status == "ok" ? candles : null;
    }

    /// <summary>All symbols that trade in the US.</summary>
    public Task<ProviderRows<FinnhubSymbol>> SymbolsAsync(CancellationToken ct) =>
        http.GetRowsAsync<FinnhubSymbol>(Provider, "stock/symbol?exchange=US", ct);
}
