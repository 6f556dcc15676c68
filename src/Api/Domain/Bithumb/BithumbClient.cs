using InvestmentAssistant.Api.Platform.Providers;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Domain.Bithumb;

/// <summary>The exchange's public REST interface: https://apidocs.bithumb.com. No key; 150 calls a second an address.</summary>
public sealed class BithumbClient(HttpClient http)
{
    /// <summary>Name in the settings: Providers:bithumb.</summary>
    public const string Provider = "bithumb";

    /// <summary>The most candles one call gives.</summary>
    public const int MaxCandles = 200;

    private static readonly LocalDateTimePattern SeoulStamp = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm:ss");

    /// <summary>All markets, of every quote currency.</summary>
    public Task<ProviderRows<BithumbMarket>> MarketsAsync(CancellationToken ct) =>
        http.GetRowsAsync<BithumbMarket>(Provider, "v1/market/all?isDetails=true", ct);

    /// <summary>Tickers of the markets, in calls of a few hundred so that the address stays within what servers take.</summary>
    public async Task<ProviderRows<BithumbTicker>> TickersAsync(IReadOnlyCollection<string> markets, CancellationToken ct)
    {
        var rows = new List<BithumbTicker>(markets.Count);
        var dropped = 0;
        foreach (var chunk in markets.Chunk(250))
        {
            var read = await http.GetRowsAsync<BithumbTicker>(Provider, $"v1/ticker?markets={string.Join(',', chunk)}", ct);
            rows.AddRange(read.Rows);
            dropped += read.Dropped;
        }
        return new ProviderRows<BithumbTicker>(rows, dropped);
    }

    /// <summary>Candles of 1, 15 or 60 minutes that start before <paramref name="to"/>, newest first, at most 200.</summary>
    public Task<ProviderRows<BithumbCandle>> MinuteCandlesAsync(string market, int minutes, Instant? to, int count, CancellationToken ct) =>
        http.GetRowsAsync<BithumbCandle>(Provider, $"v1/candles/minutes/{minutes}?market={market}&count={count}{To(to)}", ct);

    /// <summary>Candles of Seoul days that start before <paramref name="to"/>, newest first, at most 200.</summary>
    public Task<ProviderRows<BithumbCandle>> DayCandlesAsync(string market, Instant? to, int count, CancellationToken ct) =>
        http.GetRowsAsync<BithumbCandle>(Provider, $"v1/candles/days?market={market}&count={count}{To(to)}", ct);

    // The exchange reads a time without a zone as Seoul's, and answers with the candles that start before it.
    private static string To(Instant? to) =>
        to is { } at ? "&to=" + Uri.EscapeDataString(SeoulStamp.Format(at.WithOffset(Offset.FromHours(9)).LocalDateTime)) : "";
}
