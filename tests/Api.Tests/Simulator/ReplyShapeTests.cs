using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>
/// Every reply that the API asks for is held against a real one: no name that the real one lacks, none missing but those listed here, the
/// same types, numbers in texts where the provider writes texts, and nothing said the provider's way (null, "", "None").
/// </summary>
public sealed class ReplyShapeTests : IAsyncLifetime
{
    /// <summary>Objects whose names are data: currencies, platforms.</summary>
    private static readonly string[] Maps =
    [
        ".total_market_cap",
        ".total_volume",
        ".market_cap_percentage",
        ".converted_last",
        ".converted_volume",
        ".current_price",
        ".rates",
        ".ath",
        ".atl",
        ".ath_date",
        ".atl_date",
        ".ath_change_percentage",
        ".atl_change_percentage",
        ".market_cap",
        ".high_24h",
        ".low_24h",
        ".fully_diluted_valuation",
        ".description",
    ];

    /// <summary>What each provider writes where it has nothing.</summary>
    internal static readonly Dictionary<string, string[]> Nothing = new()
    {
        ["bithumb"] = ["null"],
        ["finnhub"] = ["null", "empty text"],
        ["coingecko"] = ["null", "empty text"],
        ["newsapi"] = ["null"],
        ["alphavantage"] = ["None, n/a or -", "empty text"],
    };

    private SimulatorClient _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorClient.Start(NodaTime.Instant.FromUtc(2026, 11, 20, 15, 30));

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    /// <summary>Sample, request, and the places that a reply may lack because nothing reads them: a prefix each.</summary>
    public static readonly TheoryData<string, string, string[]> Replies = new()
    {
        { "Bithumb/market-all.json", "bithumb/v1/market/all?isDetails=true", [] },
        { "Bithumb/rest-ticker.json", "bithumb/v1/ticker?markets=KRW-BTC,KRW-SHIB,KRW-XRP", [] },
        { "bithumb-candles-minutes.json", "bithumb/v1/candles/minutes/60?market=KRW-XRP&count=50", [] },
        { "bithumb-candles-days.json", "bithumb/v1/candles/days?market=KRW-XRP&count=50", [] },
        {
            "CoinGecko/coins-markets.json",
            "coingecko/api/v3/coins/markets?vs_currency=usd&per_page=250",
            [
                "[].sparkline_in_7d",
                "[].price_change_percentage_1h",
                "[].price_change_percentage_14d",
                "[].price_change_percentage_200d",
                "[].price_change_percentage_1y",
            ]
        },
        {
            "CoinGecko/coins-id.json",
            "coingecko/api/v3/coins/bitcoin",
            [
                ".community_data.reddit_accounts_active_48h",
                ".detail_platforms",
                ".has_supply_breakdown",
                ".links.announcement_url",
                ".links.bitcointalk",
                ".links.snapshot_url",
                ".market_cap_rank_with",
                ".platforms",
                ".sentiment_votes_down",
                ".status_updates",
                ".tickers",
                ".watchlist",
                ".market_data.fdv_to_tvl",
                ".market_data.mcap_to_tvl",
                ".market_data.roi",
                ".market_data.outstanding",
                ".market_data.market_cap_fdv",
                ".market_data.market_cap_rank_with",
                ".market_data.market_cap_change",
                ".market_data.price_change_24h_in_currency",
                ".market_data.price_change_percentage_",
                ".developer_data",
                ".localization",
            ]
        },
        {
            "CoinGecko/coins-id-tickers.json",
            "coingecko/api/v3/coins/bitcoin/tickers",
            [".tickers[].cost_to_move", ".tickers[].market.logo"]
        },
        { "CoinGecko/market-chart.json", "coingecko/api/v3/coins/bitcoin/market_chart?vs_currency=usd&days=2", [] },
        { "CoinGecko/derivatives.json", "coingecko/api/v3/derivatives", [] },
        { "CoinGecko/global.json", "coingecko/api/v3/global", [".data.volume_change_percentage_24h_usd"] },
        { "CoinGecko/exchange-rates.json", "coingecko/api/v3/exchange_rates", [] },
        { "Finnhub/quote-unknown-symbol.json", "finnhub/api/v1/quote?symbol=NOPE", [] },
        { "finnhub-stock-candle.json", "finnhub/api/v1/stock/candle?symbol=AAPL&resolution=D&from=1790000000&to=1795000000", [] },
        { "Finnhub/market-news.json", "finnhub/api/v1/news?category=general&minId=0", [] },
        { "Finnhub/company-news.json", "finnhub/api/v1/company-news?symbol=AAPL&from=2026-11-01&to=2026-11-20", [] },
        { "Finnhub/calendar-earnings.json", "finnhub/api/v1/calendar/earnings?from=2026-10-01&to=2026-12-28", [] },
        { "Finnhub/calendar-ipo.json", "finnhub/api/v1/calendar/ipo?from=2026-08-01&to=2027-02-28", [] },
        { "Finnhub/stock-symbol.json", "finnhub/api/v1/stock/symbol?exchange=US", [] },
        { "Finnhub/stock-market-status.json", "finnhub/api/v1/stock/market-status?exchange=US", [] },
        { "NewsApi/everything.json", "newsapi/v2/everything?q=inflation&from=2026-11-01&to=2026-11-20&pageSize=100&page=1&apiKey=k", [] },
        { "NewsApi/top-headlines.json", "newsapi/v2/top-headlines?category=business&country=us&pageSize=100&apiKey=k", [] },
        { "AlphaVantage/balance-sheet.json", "alphavantage/query?function=BALANCE_SHEET&symbol=IBM&apikey=k", [] },
        { "AlphaVantage/overview.json", "alphavantage/query?function=OVERVIEW&symbol=IBM&apikey=k", [] },
        { "AlphaVantage/etf-profile.json", "alphavantage/query?function=ETF_PROFILE&symbol=QQQ&apikey=k", [] },
        { "AlphaVantage/news-sentiment.json", "alphavantage/query?function=NEWS_SENTIMENT&limit=1000&apikey=k", [] },
        { "AlphaVantage/top-gainers-losers.json", "alphavantage/query?function=TOP_GAINERS_LOSERS&apikey=k", [] },
        { "AlphaVantage/cpi.json", "alphavantage/query?function=CPI&interval=monthly&apikey=k", [] },
        { "AlphaVantage/inflation.json", "alphavantage/query?function=INFLATION&apikey=k", [] },
        { "AlphaVantage/federal-funds-rate.json", "alphavantage/query?function=FEDERAL_FUNDS_RATE&interval=monthly&apikey=k", [] },
        {
            "AlphaVantage/treasury-yield-10year.json",
            "alphavantage/query?function=TREASURY_YIELD&interval=monthly&maturity=10year&apikey=k",
            []
        },
    };

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task A_reply_says_what_the_real_one_says_and_in_its_types(string sample, string request, string[] unread)
    {
        var real = ReplyShape.Of(Sample(sample), Maps);
        var key = request.StartsWith("coingecko", StringComparison.Ordinal)
            ? $"{(request.Contains('?') ? '&' : '?')}x_cg_demo_api_key=k"
            : "";
        var simulated = ReplyShape.Of(await _simulator.Get(request + key), Maps);
        var provider = request.Split('/')[0];

        var missing = real
            .Kinds.Keys.Except(simulated.Kinds.Keys)
            .Where(at => !unread.Any(u => at.StartsWith(u, StringComparison.Ordinal)));
        var unknown = simulated.Kinds.Keys.Except(real.Kinds.Keys).Where(at => !UnderNothing(at, real));
        List<string> faults = [.. missing.Select(at => $"{at} is missing"), .. unknown.Select(at => $"{at} is not in the real reply")];
        foreach (var (at, kinds) in simulated.Kinds)
        {
            if (!real.Kinds.TryGetValue(at, out var expected))
                continue;
            // What is nothing in the sample may be anything; what is something may be nothing, said the provider's way.
            var others = kinds
                .Except(expected)
                .Except(Nothing[provider])
                .Except(expected.Any(IsText) ? ["text", "number in a text"] : [])
                .ToList();
            if (others.Count > 0 && !expected.All(k => ReplyShape.Nothing.Contains(k)))
                faults.Add($"{at} is {string.Join(", ", others)}, in the real reply {string.Join(", ", expected)}");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));

