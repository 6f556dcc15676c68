using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.MarketSimulator;
using InvestmentAssistant.MarketSimulator.Control;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>Faults of content: status and envelope stay true, what is inside does not.</summary>
public sealed partial class ContentFaultTests : IAsyncLifetime
{
    private const string Key = "SECRET-KEY-1";
    private const string Markets = "coingecko/api/v3/coins/markets?vs_currency=usd&per_page=5&x_cg_demo_api_key=k";
    private const string Ticker = "bithumb/v1/ticker?markets=KRW-BTC";

    private SimulatorClient _simulator = null!;

    public async ValueTask InitializeAsync() =>
        _simulator = await SimulatorClient.Start(options: new SimulatorOptions { Live = false, BithumbFrames = FrameKind.Text });

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("alphavantage/query?function=CPI&apikey=" + Key)]
    [InlineData("finnhub/api/v1/quote?symbol=SPY&token=" + Key)]
    [InlineData("newsapi/v2/everything?q=a&apiKey=" + Key)]
    [InlineData("coingecko/api/v3/ping?x_cg_demo_api_key=" + Key)]
    public async Task P1_M3_an_error_in_a_200_quotes_the_callers_key(string path)
    {
        await Fault(path, "error_200");
        using var http = new HttpClient { BaseAddress = _simulator.Host.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(Key, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task P1_a_spent_day_of_Alpha_Vantage_quotes_the_callers_key_without_any_fault()
    {
        await using var small = await SimulatorClient.Start(options: new SimulatorOptions { Live = false, AlphaVantageCalls = 1 });
        await small.Get("alphavantage/query?function=CPI&apikey=" + Key);
        Assert.Contains(Key, (await small.Get("alphavantage/query?function=CPI&apikey=" + Key)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nulls_strike_every_value_or_the_named_fields_alone()
    {
        await Fault(Markets, "nulls");
        Assert.All((await _simulator.Get(Markets))[0].EnumerateObject(), p => Assert.Equal(JsonValueKind.Null, p.Value.ValueKind));
        await Fault(Markets, "nulls", fields: ["current_price"]);
        var row = (await _simulator.Get(Markets))[0];
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.String),
            (row.GetProperty("current_price").ValueKind, row.GetProperty("symbol").ValueKind)
        );
    }

    [Fact]
    public async Task Rows_come_twice_or_with_a_namesake()
    {
        await Fault(Markets, "duplicates");
        var twice = await _simulator.Get(Markets);
        Assert.Equal(10, twice.GetArrayLength());
        Assert.Equal(twice[0].GetRawText(), twice[1].GetRawText());
        await Fault(Markets, "namesakes");
        var rows = await _simulator.Get(Markets);
        Assert.Equal(rows[0].GetProperty("symbol").GetString(), rows[1].GetProperty("symbol").GetString());
        Assert.NotEqual(rows[0].GetProperty("id").GetString(), rows[1].GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("current_price").ValueKind);
    }

    [Fact]
    public async Task P4_a_suspended_market_says_so_in_its_flags_and_in_the_time_of_its_trade_only()
    {
        const string Follow = """[{"ticket":"t"},{"type":"ticker","codes":["KRW-BTC"],"isOnlySnapshot":true}]""";
        await using var before = await _simulator.Bithumb(Follow);
        var well = await before.Next();
        await Fault("bithumb", "suspended", path: null);
        await using var after = await _simulator.Bithumb(Follow);
        var ill = await after.Next();
        Assert.True(ill.GetProperty("is_trading_suspended").GetBoolean());
        Assert.Equal("CAUTION", ill.GetProperty("market_warning").GetString());
        Assert.Equal(3 * 86_400_000L, well.GetProperty("trade_timestamp").GetInt64() - ill.GetProperty("trade_timestamp").GetInt64());
        Assert.Equal(well.GetProperty("timestamp").GetInt64(), ill.GetProperty("timestamp").GetInt64());
        Assert.Equal(4 * well.GetProperty("trade_price").GetDecimal(), ill.GetProperty("trade_price").GetDecimal());
    }

    [Theory]
    [InlineData("future", "2125", 4_000_000_000_000)]
    [InlineData("epoch", "1970", 0)]
    [InlineData("year_one", "0001", -62_135_596_800_000)]
    public async Task Times_leave_the_present_in_numbers_texts_and_csv(string kind, string year, long near)
    {
        await Fault(Ticker, kind);
        var row = (await _simulator.Get(Ticker))[0];
        Assert.StartsWith(year, row.GetProperty("trade_date").GetString(), StringComparison.Ordinal);
        Assert.InRange(row.GetProperty("timestamp").GetInt64(), near, near + 2_000_000_000_000);
        Assert.True(row.GetProperty("trade_price").GetDecimal() > 1_000_000);

        const string Calendar = "alphavantage/query?function=IPO_CALENDAR&apikey=k";
        await Fault(Calendar, kind);
        var dates = (await _simulator.GetText(Calendar))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(l => Iso().Match(l).Value)
            .ToList();
        Assert.NotEmpty(dates);
        Assert.All(dates, d => Assert.StartsWith(year[..2], d, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Texts_are_cut_blown_up_or_unprintable()
    {
        const string News = "finnhub/api/v1/company-news?symbol=AAPL&from=2025-07-01&to=2025-07-16";
        var headline = (await _simulator.Get(News))[0].GetProperty("headline").GetString()!;
        await Fault(News, "cut_text");
        Assert.Equal(headline[..(headline.Length / 2)] + "…", (await _simulator.Get(News))[0].GetProperty("headline").GetString());
        await Fault(News, "long_text");
        Assert.True((await _simulator.Get(News))[0].GetProperty("headline").GetString()!.Length >= 200_000);
        await Fault(News, "bad_text");
        using var bad = await _simulator.Send(News);
        Assert.Contains(
            @"\u0000\u0007\ud800""",
            await bad.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Numbers_become_texts_or_absurd()
    {
        await Fault(Ticker, "numbers_as_text");
        Assert.Equal(JsonValueKind.String, (await _simulator.Get(Ticker))[0].GetProperty("trade_price").ValueKind);
        await Fault(Ticker, "absurd_numbers");
        var row = (await _simulator.Get(Ticker))[0];
        Assert.Equal([-1, 0, 7e27], ((string[])["opening_price", "high_price", "low_price"]).Select(n => row.GetProperty(n).GetDouble()));
        Assert.True(row.GetProperty("timestamp").GetInt64() > 1_000_000_000_000);
    }

    [Fact]
    public async Task A_body_is_empty_or_huge_or_a_bomb_or_elsewhere()
    {
        await Fault(Ticker, "empty");
        using var empty = await _simulator.Send(Ticker);
        Assert.Equal((HttpStatusCode.OK, 0L), (empty.StatusCode, empty.Content.Headers.ContentLength));

        await Fault(Ticker, "huge", megabytes: 2);
        var huge = await _simulator.GetText(Ticker);
        Assert.True(huge.Length > 2 * 1024 * 1024);
        Assert.StartsWith("[{", huge.TrimStart(' '), StringComparison.Ordinal);

        await Fault(Ticker, "gzip_bomb", megabytes: 4);
        using var bomb = await _simulator.Send(Ticker);
        Assert.Equal("gzip", Assert.Single(bomb.Content.Headers.ContentEncoding));
        var packed = await bomb.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(packed.Length, 1, 400_000);
        await using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var text = new StreamReader(gzip, Encoding.UTF8);
        Assert.StartsWith(
            "[{",
            (await text.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimStart(' '),
            StringComparison.Ordinal
        );

        await Fault(Ticker, "redirect");
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = _simulator.Host.Address };
        using var elsewhere = await http.GetAsync(new Uri(Ticker, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Found, "localhost"), (elsewhere.StatusCode, elsewhere.Headers.Location?.Host));
    }

    [Fact]
    public async Task Frames_are_spoiled_in_the_same_ways()
    {
        await using var feed = await _simulator.Finnhub("SPY");
        await Fault("finnhub", "bad_text", path: null);
        await Trade();
        Assert.Contains(@"SPY\u0000\u0007\ud800", (await feed.Raw()).Text, StringComparison.Ordinal);
        await Fault("finnhub", "absurd_numbers", path: null);
        await Trade();
        Assert.Equal(-1, (await feed.Next()).GetProperty("data")[0].GetProperty("p").GetDecimal());
        await Fault("finnhub", "empty", path: null);
        await Trade();
        Assert.Equal("", (await feed.Raw()).Text);
    }

    [Fact]
    public void Every_kind_stands_in_the_document()
    {
        var document = File.ReadAllText(Path.Combine(Repository.Current.Root, "docs", "simulator-faults.md"));
        Assert.All(FaultBoard.Kinds, kind => Assert.Contains($"`{kind}`", document, StringComparison.Ordinal));
    }

    private async Task Trade()
    {
        using var sent = await _simulator.Send(
            "control/trade",
            HttpMethod.Post,
            new
            {
                symbol = "SPY",
                price = 5,
                volume = 3,
            }
        );
        Assert.True(sent.IsSuccessStatusCode);
    }

    private Task Fault(string path, string kind, string[]? fields = null, int? megabytes = null) =>
        Fault(path.Split('/')[0], kind, path.Split('?')[0], fields, megabytes);

    private async Task Fault(string provider, string kind, string? path, string[]? fields = null, int? megabytes = null)
    {
        using var answer = await _simulator.Send(
            "control/faults",
            HttpMethod.Post,
            new
            {
                provider,
                kind,
                path,
                fields,
                megabytes,
            }
        );
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Iso();
}
