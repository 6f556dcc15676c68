using System.Text;
using System.Text.Json;
using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Domain.Bithumb;

public sealed class BithumbWireTests
{
    private static async Task<BithumbTicker> RestTickerAsync() =>
        Assert.Single(
            (await new BithumbClient(Samples.Answering(Samples.Text("Bithumb", "rest-ticker.json"))).TickersAsync(["KRW-BTC"], Ct)).Rows
        );

    [Fact]
    public async Task A_rest_ticker_becomes_a_quote_in_percent_and_in_decimals()
    {
        var quote = BithumbTickers.ToQuote(await RestTickerAsync());

        Assert.NotNull(quote);
        Assert.Equal("KRW-BTC", quote.Market);
        Assert.Equal(143950000m, quote.TradePrice);
        Assert.Equal(-0.21m, quote.ChangeRate);
        Assert.Equal(-297000m, quote.ChangePrice);
        Assert.Equal(144247000m, quote.PrevClosingPrice);
        Assert.Equal(524.69221463m, quote.Volume24h);
        Assert.Equal(257.06558063m, quote.AccTradeVolume);
        Assert.Equal(75979337540.7154m, quote.AccTradePrice24h);
        Assert.Equal("bithumb", quote.Source);
    }

    [Fact]
    public async Task The_state_of_a_rest_ticker_is_of_its_timestamp_and_not_of_the_trade_timestamp_that_is_nine_hours_ahead()
    {
        var quote = BithumbTickers.ToQuote(await RestTickerAsync());

        Assert.Equal(Instant.FromUtc(2025, 6, 21, 4, 29, 1) + Duration.FromMilliseconds(644), quote!.EventAt);
    }

    [Fact]
    public async Task A_rest_trade_time_that_is_seouls_clock_written_as_utc_is_corrected_to_the_millisecond()
    {
        var trade = BithumbTickers.ToTrade(await RestTickerAsync());

        Assert.Equal(Instant.FromUtc(2025, 6, 21, 4, 28, 55) + Duration.FromMilliseconds(651), trade!.At);
        Assert.Equal(0.00054356m, trade.Volume);
        Assert.Equal("KRW-BTC", trade.Symbol);
    }

    [Fact]
    public void A_socket_ticker_has_its_code_as_market_and_a_right_trade_time()
    {
        var ticker = Assert.Single(BithumbFrames.Read(Samples.Bytes("Bithumb", "ws-ticker-snapshot.json")).Tickers);

        Assert.Equal(1.775026m, BithumbTickers.ToQuote(ticker)!.ChangeRate);
        Assert.Equal(Instant.FromUnixTimeMilliseconds(1725927377174), BithumbTickers.ToTrade(ticker)!.At);
        Assert.Equal("KRW-BTC", BithumbTickers.ToTrade(ticker)!.Symbol);
    }

    [Fact]
    public async Task One_trade_has_one_time_whether_rest_or_the_socket_tells_of_it()
    {
        var rest = await RestTickerAsync();
        var socket = rest with
        {
            Market = null,
            Code = "KRW-BTC",
            TradeDate = rest.TradeDateKst,
            TradeTime = rest.TradeTimeKst,
            TradeDateKst = null,
            TradeTimeKst = null,
            TradeTimestamp = rest.TradeTimestamp - 9 * 3_600_000,
        };

        Assert.Equal(BithumbTickers.ToTrade(rest), BithumbTickers.ToTrade(socket));
    }

    [Fact]
    public void A_trade_timestamp_that_nothing_confirms_is_not_believed()
    {
        var ticker = new BithumbTicker
        {
            Code = "KRW-BTC",
            TradePrice = 1,
            TradeVolume = 1,
            TradeDate = "20240910",
            TradeTime = "091617",
            TradeTimestamp = 1_000,
        };

        Assert.Equal(Instant.FromUtc(2024, 9, 10, 0, 16, 17), BithumbTickers.TradedAt(ticker));
    }

    [Theory]
    [InlineData("""{"market":"KRW-A","trade_price":null,"timestamp":1}""")]
    [InlineData("""{"market":"KRW-A","trade_price":0,"timestamp":1750480141644}""")]
    [InlineData("""{"market":"KRW-A","trade_price":-5,"timestamp":1750480141644}""")]
    [InlineData("""{"market":"KRW-A","trade_price":5}""")]
    [InlineData("""{"market":"-A","trade_price":5,"timestamp":1750480141644}""")]
    [InlineData("""{"trade_price":5,"timestamp":1750480141644}""")]
    public void A_ticker_without_market_price_or_time_is_no_quote(string json) =>
        Assert.Null(BithumbTickers.ToQuote(ProviderRows.ReadRow<BithumbTicker>(JsonDocument.Parse(json).RootElement)!));

