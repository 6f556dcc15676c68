using System.Net.Http.Json;
using System.Text.Json;

namespace InvestmentAssistant.FollowPrices;

/// <summary>What the sample reads of a stock; the answer has more (/openapi/v1.json).</summary>
public sealed record Stock(string Symbol, Quote? CurrentPrice);

/// <summary>The price of a stock, USD, and its change, percent. Null means unknown.</summary>
public sealed record Quote(decimal? CurrentPrice, decimal? ChangePercentage);

/// <summary>REST: one stock. Throws <see cref="HttpRequestException"/> with the status when the answer is an error.</summary>
/// <param name="http">Its base address is the API's.</param>
public sealed class StockApi(HttpClient http)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public async Task<Stock> StockAsync(string symbol, CancellationToken end) =>
        (await http.GetFromJsonAsync<Stock>($"/api/v1/stocks/sp500/symbol/{Uri.EscapeDataString(symbol)}", Json, end))!;
}
