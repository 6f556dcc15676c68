using System.Globalization;
using System.Net;
using System.Web;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Features.Sns.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Platform.Text;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Ingestion;

/// <summary>
/// The job over a database of this class alone and an X that the test plays: two accounts, posts with ids that rise with time.
/// </summary>
public sealed class XPostsJobTests(LocalServices services) : IAsyncLifetime
{
    private sealed record Written(long Id, long First, string Text, int Likes = 0);

    private const long Epoch = 1_288_834_974_657;

    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 23, 12, 0));
    private readonly Dictionary<string, List<Written>> _timelines = new() { ["1"] = [], ["2"] = [] };
    private readonly List<string> _asked = [];

    /// <summary>Ids that X no longer gives, and the error that it gives in place, with ID for the id.</summary>
    private readonly Dictionary<string, string> _gone = [];
    private ServiceProvider _provider = null!;
    private int _callsLeft = int.MaxValue;

    private IDocumentStore Documents => _provider.GetRequiredService<IDocumentStore>();

    public async ValueTask InitializeAsync()
    {
        _provider = await services.NewServicesAsync(
            (collection, configuration) =>
                collection.AddPersistence(configuration, [new SnsFeature()]).AddSingleton<IClock>(_clock).AddTextFold()
        );
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private long Write(string user, Instant at, string text, int likes = 0)
    {
        var id = ((at.ToUnixTimeMilliseconds() - Epoch) << 22) | Number(user);
        _timelines[user].Add(new Written(id, id, text, likes));
        return id;
    }

    private void WriteHourly(string user, int count)
    {
        for (var i = 1; i <= count; i++)
            Write(user, _clock.GetCurrentInstant() - Duration.FromHours(count - i) - Duration.FromMinutes(1), $"post {i}");
    }

    private (HttpStatusCode, string) Answer(string path)
    {
        if (--_callsLeft < 0)
            throw new ProviderException(ProviderFailure.BudgetSpent, "x", "the day's budget is spent");
        var address = new Uri("http://x" + path);
        var query = HttpUtility.ParseQueryString(address.Query);
        if (address.AbsolutePath == "/users/by")
        {
            return (
                HttpStatusCode.OK,
                """
                {"data":[{"id":"1","name":"Alice A","username":"Alice","verified":true,"public_metrics":{"followers_count":10}},{"id":"2","name":"Bob","username":"bob"}],
                 "errors":[{"value":"nobody","title":"Not Found Error","detail":"Could not find user with usernames: [nobody]."}]}
                """
            );
        }
        var all =
            address.AbsolutePath == "/tweets"
                ? [.. _timelines.Values.SelectMany(t => t).Where(w => query["ids"]!.Split(',').Contains(Text(w.Id)))]
                : _timelines[address.AbsolutePath.Split('/')[2]]
                    .Where(w =>
                        (query["since_id"] is not { } since || w.Id > Number(since))
                        && (query["until_id"] is not { } until || w.Id < Number(until))
                    )
                    .OrderByDescending(w => w.Id)
                    .ToList();
        var page = all.Where(w => !_gone.ContainsKey(Text(w.Id))).Take(100).ToList();
        var errors =
            address.AbsolutePath != "/tweets"
                ? []
                : query["ids"]!
                    .Split(',')
                    .Where(_gone.ContainsKey)
                    .Select(id => _gone[id].Replace("ID", id, StringComparison.Ordinal))
                    .ToArray();
        var rows = page.Select(w =>
            $$"""
                {"id":"{{w.Id}}","edit_history_tweet_ids":[{{string.Join(
                    ',',
                    new[] { w.First, w.Id }.Distinct().Select(i => $"\"{i}\"")
                )}}],"author_id":"{{_timelines.First(t => t.Value.Contains(w)).Key}}",
                 "text":"{{w.Text}}","public_metrics":{"retweet_count":0,"reply_count":0,"like_count":{{w.Likes}},"quote_count":0,"impression_count":0} }
                """
        );
        var more = all.Count > page.Count ? ""","next_token":"t" """ : "";
        var told = errors.Length > 0 ? $$""","errors":[{{string.Join(',', errors)}}]""" : "";
        return (
            HttpStatusCode.OK,
            $$"""
            {"data":[{{string.Join(
                ',',
                rows
            )}}]{{told}},"includes":{"users":[{"id":"1","name":"Alice A","username":"Alice","verified":true},{"id":"2","name":"Bob","username":"bob"}]},
             "meta":{"result_count":{{page.Count}}{{more}} } }
            """
        );
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);

    private async Task<JobOutcome> RunAsync(int historyDays = 90, int recounted = 25)
    {
        _asked.Clear();
        var options = new SnsOptions { HistoryDays = historyDays, RecountedPosts = recounted };
        foreach (var name in new[] { "alice", "BOB", "nobody" })
            options.XAccounts.Add(name);
        var store = new PostStore(Documents, _clock);
        var job = new XPostsJob(
            new XClient(Samples.Answering(Answer, _asked), _clock),
            store,
            new TimelineWalk(store, _clock),
            new SocialAccounts(Options.Create(options)),
            Options.Create(options),
            _clock,
            NullLogger<XPostsJob>.Instance
        );
        return await job.RunAsync(new JobContext(_ => { }), Ct);
    }

    private async Task<IReadOnlyList<SocialPost>> HeldAsync()
    {
        await using var session = Documents.QuerySession();
        return await session.Query<SocialPost>().OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).ToListAsync(Ct);
    }

    [Fact]
    public async Task The_first_visit_reads_the_whole_timeline_and_the_next_what_is_new()
    {
        WriteHourly("1", 250);
        Write("2", _clock.GetCurrentInstant() - Duration.FromDays(100), "too old");
        var first = await RunAsync();
        Assert.Equal((250, true), (first.Rows, first.Complete));
        Assert.Equal(
            ["/users/by", "/users/1/tweets", "/users/1/tweets", "/users/1/tweets", "/users/2/tweets", "/tweets"],
            _asked.Select(a => a.Split('?')[0])
        );
        var held = await HeldAsync();
        Assert.Equal(250, held.Count);
        Assert.All(held, p =>
            Assert.Equal(("Alice", "Alice A", true, "configured"), (p.Author, p.DisplayName, p.Verified, p.AccountCategory))
        );

        _clock.AdvanceHours(2);
        Write("1", _clock.GetCurrentInstant() - Duration.FromMinutes(5), "new");
        var next = await RunAsync();
        Assert.Equal(1, next.Rows);
        Assert.Equal(3, _asked.Count); // two timelines and the counts: names are known
        Assert.Contains(_asked, a => a.Contains($"since_id={held[^1].PostId}", StringComparison.Ordinal));
        Assert.Equal(251, (await HeldAsync()).Count);
    }

    [Fact]
    public async Task Running_twice_changes_nothing()
    {
        WriteHourly("1", 30);
        WriteHourly("2", 30);
        await RunAsync();
        var held = await HeldAsync();
        Assert.Equal(0, (await RunAsync()).Rows);
        Assert.Equal(held.Select(p => (p.Id, p.UpdatedAt)), (await HeldAsync()).Select(p => (p.Id, p.UpdatedAt)));
    }

    [Fact]
    public async Task A_run_counts_a_few_posts_again_and_each_in_its_turn()
    {
        for (var i = 1; i <= 5; i++)
            Write("1", _clock.GetCurrentInstant() - Duration.FromHours(i), $"post {i}", likes: 1);
        Write("1", _clock.GetCurrentInstant() - Duration.FromDays(4), "old: its counts stay");
        await RunAsync(recounted: 0);
        Assert.Empty(Recounted());

        var turns = new List<string>();
        for (var run = 0; run < 3; run++)
        {
            _clock.AdvanceHours(2);
            _timelines["1"] = [.. _timelines["1"].Select(w => w with { Likes = w.Likes + 1 })];
            await RunAsync(recounted: 2);
            turns.AddRange(Recounted());
        }
        Assert.Equal(6, turns.Count);
        // all five had a turn, then the first again
        Assert.Equal(_timelines["1"].Take(5).Select(w => Text(w.Id)).Order(), turns.Take(5).Order());
        Assert.Equal(turns[0], turns[5]);
    }

    private string[] Recounted() =>
        [
            .. _asked
                .Where(a => a.StartsWith("/tweets?", StringComparison.Ordinal))
                .SelectMany(a => HttpUtility.ParseQueryString(a[8..])["ids"]!.Split(',')),
        ];

    private const string NotFound =
        """{"value":"ID","detail":"Could not find tweet with ids: [ID].","title":"Not Found Error","resource_type":"tweet","parameter":"ids","resource_id":"ID","type":"https://api.twitter.com/2/problems/resource-not-found"}""";

    private const string NotAuthorized =
        """{"resource_id":"ID","parameter":"ids","resource_type":"tweet","section":"data","title":"Authorization Error","value":"ID","detail":"Sorry, you are not authorized to see the Tweet with ids: [ID].","type":"https://api.twitter.com/2/problems/not-authorized-for-resource"}""";

    [Fact]
    public async Task P7_every_post_has_its_turn_and_those_that_are_gone_are_asked_for_once_and_shown_no_more()
    {
        for (var i = 1; i <= 102; i++)
            Write("1", _clock.GetCurrentInstant() - Duration.FromMinutes(10 * i), $"post {i}");
        await RunAsync(recounted: 0);
        // The 25 newest are gone: the queue begins with them.
        var gone = _timelines["1"].Take(25).Select(w => Text(w.Id)).ToList();
        foreach (var id in gone)
            _gone[id] = NotFound;
        var turns = new List<string>();
        for (var run = 0; run < 5; run++)
        {
            _clock.AdvanceMinutes(30);
            await RunAsync();
            turns.AddRange(Recounted());
        }
        Assert.Equal(102, turns.Distinct().Count());
        Assert.All(gone, id => Assert.Equal(1, turns.Count(t => t == id)));

        var held = (await HeldAsync()).ToDictionary(p => p.PostId);
        Assert.All(gone, id =>
            Assert.Equal((GoneReason.Deleted, false, "", ""), (held[id].GoneReason, held[id].IsListed, held[id].Text, held[id].TextHash))
        );
        Assert.Equal(77, held.Values.Count(p => p.IsListed));
        var reader = new PostReader(Documents, _provider.GetRequiredService<Npgsql.NpgsqlDataSource>());
        Assert.Equal(77, (await reader.CountAsync([SocialSource.X], null, Ct))[SocialSource.X]);
        Assert.Null(await reader.FindAsync([SocialSource.X], gone[0], Ct));
        Assert.Empty(await reader.LoadAsync([SocialPost.IdOf(SocialSource.X, gone[0])], Ct));
    }

    [Fact]
    public async Task P7_a_post_that_may_not_be_seen_is_hidden_until_it_may_again()
    {
        var id = Text(Write("1", _clock.GetCurrentInstant() - Duration.FromHours(1), "only for followers"));
        _gone[id] = NotAuthorized;
        await RunAsync(recounted: 0);
        Assert.Empty(await HeldAsync()); // it was never seen
        _gone.Clear();
        await RunAsync();
        _gone[id] = NotAuthorized;
        _clock.AdvanceHours(2);
        Assert.Equal(1, (await RunAsync()).Rows);
        Assert.Equal((GoneReason.NotShown, false), ((await HeldAsync())[0].GoneReason, (await HeldAsync())[0].IsListed));
        _gone.Clear();
        _clock.AdvanceHours(2);
        Assert.Equal(1, (await RunAsync()).Rows);
        Assert.Equal(
            (null, true, "only for followers"),
            ((await HeldAsync())[0].GoneReason, (await HeldAsync())[0].IsListed, (await HeldAsync())[0].Text)
        );
    }

    [Theory]
    [InlineData("""{"value":"ID","title":"Service Unavailable","type":"about:blank","parameter":"ids"}""")]
    [InlineData(
        """{"value":"ID","title":"Not Found Error","parameter":"referenced_tweets.id","section":"includes","resource_type":"tweet","type":"https://api.twitter.com/2/problems/resource-not-found"}"""
    )]
    [InlineData(
        """{"value":"ID","title":"Not Found Error","parameter":"author_id","resource_type":"user","type":"https://api.twitter.com/2/problems/resource-not-found"}"""
    )]
    [InlineData("""{"title":"Not Found Error"}""")]
    [InlineData("null")]
    public async Task P7_errors_about_something_else_take_no_post_away(string error)
    {
        var id = Text(Write("1", _clock.GetCurrentInstant() - Duration.FromHours(1), "still there"));
        await RunAsync(recounted: 0);
        _gone[id] = error;
        _clock.AdvanceHours(2);
        await RunAsync();
        Assert.Equal((null, true), ((await HeldAsync()).Single().GoneReason, (await HeldAsync()).Single().IsListed));
    }

    [Fact]
    public async Task Counts_that_grow_are_seen_and_an_edit_replaces_the_text()
    {
        var id = Write("1", _clock.GetCurrentInstant() - Duration.FromHours(1), "first text", likes: 5);
        await RunAsync();
        var seen = _clock.GetCurrentInstant();
        _clock.AdvanceHours(2);
        _timelines["1"][0] = _timelines["1"][0] with { Likes = 50 };
        Assert.Equal(1, (await RunAsync()).Rows);
        var post = Assert.Single(await HeldAsync());
        Assert.Equal(
            (50L, seen, _clock.GetCurrentInstant(), "first text"),
            (post.Likes!.Value, post.FirstSeenAt, post.UpdatedAt, post.Text)
        );

        // An edit is a post with a new id whose history begins with the old one.
        _timelines["1"][0] = new Written(id + 4_000_000_000, id, "second text", 51);
        Assert.Equal(1, (await RunAsync()).Rows);
        var edited = Assert.Single(await HeldAsync());
        Assert.Equal(
            (Text(id), Text(id + 4_000_000_000), "second text", post.CreatedAt),
            (edited.PostId, edited.LatestId, edited.Text, edited.CreatedAt)
        );
        Assert.NotEqual(post.TextHash, edited.TextHash);
    }

    [Fact]
    public async Task A_budget_that_ends_in_the_middle_leaves_no_gap()
    {
        WriteHourly("1", 450);
        WriteHourly("2", 20);
        _callsLeft = 3; // names and two of five pages
        Assert.True((await RunAsync()).IsLimited);
        Assert.Equal(200, (await HeldAsync()).Count);

        // Meanwhile the account goes on writing; the walk goes on where it stood, and what is newer comes at the visit after.
        _clock.AdvanceHours(2);
        Write("1", _clock.GetCurrentInstant() - Duration.FromMinutes(5), "newer");
        _callsLeft = 3;
        var part = await RunAsync();
        Assert.False(part.Complete);
        _callsLeft = int.MaxValue;
        await RunAsync();
        await RunAsync();
        var held = await HeldAsync();
        Assert.Equal(471, held.Count);
        Assert.Equal(held.Count, held.DistinctBy(p => p.PostId).Count());
        Assert.Equal(0, (await RunAsync()).Rows);
    }

    [Fact]
    public async Task A_run_that_is_killed_between_pages_ends_the_same_when_it_is_repeated()
    {
        WriteHourly("1", 250);
        await RunAsync();
        var whole = (await HeldAsync()).Select(p => (p.Id, p.Text)).ToList();

        await using (var session = Documents.LightweightSession())
        {
            session.DeleteWhere<SocialPost>(p => p.Source == SocialSource.X);
            session.DeleteWhere<SocialAccount>(a => a.Source == SocialSource.X);
            await session.SaveChangesAsync(Ct);
        }
        _callsLeft = 2;
        Assert.True((await RunAsync()).IsLimited);
        _callsLeft = int.MaxValue;
        await RunAsync();
        Assert.Equal(whole, (await HeldAsync()).Select(p => (p.Id, p.Text)));
    }

    [Fact]
    public async Task The_account_that_waited_longest_comes_first()
    {
        Write("1", _clock.GetCurrentInstant() - Duration.FromHours(1), "a");
        Write("2", _clock.GetCurrentInstant() - Duration.FromHours(1), "b");
        _callsLeft = 2;
        Assert.False((await RunAsync()).Complete);
        _clock.AdvanceHours(2);
        _callsLeft = 1;
        Assert.False((await RunAsync()).Complete);
        Assert.StartsWith("/users/2/tweets", _asked[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task P7_what_Truth_Social_no_longer_has_leaves_the_lists_too()
    {
        var gone = false;
        string Status(string id, string content) =>
            $$"""
                {"id":"{{id}}","created_at":"2026-11-23T10:00:00.000Z","content":"{{content}}","favourites_count":1,"account":{"id":"9","username":"somebody"},"media_attachments":[]}
                """;
        (HttpStatusCode, string) Answers(string path) =>
            path switch
            {
                _ when path.Contains("trending", StringComparison.Ordinal) => (
                    HttpStatusCode.OK,
                    $"[{Status("113943538543524900", "stays")}"
                        + $"{(gone ? "" : "," + Status("113943538543524813", "goes") + "," + Status("113943538543524814", "hides"))}]"
                ),
                _ when path.EndsWith("813", StringComparison.Ordinal) => (HttpStatusCode.NotFound, """{"error":"Record not found"}"""),
                _ => (HttpStatusCode.OK, Status("113943538543524814", "hides").Trim()[..^1] + ""","tombstone":{"reason":"deleted"}}"""),
            };
        var client = new TruthSocialClient(
            Samples.Answering(
                path =>
                    Answers(path) is (HttpStatusCode.NotFound, _)
                        ? throw new ProviderException(ProviderFailure.Rejected, "truthsocial", "answered 404", status: 404)
                        : Answers(path),
                _asked
            )
        );
        var (store, accounts) = (new PostStore(Documents, _clock), new SocialAccounts(Options.Create(new SnsOptions())));
        var trends = new TruthSocialTrendsJob(
            client,
            store,
            new TruthSocialLook(client, store, _clock, NullLogger<TruthSocialLook>.Instance),
            accounts,
            _clock
        );
        await trends.RunAsync(new JobContext(_ => { }), Ct);
        Assert.Equal(3, (await HeldAsync()).Count(p => p.IsListed));
        gone = true;
        _clock.AdvanceHours(1);
        await trends.RunAsync(new JobContext(_ => { }), Ct);

        Assert.Equal(
            [(GoneReason.Deleted, false), (GoneReason.NotShown, false), (null, true)],
            (await HeldAsync()).OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => (p.GoneReason, p.IsListed))
        );
    }

    [Fact]
    public async Task Trending_and_followed_posts_of_Truth_Social_are_upserted_too()
    {
        var likes = 1;
        string Status(string id, string user) =>
            $$"""
                {"id":"{{id}}","created_at":"2026-11-23T10:00:00.000Z","content":"<p>Hello $TSLA</p>","in_reply_to_id":null,"favourites_count":{{likes}},"reblogs_count":0,"replies_count":0,
                 "account":{"id":"9","username":"{{user}}","display_name":"{{user}}","verified":false},"media_attachments":[]}
                """;
        (HttpStatusCode, string) TruthAnswer(string path) =>
            path switch
            {
                _ when path.Contains("lookup", StringComparison.Ordinal) => (
                    HttpStatusCode.OK,
                    $$"""{"id":"9","username":"{{path.Split('=')[1]}}"}"""
                ),
                _ when path.Contains("trending", StringComparison.Ordinal) => (
                    HttpStatusCode.OK,
                    $"[{Status("113943538543524813", "somebody")},{Status("113943538543524814", "WhiteHouse")},{{\"id\":\"x\"}}]"
                ),
                _ when path.Contains("max_id", StringComparison.Ordinal) => (HttpStatusCode.OK, "[]"),
                _ => (HttpStatusCode.OK, $"[{Status("113943538543524900", "realDonaldTrump")}]"),
            };
        var options = Options.Create(new SnsOptions());
        var (store, accounts) = (new PostStore(Documents, _clock), new SocialAccounts(options));
        var client = new TruthSocialClient(Samples.Answering(TruthAnswer, _asked));
        var look = new TruthSocialLook(client, store, _clock, NullLogger<TruthSocialLook>.Instance);
        var trends = new TruthSocialTrendsJob(client, store, look, accounts, _clock);
        var posts = new TruthSocialPostsJob(
            new TruthSocialTimelines(client, _clock),
            store,
            new TimelineWalk(store, _clock),
            look,
            accounts,
            _clock,
            NullLogger<TruthSocialPostsJob>.Instance
        );

        Assert.Equal((2, 1), (await trends.RunAsync(new JobContext(_ => { }), Ct) is var t ? (t.Rows, t.Dropped) : default));
        Assert.Equal(1, (await posts.RunAsync(new JobContext(_ => { }), Ct)).Rows); // all three accounts are the same post here
        Assert.Equal(0, (await trends.RunAsync(new JobContext(_ => { }), Ct)).Rows);
        likes = 2;
        Assert.Equal(1, (await posts.RunAsync(new JobContext(_ => { }), Ct)).Rows);

        var held = await HeldAsync();
        Assert.Equal(
            [
                ("truth_social_posts/113943538543524900", true, 2L),
                ("truth_social_trends/113943538543524813", true, 1L),
                ("truth_social_trends/113943538543524814", false, 1L),
            ],
            held.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => (p.Id, p.IsListed, p.Likes!.Value))
        );
    }
}
