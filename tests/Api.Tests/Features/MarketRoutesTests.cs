using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features;

/// <summary>The routes of Crypto, Sp500 and Etf over the simulated market: what they answer and what they refuse.</summary>
public sealed class MarketRoutesTests(ApiHost api) : RestTestBase(api)
{
    [Theory]
    [InlineData("/api/v1/stocks/sp500/gainers?limit=abc", "limit")]
    [InlineData("/api/v1/stocks/sp500/gainers?limit=0", "limit")]
    [InlineData("/api/v1/stocks/sp500/losers?limit=101", "limit")]
    [InlineData("/api/v1/stocks/sp500/most-active?limit=1.5", "limit")]
    [InlineData("/api/v1/stocks/sp500/search", "q")]
    [InlineData("/api/v1/stocks/sp500/search?q=%20", "q")]
    [InlineData("/api/v1/stocks/sp500/search?q=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "q")]
    [InlineData("/api/v1/stocks/sp500/chart/AAPL?timeframe=2D", "timeframe")]
    [InlineData("/api/v1/stocks/sp500/chart/AAPL?days=2", "days")]
    [InlineData("/api/v1/stocks/sp500/chart/AAPL?timeframe=1D&days=1", "days")]
    [InlineData("/api/v1/stocks/sp500/chart/A$PL", "symbol")]
    [InlineData("/api/v1/stocks/sp500/symbol/1234", "symbol")]
    [InlineData("/api/v1/etf?limit=201", "limit")]
    [InlineData("/api/v1/etf/search?q=spy&limit=51", "limit")]
    [InlineData("/api/v1/etf/symbol/TOOLONGNAME", "symbol")]
    [InlineData("/api/v1/crypto?limit=1001", "limit")]
    [InlineData("/api/v1/crypto?page=0", "page")]
    [InlineData("/api/v1/crypto?page=1&skip=1", "skip")]
    [InlineData("/api/v1/crypto/top?limit=-1", "limit")]
    [InlineData("/api/v1/crypto/a%20b", "symbol")]
    public async Task Bad_input_is_400_and_names_the_parameter(string url, string parameter)
    {
        var (status, body, answer) = await GetAsync(url);

        Assert.Equal(400, status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal([parameter], body.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.Contains(parameter, body.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/api/v1/stocks/sp500/symbol/NOPE")]
    [InlineData("/api/v1/stocks/sp500/symbol/SPY")]
    [InlineData("/api/v1/stocks/sp500/chart/NOPE")]
    [InlineData("/api/v1/etf/symbol/AAPL")]
    [InlineData("/api/v1/etf/symbol/NOPE/basic")]
    [InlineData("/api/v1/etf/symbol/NOPE/chart")]
    [InlineData("/api/v1/crypto/NOPE")]
    public async Task An_unknown_symbol_is_404(string url)
    {
        var (status, body, _) = await GetAsync(url);

        Assert.Equal((404, 404), (status, body.GetProperty("status").GetInt32()));
    }

    [Theory]
    [InlineData("BRK.B")]
    [InlineData("brk.b")]
    [InlineData("brk-b")]
    public async Task Symbols_are_known_in_any_case_and_with_a_dot_or_a_dash(string symbol)
    {
        var (status, body, _) = await GetAsync($"/api/v1/stocks/sp500/symbol/{symbol}");

        Assert.Equal(200, status);
        Assert.Equal("BRK.B", body.GetProperty("symbol").GetString());
        Assert.Equal("Financials", body.GetProperty("company").GetProperty("gics_sector").GetString());
    }

    [Theory]
    [InlineData("gainers", 1)]
    [InlineData("losers", -1)]
    public async Task Movers_are_strictly_ordered_and_of_one_sign(string route, int sign)
    {
        var (_, body, _) = await GetAsync($"/api/v1/stocks/sp500/{route}?limit=100");
        var stocks = body.GetProperty("stocks")
            .EnumerateArray()
            .Select(s =>
                (
                    Symbol: s.GetProperty("symbol").GetString()!,
                    Change: s.GetProperty("change_percentage").GetDecimal(),
                    Positive: s.GetProperty("is_positive").GetBoolean()
                )
            )
            .ToList();

        Assert.Equal("top_" + route, body.GetProperty("category").GetString());
        Assert.NotEmpty(stocks);
        Assert.All(stocks, s => Assert.Equal((sign, sign > 0), (Math.Sign(s.Change), s.Positive)));
        Assert.Equal(stocks.OrderBy(s => -sign * s.Change).ThenBy(s => s.Symbol, StringComparer.Ordinal), stocks);
        Assert.True(body.GetProperty("total_count").GetInt32() >= stocks.Count);
    }

    [Fact]
    public async Task A_change_is_the_price_against_its_previous_close()
    {
        var (_, body, _) = await GetAsync("/api/v1/etf?limit=200");
        var known = body.GetProperty("etfs")
            .EnumerateArray()
            .Where(e => e.GetProperty("previous_close").ValueKind == JsonValueKind.Number)
            .ToList();

        Assert.NotEmpty(known);
        Assert.All(known, e =>
        {
            var (price, close) = (e.GetProperty("current_price").GetDecimal(), e.GetProperty("previous_close").GetDecimal());
            Assert.Equal(Math.Round(price - close, 2, MidpointRounding.AwayFromZero), e.GetProperty("change_amount").GetDecimal());
            Assert.Equal(
                Math.Round((price - close) / close * 100, 2, MidpointRounding.AwayFromZero),
                e.GetProperty("change_percentage").GetDecimal()
            );
        });
    }

    [Fact]
    public async Task The_etf_list_goes_by_price_with_unpriced_funds_last()
    {
        var (_, body, _) = await GetAsync("/api/v1/etf/?limit=200");
        var prices = body.GetProperty("etfs")
            .EnumerateArray()
            .Select(e => e.GetProperty("current_price") is { ValueKind: JsonValueKind.Number } p ? p.GetDecimal() : -1)
            .ToList();

        Assert.Equal(112, body.GetProperty("total_count").GetInt32());
        Assert.Equal(prices.OrderDescending(), prices);
    }

    [Theory]
    [InlineData("q=AA", "AAPL", false)]
    [InlineData("query=aapl", "AAPL", true)]
    [InlineData("q=berkshire", "BRK.B", true)]
    [InlineData("q=brk-b", "BRK.B", true)]
    [InlineData("q=%EC%95%A0%ED%94%8C", "AAPL", true)]
    [InlineData("q=%EF%BD%81%EF%BD%81%EF%BD%90%EF%BD%8C", "AAPL", true)]
    [InlineData("q=AT%26T", "T", true)]
    [InlineData("q=Estee", "EL", true)]
    public async Task Search_finds_by_symbol_and_name_in_any_case(string query, string symbol, bool first)
    {
        var (_, body, _) = await GetAsync($"/api/v1/stocks/sp500/search?{query}&limit=100");
        var found = body.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("symbol").GetString()).ToList();

        Assert.Contains(symbol, found);
        if (first)
            Assert.Equal(symbol, found[0]);
    }

    [Fact]
    public async Task An_overview_agrees_with_itself()
    {
        var (_, body, _) = await GetAsync("/api/v1/stocks/sp500/market-overview");
        var summary = body.GetProperty("market_summary");
        int Of(string name) => summary.GetProperty(name).GetInt32();

        Assert.InRange(Of("total_symbols"), 500, 510);
        Assert.True(Of("advancers") + Of("decliners") + Of("unchanged") <= Of("active_symbols"));
        Assert.True(summary.GetProperty("lowest_price").GetDecimal() <= summary.GetProperty("average_price").GetDecimal());
        Assert.Equal("US/Eastern", body.GetProperty("market_status").GetProperty("timezone").GetString());
        var highlights = body.GetProperty("highlights");
        Assert.Equal(Math.Min(5, Of("advancers")), highlights.GetProperty("top_gainers").GetArrayLength());
        Assert.Equal(Math.Min(5, Of("decliners")), highlights.GetProperty("top_losers").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/v1/stocks/sp500/chart/AAPL", "1MO", "uuuu-MM-dd")] // G6: thirty days when nothing is asked for
    [InlineData("/api/v1/etf/symbol/SPY/chart", "1MO", "MM/dd")]
    [InlineData("/api/v1/stocks/sp500/chart/AAPL?days=365", "1Y", "uuuu-MM-dd")]
    [InlineData("/api/v1/stocks/sp500/chart/AAPL?timeframe=1mo", "1MO", "uuuu-MM-dd")]
    [InlineData("/api/v1/etf/symbol/SPY/chart?timeframe=1W", "1W", "MM/dd")]
    [InlineData("/api/v1/etf/symbol/SPY/chart?timeframe=1M", "1M", "MM/dd")]
    public async Task A_chart_ascends_and_writes_its_axis_as_agreed(string url, string timeframe, string axis)
    {
        await Wait.Until(
            async () => (await GetAsync(url)).Body.GetProperty("data_points").GetInt32() > 0,
            TimeSpan.FromSeconds(90),
            url + " has points"
        );
        var (_, body, _) = await GetAsync(url);
        var points = body.GetProperty("chart_data").EnumerateArray().ToList();
        var pattern = NodaTime.Text.LocalDatePattern.Create(axis, CultureInfo.InvariantCulture);

        Assert.Equal(timeframe, body.GetProperty("timeframe").GetString());
        Assert.Equal(points.Count, body.GetProperty("data_points").GetInt32());
        Assert.InRange(points.Count, 1, 1000);
        var times = points.Select(p => p.GetProperty("raw_timestamp").GetInt64()).ToList();
        Assert.Equal(times.Order(), times);
        Assert.All(points, p =>
        {
            Assert.True(pattern.Parse(p.GetProperty("timestamp").GetString()!).Success, p.GetProperty("timestamp").GetString());
            Assert.EndsWith("Z", p.GetProperty("datetime").GetString(), StringComparison.Ordinal);
            Assert.InRange(p.GetProperty("price").GetDecimal(), p.GetProperty("low").GetDecimal(), p.GetProperty("high").GetDecimal());
        });
    }

    [Fact]
    public async Task Crypto_is_a_bare_list_or_with_page_an_envelope_of_the_same()
    {
        var (_, all, _) = await GetAsync("/api/v1/crypto/?limit=1000");
        var (_, skipped, _) = await GetAsync("/api/v1/crypto?skip=400&limit=1000");
        var (_, page, _) = await GetAsync("/api/v1/crypto?page=1&limit=10");
        var (_, beyond, _) = await GetAsync("/api/v1/crypto?page=1000000&limit=1000");

        Assert.True(all.GetArrayLength() >= 415, $"{all.GetArrayLength()} markets");
        Assert.Equal(all.GetArrayLength() - 400, skipped.GetArrayLength());
        Assert.Equal(
            (all.GetArrayLength(), 10, 10, true),
            (
                page.GetProperty("total").GetInt32(),
                page.GetProperty("items").GetArrayLength(),
                page.GetProperty("limit").GetInt32(),
                page.GetProperty("has_next").GetBoolean()
            )
        );
        Assert.Equal((0, false), (beyond.GetProperty("items").GetArrayLength(), beyond.GetProperty("has_next").GetBoolean()));
    }

    [Theory]
    [InlineData("btc")]
    [InlineData("KRW-BTC")]
    [InlineData("krw-btc")]
    [InlineData("%EB%B9%84%ED%8A%B8%EC%BD%94%EC%9D%B8")]
    [InlineData("%E1%84%87%E1%85%B5%E1%84%90%E1%85%B3%E1%84%8F%E1%85%A9%E1%84%8B%E1%85%B5%E1%86%AB")]
    [InlineData("bitcoin")]
    public async Task A_coin_and_its_market_are_one(string symbol)
    {
        var (_, body, _) = await GetAsync($"/api/v1/crypto/{symbol}");

        Assert.Equal("KRW-BTC", body.GetProperty("market").GetString());
        Assert.Equal("비트코인", body.GetProperty("korean_name").GetString());
        Assert.Equal(
            body.GetProperty("change_price").GetDecimal() switch
            {
                > 0 => "RISE",
                < 0 => "FALL",
                _ => "EVEN",
            },
            body.GetProperty("change").GetString()
        );
        Assert.True(body.TryGetProperty("acc_trade_price_24h", out _));
    }
}
