using System.Text.Json;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Features.Sns.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Ingestion;

/// <summary>Replies that no network should send. Beside each bad row stands a good one, which must not be lost.</summary>
public sealed class HostilePostsTests
{
    private const string GoodX = """{"id":"1976543210987654321","author_id":"7","created_at":"2025-10-10T07:30:00.000Z","text":"good"}""";

    private const string GoodTruth =
        """{"id":"113943538543524813","created_at":"2025-02-04T03:40:19.675Z","content":"<p>good</p>","account":{"username":"sim_townsquare"}}""";

    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 23, 12, 0);

    private static (IReadOnlyList<SocialPost> Posts, int Dropped) X(string reply)
    {
        var read = XWire.Read<XPost>(JsonDocument.Parse(reply).RootElement);
        SocialPost[] posts = [.. read.Rows.Select(r => XPosts.ToPost(r, read, null, null, s_now)).OfType<SocialPost>()];
        return (posts, read.Dropped + read.Rows.Count - posts.Length);
    }

    private static (IReadOnlyList<SocialPost> Posts, int Dropped) Truth(string rows)
    {
        var read = ProviderRows.Read<TruthStatus>(JsonDocument.Parse(rows).RootElement);
        SocialPost[] posts =
        [
            .. read.Rows.Select(r => TruthSocialWire.ToPost(r, SocialSource.TruthPosts, true, s_now)).OfType<SocialPost>(),
        ];
        return (posts, read.Dropped + read.Rows.Count - posts.Length);
    }

    private static string Filled(string json) =>
        json.Replace("HUGE", new string('a', 500_000), StringComparison.Ordinal)
            .Replace("DEEP", string.Concat(Enumerable.Repeat("<div><b>", 20_000)) + "deep", StringComparison.Ordinal)
            .Replace("SCRIPTS", string.Concat(Enumerable.Repeat("<script ", 8_000)), StringComparison.Ordinal);

    /// <summary>Rows that are no posts.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"id":null,"author_id":null,"created_at":null,"text":null}""")]
    [InlineData("""{"id":"1976543210987654322","author_id":"7","text":null}""")]
    [InlineData("""{"id":"-5","author_id":"7","text":"x"}""")]
    [InlineData("""{"id":"1e18","author_id":"7","text":"x"}""")]
    [InlineData(
        """{"id":"18446744073709551615","author_id":"7","created_at":"2025-10-10T07:30:00.000Z","text":"an id of the year 2149 would hide all later posts"}"""
    )]
    [InlineData("""{"id":"99999999999999999999999","author_id":"7","text":"x"}""")]
    [InlineData("""{"id":"1976543210987654322","author_id":"404","text":"by nobody"}""")]
    [InlineData("""{"id":"1976543210987654322","author_id":"9","text":"by a name that is none"}""")]
    [InlineData("""{"id":"1976543210987654322","author_id":"7","text":["x"]}""")]
    public void A_row_of_X_that_is_no_post_is_counted_and_the_good_one_stays(string row)
    {
        var (posts, dropped) = X(
            $$$"""
            {"data":[{{{row}}},{{{GoodX}}}],"includes":{"users":[null,{"id":"7","username":"sim_northquay"},{"id":"9","username":"<script>"}],"tweets":[null],"media":[null]},
             "errors":[null,{"title":"Service Unavailable"}],"meta":null}
            """
        );
        Assert.Equal(("good", 1), (Assert.Single(posts).Text, dropped));
    }

    [Fact]
    public void A_count_of_X_that_cannot_be_true_is_left_out_and_the_post_stays()
    {
        var (posts, dropped) = X(
            """
            {"data":[{"id":"1976543210987654322","author_id":"7","text":"x","public_metrics":{"like_count":1e400}}],
             "includes":{"users":[{"id":"7","username":"sim_northquay"}]}}
            """
        );
        Assert.Equal(("x", 0), (Assert.Single(posts).Text, dropped));
    }

    [Theory]
    [InlineData("""{"data":null,"errors":[{"title":"Not Found Error","value":"5"}]}""")]
    [InlineData("""{"data":[],"includes":null,"meta":{"result_count":0}}""")]
    [InlineData("""{"meta":{"result_count":0}}""")]
    [InlineData("""{"errors":{"title":"one, not a list"}}""")]
    public void A_reply_of_X_without_posts_has_none(string reply) =>
        Assert.Equal((0, 0), X(reply) is var (posts, dropped) ? (posts.Count, dropped) : default);

    /// <summary>Values that cannot be true are left out, and the rest of the post is kept.</summary>
    [Theory]
    [InlineData("\"created_at\":\"2031-01-01T00:00:00Z\"", "time")]
    [InlineData("\"created_at\":\"1970-01-01T00:00:00Z\"", "time")]
    [InlineData("\"created_at\":\"0001-01-01T00:00:00Z\"", "time")]
    [InlineData("\"created_at\":\"9999-12-31T23:59:59Z\"", "time")]
    [InlineData("\"created_at\":\"yesterday\"", "time")]
    [InlineData("\"created_at\":null", "time")]
    [InlineData("\"public_metrics\":{\"like_count\":-1,\"retweet_count\":9223372036854775807,\"reply_count\":null}", "counts")]
    [InlineData("\"public_metrics\":null", "counts")]
    [InlineData("\"lang\":\"<b>en</b>\"", "language")]
    [InlineData(
        "\"entities\":{\"urls\":[null,{\"url\":\"https://t.co/x\",\"expanded_url\":\"javascript:alert(1)\"}],\"cashtags\":[null,"
            + "{\"tag\":null},{\"tag\":\"AAAAAAAAAAAAAAAAAAAAAAAAA\"}]}",
        "cashtags"
    )]
    [InlineData(
        "\"attachments\":{\"media_keys\":[null,\"3_1\"]},\"edit_history_tweet_ids\":[null,\"x\"],\"referenced_tweets\":[null,"
            + "{\"type\":\"retweeted\",\"id\":\"x\"}]",
        "media"
    )]
    public void A_value_of_X_that_cannot_be_true_is_left_out(string field, string about)
    {
        var post = Assert.Single(
            X(
                $$$"""{"data":[{"id":"1976543210987654321","author_id":"7","text":"good",{{{field}}}}],"includes":{"users":[{"id":"7","username":"sim_northquay"}]}}"""
            ).Posts
        );
        // 1976543210987654321 >> 22 milliseconds after the ids' epoch.
        if (about == "time")
            Assert.Equal(Instant.FromUnixTimeMilliseconds((1_976_543_210_987_654_321 >> 22) + 1_288_834_974_657), post.CreatedAt);
        Assert.Equal(("good", 0L, null, true), (post.Text, post.Engagement, post.Language, post.IsListed));
        Assert.Empty(post.Cashtags);
        Assert.Equal(about == "media" ? 1 : 0, post.Media.Count);
    }

    [Theory]
    [InlineData("HUGE", 30_000)]
    [InlineData("", 0)]
    [InlineData("   \\n ", 0)]
    [InlineData("a\\u0000b\\u200bc", 3)]
    public void A_text_of_X_is_stored_as_far_as_it_can_be(string text, int letters)
    {
        var post = Assert.Single(
            X(
                Filled(
                    $$$"""{"data":[{"id":"1976543210987654321","author_id":"7","text":"{{{text}}}"}],"includes":{"users":[{"id":"7","username":"sim_northquay","name":"HUGE"}]}}"""
                )
            ).Posts
        );
        Assert.Equal((letters, letters > 0, 100), (post.Text.Length, post.IsListed, post.DisplayName!.Length));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData(
        """{"id":null,"created_at":null,"content":null,"account":null,"media_attachments":null,"reblog":null,"quote":null,"tombstone":null}"""
    )]
    [InlineData("""{"id":"113943538543524814","created_at":"2025-02-04T03:40:19.675Z","content":null,"account":{"username":"a"}}""")]
    [InlineData(
        """{"id":"113943538543524814","created_at":"2025-02-04T03:40:19.675Z","content":"<p>x</p>","account":{"username":"<img src=x>"}}"""
    )]
    [InlineData(
        """{"id":"18446744073709551615","created_at":"2025-02-04T03:40:19.675Z","content":"<p>x</p>","account":{"username":"a"}}"""
    )]
    [InlineData("""{"id":"1","created_at":"1970-01-01T00:00:00Z","content":"<p>x</p>","account":{"username":"a"}}""")]
    [InlineData(
        """{"id":"113943538543524814","created_at":"2025-02-04T03:40:19.675Z","content":"<p></p>","account":{"username":"a"},"reblog":{"id":"1","content":"<p>by nobody</p>"}}"""
    )]
    [InlineData(
        """{"id":"113943538543524814","created_at":"2025-02-04T03:40:19.675Z","content":"<p>x</p>","account":{"username":"a"},"visibility":"private"}"""
    )]
    [InlineData(
        """{"id":"113943538543524814","created_at":"2025-02-04T03:40:19.675Z","content":"<p>x</p>","account":{"username":"a"},"tombstone":{"reason":"deleted"}}"""
    )]
    public void A_row_of_Truth_Social_that_is_no_post_is_counted_and_the_good_one_stays(string row)
    {
        var (posts, dropped) = Truth($"[{row},{GoodTruth}]");
        Assert.Equal(("good", 1), (Assert.Single(posts).Text, dropped));
    }

    [Theory]
    [InlineData("<p>first</p>DEEP", "first")] // no post has thousands of tags; what comes behind them is not read
    [InlineData("SCRIPTS", "")]
    [InlineData("<p>a</p><!-- <p>b", "a")]
    [InlineData("<p>&lt;b&gt;not bold&lt;/b&gt; &#x1F680;</p>", "<b>not bold</b> 🚀")]
    [InlineData("<textarea><p>raw</textarea>", "<p>raw")]
    public void Markup_of_Truth_Social_never_ends_a_run(string content, string text)
    {
        var row = GoodTruth.Replace("<p>good</p>", JsonEncodedText.Encode(Filled(content)).ToString(), StringComparison.Ordinal);
        Assert.Equal(text, Assert.Single(Truth($"[{row}]").Posts).Text);
    }

    [Theory]
    [InlineData("2031-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("soon")]
    public void A_time_of_Truth_Social_that_cannot_be_true_is_read_from_the_id(string at) =>
        Assert.Equal(
            Instant.FromUnixTimeMilliseconds(113_943_538_543_524_813 >> 16),
            Assert.Single(Truth($"[{GoodTruth.Replace("2025-02-04T03:40:19.675Z", at, StringComparison.Ordinal)}]").Posts).CreatedAt
        );
}
