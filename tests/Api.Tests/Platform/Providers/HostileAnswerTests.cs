using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Features.Crypto.Ingestion;
using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;
using InvestmentAssistant.Api.Features.MarketNews.NewsApi;
using InvestmentAssistant.Api.Platform.Providers;
using static InvestmentAssistant.Api.Tests.Platform.Providers.HostileRows;

namespace InvestmentAssistant.Api.Tests.Platform.Providers;

/// <summary>Errors inside of an answer, and dates, numbers and names that cannot be true.</summary>
public sealed class HostileAnswerTests
{
    /// <summary>The forms in which providers say no with status 200.</summary>
    public static TheoryData<string, string, ProviderFailure> Refusals =>
        new()
        {
            {
                "alphavantage",
                """{"Information":"We have detected your API key as K and our standard API rate limit is 25 requests per day."}""",
                ProviderFailure.BudgetSpent
            },
            {
                "alphavantage",
                """{"Information":"Please consider spreading out your free API requests more sparingly (1 request per second)."}""",
                ProviderFailure.RateLimited
            },
            {
                "alphavantage",
                """{"Note":"Our standard API call frequency is 5 calls per minute and 500 calls per day."}""",
                ProviderFailure.RateLimited
            },
            { "alphavantage", """{"Information":"Thank you! This is a premium endpoint."}""", ProviderFailure.Unauthorized },
            { "alphavantage", """{"Error Message":"Invalid API call."}""", ProviderFailure.Rejected },
            {
                "coingecko",
                """{"status":{"error_code":429,"error_message":"You've exceeded the Rate Limit."}}""",
                ProviderFailure.RateLimited
            },
            { "coingecko", """{"status":{"error_code":"429"}}""", ProviderFailure.RateLimited },
            { "coingecko", """{"status":{"error_code":10005}}""", ProviderFailure.Unauthorized },
            { "coingecko", """{"status":{"error_code":503}}""", ProviderFailure.ServerError },
            { "coingecko", """{"error":"coin not found"}""", ProviderFailure.Rejected },
            {
                "newsapi",
                """{"status":"error","code":"rateLimited","message":"You have made too many requests recently."}""",
                ProviderFailure.RateLimited
            },
            { "newsapi", """{"status":"error","code":"apiKeyExhausted","message":"x"}""", ProviderFailure.BudgetSpent },
            { "newsapi", """{"status":"error","code":"apiKeyInvalid","message":"x"}""", ProviderFailure.Unauthorized },
            { "newsapi", """{"status":"error","code":7}""", ProviderFailure.BadReply },
            { "finnhub", """{"error":"API limit reached. Please try again later. Remaining Limit: 0"}""", ProviderFailure.RateLimited },
            { "finnhub", """{"error":"You don't have access to this resource."}""", ProviderFailure.Rejected },
            { "bithumb", """{"error":{"name":"too_many_requests","message":"Too many API requests"}}""", ProviderFailure.RateLimited },
            { "bithumb", """{"error":{"name":"invalid_parameter","message":"x"}}""", ProviderFailure.Rejected },
            { "bithumb", """{"error":{"name":"\ud800","message":null}}""", ProviderFailure.Rejected },
        };

    [Theory, MemberData(nameof(Refusals))]
    public async Task An_error_inside_a_200_is_a_failure_of_its_kind(string provider, string reply, ProviderFailure kind)
    {
        var ct = TestContext.Current.CancellationToken;
        var failure = provider switch
        {
            "alphavantage" => AlphaVantageClient.FailureIn(ParseJson(reply)),
            "coingecko" => CoinGeckoClient.FailureIn(ParseJson(reply)),
            "newsapi" => Assert.Throws<ProviderException>(() => NewsApiClient.Read(ParseJson(reply))),
            "finnhub" => await Assert.ThrowsAsync<ProviderException>(() =>
                new FinnhubClient(Samples.Answering(reply)).NewsAsync("general", 0, ct)
            ),
            _ => await Assert.ThrowsAsync<ProviderException>(() => new BithumbClient(Samples.Answering(reply)).MarketsAsync(ct)),
        };
        Assert.Equal(kind, failure?.Kind);
    }

    [Theory]
    [InlineData("\"9999-12-31\"", false)]
    [InlineData("\"0001-01-01\"", false)]
    [InlineData("\"1913-01-01\"", true)]
    [InlineData("\"None\"", false)]
    [InlineData("20260101", false)]
    public void A_date_lies_between_1900_and_2100(string date, bool kept) =>
        Assert.Equal(kept, AlphaVantageText.Date(ParseJson($$"""{"date":{{date}}}"""), "date") is not null);

    [Theory]
    [InlineData("None")]
    [InlineData("-")]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("1e400")]
    [InlineData("7e28")]
    [InlineData("\uFFFD1")]
    public void A_text_that_is_no_number_is_none(string text) => Assert.Null(AlphaVantageText.Number(text));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null,"symbol":"b","name":"B"}""")]
    [InlineData("""{"id":"b","symbol":"  ","name":"B"}""")]
    public void A_coin_without_its_names_is_none(string row) =>
        Assert.Null(CoinRows.Listing(ProviderRows.ReadRow<CoinMarketRow>(ParseJson(row))!, Now));

    [Fact]
    public void A_coin_keeps_what_can_be_true()
    {
        var coin = CoinRows.Listing(
            ProviderRows.ReadRow<CoinMarketRow>(
                ParseJson(
                    """
                    {"id":"b","symbol":"b","name":"B","current_price":"NaN","market_cap":-1,"total_volume":1e400,"market_cap_rank":"3","ath":7e28,"ath_date":"0001-01-01T00:00:00Z",
                    "circulating_supply":"-","last_updated":"tomorrow"}
                    """
                )
            )!,
            Now
        )!;
        Assert.Equal(("B", null, null, null, 3), (coin.Name, coin.PriceUsd, coin.MarketCapUsd, coin.VolumeUsd, coin.Rank));
        Assert.True(coin is { AthUsd: null, AthAt: null, CirculatingSupply: null, UpdatedAt: null });
    }

    [Theory]
    [InlineData("KRW-BTC\uFFFD")]
    [InlineData("KRW")]
    [InlineData("KRW-")]
    [InlineData("KRW-B C")]
    [InlineData("krw-비트")]
    [InlineData(null)]
    public void A_market_needs_a_market_code(string? code) => Assert.Null(BithumbMarketsJob.Map(new BithumbMarket { Market = code }, Now));
}
