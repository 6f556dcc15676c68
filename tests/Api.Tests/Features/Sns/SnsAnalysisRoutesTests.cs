using System.Text.Json;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.Sns;

/// <summary>Analyses of posts and the market around one.</summary>
public sealed class SnsAnalysisRoutesTests(ApiHost api) : SnsRoutesTestBase(api)
{
    private static readonly string[] s_analysis =
    [
        "post_id",
        "post_source",
        "post_timestamp",
        "author_username",
        "affected_assets",
        "analysis_status",
        "price_analysis",
        "volume_analysis",
        "sentiment",
    ];

    [Fact]
    public async Task Analyses_of_the_simulated_posts_have_every_field()
    {
        List<JsonElement> items = [];
        await Wait.Until(
            async () => (items = Items(await Routes.Ok("/api/v1/sns/analysis/posts?status=complete&limit=100"), null)).Count == 100,
            Fill
        );
        Assert.All(items, i => Assert.Equal(["analysis", "original_post", "engagement", "media"], Names(i)));
        Assert.All(items, i => Assert.Equal(s_analysis, Names(i.GetProperty("analysis"))));
        var times = items.Select(i => Time(i.GetProperty("analysis"), "post_timestamp")).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.All(items, i =>
            Assert.Equal(["content", "original_available", "is_repost", "reposted_by", "quote"], Names(i.GetProperty("original_post")))
        );

        // A repost has no engagement of its own.
        var x = items.First(i =>
            i.GetProperty("analysis").GetProperty("post_source").GetString() == "x"
            && !i.GetProperty("original_post").GetProperty("is_repost").GetBoolean()
        );
        Assert.Equal(
            ["retweet_count", "reply_count", "like_count", "quote_count", "impression_count", "account_category"],
            Names(x.GetProperty("engagement"))
        );
        Assert.Equal(JsonValueKind.Null, x.GetProperty("media").ValueKind);
        // A post that was deleted since has no media.
        var truth = Items(await Routes.Ok("/api/v1/sns/analysis?post_source=truthsocial&limit=50"), null)
            .First(i => i.GetProperty("original_post").GetProperty("original_available").GetBoolean());
        Assert.Equal(["has_media", "media_thumbnail", "media_type"], Names(truth.GetProperty("media")));
        Assert.Equal(JsonValueKind.Null, truth.GetProperty("engagement").ValueKind);

        // Stocks have no price around a post of a closed market: coins have one on every day.
        static bool HasFigures(JsonElement analysis, JsonElement asset, string part) =>
            analysis.GetProperty(part).TryGetProperty(asset.GetProperty("symbol").GetString()!, out var of)
            && of.ValueKind is JsonValueKind.Object;
        var (analysis, asset) = items
            .Select(i => i.GetProperty("analysis"))
            .SelectMany(a => Items(a, "affected_assets").Select(asset => (a, asset)))
            .First(x => HasFigures(x.a, x.asset, "price_analysis") && HasFigures(x.a, x.asset, "volume_analysis"));
        Assert.Equal(["symbol", "name", "kind", "source", "matched_text", "priority", "confidence", "currency"], Names(asset));
        var price = analysis.GetProperty("price_analysis").GetProperty(asset.GetProperty("symbol").GetString()!);
        Assert.Equal(
            [
                "base_price",
                "base_time",
                "base_status",
                "base_basis",
                "base_reason",
                "currency",
                "1h_change",
                "12h_change",
                "24h_change",
                "next_day_change",
                "horizons",
            ],
            Names(price)
        );
        var horizons = price.GetProperty("horizons");
        Assert.Equal(
            asset.GetProperty("kind").GetString() == "crypto" ? ["1h", "12h", "24h"] : ["1h", "12h", "24h", "next_day"],
            Names(horizons)
        );
        Assert.Equal(
            ["status", "change", "price", "price_time", "target_time", "due_at", "basis", "bar_minutes", "reason"],
            Names(horizons.GetProperty("1h"))
        );
        Assert.Equal(
            [
                "total_volume_before_1h",
                "total_volume_after_1h",
                "volume_change_pct_1h",
                "status",
                "due_at",
                "before_from",
                "after_from",
                "bar_minutes",
                "reason",
            ],
            Names(analysis.GetProperty("volume_analysis").GetProperty(asset.GetProperty("symbol").GetString()!))
        );
        Assert.Equal(["label", "score", "method"], Names(analysis.GetProperty("sentiment")));
    }