    [Fact]
    public void Unknown_figures_stay_null_and_tiny_prices_stay_exact()
    {
        var ticker = ProviderRows.ReadRow<BithumbTicker>(
            JsonDocument
                .Parse(
                    """{"market":"KRW-PEPE","trade_price":1E-5,"signed_change_rate":null,"prev_closing_price":0.00000800,"opening_price":0,"timestamp":1750480141644}"""
                )
                .RootElement
        );

        var quote = BithumbTickers.ToQuote(ticker!)!;

        Assert.Equal(0.00001m, quote.TradePrice);
        Assert.Equal(25m, quote.ChangeRate);
        Assert.Null(quote.OpeningPrice);
        Assert.Null(quote.Volume24h);
    }

    [Fact]
    public async Task A_bad_row_never_loses_the_good_ones_beside_it()
    {
        var good = Samples.Text("Bithumb", "rest-ticker.json").Trim().TrimStart('[').TrimEnd(']');
        var client = new BithumbClient(Samples.Answering($"[null, 7, {{\"market\":\"KRW-X\",\"trade_price\":\"abc\"}}, {good}]"));

        var (rows, dropped) = await client.TickersAsync(["KRW-BTC"], Ct);

        Assert.Equal("KRW-BTC", Assert.Single(rows).Market);
        Assert.Equal(3, dropped);
    }

    [Theory]
    [InlineData("error-invalid-parameter.json", ProviderFailure.Rejected)]
    [InlineData("error-429.json", ProviderFailure.RateLimited)]
    public async Task An_error_object_inside_a_200_is_a_failure(string file, ProviderFailure kind)
    {
        var client = new BithumbClient(Samples.Answering(Samples.Text("Bithumb", file)));

        var failure = await Assert.ThrowsAsync<ProviderException>(() => client.MarketsAsync(Ct));

        Assert.Equal(kind, failure.Kind);
    }

    [Fact]
    public async Task A_numeric_error_name_is_an_error_too()
    {
        var client = new BithumbClient(Samples.Answering("""{"error":{"name":400,"message":"no"}}"""));

        Assert.Contains("400 no", (await Assert.ThrowsAsync<ProviderException>(() => client.MarketsAsync(Ct))).Message);
    }

