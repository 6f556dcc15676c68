using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InvestmentAssistant.MarketSimulator;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>The simulator says what the real providers say: same fields, same types, same traps.</summary>
public sealed class WireShapeTests : IAsyncLifetime
{
    private SimulatorClient _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorClient.Start();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("bithumb-market-all", "bithumb/v1/market/all?isDetails=true")]
    [InlineData("bithumb-rest-ticker", "bithumb/v1/ticker?markets=KRW-BTC,KRW-SHIB")]
    [InlineData("finnhub-stock-symbol", "finnhub/api/v1/stock/symbol?exchange=US")]
    [InlineData("finnhub-stock-market-status", "finnhub/api/v1/stock/market-status?exchange=US")]
    [InlineData("finnhub-stock-market-holiday", "finnhub/api/v1/stock/market-holiday?exchange=US")]
    [InlineData("finnhub-stock-profile2", "finnhub/api/v1/stock/profile2?symbol=AAPL")]
    [InlineData("finnhub-etf-profile", "finnhub/api/v1/etf/profile?symbol=SPY")]
    [InlineData("finnhub-company-news", "finnhub/api/v1/company-news?symbol=AAPL&from=2025-07-01&to=2025-07-16")]
    [InlineData("finnhub-calendar-earnings", "finnhub/api/v1/calendar/earnings?from=2025-07-01&to=2025-07-31")]
    [InlineData("finnhub-calendar-ipo", "finnhub/api/v1/calendar/ipo?from=2025-07-01&to=2025-09-30")]
    [InlineData("finnhub-quote-unknown-symbol", "finnhub/api/v1/quote?symbol=NOPE")]
    public async Task A_reply_has_the_fields_and_types_of_the_real_one(string sample, string path) =>
        SameShape(Sample(sample), await _simulator.Get(path), sample);

    [Fact]
    public async Task A_quote_has_the_fields_of_the_real_one_and_the_change_that_came_later()
    {
        var quote = await _simulator.Get("finnhub/api/v1/quote?symbol=BRK.B");
        Assert.Equal(["c", "d", "dp", "h", "l", "o", "pc", "t"], Names(quote));
        Assert.All(Names(Sample("finnhub-quote")), name => Assert.Equal(JsonValueKind.Number, quote.GetProperty(name).ValueKind));
    }

    [Fact]
    public async Task Socket_messages_have_the_fields_and_types_of_the_real_ones()
    {
        await using var bithumb = await _simulator.Bithumb("""[{"ticket":"t"},{"type":"ticker","codes":["KRW-BTC"]}]""");
        SameShape(Sample("bithumb-ws-ticker-snapshot"), await bithumb.Next(), "ticker");

        await using var finnhub = await _simulator.Finnhub("TSLA");
        using var sent = await _simulator.Send(
            "control/trade",
            HttpMethod.Post,
            new
            {
                symbol = "TSLA",
                price = 122.1,
                volume = 1,
                c = (List<string>)["1"],
            }
        );
        SameShape(Sample("finnhub-ws-trade"), await finnhub.Next(), "trade");
    }

    [Fact]
    public async Task The_short_format_has_short_names()
    {
        await using var feed = await _simulator.Bithumb("""[{"ticket":"t"},{"type":"ticker","codes":["KRW-ETH"]},{"format":"SIMPLE"}]""");
        var message = await feed.Next();
        Assert.Equal("KRW-ETH", message.GetProperty("cd").GetString());
        Assert.All(Names(message), name => Assert.InRange(name.Length, 1, 6));
    }

    [Fact]
    public async Task The_lists_are_the_real_ones()
    {
        var markets = (await _simulator.Get("bithumb/v1/market/all")).EnumerateArray().ToList();
        Assert.True(markets.Count(m => m.GetProperty("market").GetString()!.StartsWith("KRW-", StringComparison.Ordinal)) >= 418);
        Assert.Contains(markets, m => m.GetProperty("korean_name").GetString() == "비트코인");
        Assert.Equal(markets.Count, markets.Select(m => m.GetProperty("market").GetString()).Distinct().Count());

        var symbols = (await _simulator.Get("finnhub/api/v1/stock/symbol?exchange=US")).EnumerateArray().ToList();
        Assert.Equal(503, symbols.Count(s => s.GetProperty("type").GetString() == "Common Stock"));
        Assert.Equal(112, symbols.Count(s => s.GetProperty("type").GetString() == "ETP"));
        Assert.Equal(
            503,
            (await _simulator.Get("finnhub/api/v1/index/constituents?symbol=^GSPC")).GetProperty("constituents").GetArrayLength()
        );

        var page = await _simulator.GetText("wikipedia/wiki/List_of_S%26P_500_companies");
        Assert.Contains("id=\"constituents\"", page, StringComparison.Ordinal);
        Assert.Contains("0001067983", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bithumbs_rest_trade_time_runs_nine_hours_ahead_and_its_socket_does_not()
    {
        var now = SimulatorClient.InSession.ToUnixTimeMilliseconds();
        var row = (await _simulator.Get("bithumb/v1/ticker?markets=KRW-BTC"))[0];
        Assert.InRange(row.GetProperty("trade_timestamp").GetInt64() - now, (9 * 3_600_000) - 120_000, 9 * 3_600_000);
        Assert.Equal(now, row.GetProperty("timestamp").GetInt64());
        Assert.Equal("20250716", row.GetProperty("trade_date").GetString());

        await using var feed = await _simulator.Bithumb("""[{"ticket":"t"},{"type":"ticker","codes":["KRW-BTC"],"isOnlySnapshot":true}]""");
        Assert.InRange((await feed.Next()).GetProperty("trade_timestamp").GetInt64(), now - 120_000, now);
    }

    [Fact]
    public async Task Bithumb_names_bad_parameters_and_unknown_markets_as_the_real_one_does()
    {
        using var missing = await _simulator.Send("bithumb/v1/ticker");
        Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
        SameShape(
            Sample("bithumb-error-invalid-parameter"),
            await missing.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken),
            "error"
        );
        using var unknown = await _simulator.Send("bithumb/v1/ticker?markets=KRW-NOPE");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(
            404,
            (await unknown.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken))
                .GetProperty("error")
                .GetProperty("name")
                .GetInt32()
        );
    }

    [Fact]
    public async Task Finnhub_wants_a_key_and_keeps_to_its_limits()
    {
        await using var strict = await SimulatorClient.Start(
            options: new SimulatorOptions
            {
                Live = false,
                FinnhubCallsPerMinute = 2,
                FinnhubMaxSymbols = 1,
            }
        );
        using var http = new HttpClient();
        using var refused = await http.GetAsync(
            new Uri(strict.Host.FinnhubRest, "quote?symbol=SPY"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        SameShape(
            Sample("finnhub-error-401"),
            await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken),
            "error"
        );

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await strict.Send("finnhub/api/v1/quote?symbol=SPY");
            answers.Add(answer.StatusCode);
        }
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);

        await using var feed = await strict.Finnhub("SPY");
        await feed.Send("""{"type":"subscribe","symbol":"QQQ"}""");
        Assert.Equal("Subscribing to too many symbols", (await feed.Next()).GetProperty("msg").GetString());
        await feed.Send("""{"type":"subscribe","symbol":"FX:EURUSD"}""");
        Assert.Equal("Invalid symbol FX:EURUSD", (await feed.Next()).GetProperty("msg").GetString());
    }

    private static JsonElement Sample(string name) =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "Simulator", name + ".json")));

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);

    /// <summary>
    /// Same fields and types all the way down; of arrays the first element stands for all. A null on either side fits any type.
    /// </summary>
    private static void SameShape(JsonElement expected, JsonElement actual, string at)
    {
        if (expected.ValueKind == JsonValueKind.Null || actual.ValueKind == JsonValueKind.Null)
            return;
        Assert.True(Kind(expected) == Kind(actual), $"{at}: {actual.ValueKind} instead of {expected.ValueKind}");
        if (expected.ValueKind == JsonValueKind.Object)
        {
            Assert.Equal(Names(expected), Names(actual));
            foreach (var property in expected.EnumerateObject())
                SameShape(property.Value, actual.GetProperty(property.Name), $"{at}.{property.Name}");
        }
        else if (expected.ValueKind == JsonValueKind.Array)
        {
            Assert.True(actual.GetArrayLength() > 0, $"{at} is empty");
            SameShape(expected[0], actual[0], $"{at}[0]");
        }
    }

    private static JsonValueKind Kind(JsonElement json) => json.ValueKind == JsonValueKind.False ? JsonValueKind.True : json.ValueKind;
}
