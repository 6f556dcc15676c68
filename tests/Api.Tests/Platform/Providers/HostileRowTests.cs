using System.Text;
using System.Text.Json;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.CompanyNews.Ingestion;
using InvestmentAssistant.Api.Features.Crypto.Ingestion;
using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;
using InvestmentAssistant.Api.Features.FinancialNews.Ingestion;
using InvestmentAssistant.Api.Features.MarketNews.Ingestion;
using InvestmentAssistant.Api.Features.MarketNews.NewsApi;
using InvestmentAssistant.Api.Features.NewsSentiment.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Platform.Providers;

/// <summary>Rows that cannot be true, for every provider: each is dropped alone and counted, or keeps what of it can be true.</summary>
public sealed class HostileRowTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 27, 15, 0);

    /// <summary>A time as Unix seconds, quoted forms included, and whether an article may have it.</summary>
    public static TheoryData<string, bool> Seconds =>
        new()
        {
            { $"{s_now.ToUnixTimeSeconds()}", true },
            { $"\"{s_now.ToUnixTimeSeconds()}\"", true },
            { $"{s_now.ToUnixTimeSeconds()}.0", true },
            { $"{s_now.ToUnixTimeSeconds() + 3_000}", true },
            { $"{s_now.ToUnixTimeSeconds() + 4_000}", false },
            { "0", false },
            { "-1", false },
            { "-62135596800", false },
            { "631151999", false },
            { "9999999999999", false },
            { "9223372036854775807", false },
            { "1e400", false },
            { "null", false },
            { "\"\"", false },
            { "\"NaN\"", false },
            { "\"-\"", false },
            { "true", false },
            { "[]", false },
            { "{}", false },
        };

    /// <summary>Null when the row does not fit.</summary>
    private static FinnhubArticle? Row(string seconds) =>
        ProviderRows.ReadRow<FinnhubArticle>(
            Json($$"""{"datetime":{{seconds}},"headline":"Headline","id":7,"source":"CNBC","summary":"Text","url":"https://a.example/7"}""")
        );

    private static FinnhubArticle Finnhub(string seconds) => Row(seconds)!;

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    [Theory, MemberData(nameof(Seconds))]
    public void An_article_needs_a_time_that_can_be_true_in_every_mapping_of_Finnhub(string seconds, bool kept)
    {
        Assert.Equal(kept, Row(seconds) is { } company && CompanyArticles.Map(company, "AAPL", s_now) is not null);
        Assert.Equal(kept, Row(seconds) is { } financial && FinancialArticleMapping.Map(financial, "general", s_now) is not null);
    }

    [Theory]
    [InlineData("\"2026-11-27T15:00:00Z\"", true)]
    [InlineData("\"2026-11-27T23:59:00+09:00\"", true)]
    [InlineData("\"2026-11-27T16:01:00Z\"", false)]
    [InlineData("\"1970-01-01T00:00:00Z\"", false)]
    [InlineData("\"0001-01-01T00:00:00Z\"", false)]
    [InlineData("\"2026-11-27\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("1767000000", false)]
    [InlineData("null", false)]
    public void An_article_needs_a_time_that_can_be_true_at_NewsApi(string published, bool kept)
    {
        var page = NewsApiClient.Read(
            Json(
                $$"""{"status":"ok","totalResults":"2","articles":[null,7,{"source":{"id":null,"name":"S"},"title":"T","url":"https://a.example/1","publishedAt":{{published}}}]}"""
            )
        );
        Assert.Equal((2, 2), (page.TotalResults, page.Dropped));
        Assert.Equal(kept, MarketArticleMapping.Map(Assert.Single(page.Articles), null, null, s_now) is not null);
    }

    [Theory]
    [InlineData("20261127T150000", true)]
    [InlineData("20261127T1500", true)]
    [InlineData("20261127T160100", false)]
    [InlineData("19700101T000000", false)]
    [InlineData("00010101T000000", false)]
    [InlineData("None", false)]
    [InlineData("", false)]
    public void An_article_needs_a_time_that_can_be_true_at_Alpha_Vantage(string published, bool kept)
    {
        var reply = SentimentReply.Read(
            Json(
                $$"""
                {"feed":[{"title":"T","url":"https://a.example/1","time_published":"{{published}}","summary":"S","source":null,"authors":[null,7,"A"],
                "overall_sentiment_score":"1e400","ticker_sentiment":[{"ticker":"AAPL","relevance_score":"NaN","ticker_sentiment_score":"0.1"}]},null,[],{}]}
                """
            ),
            new SentimentQuery("topic", "topics", "technology"),
            20261127,
            s_now
        );
        Assert.Equal(kept ? 1 : 0, reply.Articles.Count);
        // The three that are none, the article itself or the mention in it.
        Assert.Equal(4, reply.Dropped);
        if (kept)
            Assert.Equal((null, "A"), (reply.Articles[0].Score, reply.Articles[0].Authors));
    }

    [Fact]
    public void Texts_of_every_news_provider_have_the_same_caps()
    {
        var (title, text) = (new string('t', 3_000), new string('x', 200_000));
        var finnhub = Finnhub($"{s_now.ToUnixTimeSeconds()}") with { Headline = title, Summary = text, Source = title };
        var company = CompanyArticles.Map(finnhub, "AAPL", s_now)!;
        var financial = FinancialArticleMapping.Map(finnhub, "general", s_now)!;
        var market = MarketArticleMapping.Map(
            new NewsApiArticle
            {
                Title = title,
                Description = text,
                Content = text,
                Author = title,
                Url = "https://a.example/1",
                PublishedAt = "2026-11-27T15:00:00Z",
            },
            null,
            null,
            s_now
        )!;

        Assert.All([company.Title, financial.Title, market.Title], t => Assert.Equal(SentArticle.LongestTitle, t.Length));
        Assert.All([company.Description, financial.Description, market.Description, market.Content], t =>
            Assert.Equal(SentArticle.LongestText, t!.Length)
        );
        Assert.All([company.Source, financial.Source, market.Author], t => Assert.Equal(SentArticle.LongestName, t!.Length));
        Assert.Null(CompanyArticles.Map(finnhub with { Url = "https://a.example/" + new string('u', 5_000) }, "AAPL", s_now));
    }

    [Fact]
    public void Reasons_of_dropped_rows_are_logged_once_with_counts()
    {
        using var dropped = DroppedRows.Collect();
        foreach (
            var bad in new[]
            {
                Finnhub("0"),
                Finnhub("0"),
                Finnhub("1767000000") with
                {
                    Headline = " ",
                },
                Finnhub("1767000000") with
                {
                    Url = "javascript:x",
                },
            }
        )
            Assert.Null(CompanyArticles.Map(bad, "AAPL", s_now));
        ProviderRows.Read<FinnhubArticle>(Json("[null,7]"));

        Assert.Equal(
            "2 articles without a time of publication that can be true, 2 rows that are no objects, 1 articles without a "
                + "headline, 1 articles without a web address",
            dropped.ToString()
        );
    }

    /// <summary>A price in a provider's JSON, and whether it is one.</summary>
    public static TheoryData<string, bool> Prices =>
        new()
        {
            { "1.5", true },
            { "\"1.5\"", true },
            { "0.00000001", true },
            { "10000000000", true },
            { "0", false },
            { "-1", false },
            { "10000000000.01", false },
            { "7e27", false },
            { "1e400", false },
            { "null", false },
            { "\"None\"", false },
            { "\"-\"", false },
            { "\"\"", false },
            { "\"NaN\"", false },
            { "\"Infinity\"", false },
            { "true", false },
            { "{}", false },
            { "[1]", false },
        };

    [Theory, MemberData(nameof(Prices))]
    public void A_price_is_above_zero_and_not_absurd_at_every_provider(string price, bool kept)
    {
        var ticker = ProviderRows.ReadRow<BithumbTicker>(
            Json(
                $$"""{"market":"KRW-BTC","trade_price":{{price}},"timestamp":{{s_now.ToUnixTimeMilliseconds()}},"trade_volume":"NaN","acc_trade_price_24h":-5}"""
            )
        );
        Assert.Equal(kept, ticker is not null && BithumbTickers.ToQuote(ticker) is { TradeVolume: null, AccTradePrice24h: null });

        var venue = ProviderRows.ReadRow<CoinTickerRow>(
            Json(
                $$"""{"base":"BTC","target":"USDT","market":{"name":"Binance","identifier":"binance"},"last":{{price}},"volume":-1,"timestamp":"0001-01-01T00:00:00Z"}"""
            )
        );
        Assert.Equal(kept, venue is not null && CoinRows.Ticker(venue) is { Volume: null, At: null });

        var candles = ProviderRows.ReadRow<FinnhubCandles>(
            Json(
                $$"""{"s":"ok","o":[{{price}},2],"h":[{{price}},2],"l":[{{price}},2],"c":[{{price}},2],"v":[0,1],"t":[1767000000,"1767000060",7]}"""
            )
        )!;
        var (bars, dropped) = FinnhubBars.Intraday("AAPL", candles);
        Assert.Equal((kept ? 2 : 1, kept ? 1 : 2), (bars.Count, dropped));

        if (price is "\"1.5\"" or "\"None\"" or "\"-\"" or "\"\"" or "\"NaN\"" or "\"Infinity\"" or "{}" or "[1]" or "true" or "null")
            return; // the socket quotes nothing
        var frame = FinnhubFrames.Read(
            Encoding.UTF8.GetBytes(
                $$"""{"type":"trade","data":[{"s":"AAPL","p":{{price}},"v":1,"t":{{s_now.ToUnixTimeMilliseconds()}}},{"s":"MSFT","p":2,"v":1,"t":{{s_now.ToUnixTimeMilliseconds()}}}]}"""
            ),
            s_now
        );
        Assert.Equal((kept ? 2 : 1, kept ? 0 : 1), (frame.Trades.Count, frame.Dropped));
    }

    [Theory]
    [InlineData("\"t\":9223372036854775807")]
    [InlineData("\"t\":0")]
    [InlineData("\"t\":-1")]
    [InlineData("\"t\":631152000000")]
    [InlineData("\"t\":1795793600000")]
    [InlineData("\"t\":null")]
    [InlineData("\"t\":1764255600000,\"s\":\"\\ud800\"")]
    [InlineData("\"t\":1764255600000,\"s\":\"\"")]
    [InlineData("\"t\":1764255600000,\"v\":-1")]
    [InlineData("\"t\":1764255600000,\"v\":7e27")]
    public void A_bad_trade_of_a_frame_is_dropped_alone(string fields)
    {
        var at = Instant.FromUtc(2025, 11, 27, 15, 0);
        var bad = $$"""{"p":1,"s":"AAPL","v":1,{{fields}}}""";
        var frame = FinnhubFrames.Read(
            Encoding.UTF8.GetBytes(
                $$"""{"type":"trade","data":[{{bad}},{"p":2,"s":"MSFT","t":{{at.ToUnixTimeMilliseconds()}},"v":1,"c":["\ud800","1"]}]}"""
            ),
            at
        );
        Assert.Equal((FinnhubFrameKind.Trades, "MSFT", 1), (frame.Kind, Assert.Single(frame.Trades).Symbol, frame.Dropped));
        Assert.Equal(["1"], frame.Trades[0].Conditions!);
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("\"NaN\"")]
    [InlineData("1e400")]
    public void A_ticker_with_a_time_that_cannot_be_true_is_none(string timestamp) =>
        Assert.Null(
            BithumbTickers.ToQuote(
                ProviderRows.ReadRow<BithumbTicker>(Json($$"""{"code":"KRW-BTC","trade_price":1,"timestamp":{{timestamp}}}"""))!
            )
        );

    [Fact]
    public void A_frame_with_half_a_surrogate_pair_loses_only_the_row_it_is_in()
    {
        var frame = BithumbFrames.Read(
            Encoding.UTF8.GetBytes(
                """[{"code":"\ud800","trade_price":1,"timestamp":1},{"code":"KRW-ETH","trade_price":1,"timestamp":1764255600000}]"""
            )
        );
        Assert.Equal(["KRW-ETH"], frame.Tickers.Select(BithumbTickers.MarketOf).OfType<string>());
        Assert.NotNull(BithumbFrames.Read("""{"error":{"name":"\ud800","message":"x"}}"""u8.ToArray()).Error);
        Assert.Equal(FinnhubFrameKind.Error, FinnhubFrames.Read("""{"type":"error","msg":"\ud800"}"""u8).Kind);
    }

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
            "alphavantage" => AlphaVantageClient.FailureIn(Json(reply)),
            "coingecko" => CoinGeckoClient.FailureIn(Json(reply)),
            "newsapi" => Assert.Throws<ProviderException>(() => NewsApiClient.Read(Json(reply))),
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
        Assert.Equal(kept, AlphaVantageText.Date(Json($$"""{"date":{{date}}}"""), "date") is not null);

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
        Assert.Null(CoinRows.Listing(ProviderRows.ReadRow<CoinMarketRow>(Json(row))!, s_now));

    [Fact]
    public void A_coin_keeps_what_can_be_true()
    {
        var coin = CoinRows.Listing(
            ProviderRows.ReadRow<CoinMarketRow>(
                Json(
                    """
                    {"id":"b","symbol":"b","name":"B","current_price":"NaN","market_cap":-1,"total_volume":1e400,"market_cap_rank":"3","ath":7e28,"ath_date":"0001-01-01T00:00:00Z",
                    "circulating_supply":"-","last_updated":"tomorrow"}
                    """
                )
            )!,
            s_now
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
    public void A_market_needs_a_market_code(string? code) =>
        Assert.Null(BithumbMarketsJob.Map(new BithumbMarket { Market = code }, s_now));
}
