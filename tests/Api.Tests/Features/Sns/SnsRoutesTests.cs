using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Features.Sns.Ingestion;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.Sns;

/// <summary>All routes of social posts, over the simulated networks' posts and some that the test writes.</summary>
public sealed class SnsRoutesTests(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    /// <summary>
    /// Networks fill side by side in the first seconds; analyses follow when the lists of the boards are there, at the next minute.
    /// </summary>
    private static readonly TimeSpan s_fill = TimeSpan.FromSeconds(150);

    private IDocumentStore Documents => api.Host.Services.GetRequiredService<IDocumentStore>();

    public async ValueTask InitializeAsync() =>
        await Wait.Until(
            async () =>
                (await _routes.Ok("/api/v1/sns/posts?limit=1"))
                    .GetProperty("platform_counts")
                    .EnumerateObject()
                    .All(c => c.Value.GetInt32() > 0),
            s_fill
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private readonly RouteClient _routes = new(api);

    private static string Id(JsonElement row) => $"{row.GetProperty("platform").GetString()}/{row.GetProperty("id").GetString()}";

    private static Instant Time(JsonElement row, string name = "created_at") =>
        InstantPattern.ExtendedIso.Parse(row.GetProperty(name).GetString()!).Value;

    private Task<int> WriteAsync(params SocialPost[] posts) =>
        new PostStore(Documents, SystemClock.Instance).WriteAsync(posts[0].Source, posts, null, Ct);

    private static SocialPost Post(string source, string id, string author, Instant at, string text = "", params SocialMedia[] media) =>
        new()
        {
            Id = SocialPost.IdOf(source, id),
            Source = source,
            PostId = id,
            LatestId = id,
            Author = author,
            Text = text,
            CreatedAt = at,
            Media = media,
            IsListed = true,
        };

    private static readonly string[] s_post =
    [
        "id",
        "platform",
        "content",
        "clean_content",
        "author",
        "display_name",
        "created_at",
        "likes",
        "retweets",
        "replies",
        "engagement_score",
        "has_media",
        "media_thumbnail",
        "media_type",
        "url",
        "language",
        "verified",
        "is_repost",
        "reposted_by",
        "repost_of",
        "quote",
        "is_truncated",
    ];

    [Fact]
    public async Task Posts_of_all_networks_stand_in_one_list_newest_first()
    {
        var page = await _routes.Ok("/api/v1/sns/posts");
        Assert.Equal(
            [
                "items",
                "total_count",
                "total",
                "page",
                "page_size",
                "size",
                "total_pages",
                "pages",
                "has_next",
                "has_previous",
                "platform_counts",
                "next_cursor",
            ],
            Names(page)
        );
        var items = Items(page);
        Assert.Equal(50, items.Count);
        Assert.Equal(s_post, Names(items[0]));
        var order = items.Select(i => (Time(i), Id(i))).ToList();
        Assert.Equal(order.OrderByDescending(o => o.Item1).Select(o => o.Item1), order.Select(o => o.Item1));
        Assert.All(items, i => Assert.False(i.GetProperty("content").GetString()!.StartsWith('@')));
        // Other tests of this class write posts whose counts are not told.
        long Count(JsonElement item, string name) =>
            item.GetProperty(name) is { ValueKind: JsonValueKind.Number } told ? told.GetInt64() : 0;
        Assert.All(items, i =>
            Assert.Equal(Count(i, "likes") + Count(i, "retweets") + Count(i, "replies"), i.GetProperty("engagement_score").GetInt64())
        );
        Assert.Contains(items, i => Count(i, "likes") > 0 && Count(i, "retweets") > 0 && Count(i, "replies") > 0);

        var counts = page.GetProperty("platform_counts");
        Assert.Equal(SocialSource.All, Names(counts));
        var total = page.GetProperty("total_count").GetInt32();
        Assert.Equal(total, counts.EnumerateObject().Sum(c => c.Value.GetInt32()));
        Assert.Equal(
            (total, 50, 50, 1),
            (
                page.GetProperty("total").GetInt32(),
                page.GetProperty("size").GetInt32(),
                page.GetProperty("page_size").GetInt32(),
                page.GetProperty("page").GetInt32()
            )
        );
        Assert.Equal((total + 49) / 50, page.GetProperty("total_pages").GetInt32());
        Assert.True(total > 1500, $"{total} posts of 90 days");
        Assert.True(page.GetProperty("has_next").GetBoolean());
        Assert.False(page.GetProperty("has_previous").GetBoolean());
    }

    [Theory]
    [InlineData("twitter", "x")]
    [InlineData("x", "x")]
    [InlineData("TruthSocial", "truth_social_posts,truth_social_trends")]
    [InlineData("truth_social_trends", "truth_social_trends")]
    public async Task A_platform_chooses_its_sources(string platform, string sources)
    {
        var page = await _routes.Ok($"/api/v1/sns/posts?platform={platform}&limit=100");
        Assert.Equal(sources, string.Join(',', Names(page.GetProperty("platform_counts"))));
        Assert.All(Items(page), i => Assert.Contains(i.GetProperty("platform").GetString(), sources.Split(',')));
        var recent = Items(await _routes.Ok($"/api/v1/sns/?platform={platform}&limit=3"), null);
        Assert.Equal(Items(page).Take(3).Select(Id), recent.Select(Id));
    }

    [Fact]
    public async Task Trends_leave_out_the_accounts_that_are_held_whole()
    {
        Assert.DoesNotContain(Items(await _routes.Ok("/api/v1/sns/posts?platform=truth_social_trends&limit=100")), i =>
            i.GetProperty("author").GetString() is "sim_townsquare" or "sim_riverbend" or "sim_ironworks"
        );
        Assert.All(Items(await _routes.Ok("/api/v1/sns/posts?platform=truth_social_posts&limit=100")), i =>
            Assert.Contains(
                i.GetProperty("is_repost").GetBoolean()
                    ? i.GetProperty("reposted_by").GetProperty("username").GetString()
                    : i.GetProperty("author").GetString(),
                (string[])["sim_townsquare", "sim_riverbend", "sim_ironworks"]
            )
        );
    }

    [Fact]
    public async Task Pages_have_no_gap_and_no_repeat_by_offset_and_by_cursor()
    {
        var at = Instant.FromUtc(2025, 3, 1, 12, 0);
        // Some at the same moment: the id decides.
        await WriteAsync([
            .. Enumerable
                .Range(0, 25)
                .Select(i => Post(SocialSource.X, $"90{i:00}", "pages_test", at + Duration.FromMinutes(i / 4), $"post {i}")),
        ]);
        var byOffset = new List<string>();
        for (var offset = 0; offset < 25; offset += 7)
            byOffset.AddRange(Items(await _routes.Ok($"/api/v1/sns/posts?author=pages_test&limit=7&offset={offset}")).Select(Id));
        Assert.Equal(25, byOffset.Distinct().Count());
        var last = await _routes.Ok("/api/v1/sns/posts?author=pages_test&limit=7&offset=21");
        Assert.Equal(
            (4, false, true, 4),
            (
                Items(last).Count,
                last.GetProperty("has_next").GetBoolean(),
                last.GetProperty("has_previous").GetBoolean(),
                last.GetProperty("page").GetInt32()
            )
        );
        Assert.Equal(JsonValueKind.Null, last.GetProperty("next_cursor").ValueKind);

        // Newer posts that arrive while one reads shift offsets, but no cursor.
        var byCursor = new List<string>();
        var next = "";
        for (var page = 0; page < 4; page++)
        {
            var json = await _routes.Ok($"/api/v1/sns/posts?author=pages_test&limit=7{next}");
            byCursor.AddRange(Items(json).Select(Id));
            await WriteAsync(Post(SocialSource.X, $"91{page:00}", "pages_test", at + Duration.FromHours(1), "newer"));
            if (json.GetProperty("next_cursor").GetString() is not { } cursor)
                break;
            next = $"&cursor={cursor}";
        }
        Assert.Equal(byOffset, byCursor);
    }

    [Theory]
    [InlineData("posts?platform=facebook", "platform")]
    [InlineData("posts?limit=0", "limit")]
    [InlineData("posts?limit=101", "limit")]
    [InlineData("posts?limit=many", "limit")]
    [InlineData("posts?offset=-1", "offset")]
    [InlineData("posts?cursor=abc", "cursor")]
    [InlineData("posts?cursor=abc&offset=5", "cursor")]
    [InlineData("?platform=facebook", "platform")]
    [InlineData("?limit=1001", "limit")]
    [InlineData("posts/abc", "post_id")]
    [InlineData("posts/1?platform=facebook", "platform")]
    [InlineData("analysis/posts?post_source=facebook", "post_source")]
    [InlineData("analysis/posts?limit=101", "limit")]
    [InlineData("analysis/posts?skip=-1", "skip")]
    [InlineData("analysis/posts?status=failed", "status")]
    [InlineData("analysis?limit=0", "limit")]
    [InlineData("analysis/posts/facebook/1", "post_source")]
    [InlineData("analysis/posts/x/abc", "post_id")]
    public async Task Bad_parameters_are_named(string path, string parameter)
    {
        var (status, json) = await _routes.Get($"/api/v1/sns/{path}");
        Assert.True(status == HttpStatusCode.BadRequest, $"{path}: {(int)status} {json}");
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out _), json.ToString());
    }

    [Fact]
    public async Task A_post_is_found_by_its_id_with_and_without_its_platform()
    {
        var first = Items(await _routes.Ok("/api/v1/sns/posts?platform=x&limit=1"))[0];
        var id = first.GetProperty("id").GetString();
        Assert.Equal(s_post, Names(await _routes.Ok($"/api/v1/sns/posts/{id}?platform=x")));
        Assert.Equal(Id(first), Id(await _routes.Ok($"/api/v1/sns/posts/{id}")));
        Assert.Equal(HttpStatusCode.NotFound, (await _routes.Get($"/api/v1/sns/posts/{id}?platform=truthsocial")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _routes.Get("/api/v1/sns/posts/1")).Status);
    }

    [Fact]
    public async Task An_edited_post_answers_to_both_of_its_ids_and_an_answer_to_others_to_its_own()
    {
        var at = Instant.FromUtc(2025, 3, 2, 12, 0);
        await WriteAsync(Post(SocialSource.X, "9201", "edit_test", at, "second version") with { LatestId = "9202" });
        Assert.Equal("second version", (await _routes.Ok("/api/v1/sns/posts/9202?platform=x")).GetProperty("content").GetString());
        Assert.Equal("9201", (await _routes.Ok("/api/v1/sns/posts/9201?platform=x")).GetProperty("id").GetString());
        await WriteAsync(Post(SocialSource.X, "9203", "edit_test", at, "@you are right") with { IsListed = false });
        Assert.Equal("@you are right", (await _routes.Ok("/api/v1/sns/posts/9203")).GetProperty("content").GetString());
        Assert.Equal(1, (await _routes.Ok("/api/v1/sns/posts?author=edit_test")).GetProperty("total_count").GetInt32());
    }

    [Fact]
    public async Task A_post_without_words_says_what_it_is()
    {
        var at = Instant.FromUtc(2025, 3, 3, 12, 0);
        await WriteAsync(
            Post(
                SocialSource.TruthPosts,
                "9301",
                "media_test",
                at + Duration.FromMinutes(4),
                "",
                new SocialMedia("image", "https://a/o.jpg", "https://a/s.jpg"),
                new SocialMedia("video", "https://a/v", null)
            ),
            Post(
                SocialSource.TruthPosts,
                "9302",
                "media_test",
                at + Duration.FromMinutes(3),
                "",
                new SocialMedia("video", "https://a/v.mp4", null)
            ),
            Post(SocialSource.TruthPosts, "9303", "media_test", at + Duration.FromMinutes(2), "", new SocialMedia("audio", null, null)),
            Post(SocialSource.TruthPosts, "9304", "media_test", at + Duration.FromMinutes(1))
        );
        var items = Items(await _routes.Ok("/api/v1/sns/posts?author=media_test"));
        Assert.Equal(["[이미지]", "[영상]", "[미디어]", "[내용 없음]"], items.Select(i => i.GetProperty("content").GetString()));
        Assert.Equal([true, true, true, false], items.Select(i => i.GetProperty("has_media").GetBoolean()));
        Assert.Equal(["https://a/s.jpg", "https://a/v.mp4", null, null], items.Select(i => i.GetProperty("media_thumbnail").GetString()));
        Assert.Equal(["image", "video", "audio", null], items.Select(i => i.GetProperty("media_type").GetString()));
        Assert.Equal(JsonValueKind.Null, items[0].GetProperty("likes").ValueKind);
    }

    [Fact]
    public async Task Authors_stand_once_each_by_their_number_of_posts()
    {
        // The same account under two display names, in two spellings.
        var now = SystemClock.Instance.GetCurrentInstant();
        await WriteAsync(
            Post(SocialSource.X, "9401", "Two_Names", now - Duration.FromDays(2), "a") with
            {
                DisplayName = "Old name",
            },
            Post(SocialSource.X, "9402", "two_names", now - Duration.FromDays(1), "b") with
            {
                DisplayName = "New name",
                Verified = true,
            },
            Post(SocialSource.X, "9403", "long_gone", now - Duration.FromDays(31), "c")
        );
        JsonElement authors = default;
        await Wait.Until(
            async () =>
                Items(authors = await _routes.Ok("/api/v1/sns/authors"), "x")
                    .Any(a => a.GetProperty("username").GetString() == "two_names"),
            s_fill
        );
        Assert.Equal(SocialSource.All, Names(authors));
        var x = Items(authors, "x");
        Assert.Equal(["username", "display_name", "post_count", "last_post_date", "verified"], Names(x[0]));
        Assert.Equal(
            x.Select(a => a.GetProperty("post_count").GetInt32()).OrderDescending(),
            x.Select(a => a.GetProperty("post_count").GetInt32())
        );
        var two = x.Single(a => a.GetProperty("username").GetString()!.Equals("two_names", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(
            ("New name", 2, true),
            (
                two.GetProperty("display_name").GetString(),
                two.GetProperty("post_count").GetInt32(),
                two.GetProperty("verified").GetBoolean()
            )
        );
        Assert.DoesNotContain(x, a => a.GetProperty("username").GetString() == "long_gone");
        Assert.Contains(x, a => a.GetProperty("username").GetString() == "sim_evwatch" && a.GetProperty("verified").GetBoolean());
        Assert.NotEmpty(Items(authors, "truth_social_posts"));
        Assert.NotEmpty(Items(authors, "truth_social_trends"));
    }

    [Fact]
    public async Task Stats_count_what_lists_show()
    {
        var stats = await _routes.Ok("/api/v1/sns/stats/");
        Assert.Equal(
            ["total_posts", "by_source", "daily", "authors_count", "latest_post_at", "latest_fetch_at", "analysed_posts", "sources"],
            Names(stats)
        );
        Assert.Equal(SocialSource.All, Names(stats.GetProperty("by_source")));
        Assert.Equal(
            stats.GetProperty("total_posts").GetInt32(),
            stats.GetProperty("by_source").EnumerateObject().Sum(s => s.Value.GetInt32())
        );
        var days = Items(stats, "daily");
        Assert.Equal(30, days.Count);
        Assert.Equal(["date", "count"], Names(days[0]));
        var dates = days.Select(d => LocalDatePattern.Iso.Parse(d.GetProperty("date").GetString()!).Value).ToList();
        Assert.Equal(Enumerable.Range(0, 30).Select(dates[0].PlusDays), dates);
        Assert.All(days.Take(29), d => Assert.InRange(d.GetProperty("count").GetInt32(), 5, 500));
        var source = stats.GetProperty("sources").GetProperty("x");
        Assert.Equal(["posts", "authors", "latest_post_at", "latest_fetch_at"], Names(source));
        Assert.InRange(
            Time(stats, "latest_fetch_at"),
            SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(1),
            SystemClock.Instance.GetCurrentInstant()
        );
    }

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
            async () => (items = Items(await _routes.Ok("/api/v1/sns/analysis/posts?status=complete&limit=100"), null)).Count == 100,
            s_fill
        );
        Assert.All(items, i => Assert.Equal(["analysis", "original_post", "engagement", "media"], Names(i)));
        Assert.All(items, i => Assert.Equal(s_analysis, Names(i.GetProperty("analysis"))));
        var times = items.Select(i => Time(i.GetProperty("analysis"), "post_timestamp")).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.All(items, i =>
            Assert.Equal(["content", "original_available", "is_repost", "reposted_by", "quote"], Names(i.GetProperty("original_post")))
        );

        var x = items.First(i => i.GetProperty("analysis").GetProperty("post_source").GetString() == "x");
        Assert.Equal(
            ["retweet_count", "reply_count", "like_count", "quote_count", "impression_count", "account_category"],
            Names(x.GetProperty("engagement"))
        );
        Assert.Equal(JsonValueKind.Null, x.GetProperty("media").ValueKind);
        var truth = Items(await _routes.Ok("/api/v1/sns/analysis?post_source=truthsocial&limit=1"), null)[0];
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
        var market = api.Host.Services.GetRequiredService<IMarketStore>();
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
        var json = await _routes.Ok("/api/v1/sns/analysis/posts/x/9601");
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

    [Fact]
    public async Task Pages_of_analyses_follow_each_other_and_a_deleted_post_is_marked()
    {
        var at = Instant.FromUtc(2025, 3, 4, 12, 0);
        var asset = new AffectedAsset("BTC", "Bitcoin", "crypto", AssetMatcher.Cashtag, "$BTC", 1, 1, "KRW-BTC", "crypto");
        var done = new PricePoint(FigureStatus.Done, at, at, 90_000_000, at, PriceFinder.LastTrade, 1);
        var impact = new AssetImpact(
            "BTC",
            done,
            [
                new Horizon("1h", done with { Price = 90_900_000 }, 1.00m),
                new Horizon("12h", new PricePoint(FigureStatus.NoData, at, at, Reason: "price_gap"), null),
                new Horizon("24h", new PricePoint(FigureStatus.Pending, at, at), null),
            ],
            new VolumeChange(FigureStatus.Done, at, 10, 15, 50.00m, at, at, 1)
        );
        await using (var session = Documents.LightweightSession())
        {
            for (var i = 0; i < 5; i++)
            {
                session.Store(
                    new PostAnalysis
                    {
                        Id = $"truth_social_posts/95{i:00}",
                        PostSource = SocialSource.TruthPosts,
                        PostId = $"95{i:00}",
                        PostedAt = at,
                        Author = "gone_test",
                        Fingerprint = "x",
                        Status = AnalysisStatus.Partial,
                        Assets = [asset],
                        Impacts = [impact],
                        Sentiment = new PostSentiment("neutral", 0, "lexicon-1"),
                        CreatedAt = at,
                        UpdatedAt = at,
                    }
                );
            }
            await session.SaveChangesAsync(Ct);
        }
        var json = await _routes.Ok("/api/v1/sns/analysis/posts/truthsocial/9503");
        Assert.Equal(
            (JsonValueKind.Null, false),
            (
                json.GetProperty("original_post").GetProperty("content").ValueKind,
                json.GetProperty("original_post").GetProperty("original_available").GetBoolean()
            )
        );
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null),
            (json.GetProperty("engagement").ValueKind, json.GetProperty("media").ValueKind)
        );
        var price = json.GetProperty("analysis").GetProperty("price_analysis").GetProperty("BTC");
        Assert.Equal(
            """{"base_price":90000000,"base_time":"2025-03-04T12:00:00Z","base_status":"done","base_basis":"last_trade","base_reason":null,"currency":"KRW","1h_change":1.00,"12h_change":null,"24h_change":null,"next_day_change":null""",
            price.GetRawText().Split(",\"horizons\"")[0]
        );
        Assert.Equal(
            ["done", "no_data", "pending"],
            price.GetProperty("horizons").EnumerateObject().Select(h => h.Value.GetProperty("status").GetString())
        );
        Assert.Equal(
            (10m, 15m, 50m),
            (
                json.GetProperty("analysis")
                    .GetProperty("volume_analysis")
                    .GetProperty("BTC")
                    .GetProperty("total_volume_before_1h")
                    .GetDecimal(),
                json.GetProperty("analysis")
                    .GetProperty("volume_analysis")
                    .GetProperty("BTC")
                    .GetProperty("total_volume_after_1h")
                    .GetDecimal(),
                json.GetProperty("analysis")
                    .GetProperty("volume_analysis")
                    .GetProperty("BTC")
                    .GetProperty("volume_change_pct_1h")
                    .GetDecimal()
            )
        );

        Assert.Equal(HttpStatusCode.NotFound, (await _routes.Get("/api/v1/sns/analysis/posts/x/9503")).Status);
        // The oldest of all, all at one moment: the id decides, and pages have neither gap nor repeat.
        string[] Ids(IEnumerable<JsonElement> rows) => [.. rows.Select(r => r.GetProperty("analysis").GetProperty("post_id").GetString()!)];
        async Task<int> CountAsync()
        {
            for (var skip = 0; ; skip += 100)
            {
                var rows = Items(
                    await _routes.Ok($"/api/v1/sns/analysis/posts?post_source=truth_social_posts&limit=100&skip={skip}"),
                    null
                );
                if (rows.Count < 100)
                    return skip + rows.Count;
            }
        }
        // The host reads posts and analyses them meanwhile: a newer one moves all pages by a place.
        List<string> lastPages;
        int count;
        do
        {
            (count, lastPages) = (await CountAsync(), []);
            for (var skip = count - 5; skip < count; skip += 2)
                lastPages.AddRange(
                    Ids(Items(await _routes.Ok($"/api/v1/sns/analysis/posts?post_source=truth_social_posts&limit=2&skip={skip}"), null))
                );
        } while (await CountAsync() != count);
        Assert.Equal(["9504", "9503", "9502", "9501", "9500"], lastPages.Take(5));
    }

    [Fact]
    public async Task Every_route_answers_with_and_without_a_trailing_slash()
    {
        foreach (var path in new[] { "", "/posts", "/authors", "/stats", "/analysis", "/analysis/posts" })
        {
            await _routes.Ok($"/api/v1/sns{path}");
            await _routes.Ok($"/api/v1/sns{path}/");
        }
    }
}
