using System.Text;
using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using static InvestmentAssistant.Api.Tests.Platform.Providers.HostileRows;

namespace InvestmentAssistant.Api.Tests.Platform.Providers;

/// <summary>Prices and trades that cannot be true, for every provider: each is dropped alone.</summary>
public sealed class HostilePriceTests
{
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
            ParseJson(
                $$"""{"market":"KRW-BTC","trade_price":{{price}},"timestamp":{{Now.ToUnixTimeMilliseconds()}},"trade_volume":"NaN","acc_trade_price_24h":-5}"""
            )
        );
        Assert.Equal(kept, ticker is not null && BithumbTickers.ToQuote(ticker) is { TradeVolume: null, AccTradePrice24h: null });

        var venue = ProviderRows.ReadRow<CoinTickerRow>(
            ParseJson(
                $$"""{"base":"BTC","target":"USDT","market":{"name":"Binance","identifier":"binance"},"last":{{price}},"volume":-1,"timestamp":"0001-01-01T00:00:00Z"}"""
            )
        );
        Assert.Equal(kept, venue is not null && CoinRows.Ticker(venue) is { Volume: null, At: null });

        var candles = ProviderRows.ReadRow<FinnhubCandles>(
            ParseJson(
                $$"""{"s":"ok","o":[{{price}},2],"h":[{{price}},2],"l":[{{price}},2],"c":[{{price}},2],"v":[0,1],"t":[1767000000,"1767000060",7]}"""
            )
        )!;
        var (bars, dropped) = FinnhubBars.Intraday("AAPL", candles);
        Assert.Equal((kept ? 2 : 1, kept ? 1 : 2), (bars.Count, dropped));

        if (price is "\"1.5\"" or "\"None\"" or "\"-\"" or "\"\"" or "\"NaN\"" or "\"Infinity\"" or "{}" or "[1]" or "true" or "null")
            return; // the socket quotes nothing
        var frame = FinnhubFrames.Read(
            Encoding.UTF8.GetBytes(
                $$"""{"type":"trade","data":[{"s":"AAPL","p":{{price}},"v":1,"t":{{Now.ToUnixTimeMilliseconds()}}},{"s":"MSFT","p":2,"v":1,"t":{{Now.ToUnixTimeMilliseconds()}}}]}"""
            ),
            Now
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
                ProviderRows.ReadRow<BithumbTicker>(ParseJson($$"""{"code":"KRW-BTC","trade_price":1,"timestamp":{{timestamp}}}"""))!
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
}
