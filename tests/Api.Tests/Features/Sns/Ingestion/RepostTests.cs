using System.Text.Json;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Features.Sns.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Ingestion;

/// <summary>Posts that are about another post: reposts, quotes, answers. Their envelopes are not their content.</summary>
public sealed class RepostTests
{
    private const string Original =
        "Shipping volumes rose for a fifth month, and not only because importers hurried: orders for spring are up as well. "
        + "Rates &amp; fuel follow. Our full note: https://t.co/aaaaaaaaaa";

    private const string Cut =
        "RT @sim_tapenotes: Shipping volumes rose for a fifth month, and not only because importers hurried: orders for spring "
        + "are up as well. Rates…";

    private const string Envelope = """
        {"id":"1976543210987654321","author_id":"7","created_at":"2025-10-10T07:30:00.000Z","lang":"en","text":"TEXT","edit_history_tweet_ids":["1976543210987654321"],
         "referenced_tweets":[{"type":"retweeted","id":"1976500000000000000"}],
         "public_metrics":{"retweet_count":48211,"reply_count":0,"like_count":0,"quote_count":0,"bookmark_count":0,"impression_count":0}}
        """;

    private const string Users =
        """{"id":"7","name":"North Quay","username":"sim_northquay","verified":true},{"id":"8","name":"Tape Notes","username":"sim_tapenotes","verified":false}""";

