using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Tests.Fixture;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.Sns;

/// <summary>Lists, pages and single posts of the social networks.</summary>
public sealed class SnsPostsRoutesTests(ApiHost api) : SnsRoutesTestBase(api)
{
    [Fact]
    public async Task Posts_of_all_networks_stand_in_one_list_newest_first()
    {
        var page = await Routes.Ok("/api/v1/sns/posts");
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
        Assert.Equal(PostFields, Names(items[0]));
        var order = items.Select(i => (Time(i), Id(i))).ToList();
        Assert.Equal(order.OrderByDescending(o => o.Item1).Select(o => o.Item1), order.Select(o => o.Item1));
        Assert.All(items, i => Assert.False(i.GetProperty("content").GetString()!.StartsWith('@')));
        // Other tests of this class write posts without counts.
        long Count(JsonElement item, string name) =>
            item.GetProperty(name) is { ValueKind: JsonValueKind.Number } count ? count.GetInt64() : 0;
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
        var page = await Routes.Ok($"/api/v1/sns/posts?platform={platform}&limit=100");
        Assert.Equal(sources, string.Join(',', Names(page.GetProperty("platform_counts"))));
        Assert.All(Items(page), i => Assert.Contains(i.GetProperty("platform").GetString(), sources.Split(',')));
        var recent = Items(await Routes.Ok($"/api/v1/sns/?platform={platform}&limit=3"), null);
        Assert.Equal(Items(page).Take(3).Select(Id), recent.Select(Id));
    }

    [Fact]
    public async Task Trends_leave_out_the_accounts_that_are_held_whole()
    {
        Assert.DoesNotContain(Items(await Routes.Ok("/api/v1/sns/posts?platform=truth_social_trends&limit=100")), i =>
            i.GetProperty("author").GetString() is "sim_townsquare" or "sim_riverbend" or "sim_ironworks"
        );
        Assert.All(Items(await Routes.Ok("/api/v1/sns/posts?platform=truth_social_posts&limit=100")), i =>
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
            byOffset.AddRange(Items(await Routes.Ok($"/api/v1/sns/posts?author=pages_test&limit=7&offset={offset}")).Select(Id));
        Assert.Equal(25, byOffset.Distinct().Count());
        var last = await Routes.Ok("/api/v1/sns/posts?author=pages_test&limit=7&offset=21");
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
            var json = await Routes.Ok($"/api/v1/sns/posts?author=pages_test&limit=7{next}");
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
        var (status, json) = await Routes.Get($"/api/v1/sns/{path}");
        Assert.True(status == HttpStatusCode.BadRequest, $"{path}: {(int)status} {json}");
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out _), json.ToString());
    }

    [Fact]
    public async Task A_post_is_found_by_its_id_with_and_without_its_platform()
    {
        var first = Items(await Routes.Ok("/api/v1/sns/posts?platform=x&limit=1"))[0];
        var id = first.GetProperty("id").GetString();
        Assert.Equal(PostFields, Names(await Routes.Ok($"/api/v1/sns/posts/{id}?platform=x")));
        Assert.Equal(Id(first), Id(await Routes.Ok($"/api/v1/sns/posts/{id}")));
        Assert.Equal(HttpStatusCode.NotFound, (await Routes.Get($"/api/v1/sns/posts/{id}?platform=truthsocial")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Routes.Get("/api/v1/sns/posts/1")).Status);
    }

    [Fact]
    public async Task An_edited_post_answers_to_both_of_its_ids_and_an_answer_to_others_to_its_own()
    {
        var at = Instant.FromUtc(2025, 3, 2, 12, 0);
        await WriteAsync(Post(SocialSource.X, "9201", "edit_test", at, "second version") with { LatestId = "9202" });
        Assert.Equal("second version", (await Routes.Ok("/api/v1/sns/posts/9202?platform=x")).GetProperty("content").GetString());
        Assert.Equal("9201", (await Routes.Ok("/api/v1/sns/posts/9201?platform=x")).GetProperty("id").GetString());
        await WriteAsync(Post(SocialSource.X, "9203", "edit_test", at, "@you are right") with { IsListed = false });
        Assert.Equal("@you are right", (await Routes.Ok("/api/v1/sns/posts/9203")).GetProperty("content").GetString());
        Assert.Equal(1, (await Routes.Ok("/api/v1/sns/posts?author=edit_test")).GetProperty("total_count").GetInt32());
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
        var items = Items(await Routes.Ok("/api/v1/sns/posts?author=media_test"));
        Assert.Equal(["[이미지]", "[영상]", "[미디어]", "[내용 없음]"], items.Select(i => i.GetProperty("content").GetString()));
        Assert.Equal([true, true, true, false], items.Select(i => i.GetProperty("has_media").GetBoolean()));
        Assert.Equal(["https://a/s.jpg", "https://a/v.mp4", null, null], items.Select(i => i.GetProperty("media_thumbnail").GetString()));
        Assert.Equal(["image", "video", "audio", null], items.Select(i => i.GetProperty("media_type").GetString()));
        Assert.Equal(JsonValueKind.Null, items[0].GetProperty("likes").ValueKind);
    }

    [Fact]
    public async Task Every_route_answers_with_and_without_a_trailing_slash()
    {
        foreach (var path in new[] { "", "/posts", "/authors", "/stats", "/analysis", "/analysis/posts" })
        {
            await Routes.Ok($"/api/v1/sns{path}");
            await Routes.Ok($"/api/v1/sns{path}/");
        }
    }
}