    [Fact]
    public async Task An_analysis_comes_with_the_market_around_it()
    {
        var at = Instant.FromUtc(2025, 5, 6, 15, 0);
        var market = Api.Host.Services.GetRequiredService<IMarketStore>();
        // Minutes around the post, and quarter hours of the days.
        Bar BarOf(string symbol, int minutes, int i) =>
            new(symbol, at - Duration.FromHours(20) + Duration.FromMinutes(minutes * i), 100 + i, 101 + i, 99 + i, 100.5m + i, 10);
        await market.WriteHistoryBarsAsync(BarResolution.Minute, [.. Enumerable.Range(0, 2000).Select(i => BarOf("AAPL", 1, i))], Ct);
        await market.WriteHistoryBarsAsync(BarResolution.QuarterHour, [.. Enumerable.Range(0, 140).Select(i => BarOf("AAPL", 15, i))], Ct);
        await market.WriteHistoryBarsAsync(BarResolution.Hour, [.. Enumerable.Range(0, 35).Select(i => BarOf("AAPL", 60, i))], Ct);
        await market.WriteHistoryBarsAsync(BarResolution.Hour, [.. Enumerable.Range(0, 60).Select(i => BarOf("KRW-BTC", 60, i))], Ct);
        await WriteAsync(
            Post(SocialSource.X, "9601", "market_test", at, "$AAPL and $BTC") with
            {
                Likes = 7,
                AccountCategory = "media",
                IsListed = false,
            }
        );
        await using (var session = Documents.LightweightSession())
        {
            AffectedAsset Asset(string symbol, string kind, string stored, string board) =>
                new(symbol, symbol, kind, AssetMatcher.Cashtag, "$" + symbol, 1, 1, stored, board);
            session.Store(
                new PostAnalysis
                {
                    Id = "x/9601",
                    PostSource = SocialSource.X,
                    PostId = "9601",
                    PostedAt = at,
                    Author = "market_test",
                    Fingerprint = "x",
                    Status = AnalysisStatus.Complete,
                    Assets =
                    [
                        Asset("AAPL", "stock", "AAPL", "sp500"),
                        Asset("BTC", "crypto", "KRW-BTC", "crypto"),
                        Asset("TSLA", "stock", "TSLA", "sp500"),
                    ],
                    Impacts = [],
                    Sentiment = new PostSentiment("neutral", 0, "lexicon-1"),
                    CreatedAt = at,
                    UpdatedAt = at,
                }
            );
            await session.SaveChangesAsync(Ct);
        }
        var json = await Routes.Ok("/api/v1/sns/analysis/posts/x/9601");
        Assert.Equal(
            ("$AAPL and $BTC", true),
            (
                json.GetProperty("original_post").GetProperty("content").GetString(),
                json.GetProperty("original_post").GetProperty("original_available").GetBoolean()
            )
        );
        Assert.Equal(
            (7, "media"),
            (
                json.GetProperty("engagement").GetProperty("like_count").GetInt32(),
                json.GetProperty("engagement").GetProperty("account_category").GetString()
            )
        );
        Assert.Equal([.. s_analysis, "market_data"], Names(json.GetProperty("analysis")));

        var data = json.GetProperty("analysis").GetProperty("market_data");
        Assert.Equal(["AAPL", "BTC", "TSLA"], Names(data).Order(StringComparer.Ordinal));
        Assert.Equal(["price_timeline", "data_source", "asset_info", "wider_timeline"], Names(data.GetProperty("AAPL")));
        Assert.Equal(
            """{"symbol":"AAPL","name":"AAPL","kind":"stock","currency":"USD","bar_minutes":1}""",
            data.GetProperty("AAPL").GetProperty("asset_info").GetRawText()
        );
        var bars = Items(data.GetProperty("AAPL"), "price_timeline");
        Assert.Equal(500, bars.Count);
        Assert.Equal(
            """{"timestamp":"2025-05-06T14:00:00Z","open":1240,"high":1241,"low":1239,"close":1240.5,"volume":10}""",
            bars[0].GetRawText()
        );
        Assert.Equal("2025-05-06T15:00:00Z", bars[60].GetProperty("timestamp").GetString());
        var wider = data.GetProperty("AAPL").GetProperty("wider_timeline");
        Assert.Equal((15, 140), (wider.GetProperty("bar_minutes").GetInt32(), Items(wider, "bars").Count));
        Assert.Equal(
            ("sp500_realtime", "bithumb_realtime"),
            (
                data.GetProperty("AAPL").GetProperty("data_source").GetString(),
                data.GetProperty("BTC").GetProperty("data_source").GetString()
            )
        );
        Assert.Empty(Items(data.GetProperty("BTC"), "price_timeline")); // hours are no minutes
        // a day on either side, of bars that begin 20 hours before
        Assert.Equal(44, Items(data.GetProperty("BTC").GetProperty("wider_timeline"), "bars").Count);
        Assert.Empty(Items(data.GetProperty("TSLA"), "price_timeline"));
        Assert.Equal(JsonValueKind.Null, data.GetProperty("TSLA").GetProperty("asset_info").GetProperty("bar_minutes").ValueKind);
    }
}
