using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Features.Sns.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Ingestion;

/// <summary>Both networks' posts, read from what they were seen to send.</summary>
public sealed class WireTests
{
    private static readonly SocialAccount s_account = new()
    {
        Id = "x/twitterdev",
        Source = SocialSource.X,
        Username = "TwitterDev",
        UserId = "2244994945",
        DisplayName = "Twitter Dev",
        LookedUpAt = Instant.MinValue,
    };

    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 23, 12, 0);

    private static string Sample(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "Sns", file));

    private static XReply<T> Read<T>(string json)
        where T : class => XWire.Read<T>(JsonDocument.Parse(json).RootElement);

    private static SocialPost? Post(string data, string rest = "") =>
        Read<XPost>($$"""{"data":[{{data}}]{{rest}}}""") is var reply && reply.Rows is [var row]
            ? XPosts.ToPost(row, reply, s_account, "core_investors", s_now)
            : null;

    private static XClient Client(string body, HttpStatusCode status = HttpStatusCode.OK, List<string>? asked = null) =>
        new(Samples.Answering(body, status, asked), new FakeClock(s_now));

    [Fact]
    public void A_timeline_with_all_fields_is_read()
    {
        var reply = Read<XPost>(Sample("x-tweets-with-fields.json"));
        Assert.Equal((2, 0, false), (reply.Rows.Count, reply.Dropped, reply.HasMore));
        var posts = reply.Rows.Select(r => XPosts.ToPost(r, reply, null, null, s_now)!).ToList();

        var answer = posts[0];
        Assert.Equal(("x/1276035977375477760", "1276035977375477760", "happycamper"), (answer.Id, answer.PostId, answer.Author));
        Assert.Equal(
            ("Emily Waligoske 🏕", "en", Instant.FromUtc(2020, 6, 25, 6, 14, 19)),
            (answer.DisplayName, answer.Language, answer.CreatedAt)
        );
        Assert.Equal("@snowman Ooo, thanks error message, public_metircs are not the metrics you’re looking for", answer.Text);
        Assert.Equal([new SocialMedia("animated_gif", null, null)], answer.Media);
        Assert.False(answer.IsListed); // an answer to somebody
        Assert.Null(answer.Likes); // unknown is not zero

        Assert.Equal(("snowman", "Jim Moffitt", true), (posts[1].Author, posts[1].DisplayName, posts[1].IsListed));
        Assert.EndsWith("🔥👍. A simple alternative to streaming in many cases...", posts[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_timeline_without_fields_has_its_times_in_the_ids()
    {
        var reply = Read<XPost>(Sample("x-users-id-tweets-default-fields.json"));
        var post = XPosts.ToPost(reply.Rows[0], reply, s_account, "media", s_now)!;

        Assert.True(reply.HasMore);
        Assert.Equal(
            ("TwitterDev", "media", Instant.FromUnixTimeMilliseconds(1_664_995_230_908)),
            (post.Author, post.AccountCategory, post.CreatedAt)
        );
        Assert.StartsWith("whoa, it works\n\nnow everyone can mix GIFs", post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Profiles_are_read_one_or_many()
    {
        var one = Read<XUser>(Sample("x-users-by-username.json"));
        Assert.Equal(
            ("2244994945", "Twitter Dev", "TwitterDev", true),
            (one.Rows[0].Id, one.Rows[0].Name, one.Rows[0].Username, one.Rows[0].Verified)
        );

        var none = Read<XUser>(Sample("x-users-by-username-not-found.json"));
        Assert.Empty(none.Rows);
        Assert.Equal(("Not Found Error", "TwitterDec"), (none.Errors[0].Title, none.Errors[0].Value));
    }

    [Fact]
    public void Data_beside_errors_is_used()
    {
        var reply = Read<XUser>(
            """{"data":[{"id":"1","name":"A","username":"a"}],"errors":[{"title":"Not Found Error","value":"b","detail":"Could not find user."}]}"""
        );
        Assert.Equal((1, 1), (reply.Rows.Count, reply.Errors.Count));
    }

    [Fact]
    public void Counts_texts_and_tags_are_taken_from_where_they_are()
    {
        var post = Post(
            """
            {"id":"1976543210987654321","edit_history_tweet_ids":["1976543210987654000","1976543210987654321"],"author_id":"7","created_at":"2025-10-10T07:30:00.000Z","lang":"en",
             "text":"Costs &lt; 5 &amp; falling, $tsla … https://t.co/abc","note_tweet":{"text":"Costs &lt; 5 &amp; falling, $tsla and $NVDA at length https://t.co/pic","entities":{"cashtags":[{"tag":"tsla"},{"tag":"NVDA"}]}},
             "attachments":{"media_keys":["3_9","13_8"]},"entities":{"urls":[{"url":"https://t.co/pic","expanded_url":"https://x.com/a/status/1/photo/1","media_key":"3_9"}]},
             "public_metrics":{"retweet_count":1,"reply_count":2,"like_count":3,"quote_count":4,"bookmark_count":5,"impression_count":6}}
            """,
            ""","includes":{"users":[{"id":"7","name":"A","username":"Alice","verified":true}],"media":[{"media_key":"3_9","type":"photo","url":"https://pbs/9.jpg"}]}"""
        )!;

        Assert.Equal(("x/1976543210987654000", "1976543210987654000", "1976543210987654321"), (post.Id, post.PostId, post.LatestId));
        Assert.Equal("Costs < 5 & falling, $tsla and $NVDA at length", post.Text);
        Assert.Equal(["TSLA", "NVDA"], post.Cashtags);
        Assert.Equal(
            (3L, 1L, 2L, 4L, 5L, 6L, 6L),
            (
                post.Likes!.Value,
                post.Reposts!.Value,
                post.Replies!.Value,
                post.Quotes!.Value,
                post.Bookmarks!.Value,
                post.Impressions!.Value,
                post.Engagement
            )
        );
        Assert.Equal([new SocialMedia("photo", "https://pbs/9.jpg", null), new SocialMedia("video", null, null)], post.Media);
        Assert.Equal(("Alice", true, "https://x.com/Alice/status/1976543210987654321"), (post.Author, post.Verified, post.Url));
    }

    [Theory]
    [InlineData("""{"text":"no id"}""")]
    [InlineData("""{"id":"abc","text":"x"}""")]
    [InlineData("""{"id":"17","text":"an id without a time"}""")]
    [InlineData("""{"id":17,"text":"a number"}""")]
    [InlineData("null")]
    [InlineData("""{"id":"1976543210987654321","text":{"is":"an object"}}""")]
    public void A_post_that_cannot_be_one_is_left_out(string data) => Assert.Null(Post(data));

    [Fact]
    public void A_picture_alone_is_listed_nowhere_on_X_and_has_no_text()
    {
        var post = Post(
            """{"id":"1976543210987654321","text":"https://t.co/pic","attachments":{"media_keys":["3_9"]},"entities":{"urls":[{"url":"https://t.co/pic","media_key":"3_9"}]}}"""
        )!;
        Assert.Equal(("", false, "[이미지]"), (post.Text, post.IsListed, PostView.ContentOf(post)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"title":"Unauthorized","type":"about:blank","status":401}""")]
    public void What_is_no_reply_is_a_bad_reply(string json) =>
        Assert.Equal(ProviderFailure.BadReply, Assert.Throws<ProviderException>(() => Read<XPost>(json)).Kind);

    [Fact]
    public async Task An_account_that_is_gone_is_an_error_inside_a_200()
    {
        var failure = await Assert.ThrowsAsync<ProviderException>(() =>
            Client(
                    """{"errors":[{"value":"5","detail":"Could not find user with id: [5].","title":"Not Found Error","type":"https://api.twitter.com/2/problems/resource-not-found"}]}"""
                )
                .TimelineAsync("5", null, null, Instant.FromUtc(2026, 8, 25, 0, 0), Ct)
        );
        Assert.Equal(
            (ProviderFailure.Rejected, true),
            (failure.Kind, failure.Message.Contains("Could not find user", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_timeline_is_asked_for_what_is_new()
    {
        List<string> asked = [];
        var client = Client("""{"meta":{"result_count":0}}""", asked: asked);
        await client.TimelineAsync("5", null, null, Instant.FromUtc(2026, 8, 25, 0, 0), Ct);
        await client.TimelineAsync("5", "100", "200", Instant.FromUtc(2026, 8, 25, 0, 0), Ct);

        Assert.StartsWith(
            "/users/5/tweets?max_results=100&start_time=2026-08-25T00:00:00Z&tweet.fields=",
            asked[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith("/users/5/tweets?max_results=100&since_id=100&until_id=200&tweet.fields=", asked[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_of_Truth_Social_is_read()
    {
        var post = TruthSocialWire.ToPost(
            ProviderRows.ReadRow<TruthStatus>(JsonDocument.Parse(Sample("truth-status.json")).RootElement)!,
            SocialSource.TruthTrends,
            isWhole: false,
            s_now,
            rank: 3
        )!;

        Assert.Equal(
            ("truth_social_trends/113943538543524813", "IStandWithTrump47", "[trimmed]"),
            (post.Id, post.Author, post.DisplayName)
        );
        Assert.Equal("We demand term limits! #Truth!", post.Text);
        Assert.Equal(Instant.FromUtc(2025, 2, 4, 3, 40, 19).PlusNanoseconds(675_000_000), post.CreatedAt);
        Assert.Equal((346L, 108L, 14L, 3), (post.Likes!.Value, post.Reposts!.Value, post.Replies!.Value, post.TrendRank!.Value));
        Assert.Equal(
            [
                new SocialMedia(
                    "image",
                    "https://static-assets-1.truthsocial.com/.../original.jpg",
                    "https://static-assets-1.truthsocial.com/.../small.jpg"
                ),
            ],
            post.Media
        );
        Assert.True(post.IsListed);
    }

    [Theory]
    [InlineData("<p></p>", "truth_social_posts", true, true)] // a repost of a followed account
    [InlineData("<p></p>", "truth_social_posts", false, false)]
    [InlineData("<p>x</p>", "truth_social_posts", false, true)]
    [InlineData("<p>x</p>", "truth_social_trends", true, false)] // held whole under the other source
    [InlineData("<p> </p>", "truth_social_trends", false, false)]
    public void Lists_show_what_says_something(string content, string source, bool isWhole, bool isListed)
    {
        var status = new TruthStatus(
            "113943538543524813",
            "2025-02-04T03:40:19.675Z",
            "en",
            null,
            content,
            null,
            1,
            1,
            1,
            new TruthAccount("1", "a", null, null, null),
            null
        );
        Assert.Equal(isListed, TruthSocialWire.ToPost(status, source, isWhole, s_now)!.IsListed);
    }

    [Theory]
    [InlineData(null, "2025-02-04T03:40:19Z", "a")]
    [InlineData("x", "2025-02-04T03:40:19Z", "a")]
    [InlineData("1", "yesterday", "a")]
    [InlineData("1", null, "a")]
    [InlineData("1", "2025-02-04T03:40:19Z", "")]
    public void A_status_that_cannot_be_one_is_left_out(string? id, string? at, string author) =>
        Assert.Null(
            TruthSocialWire.ToPost(
                new TruthStatus(
                    id,
                    at,
                    null,
                    null,
                    "<p>x</p>",
                    null,
                    null,
                    null,
                    null,
                    new TruthAccount("1", author, null, null, null),
                    null
                ),
                SocialSource.TruthPosts,
                true,
                s_now
            )
        );

    [Theory]
    [InlineData("<p>One</p><p>Two<br>Three &amp; <b>four</b></p>", "One\nTwo\nThree & four")]
    [InlineData("<p>See <a href=\"https://a.b\"><span class=\"invisible\">https://</span><span>a.b</span></a></p>", "See https://a.b")]
    [InlineData("plain &lt;3", "plain <3")]
    [InlineData("<p>한국어 <script>alert(1)</script>글</p>", "한국어 글")]
    [InlineData("a\u0000b\u200Bc  d\r\n", "abc d")]
    [InlineData(null, "")]
    public void Html_becomes_lines_of_text(string? html, string text) => Assert.Equal(text, PostText.OfHtml(html));

    [Fact]
    public void Ids_are_compared_as_numbers()
    {
        Assert.True(SocialPost.CompareIds("99", "100") < 0);
        Assert.True(SocialPost.CompareIds("1976543210987654321", "1976543210987654320") > 0);
        Assert.Equal(0, SocialPost.CompareIds("5", "5"));
    }
}