    private const string Sent = """
        {"id":"1976500000000000000","author_id":"8","created_at":"2025-10-10T04:38:00.000Z","text":"TEXT","public_metrics":{"retweet_count":48211,"reply_count":300,"like_count":90000},
         "entities":{"cashtags":[{"tag":"FDX"}],"urls":[{"url":"https://t.co/aaaaaaaaaa","expanded_url":"https://notes.example/shipping?a=1&b=2"}]}}
        """;

    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 23, 12, 0);

    private static SocialPost? X(string data, string users = Users, string tweets = "", string errors = "")
    {
        var reply = XWire.Read<XPost>(
            JsonDocument
                .Parse(
                    $$"""{"data":[{{data}}],"includes":{"users":[{{users}}],"tweets":[{{tweets}}]},"errors":[{{errors}}],"meta":{"result_count":1} }"""
                )
                .RootElement
        );
        return reply.Rows is [var row] ? XPosts.ToPost(row, reply, null, "media", s_now) : null;
    }

    private static SocialPost? Truth(string json) =>
        TruthSocialWire.ToPost(
            ProviderRows.ReadRow<TruthStatus>(JsonDocument.Parse(json).RootElement)!,
            SocialSource.TruthPosts,
            isWhole: true,
            s_now
        );

    [Fact]
    public void P6_a_repost_has_the_text_and_author_of_the_original_and_no_counts_of_its_own()
    {
        var post = X(
            Envelope.Replace("TEXT", Cut, StringComparison.Ordinal),
            tweets: Sent.Replace("TEXT", Original, StringComparison.Ordinal)
        )!;

        Assert.Equal(
            "Shipping volumes rose for a fifth month, and not only because importers hurried: orders for spring are up as well. "
                + "Rates & fuel follow. "
                + "Our full note: https://notes.example/shipping?a=1&b=2",
            post.Text
        );
        Assert.Equal(("sim_tapenotes", "Tape Notes", false, false), (post.Author, post.DisplayName, post.Verified, post.IsCut));
        Assert.Equal(new Reposter("sim_northquay", "North Quay", true), post.RepostedBy);
        Assert.Equal((null, null, null, null, 0L), (post.Likes, post.Reposts, post.Replies, post.Impressions, post.Engagement));
        Assert.Equal(["FDX"], post.Cashtags);
        Assert.True(post.IsListed);

        var view = PostView.Of(post);
        Assert.Equal(
            (true, "sim_northquay", "sim_tapenotes", 0L),
            (view.IsRepost, view.RepostedBy!.Username, view.Author, view.EngagementScore)
        );
        Assert.Equal(
            (
                "1976500000000000000",
                "sim_tapenotes",
                90_000L,
                48_211L,
                300L,
                post.Text,
                "https://x.com/sim_tapenotes/status/1976500000000000000"
            ),
            (
                view.RepostOf!.Id,
                view.RepostOf.Author,
                view.RepostOf.Likes!.Value,
                view.RepostOf.Retweets!.Value,
                view.RepostOf.Replies!.Value,
                view.RepostOf.Content,
                view.Url
            )
        );
        Assert.Null(EngagementView.Of(post));
    }

    [Fact]
    public void P6_a_repost_whose_original_was_not_sent_along_is_named_by_its_opening_and_said_to_be_cut()
    {
        var post = X(
            Envelope.Replace("TEXT", Cut, StringComparison.Ordinal),
            users: """{"id":"7","name":"North Quay","username":"sim_northquay"}""",
            errors: """{"value":"1976500000000000000","title":"Not Found Error","parameter":"referenced_tweets.id","section":"includes","resource_type":"tweet"}"""
        )!;

        Assert.Equal(("sim_tapenotes", true, "sim_northquay", 0L), (post.Author, post.IsCut, post.RepostedBy!.Username, post.Engagement));
        Assert.StartsWith("Shipping volumes rose", post.Text, StringComparison.Ordinal);
        Assert.EndsWith("Rates…", post.Text, StringComparison.Ordinal);
        Assert.Equal(("1976500000000000000", null), (post.RepostOf!.PostId, post.RepostOf.Likes));
    }

    [Fact]
    public void P6_a_repost_that_names_no_account_is_dropped() =>
        Assert.Null(X(Envelope.Replace("TEXT", "No opening here", StringComparison.Ordinal)));

    [Fact]
    public void P6_a_repost_of_a_long_post_has_its_whole_note()
    {
        var note =
            Sent.Replace("TEXT", "The beginning…", StringComparison.Ordinal).TrimEnd()[..^1]
            + ""","note_tweet":{"text":"The beginning and, 3,000 letters on, the end $FDX"}}""";
        Assert.Equal(
            "The beginning and, 3,000 letters on, the end $FDX",
            X(Envelope.Replace("TEXT", Cut, StringComparison.Ordinal), tweets: note)!.Text
        );
    }

    [Fact]
    public void P6_a_quote_keeps_its_own_words_and_counts_and_says_what_it_quotes()
    {
        var post = X(
            """
            {"id":"1976543210987654321","author_id":"7","text":"Worth reading. https://t.co/qqqqqqqqqq","referenced_tweets":[{"type":"quoted","id":"1976500000000000000"}],
             "entities":{"urls":[{"url":"https://t.co/qqqqqqqqqq","expanded_url":"https://twitter.com/sim_tapenotes/status/1976500000000000000"}]},"public_metrics":{"like_count":5,"retweet_count":1,"reply_count":0}}
            """,
            tweets: Sent.Replace("TEXT", Original, StringComparison.Ordinal)
        )!;

        Assert.Equal(("sim_northquay", "Worth reading.", 6L, null), (post.Author, post.Text, post.Engagement, post.RepostedBy));
        Assert.Equal(("sim_tapenotes", "1976500000000000000"), (post.Quote!.Author, post.Quote.PostId));
        Assert.StartsWith("Shipping volumes", post.Quote.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8", false)] // an answer whose text does not begin with the other's name
    [InlineData("7", true)] // one's own thread goes on
    public void P6_answers_to_others_are_left_out_of_the_lists(string answered, bool isListed) =>
        Assert.Equal(
            isListed,
            X(
                $$"""
                {"id":"1976543210987654321","author_id":"7","text":"And it holds.","in_reply_to_user_id":"{{answered}}","referenced_tweets":[{"type":"replied_to","id":"1976500000000000000"}]}
                """
            )!.IsListed
        );

    [Theory]
    [InlineData("""{"copyright":false,"country_codes":["DE"]}""", true)]
    [InlineData("""{"copyright":true,"country_codes":["XY"]}""", false)]
    [InlineData("""{"country_codes":["XX"]}""", false)]
    public void P6_a_withheld_post_is_not_listed_everywhere_only(string withheld, bool isListed) =>
        Assert.Equal(
            isListed,
            X($$"""{"id":"1976543210987654321","author_id":"7","text":"A notice or a text","withheld":{{withheld}}}""")!.IsListed
        );

    [Fact]
    public void P6_an_edited_post_that_comes_in_an_old_version_says_where_the_newest_is()
    {
        var post = X(
            """{"id":"1976543210987654321","author_id":"7","text":"v2","edit_history_tweet_ids":["1976543210987654000","1976543210987654321","1976543210987655000"]}"""
        )!;
        Assert.Equal(("1976543210987654000", "1976543210987654321", "1976543210987655000"), (post.PostId, post.LatestId, post.EditedTo));
    }

    private const string TruthRepost = """
        {"id":"113943538543524813","created_at":"2025-02-04T03:40:19.675Z","content":"<p></p>","favourites_count":0,"reblogs_count":48211,"replies_count":0,
         "account":{"id":"1","username":"sim_townsquare","display_name":"Town Square"},"media_attachments":[],
         "reblog":{"id":"113943000000000000","created_at":"2025-02-04T01:23:20.000Z","content":"<p>Oil at <b>61</b> &amp; falling</p>","favourites_count":900,"reblogs_count":48211,
          "replies_count":30,"url":"https://truthsocial.com/@sim_derricks/113943000000000000","account":{"id":"2","username":"sim_derricks","display_name":"Derricks","verified":true},
          "media_attachments":[{"type":"image","url":"https://a.example/o.jpg","preview_url":"https://a.example/s.jpg"}]}}
        """;

    [Fact]
    public void P6_a_repost_of_Truth_Social_is_the_original_too()
    {
        var post = Truth(TruthRepost)!;
        Assert.Equal(("Oil at 61 & falling", "sim_derricks", "Derricks", true), (post.Text, post.Author, post.DisplayName, post.Verified));
        Assert.Equal(("sim_townsquare", null, 0L, true), (post.RepostedBy!.Username, post.Likes, post.Engagement, post.IsListed));
        Assert.Equal(
            ("113943000000000000", 900L, 48_211L),
            (post.RepostOf!.PostId, post.RepostOf.Likes!.Value, post.RepostOf.Reposts!.Value)
        );
        Assert.Equal(
            ("113943538543524813", Instant.FromUtc(2025, 2, 4, 3, 40, 19)),
            (post.PostId, post.CreatedAt.Minus(Duration.FromMilliseconds(675)))
        );
        Assert.Single(post.Media);
    }

    [Theory]
    [InlineData(
        """<p>Great numbers<span class="quote-inline">RE: <a href="https://truthsocial.com/users/sim_derricks/statuses/1">https://truthsocial.com/users/sim_derricks/statuses/1</a></span></p>""",
        "Great numbers"
    )]
    [InlineData(
        """<p>Great numbers<span class="quote-inline"><br/><br/>RE: <a href="https://truthsocial.com/@x/1"><span class="invisible">https://</span><span class="ellipsis">truthsocial.com/</span><span class="invisible">@x/1</span></a></span></p>""",
        "Great numbers"
    )]
    [InlineData(
        """<p class="quote-inline">RE: <a href="https://truthsocial.com/@x/1">https://truthsocial.com/@x/1</a></p><p>Great numbers</p>""",
        "Great numbers"
    )]
    [InlineData(
        """<p>Great numbers</p><p>RE: <a href="https://truthsocial.com/@x/1">https://truthsocial.com/@x/1</a></p>""",
        "Great numbers"
    )]
    [InlineData("""<p>Great numbersRE: https://truthsocial.com/@x/1</p>""", "Great numbers")]
    [InlineData("""<p>RE: https://truthsocial.com/@x/1</p><p>Great numbers</p>""", "Great numbers")]
    [InlineData("""<p><span class="quote-inline"><br/>RT: https://truthsocial.com/users/x/statuses/1</span></p>""", "")]
    [InlineData("""<p>MORE: https://truthsocial.com/@x/1</p>""", "MORE: https://truthsocial.com/@x/1")]
    [InlineData("""<p>RE: https://letters.example/1 is my letter</p>""", "RE: https://letters.example/1 is my letter")]
    [InlineData("""<p>My letter</p><p>RE: https://letters.example/1</p>""", "My letter\nRE: https://letters.example/1")]
    public void P9_the_line_that_stands_for_a_quote_is_no_text(string html, string text)
    {
        var read = PostText.ReadHtml(html);
        Assert.Equal((text, !text.Contains("http", StringComparison.Ordinal)), (read.Text, read.QuoteUrl is not null));
    }

    [Theory]
    [InlineData("RE: https://elsewhere.example/1", "https://elsewhere.example/1", "Great numbers")]
    [InlineData("Please SHARE: https://elsewhere.example/1", null, "Great numbers\nPlease SHARE: https://elsewhere.example/1")]
    public void P9_where_the_network_says_that_it_quotes_any_such_line_is_the_fallback(string line, string? link, string text)
    {
        var read = PostText.ReadHtml($"<p>Great numbers</p><p>{line}</p>", isQuote: true);
        Assert.Equal((text, link), (read.Text, read.QuoteUrl));
    }

    [Fact]
    public void P9_the_quote_is_given_as_such()
    {
        var quoting = TruthRepost
            .Replace("\"reblog\":", "\"quote_id\":\"113943000000000000\",\"quote\":", StringComparison.Ordinal)
            .Replace(
                "<p></p>",
                "<p>Great numbers<span class='quote-inline'>RE: <a "
                    + "href='https://truthsocial.com/@sim_derricks/113943000000000000'>link</a></span></p>",
                StringComparison.Ordinal
            );
        var post = Truth(quoting)!;
        Assert.Equal(("Great numbers", "sim_townsquare", null), (post.Text, post.Author, post.RepostedBy));
        Assert.Equal(
            ("113943000000000000", "sim_derricks", "Oil at 61 & falling"),
            (post.Quote!.PostId, post.Quote.Author, post.Quote.Text)
        );
        Assert.Equal(48_211L, post.Engagement);
    }

    [Theory]
    [InlineData(
        """<p>See <a href="https://notes.example/a/long/path?x=1&amp;y=2" rel="nofollow"><span class="invisible">https://</span><span class="ellipsis">notes.example/a/lo</span><span class="invisible">ng/path?x=1&amp;y=2</span></a></p>""",
        "See https://notes.example/a/long/path?x=1&y=2"
    )]
    [InlineData(
        """<p>See <a href="https://notes.example/a/long/path">notes.example/a/lo…</a>!</p>""",
        "See https://notes.example/a/long/path!"
    )]
    [InlineData("""<p><a href="https://notes.example/1">Read the note</a></p>""", "Read the note")]
    [InlineData(
        """<p><span class="h-card"><a href="https://truthsocial.com/@sim_derricks" class="u-url mention">@<span>sim_derricks</span></a></span> <a href="/tags/oil" class="mention hashtag">#<span>oil</span></a></p>""",
        "@sim_derricks #oil"
    )]
    [InlineData("""<p>One<br />two</p><p>three</p>four<div>five</div>""", "One\ntwo\nthree\nfour\nfive")]
    [InlineData("""<p>Up <img class="emojione" alt="📈" src="x.png"> again</p>""", "Up 📈 again")]
    [InlineData("""<p><a href="javascript:alert(1)">https://shown.example</a></p>""", "https://shown.example")]
    [InlineData("""<frameset><frame src="x"></frameset>""", "")]
    public void P9_links_names_and_lines_become_what_a_reader_sees(string html, string text) => Assert.Equal(text, PostText.OfHtml(html));
}
