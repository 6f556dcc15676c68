using System.Net;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>Symbols and parameters of all routes: which are found, and which are refused.</summary>
public sealed class CoinDetailsRequestsTests(SeededCoins coins) : CryptoDetailsRoutesTestBase(coins)
{
    [Theory]
    [InlineData("zzTest", "zz-test")]
    [InlineData("krw-zztest", "zz-test")]
    [InlineData("ZZTWIN", "zz-large")] // of two the larger
    [InlineData("SHIB", "shiba-inu")]
    [InlineData("btc", "bitcoin")] // there is a namesake
    public async Task A_symbol_finds_its_coin_in_any_case(string symbol, string coin) =>
        Assert.Equal(coin, (await Ok($"concept/{symbol}/basic-info/")).GetProperty("basic_info").GetProperty("coingecko_id").GetString());

    [Theory]
    [InlineData("investment/ZZTES")] // part of a symbol finds nothing
    [InlineData("investment/NOSUCH/chart")]
    [InlineData("investment/ZZBARE/chart")] // not on the exchange
    [InlineData("kimchi-premium/NOSUCH")]
    [InlineData("kimchi-premium/NOSUCH/detailed")]
    [InlineData("kimchi-premium/NOSUCH/chart")]
    [InlineData("derivatives/NOSUCH")]
    [InlineData("concept/NOSUCH")]
    [InlineData("concept/NOSUCH/basic-info")]
    [InlineData("concept/NOSUCH/categories")]
    [InlineData("ecosystem/NOSUCH")]
    [InlineData("ecosystem/NOSUCH/development")]
    [InlineData("ecosystem/NOSUCH/community")]
    [InlineData("ecosystem/NOSUCH/market")]
    [InlineData("ecosystem/NOSUCH/summary")]
    public async Task An_unknown_coin_is_not_found(string path)
    {
        var (status, json, answer) = await Get(path);
        answer.Dispose();
        Assert.Equal((HttpStatusCode.NotFound, 404), (status, json.GetProperty("status").GetInt32()));
    }

    [Theory]
    [InlineData("kimchi-premium/ZZTEST/chart?days=0", "days")]
    [InlineData("kimchi-premium/ZZTEST/chart?days=31", "days")]
    [InlineData("kimchi-premium/ZZTEST/chart?days=week", "days")]
    [InlineData("kimchi-premium/ZZTEST/detailed?sort_by=name", "sort_by")]
    [InlineData("kimchi-premium/ZZTEST/detailed?min_volume=-1", "min_volume")]
    [InlineData("kimchi-premium/ZZTEST/detailed?min_volume=much", "min_volume")]
    [InlineData("investment/ZZTEST/chart?timeframe=2D", "timeframe")]
    [InlineData("investment/a%20b", "symbol")]
    [InlineData("derivatives/%3Cscript%3E", "symbol")]
    [InlineData("concept/ZZTEST?lang=fr", "lang")]
    [InlineData("ecosystem/ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF", "symbol")]
    public async Task A_bad_parameter_is_a_problem_that_names_it(string path, string parameter)
    {
        var (status, json, answer) = await Get(path);
        answer.Dispose();
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out _), json.GetRawText());
    }
}
