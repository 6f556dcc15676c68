using System.IO.Compression;
using System.Text;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.MarketNews.NewsApi;
using InvestmentAssistant.Api.Features.Sp500.Wikipedia;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Ingestion;

namespace InvestmentAssistant.Api.Tests.Platform.Providers;

/// <summary>
/// Bodies that no provider should send, through the whole pipeline of each: a typed failure, or the good data in them; never another
/// exception.
/// </summary>
public sealed class HostileBodyTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const int Cap = 64 * 1024;

    private static readonly LocalDate s_day = new(2026, 11, 27);

    private StubProvider _stub = null!;
    private ReplicaHost _replica = null!;

    /// <summary>A call of each provider with a good reply to it, and how much of that came.</summary>
    private static readonly Dictionary<string, (string Good, Func<ReplicaHost, Task<int>> Ask)> s_calls = new()
    {
        ["finnhub"] = (
            """[{"category":"general","datetime":1767000000,"headline":"H","id":1,"source":"S","summary":"T","url":"https://a.example/1"}]""",
            async r => (await r.Get<FinnhubClient>().NewsAsync("general", 0, Ct)).Rows.Count
        ),
        ["finnhub calendar"] = (
            """{"earningsCalendar":[{"symbol":"AAPL","date":"2026-11-27","epsEstimate":"1.5","quarter":4,"year":2026}]}""",
            async r => (await r.Get<FinnhubClient>().EarningsAsync(s_day, s_day, Ct)).Rows.Count
        ),
        ["alphavantage"] = ("""{"name":"CPI","data":[]}""", async r =>
            (await r.Get<AlphaVantageClient>().JsonAsync("CPI", [], Ct)) is null ? 0 : 1
        ),
        ["alphavantage csv"] = ("symbol,name,symbol\r\nAAPL,Apple,X\r\n", async r =>
            (await r.Get<AlphaVantageClient>().CsvAsync("IPO_CALENDAR", [], Ct)).Count
        ),
        ["newsapi"] = (
            """{"status":"ok","totalResults":"1","articles":[{"source":{"id":null,"name":"S"},"title":"T","url":"https://a.example/1","publishedAt":"2026-11-27T10:00:00Z"}]}""",
            async r => (await r.Get<NewsApiClient>().HeadlinesOfAsync("business", 10, Ct)).Articles.Count
        ),
        ["coingecko"] = ("""[{"id":"bitcoin","symbol":"btc","name":"Bitcoin"}]""", async r =>
            (await r.Get<CoinGeckoClient>().MarketsAsync(1, Ct)).Rows.Count
        ),
        ["coingecko coin"] = ("""{"id":"bitcoin","symbol":"btc","name":"Bitcoin"}""", async r =>
            (await r.Get<CoinGeckoClient>().DetailsAsync("bitcoin", Ct)).Id == "bitcoin" ? 1 : 0
        ),
        ["bithumb"] = ("""[{"market":"KRW-BTC","korean_name":"비트코인","english_name":"Bitcoin"}]""", async r =>
            (await r.Get<BithumbClient>().MarketsAsync(Ct)).Rows.Count
        ),
    };

    public async ValueTask InitializeAsync()
    {
        _stub = await StubProvider.StartAsync();
        string[] providers = ["finnhub", "alphavantage", "newsapi", "coingecko", "bithumb", "wikipedia"];
        _replica = await ReplicaHost.BuildAsync(
            database.ConnectionString,
            services =>
            {
                services.AddProviderClient<AlphaVantageClient>(AlphaVantageClient.Provider);
                services.AddProviderClient<FinnhubClient>(FinnhubClient.Provider);
                services.AddProviderClient<NewsApiClient>(NewsApiClient.Provider);
                services.AddProviderClient<CoinGeckoClient>(CoinGeckoClient.Provider);
                services.AddProviderClient<BithumbClient>(BithumbClient.Provider);
                services.AddProviderClient<WikipediaClient>(WikipediaClient.Provider);
            },
            clock: null,
            [
                .. providers.SelectMany(p =>
                    new[]
                    {
                        ($"Providers:{p}:BaseUrl", _stub.Address),
                        ($"Providers:{p}:ApiKey", "K7-of-a-test-9"),
                        ($"Providers:{p}:CallsPerMinute", "0"),
                        ($"Providers:{p}:CallsPerDay", "0"),
                        ($"Providers:{p}:MaxReplyBytes", $"{Cap}"),
                    }
                ),
            ]
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _replica.DisposeAsync();
        await _stub.DisposeAsync();
    }

    private void Reply(byte[] body, string? type = "application/json", string? encoding = null) =>
        _stub.Answer = async (http, _) =>
        {
            http.Response.ContentType = type;
            if (encoding is not null)
                http.Response.Headers.ContentEncoding = encoding;
            await http.Response.Body.WriteAsync(body, Ct);
        };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zipped(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(Utf8(text));
        return packed.ToArray();
    }

    [Fact]
    public async Task Bodies_that_are_no_data_are_a_typed_failure()
    {
        (string What, byte[] Body, string? Type, string? Encoding)[] bodies =
        [
            ("HTML as JSON", Utf8("<!DOCTYPE html><html><body>Just a moment...</body></html>"), "application/json", null),
            ("HTML", Utf8("<html></html>"), "text/html; charset=utf-8", null),
            ("an empty body", [], "application/json", null),
            ("white space", Utf8(" \r\n\t "), "application/json", null),
            ("a gzip bomb", Zipped(new string(' ', 4_000_000)), "application/json", "gzip"),
            ("a huge body", Utf8(new string(' ', Cap + 1)), "application/json", null),
        ];
        (string What, byte[] Body)[] noJson =
        [
            ("null", Utf8("null")),
            ("a number", Utf8("1e400")),
            ("words", Utf8("Throttled")),
            ("an XML error", Utf8("Error 1020: access denied")),
            ("truncated JSON", Utf8("""[{"id":1,"headline":"He""")),
            ("deep nesting", Utf8(new string('[', 5_000))),
            ("NUL bytes", new byte[64]),
        ];
        foreach (var (name, (_, ask)) in s_calls)
        {
            var csv = name.EndsWith("csv", StringComparison.Ordinal);
            // A truncated download of CSV looks like a whole one.
            (string, byte[], string?, string?) cut = (
                "truncated gzip",
                Zipped("""[{"id":1},{"id":2}]""")[..^12],
                "application/json",
                "gzip"
            );
            foreach (
                var (what, body, type, encoding) in csv
                    ? bodies
                    : [.. bodies, cut, .. noJson.Select(b => (b.What, b.Body, (string?)"application/json", (string?)null))]
            )
            {
                Reply(body, type, encoding);
                var failure = await Record.ExceptionAsync(() => ask(_replica));
                Assert.True(
                    failure is ProviderException { Kind: ProviderFailure.BadReply or ProviderFailure.ServerError },
                    $"{name}, {what}: {failure?.GetType().Name ?? "no failure"}: {failure?.Message}"
                );
            }
        }
    }

    [Fact]
    public async Task Good_data_in_a_strange_wrapping_is_read()
    {
        foreach (var (name, (good, ask)) in s_calls)
        {
            (string What, byte[] Body, string? Type, string? Encoding)[] wrappings =
            [
                ("plain", Utf8(good), "application/json", null),
                ("a byte order mark", [0xEF, 0xBB, 0xBF, .. Utf8(good)], "application/json", null),
                ("UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(good)], "application/json; charset=utf-16", null),
                ("text/plain", Utf8(good), "text/plain", null),
                ("a foreign type", Utf8(good), "application/x-download", null),
                ("no type", Utf8(good), null, null),
                ("gzip", Zipped(good), "application/json", "gzip"),
                ("white space around", Utf8($"\r\n {good}\r\n"), "application/json", null),
            ];
            foreach (var (what, body, type, encoding) in name.EndsWith("csv", StringComparison.Ordinal) ? wrappings[..^1] : wrappings)
            {
                Reply(body, type, encoding);
                var failure = await Record.ExceptionAsync(async () => Assert.Equal(1, await ask(_replica)));
                Assert.True(failure is null, $"{name}, {what}: {failure?.Message}");
            }
        }
    }

    [Fact]
    public async Task Letters_that_cannot_be_are_replaced_and_lose_no_row()
    {
        Reply([
            .. Utf8(
                """[{"id":"a","symbol":"a","name":"one\u0000two"},{"id":"b","symbol":"b","name":"half \ud83d"},{"id":"c","symbol":"c","name":"good \ud83d\ude00 \\u0000"},{"id":"d","symbol":"d","name":" """
            ),
            0xC3,
            0x28,
            .. Utf8("\"}]"),
        ]);

        var rows = (await _replica.Get<CoinGeckoClient>().MarketsAsync(1, Ct)).Rows;

        Assert.Equal(["one\uFFFDtwo", "half \uFFFD", "good 😀 \\u0000", " \uFFFD("], rows.Select(r => r.Name));
    }

    [Fact]
    public async Task P1_a_reply_that_quotes_our_key_comes_in_without_it()
    {
        Reply(Utf8("""[{"id":"a","symbol":"a","name":"K7-of-a-test-9"},{"id":"b","symbol":"b","name":"\u004b7-of-a-test-9 and more"}]"""));
        Assert.Equal(
            ["[redacted]", "[redacted] and more"],
            (await _replica.Get<CoinGeckoClient>().MarketsAsync(1, Ct)).Rows.Select(r => r.Name)
        );

        Reply(
            Utf8(
                """{"Information":"We have detected your API key as K7-of-a-test-9 and our standard API rate limit is 25 requests per day."}"""
            )
        );
        var failure = await Assert.ThrowsAsync<ProviderException>(() => _replica.Get<AlphaVantageClient>().JsonAsync("CPI", [], Ct));
        Assert.Equal(ProviderFailure.BudgetSpent, failure.Kind);
        Assert.DoesNotContain("K7-of-a-test", failure.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_is_read_under_the_cap_like_data()
    {
        Reply(Utf8("<html>S&amp;P 500</html>"), "text/html");
        Assert.Equal("<html>S&amp;P 500</html>", await _replica.Get<WikipediaClient>().PageAsync("P", Ct));
        Reply(Zipped(new string('x', Cap + 1)), "text/html", "gzip");
        Assert.Equal(
            ProviderFailure.BadReply,
            (await Assert.ThrowsAsync<ProviderException>(() => _replica.Get<WikipediaClient>().PageAsync("P", Ct))).Kind
        );
    }
}