        // A price like "14" and a price like "14-16" are both texts; only figures that are always texts are distinguished.
        static bool IsText(string kind) => kind is "text";
    }

    [Theory]
    [InlineData("AlphaVantage/earnings-calendar.csv", "EARNINGS_CALENDAR&horizon=3month")]
    [InlineData("AlphaVantage/ipo-calendar.csv", "IPO_CALENDAR")]
    public async Task A_table_has_the_columns_of_the_real_one_in_their_order(string sample, string function)
    {
        var simulated = await _simulator.GetText($"alphavantage/query?function={function}&apikey=k");
        Assert.Equal(File.ReadLines(PathOf(sample)).First().Trim(), simulated.Split("\r\n")[0]);
    }

    /// <summary>Below something that is nothing in the sample, nobody knows what the real reply has.</summary>
    private static bool UnderNothing(string at, ReplyShape real) =>
        real.Kinds.Any(k =>
            (at.StartsWith(k.Key + ".", StringComparison.Ordinal) || at.StartsWith(k.Key + "[", StringComparison.Ordinal))
            && k.Value.All(v => ReplyShape.Nothing.Contains(v) || v is "list" or "object")
            && !real.Kinds.Keys.Any(o => o.Length > k.Key.Length && o.StartsWith(k.Key, StringComparison.Ordinal))
        );

    /// <summary>
    /// Whether a reply to this path (/coingecko/api/v3/coins/bitcoin) is held against a real one here. Alpha Vantage's functions share one
    /// path.
    /// </summary>
    internal static bool Covers(string path) =>
        Replies.Any(r => Fits(((string)r.Data.Item2).Split('?')[0].Split('/'), path.Trim('/').Split('/')));

    private static bool Fits(string[] known, string[] path) =>
        known.Length == path.Length
        && Enumerable
            .Range(0, path.Length)
            .All(i => known[i] == path[i] || i > 0 && (path[i - 1], known[i]) is ("coins", "bitcoin") or ("minutes", "60"));

    private static JsonElement Sample(string name) => JsonElement.Parse(File.ReadAllText(PathOf(name)));

    /// <summary>Of the simulator's own tests, or of the provider's.</summary>
    private static string PathOf(string name) =>
        name.Split('/') is [var provider, var file]
            ? Path.Combine(AppContext.BaseDirectory, "Samples", provider, file)
            : Path.Combine(AppContext.BaseDirectory, "Samples", "Simulator", name);
}
