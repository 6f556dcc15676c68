using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.CoinGecko;

/// <summary>Replies as the provider sends them, and what becomes of them.</summary>
public sealed class CoinGeckoReplyTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 5, 18, 13, 40);

    private static CoinGeckoClient Answering(string file, List<string>? asked = null) =>
        new(Samples.Answering(Samples.Text("CoinGecko", file), asked: asked));

    private static CoinGeckoClient Saying(string body) => new(Samples.Answering(body));

    [Fact]
    public async Task A_row_of_the_list_becomes_a_coin()
    {
        var asked = new List<string>();
        var reply = await Answering("coins-markets.json", asked).MarketsAsync(3, Ct);
        Assert.Equal(0, reply.Dropped);
        Assert.Contains("page=3", Assert.Single(asked), StringComparison.Ordinal);
        var coin = CoinRows.Listing(Assert.Single(reply.Rows), s_now)!;
        Assert.Equal(("bitcoin", "BTC", "Bitcoin", 1), (coin.Id, coin.Symbol, coin.Name, coin.Rank));
        Assert.Equal((77671m, 1555886872303m, 33235034316m), (coin.PriceUsd, coin.MarketCapUsd, coin.VolumeUsd));
        Assert.Equal((-0.95302m, -4.042267423689584m, 1.9453890367549207m), (coin.Change24h, coin.Change7d, coin.Change30d));
        Assert.Equal((20030493m, 20030843m, 21000000m), (coin.CirculatingSupply, coin.TotalSupply, coin.MaxSupply));
        Assert.Equal((126080m, -38.39571m, 67.81m, 114443.23093m), (coin.AthUsd, coin.AthChange, coin.AtlUsd, coin.AtlChange));
        Assert.Equal(Instant.FromUtc(2013, 7, 6, 0, 0), coin.AtlAt);
        Assert.Equal(Instant.FromUtc(2026, 5, 18, 12, 49, 21) + Duration.FromMilliseconds(599), coin.UpdatedAt);
    }

    [Fact]
    public async Task A_coin_without_a_price_or_with_a_supply_beyond_all_bounds_is_kept()
    {
        var reply = await Saying(
                """
                [{"id":"a","symbol":"aa","name":"A","current_price":null,"market_cap":0,"market_cap_rank":null,"total_supply":1e40,"circulating_supply":5.5e-11},
                 {"id":"b","symbol":"bb"}, {"id":"c","symbol":"cc","name":"C","current_price":{}}, 7]
                """
            )
            .MarketsAsync(1, Ct);
        Assert.Equal(2, reply.Dropped);
        var coins = reply.Rows.Select(r => CoinRows.Listing(r, s_now)).ToList();
        Assert.Equal(
            ("a", null, null, null, null, 0.000000000055m),
            (coins[0]!.Id, coins[0]!.PriceUsd, coins[0]!.MarketCapUsd, coins[0]!.Rank, coins[0]!.TotalSupply, coins[0]!.CirculatingSupply)
        );
        Assert.Null(coins[1]);
    }

    [Fact]
    public async Task The_details_of_a_coin_are_read_whole_and_empty_texts_are_nothing()
    {
        var coin = CoinRows.Details(await Answering("coins-id.json").DetailsAsync("bitcoin", Ct), s_now)!;
        Assert.Equal(("bitcoin", "BTC", "Bitcoin", "bitcoin"), (coin.Id, coin.Symbol, coin.Name, coin.WebSlug));
        Assert.Equal((10m, "SHA-256", new LocalDate(2009, 1, 3)), (coin.BlockMinutes, coin.HashingAlgorithm, coin.GenesisDate));
        Assert.Equal(["Cryptocurrency", "Layer 1 (L1)"], coin.Categories);
        Assert.Equal("Layer 1 (L1)", coin.PrimaryCategory);
        Assert.Null(coin.CountryOrigin);
        Assert.Null(coin.Platform);
        Assert.StartsWith("Bitcoin is the first successful internet money", coin.Description, StringComparison.Ordinal);
        var links = coin.Links;
        Assert.Equal(
            ("http://www.bitcoin.org", "https://bitcoin.org/bitcoin.pdf", "bitcoin", null),
            (links.Homepage, links.Whitepaper, links.Twitter, links.Telegram)
        );
        Assert.Equal(["https://mempool.space/", "https://blockchair.com/bitcoin/"], links.Explorers);
        Assert.Equal(["https://github.com/bitcoin/bitcoin", "https://github.com/bitcoin/bips"], links.Repositories);
        Assert.Equal("https://www.reddit.com/r/Bitcoin/", links.Subreddit);
        Assert.Equal(
            (36433, 76697, 7743, 7379, 108, 11204),
            (coin.Forks, coin.Stars, coin.TotalIssues, coin.ClosedIssues, coin.Commits4Weeks, coin.MergedPullRequests)
        );
        Assert.Equal([0, 3, 2, 0, 1, 0, 0], coin.CommitsByDay);
        Assert.Equal((6127543L, null, null), (coin.RedditSubscribers, coin.TelegramUsers, coin.TwitterFollowers));
        // The sample's money is in btc, eur and usd: what a currency lacks is not known, never 0.
        Assert.Equal((69840m, null, 21000000m, false), (coin.PriceUsd, coin.PriceKrw, coin.MaxSupply, coin.MaxSupplyInfinite));
    }

    [Fact]
    public async Task Markup_in_a_description_becomes_plain_text()
    {
        var reply = await Saying(
                """{"id":"x","symbol":"x","name":"X","description":{"en":"Made by <a href=\"https://x\">people</a> &amp; others.","ko":""}}"""
            )
            .DetailsAsync("x", Ct);
        var coin = CoinRows.Details(reply, s_now)!;
        Assert.Equal(("Made by people & others.", null), (coin.Description, coin.DescriptionKo));
    }

    [Fact]
    public async Task A_ticker_keeps_price_conversion_spread_and_time()
    {
        var asked = new List<string>();
        var reply = await Answering("coins-id-tickers.json", asked).TickersAsync("bitcoin", ["binance", "upbit"], Ct);
        Assert.Contains("exchange_ids=binance,upbit", Assert.Single(asked), StringComparison.Ordinal);
        var ticker = CoinRows.Ticker(Assert.Single(reply.Rows))!;
        Assert.Equal(("binance", "Binance", "BTC", "USDT"), (ticker.ExchangeId, ticker.ExchangeName, ticker.Base, ticker.Target));
        Assert.Equal(
            (76894.07m, 76856m, 13786.06991m, 1059536991m, 0.010013m),
            (ticker.Last, ticker.PriceUsd, ticker.Volume, ticker.VolumeUsd, ticker.SpreadPercent)
        );
        Assert.Equal((Instant.FromUtc(2026, 5, 18, 13, 37, 29), false, false), (ticker.At, ticker.IsAnomaly, ticker.IsStale));
        Assert.True(CoinRows.IsUsable(ticker));
        Assert.False(CoinRows.IsUsable(ticker with { Target = "EUR" }));
        Assert.False(CoinRows.IsUsable(ticker with { ExchangeId = "upbit" })); // a domestic exchange counts in KRW alone
        Assert.True(CoinRows.IsUsable(ticker with { ExchangeId = "upbit", Target = "KRW" }));
    }

    [Theory]
    [InlineData("10", "13", 10)]
    [InlineData("10", null, 10)]
    [InlineData(null, "13", 13)]
    [InlineData(null, null, null)]
    public async Task P4_the_time_of_a_price_is_that_of_its_trade_and_never_that_of_the_fetch(
        string? tradedHour,
        string? hourOfState,
        int? hour
    )
    {
        static string Time(string? h) => h is null ? "null" : $"\"2026-05-18T{h}:00:00+00:00\"";
        var reply = await Saying(
                $$$"""
                {"tickers":[{"base":"X","target":"USD","market":{"identifier":"kraken"},"last":1,"trust_score":"Red",
                "last_fetch_at":"2026-05-18T13:37:29+00:00",
                "last_traded_at":{{{Time(tradedHour)}}},"timestamp":{{{Time(hourOfState)}}}}]}
                """
            )
            .TickersAsync("x", ["kraken"], Ct);
        var ticker = CoinRows.Ticker(Assert.Single(reply.Rows))!;
        Assert.Equal((hour is { } h ? Instant.FromUtc(2026, 5, 18, h, 0) : (Instant?)null, "red"), (ticker.At, ticker.TrustScore));
    }

    [Fact]
    public async Task N8_zero_counts_of_a_coin_without_repository_or_subreddit_are_unknown()
    {
        static string Reply(string subreddit, string repository) =>
            $$$"""
                {"id":"x","symbol":"x","name":"X","links":{"subreddit_url":"https://www.reddit.com{{{subreddit}}}","repos_url":{"github":[{{{repository}}}]}},
                "community_data":{"reddit_subscribers":0},
                "developer_data":{"forks":0,"stars":0,"total_issues":0,"commit_count_4_weeks":0,"last_4_weeks_commit_activity_series":[]}}
                """;
        var bare = CoinRows.Details(await Saying(Reply("", "")).DetailsAsync("x", Ct), s_now)!;
        Assert.Equal((null, null, null, null), (bare.Commits4Weeks, bare.Stars, bare.Forks, bare.RedditSubscribers));
        var quiet = CoinRows.Details(await Saying(Reply("/r/x/", "\"https://github.com/x/x\"")).DetailsAsync("x", Ct), s_now)!;
        Assert.Equal((0, 0, 0, 0L), (quiet.Commits4Weeks, quiet.Stars, quiet.Forks, quiet.RedditSubscribers));
    }

    [Fact]
    public async Task A_derivative_without_a_funding_rate_has_none_and_a_dated_one_has_its_end()
    {
        var rows = (await Answering("derivatives.json").DerivativesAsync(Ct)).Rows.Select(CoinRows.Derivative).ToList();
        var (index, contract) = rows[0]!.Value;
        Assert.Equal(("BTC", "Binance (Futures)", "BTCUSDT"), (index, contract.Market, contract.Symbol));
        Assert.Equal(
            (77034.8m, -0.138769748300737m, 0.004308m, 7497508223.83m, 9623150393.3656m),
            (contract.Price, contract.Basis, contract.FundingRate, contract.OpenInterestUsd, contract.VolumeUsd)
        );
        Assert.Equal((Instant.FromUnixTimeSeconds(1779807819), null), (contract.LastTradedAt, contract.ExpiresAt));

        var odd = (
            await Saying(
                    """
                    [{"market":"M","symbol":"S","index_id":"btc","price":"1","funding_rate":null,"expired_at":1798185600},{"market":"M","symbol":"S"}]
                    """
                )
                .DerivativesAsync(Ct)
        ).Rows.Select(CoinRows.Derivative).ToList();
        Assert.Equal(
            ("BTC", null, Instant.FromUnixTimeSeconds(1798185600)),
            (odd[0]!.Value.Index, odd[0]!.Value.Contract.FundingRate, odd[0]!.Value.Contract.ExpiresAt)
        );
        Assert.Null(odd[1]);
    }

    [Fact]
    public async Task The_market_as_a_whole_is_one_snapshot_an_hour()
    {
        var snapshot = CoinRows.Global(await Answering("global.json").GlobalAsync(Ct), s_now);
        Assert.Equal("2026-05-18T13Z", snapshot.Id);
        Assert.Equal(
            (2621040321355.0405m, -1.6081983639177684m, 17397, 1476),
            (snapshot.TotalMarketCapUsd, snapshot.MarketCapChange24h, snapshot.ActiveCoins, snapshot.Exchanges)
        );
        Assert.Equal(57.9539332566265m, snapshot.Dominance["btc"]);
        Assert.Equal(Instant.FromUnixTimeSeconds(1779878351), snapshot.UpdatedAt);
    }

    [Fact]
    public async Task Points_of_a_chart_belong_to_the_full_hour_they_are_close_to()
    {
        var hours = PremiumBackfillJob.ByHour(await Answering("market-chart.json").MarketChartAsync("bitcoin", 30, Ct));
        // The third point, 15:01:22, is a minute past an hour; a point at half past belongs to none.
        Assert.Equal(
            [
                (Instant.FromUtc(2024, 3, 31, 0, 0), 69702.3087473573m),
                (Instant.FromUtc(2024, 4, 1, 0, 0), 71246.9514406015m),
                (Instant.FromUtc(2024, 4, 1, 15, 0), 68887.7495158568m),
            ],
            hours.Select(h => (h.Key, h.Value))
        );
        var odd = await Saying("""{"prices":[[1711845000000,5],[1711846800000,null],[1711850400000,0],[null,3],[1711854000000]]}""")
            .MarketChartAsync("x", 30, Ct);
        Assert.Empty(PremiumBackfillJob.ByHour(odd));
    }

    [Fact]
    public async Task Rates_are_per_bitcoin()
    {
        var rates = (await Answering("exchange-rates.json").ExchangeRatesAsync(Ct)).Rates!;
        Assert.Equal(20.656m, rates["eth"]!.Value);
        Assert.False(rates.ContainsKey("krw"));
    }

    [Theory]
    [InlineData("error-429.json", ProviderFailure.RateLimited)]
    [InlineData("error-404-coin-not-found.json", ProviderFailure.Rejected)]
    public async Task A_refusal_inside_a_success_is_a_failure(string file, ProviderFailure kind)
    {
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderException>(() => Answering(file).DetailsAsync("x", Ct))).Kind);
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderException>(() => Answering(file).MarketsAsync(1, Ct))).Kind);
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderException>(() => Answering(file).GlobalAsync(Ct))).Kind);
    }

    [Theory]
    [InlineData("""{"status":{"error_code":10002,"error_message":"API Key Missing"}}""", ProviderFailure.Unauthorized)]
    [InlineData("""{"status":{"error_code":10005}}""", ProviderFailure.Unauthorized)]
    [InlineData("""{"status":{"error_code":503}}""", ProviderFailure.ServerError)]
    [InlineData("""{"tickers":7}""", ProviderFailure.BadReply)]
    [InlineData("[]", ProviderFailure.BadReply)]
    [InlineData("{", ProviderFailure.BadReply)]
    public async Task Other_failures_have_their_own_kinds(string body, ProviderFailure kind) =>
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderException>(() => Saying(body).TickersAsync("x", ["binance"], Ct))).Kind);
}
