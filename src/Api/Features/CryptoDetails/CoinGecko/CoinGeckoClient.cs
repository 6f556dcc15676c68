using System.Text.Json;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;

/// <summary>
/// CoinGecko's REST interface, demo plan: https://docs.coingecko.com. The key travels in the header x-cg-demo-api-key; 30 calls a minute,
/// 10,000 a month. A refusal may come with status 200 as {"status": {"error_code"}}: here each is a <see cref="ProviderException"/>.
/// </summary>
public sealed class CoinGeckoClient(HttpClient http)
{
    /// <summary>Name in the settings: Providers:coingecko.</summary>
    public const string Provider = "coingecko";

    /// <summary>The most coins one page of the list has.</summary>
    public const int PageSize = 250;

    /// <summary>Coins by market capitalization, largest first; a page beyond the end is empty.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="ct">Cancels.</param>
    public Task<ProviderRows<CoinMarketRow>> MarketsAsync(int page, CancellationToken ct) =>
        RowsAsync<CoinMarketRow>(
            $"coins/markets?vs_currency=usd&order=market_cap_desc&per_page={PageSize}&page={page}&sparkline=false&"
                + "price_change_percentage=24h,7d,30d",
            ct
        );

    /// <summary>Reads the details of one coin. An unknown id is <see cref="ProviderFailure.Rejected"/>.</summary>
    public async Task<CoinDetailsReply> DetailsAsync(string id, CancellationToken ct)
    {
        using var reply = await ReadAsync(
            $"coins/{Uri.EscapeDataString(id)}?localization=false&tickers=false&market_data=true&community_data=true&"
                + "developer_data=true&sparkline=false",
            ct
        );
        return Fit<CoinDetailsReply>(reply.RootElement);
    }

    /// <summary>A coin's prices on these exchanges, at most 100 rows.</summary>
    /// <param name="id">The coin.</param>
    /// <param name="exchanges">The provider's ids: binance, gdax (Coinbase), upbit.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ProviderRows<CoinTickerRow>> TickersAsync(string id, IReadOnlyCollection<string> exchanges, CancellationToken ct)
    {
        var wanted = string.Join(',', exchanges.Select(Uri.EscapeDataString));
        using var reply = await ReadAsync(
            $"coins/{Uri.EscapeDataString(id)}/tickers?exchange_ids={wanted}&include_exchange_logo=false&page=1&"
                + "order=trust_score_desc&depth=false",
            ct
        );
        return
            reply.RootElement.ValueKind == JsonValueKind.Object
            && reply.RootElement.TryGetProperty("tickers", out var tickers)
            && tickers.ValueKind == JsonValueKind.Array
            ? Rows<CoinTickerRow>(tickers)
            : throw Unfit();
    }

    /// <summary>USD prices of the last days: hourly for 2 to 90 of them, as the provider chooses by itself.</summary>
    public async Task<MarketChartReply> MarketChartAsync(string id, int days, CancellationToken ct)
    {
        using var reply = await ReadAsync($"coins/{Uri.EscapeDataString(id)}/market_chart?vs_currency=usd&days={days}", ct);
        return Fit<MarketChartReply>(reply.RootElement);
    }

    /// <summary>All derivatives of all markets: some thousand rows.</summary>
    public Task<ProviderRows<DerivativeRow>> DerivativesAsync(CancellationToken ct) => RowsAsync<DerivativeRow>("derivatives", ct);

    /// <summary>The market as a whole.</summary>
    public async Task<GlobalData> GlobalAsync(CancellationToken ct)
    {
        using var reply = await ReadAsync("global", ct);
        return Fit<GlobalReply>(reply.RootElement).Data ?? throw Unfit();
    }

    /// <summary>Price of one bitcoin in many currencies; two of them give a rate.</summary>
    public async Task<ExchangeRatesReply> ExchangeRatesAsync(CancellationToken ct)
    {
        using var reply = await ReadAsync("exchange_rates", ct);
        return Fit<ExchangeRatesReply>(reply.RootElement);
    }

    /// <summary>The failure that a reply means; null when it is data.</summary>
    public static ProviderException? FailureIn(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        if (root.TryGetProperty("status", out var status) && LenientJson.Number(status, "error_code") is { } number)
        {
            return number switch
            {
                429 => new ProviderException(
                    ProviderFailure.RateLimited,
                    Provider,
                    "says that the limit of calls is reached",
                    TimeSpan.FromMinutes(1)
                ),
                >= 500 and < 600 => new ProviderException(ProviderFailure.ServerError, Provider, $"says error {number}"),
                // 10002 no key, 10005 beyond the plan, 10010 and 10011 the key of the other plan.
                >= 10_000 => new ProviderException(ProviderFailure.Unauthorized, Provider, $"refuses the key or the plan (error {number})"),
                _ => new ProviderException(ProviderFailure.Rejected, Provider, $"refused the request (error {number})"),
            };
        }
        return ProviderRows.ErrorIn(root) is { } words
            ? new ProviderException(ProviderFailure.Rejected, Provider, $"refused the request: {words}")
            : null;
    }

    private async Task<ProviderRows<T>> RowsAsync<T>(string path, CancellationToken ct)
        where T : class
    {
        using var reply = await ReadAsync(path, ct);
        return reply.RootElement.ValueKind == JsonValueKind.Array ? Rows<T>(reply.RootElement) : throw Unfit();
    }

    private async Task<JsonDocument> ReadAsync(string path, CancellationToken ct)
    {
        var reply = await http.GetProviderJsonAsync<JsonDocument>(path, CoinGeckoWire.Json, ct);
        if (FailureIn(reply.RootElement) is not { } failure)
            return reply;
        reply.Dispose();
        throw failure;
    }

    private static ProviderRows<T> Rows<T>(JsonElement array)
        where T : class => ProviderRows.Read<T>(array, CoinGeckoWire.Json);

    private static T Fit<T>(JsonElement element)
        where T : class => ProviderRows.ReadRow<T>(element, CoinGeckoWire.Json) ?? throw Unfit();

    private static ProviderException Unfit() => new(ProviderFailure.BadReply, Provider, "sent JSON that does not fit");
}
