using System.Text;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Domain.Finnhub;

public sealed class FinnhubWireTests
{
    private static FinnhubFrame Read(string text) => FinnhubFrames.Read(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_trade_message_gives_its_trades_with_conditions_in_order()
    {
        var frame = FinnhubFrames.Read(Samples.Bytes("Finnhub", "ws-trade.json"));

        Assert.Equal(FinnhubFrameKind.Trades, frame.Kind);
        Assert.Equal(0, frame.Dropped);
        Assert.Equal(["TSLA", "TSLA", "AAPL"], frame.Trades.Select(t => t.Symbol));
        Assert.Equal(122.1m, frame.Trades[0].Price);
        Assert.Equal(Instant.FromUnixTimeMilliseconds(1672348887195), frame.Trades[0].At);
        Assert.Equal(["1", "8", "24", "12"], frame.Trades[0].Conditions!);
    }

    [Fact]
    public void Equal_trades_of_one_message_are_numbered()
    {
        var frame = Read(
            """{"type":"trade","data":[{"p":1,"s":"A","t":1381150800005,"v":2},{"p":1,"s":"B","t":1381150800005,"v":2},{"p":1,"s":"A","t":1381150800005,"v":2},{"p":1.0,"s":"A","t":1381150800005,"v":2}]}"""
        );

        Assert.Equal([0, 0, 1, 2], frame.Trades.Select(t => t.Occurrence));
    }

    [Fact]
    public void A_price_update_without_a_trade_has_volume_zero_and_null_conditions_are_none()
    {
        var trade = Assert.Single(Read("""{"data":[{"c":null,"p":10.5,"s":"SPY","t":1381150800000,"v":0}],"type":"trade"}""").Trades);

        Assert.Equal(0m, trade.Volume);
        Assert.Null(trade.Conditions);
    }

    [Theory]
    [InlineData("""{"p":"x","s":"A","t":1381150800005,"v":2}""")]
    [InlineData("""{"s":"A","t":1381150800005,"v":2}""")]
    [InlineData("""{"p":0,"s":"A","t":1381150800005,"v":2}""")]
    [InlineData("""{"p":-1,"s":"A","t":1381150800005,"v":2}""")]
    [InlineData("""{"p":1,"s":"","t":1381150800005,"v":2}""")]
    [InlineData("""{"p":1,"s":null,"t":1381150800005,"v":2}""")]
    [InlineData("""{"p":1,"s":"A","t":1381150800000.5,"v":2}""")]
    [InlineData("""{"p":1,"s":"A","t":99999999999999999,"v":2}""")]
    [InlineData("""{"p":1,"s":"A","t":1381150800005,"v":-2}""")]
    [InlineData("""{"p":1,"s":"A","t":1381150800005,"v":{"x":[1,{"p":3}]}}""")]
    [InlineData("""{"p":1e99,"s":"A","t":1381150800005,"v":2}""")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("7")]
    public void A_bad_trade_is_counted_and_its_neighbours_are_kept(string bad)
    {
        var frame = Read(
            $$"""{"type":"trade","data":[{"p":1,"s":"A","t":1381150800005,"v":2},{{bad}},{"p":2,"s":"B","t":1381150800006,"v":2}]}"""
        );

        Assert.Equal(["A", "B"], frame.Trades.Select(t => t.Symbol));
        Assert.Equal(1, frame.Dropped);
    }

    [Fact]
    public void Of_a_message_that_breaks_off_the_whole_trades_are_kept()
    {
        var frame = Read("""{"type":"trade","data":[{"p":1,"s":"A","t":1381150800005,"v":2},{"p":2,"s":"B","t":""");

        Assert.Equal(FinnhubFrameKind.Trades, frame.Kind);
        Assert.Equal("A", Assert.Single(frame.Trades).Symbol);
        Assert.Equal(1, frame.Dropped);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"news","data":[{"p":1,"s":"A","t":1381150800005,"v":2}]}""")]
    [InlineData("\u00ff\u0000")]
    public void A_foreign_message_is_counted(string text)
    {
        var frame = Read(text);

        Assert.Equal(FinnhubFrameKind.Malformed, frame.Kind);
        Assert.Empty(frame.Trades);
        Assert.Equal(1, frame.Dropped);
    }

    [Fact]
    public void A_ping_is_a_ping_and_an_error_has_its_words()
    {
        Assert.Equal(FinnhubFrameKind.Ping, FinnhubFrames.Read(Samples.Bytes("Finnhub", "ws-ping.json")).Kind);
        Assert.True(FinnhubFrames.Read(Samples.Bytes("Finnhub", "ws-error-too-many-symbols.json")).IsTooManySymbols);
        var invalid = FinnhubFrames.Read(Samples.Bytes("Finnhub", "ws-error-invalid-symbol.json"));
        Assert.Equal("Invalid symbol FX:EURUSD", invalid.Error);
        Assert.False(invalid.IsTooManySymbols);
    }

    [Fact]
    public async Task A_quote_is_read()
    {
        var quote = await new FinnhubClient(Samples.Answering(Samples.Text("Finnhub", "quote.json"))).QuoteAsync("AAPL", Ct);

        Assert.Equal((261.74m, 259.45m, 1582641000L), (quote!.Current!.Value, quote.PreviousClose!.Value, quote.Time!.Value));
    }

    [Fact]
    public async Task Zeros_for_an_unknown_symbol_are_no_data() =>
        Assert.Null(
            await new FinnhubClient(Samples.Answering(Samples.Text("Finnhub", "quote-unknown-symbol.json"))).QuoteAsync("NOPE", Ct)
        );

    [Theory]
    [InlineData("error-429.json", ProviderFailure.RateLimited)]
    [InlineData("error-401.json", ProviderFailure.Rejected)]
    [InlineData("error-403.json", ProviderFailure.Rejected)]
    public async Task An_error_inside_a_200_is_a_failure(string file, ProviderFailure kind) =>
        Assert.Equal(
            kind,
            (
                await Assert.ThrowsAsync<ProviderException>(() =>
                    new FinnhubClient(Samples.Answering(Samples.Text("Finnhub", file))).QuoteAsync("AAPL", Ct)
                )
            ).Kind
        );

    [Fact]
    public async Task Symbols_are_listed_and_a_dotted_symbol_is_asked_for_as_it_is()
    {
        var symbols = await new FinnhubClient(Samples.Answering(Samples.Text("Finnhub", "stock-symbol.json"))).SymbolsAsync(Ct);
        Assert.Equal(3, symbols.Rows.Count);
        Assert.Contains(symbols.Rows, s => s is { Symbol: "AAPL", Mic: "XNGS" });

        var asked = new List<string>();
        await new FinnhubClient(Samples.Answering(Samples.Text("Finnhub", "quote.json"), asked: asked)).QuoteAsync("BRK.B", Ct);
        Assert.Equal("/quote?symbol=BRK.B", Assert.Single(asked));
    }

    [Fact]
    public async Task No_data_is_no_candles() =>
        Assert.Null(await new FinnhubClient(Samples.Answering("""{"s":"no_data"}""")).CandlesAsync("X", "D", default, default, Ct));

    private static FinnhubCandles Candles(params (string Date, decimal Open, decimal Close, decimal Volume)[] days) =>
        new()
        {
            Status = "ok",
            Time =
            [
                .. days.Select(d =>
                    (decimal?)NodaTime.Text.LocalDatePattern.Iso.Parse(d.Date).Value.AtMidnight().InUtc().ToInstant().ToUnixTimeSeconds()
                ),
            ],
            Open = [.. days.Select(d => (decimal?)d.Open)],
            High = [.. days.Select(d => (decimal?)Math.Max(d.Open, d.Close))],
            Low = [.. days.Select(d => (decimal?)Math.Min(d.Open, d.Close))],
            Close = [.. days.Select(d => (decimal?)d.Close)],
            Volume = [.. days.Select(d => (decimal?)d.Volume)],
        };

    [Fact]
    public void Days_without_a_session_and_rows_with_a_hole_are_left_out_and_counted()
    {
        var candles = Candles(("2014-06-05", 646, 647, 10), ("2014-06-07", 1, 1, 1), ("2014-06-06", 649, 645, 20)) with
        {
            Close = [647, 1, null],
        };

        var (bars, dropped) = FinnhubBars.Daily("AAPL", candles, new MarketCalendar(), SplitTable.Shipped());

        Assert.Equal(new LocalDate(2014, 6, 5), Assert.Single(bars).Date);
        Assert.Equal(2, dropped);
    }

    [Fact]
    public void Prices_as_traded_stay_and_prices_adjusted_for_a_split_are_brought_back()
    {
        var calendar = new MarketCalendar();
        var splits = SplitTable.Shipped();
        var traded = Candles(("2014-06-06", 649.90m, 645.57m, 12497800), ("2014-06-09", 92.70m, 93.70m, 75415000));
        var adjusted = Candles(("2014-06-06", 92.842857m, 92.224286m, 87484600), ("2014-06-09", 92.70m, 93.70m, 75415000));

        var kept = FinnhubBars.Daily("AAPL", traded, calendar, splits).Bars;
        var mended = FinnhubBars.Daily("AAPL", adjusted, calendar, splits).Bars;

        Assert.Equal(645.57m, kept[0].Close);
        Assert.Equal(645.57m, Math.Round(mended[0].Close, 2));
        Assert.Equal(12497800m, mended[0].Volume);
        Assert.Equal(93.70m, mended[1].Close);
    }
}