    [Theory]
    [InlineData("<html>busy</html>")]
    [InlineData("[{\"market\":")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task What_is_no_list_is_a_bad_reply(string body)
    {
        var client = new BithumbClient(Samples.Answering(body));

        Assert.Equal(ProviderFailure.BadReply, (await Assert.ThrowsAsync<ProviderException>(() => client.MarketsAsync(Ct))).Kind);
    }

    [Fact]
    public async Task Many_markets_are_asked_for_in_several_calls()
    {
        var asked = new List<string>();
        var client = new BithumbClient(Samples.Answering("[]", asked: asked));

        await client.TickersAsync([.. Enumerable.Range(0, 415).Select(i => $"KRW-C{i}")], Ct);

        Assert.Equal(2, asked.Count);
        Assert.All(asked, a => Assert.StartsWith("/v1/ticker?markets=KRW-C", a));
    }

    [Fact]
    public async Task Candles_are_asked_for_by_seouls_clock()
    {
        var asked = new List<string>();
        var client = new BithumbClient(Samples.Answering("[]", asked: asked));

        await client.DayCandlesAsync("KRW-BTC", Instant.FromUtc(2025, 6, 20, 15, 0), 200, Ct);

        Assert.Equal("/v1/candles/days?market=KRW-BTC&count=200&to=2025-06-21%2000%3A00%3A00", Assert.Single(asked));
    }

    [Fact]
    public void A_candle_of_a_seoul_day_is_that_days_bar()
    {
        var candle = new BithumbCandle
        {
            Market = "KRW-BTC",
            CandleDateTimeUtc = "2025-06-20T15:00:00",
            CandleDateTimeKst = "2025-06-21T00:00:00",
            OpeningPrice = 10,
            HighPrice = 12,
            LowPrice = 9,
            TradePrice = 11,
            CandleAccTradeVolume = 3.5m,
        };

        Assert.Equal(new LocalDate(2025, 6, 21), BithumbCandles.ToDayBar(candle)!.Date);
        Assert.Equal(Instant.FromUtc(2025, 6, 20, 15, 0), BithumbCandles.ToBar(candle)!.Start);
        Assert.Null(BithumbCandles.ToBar(candle with { HighPrice = 10 }));
        Assert.Null(BithumbCandles.ToBar(candle with { LowPrice = null }));
        Assert.Null(BithumbCandles.ToDayBar(candle with { CandleDateTimeKst = "yesterday" }));
    }

    [Fact]
    public void A_frame_may_be_an_array_and_bad_pieces_are_counted()
    {
        var good = Samples.Text("Bithumb", "ws-ticker-snapshot.json");

        var frame = BithumbFrames.Read(Encoding.UTF8.GetBytes($"[{good}, 5, {good}]"));

        Assert.Equal(2, frame.Tickers.Count);
        Assert.Equal(1, frame.Dropped);
    }

    [Theory]
    [InlineData("{\"type\":\"ticker\",\"code\":", 1)]
    [InlineData("\u0001\u0002", 1)]
    [InlineData("\"hello\"", 1)]
    [InlineData("{\"status\":\"UP\"}", 0)]
    public void A_broken_frame_is_counted_and_nothing_more(string text, int dropped)
    {
        var frame = BithumbFrames.Read(Encoding.UTF8.GetBytes(text));

        Assert.Empty(frame.Tickers);
        Assert.Equal(dropped, frame.Dropped);
        Assert.Null(frame.Error);
    }

    [Fact]
    public void The_exchanges_error_is_in_the_exception()
    {
        var frame = BithumbFrames.Read(Samples.Bytes("Bithumb", "error-invalid-parameter.json"));

        Assert.StartsWith("invalid_parameter", frame.Error);
    }

    [Fact]
    public void The_request_is_one_array_of_ticket_and_type()
    {
        using var request = JsonDocument.Parse(BithumbFrames.Subscribe("test example", ["KRW-BTC"]));
        using var official = JsonDocument.Parse(Samples.Text("Bithumb", "ws-subscribe.json"));

        Assert.True(JsonElement.DeepEquals(official.RootElement, request.RootElement));
    }

    /// <summary>A frame of the socket as the exchange sends it of a market that it has stopped: the message is of now, the trade of three
    /// days ago.</summary>
    private static BithumbTicker Stopped() =>
        Assert.Single(
            BithumbFrames
                .Read(
                    System.Text.Encoding.UTF8.GetBytes(
                        """
                        {"type":"ticker","code":"KRW-SMP","trade_price":4000,"prev_closing_price":4000,
                        "acc_trade_price_24h":1000000,"acc_trade_volume_24h":250,"trade_volume":1,
                        "trade_date":"20261121","trade_time":"190000","trade_timestamp":1795255200000,
                        "market_state":"ACTIVE","is_trading_suspended":true,"delisting_date":null,
                        "market_warning":"CAUTION","timestamp":1795514400000,"stream_type":"SNAPSHOT"}
                        """
                    )
                )
                .Tickers
        );

    [Fact]
    public void P4_a_quote_says_when_its_price_was_paid_and_what_is_wrong_with_its_market()
    {
        var quote = BithumbTickers.ToQuote(Stopped())!;
        var (message, trade) = (Instant.FromUnixTimeMilliseconds(1795514400000), Instant.FromUnixTimeMilliseconds(1795255200000));
        Assert.Equal(
            (message, trade, true, "CAUTION", "ACTIVE"),
            (quote.EventAt, quote.TradedAt, quote.IsTradingSuspended, quote.MarketWarning, quote.MarketState)
        );
        Assert.Equal("suspended", quote.ConditionAt(message));
        Assert.Equal("warned", (quote with { IsTradingSuspended = false }).ConditionAt(message));
        Assert.Equal("not_traded", (quote with { IsTradingSuspended = false, MarketWarning = "NONE" }).ConditionAt(message));
        Assert.Null((quote with { IsTradingSuspended = false, MarketWarning = "NONE" }).ConditionAt(trade + Duration.FromHours(23)));
    }

    [Fact]
    public async Task P4_the_age_of_a_rest_price_is_its_trade_less_the_nine_hours()
    {
        var rest = await RestTickerAsync();
        Assert.Equal(Instant.FromUtc(2025, 6, 21, 4, 28, 55) + Duration.FromMilliseconds(651), BithumbTickers.ToQuote(rest)!.TradedAt);
        // Without the wall clock, too.
        Assert.Equal(
            Instant.FromUtc(2025, 6, 21, 4, 28, 55) + Duration.FromMilliseconds(651),
            BithumbTickers.ToQuote(rest with { TradeDateKst = null, TradeTimeKst = null })!.TradedAt
        );
    }
}
