using System.Globalization;
using System.Net;
using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>
/// All routes on the wire. The won price of a dollar is the shared host's live one, so premiums are checked by the terms that the answer
/// states.
/// </summary>
[Collection(nameof(SeededCoins))]
public abstract class CryptoDetailsRoutesTestBase(SeededCoins coins)
{
    protected SeededCoins Coins { get; } = coins;

    private const string Root = "/api/v1/crypto/details/";

    protected const string PremiumFields =
        "korean_price_usd:s? global_avg_price_usd:s? kimchi_premium_percent:s? price_diff_usd:s? korean_volume_usd:s? "
        + "total_global_volume_usd:s? korean_exchange:s? "
        + "global_exchange_count:i? korean_spread:s? avg_global_spread:s? arbitrage_opportunity:s? net_profit_per_unit:s? "
        + "transaction_cost_estimate:s? usdt_premium_percent:n? "
        + "korean_price_krw:n? korean_exchange_count:i inputs:o left_out:o cost_model:o? formula:s reason:s? last_known:o? measured_at:t";

    protected async Task<(HttpStatusCode Status, JsonElement Json, HttpResponseMessage Answer)> Get(string path, string? language = null)
    {
        using var client = Coins.Api.Host.Server.CreateClient();
        if (language is not null)
            client.DefaultRequestHeaders.Add("Accept-Language", language);
        var answer = await client.GetAsync(Root + path, Ct);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Ct)), answer);
    }

    protected async Task<JsonElement> Ok(string path)
    {
        var (status, json, answer) = await Get(path);
        answer.Dispose();
        Assert.True(status == HttpStatusCode.OK, $"{path}: {(int)status} {json}");
        return json;
    }

    protected static void Close(decimal expected, decimal actual, decimal tolerance) =>
        Assert.InRange(actual, expected - tolerance, expected + tolerance);

    protected static decimal Number(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.String } text
            ? decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture)
            : json.GetProperty(name).GetDecimal();
}
