using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using InvestmentAssistant.Api.Features.Sns.Ingestion;
using InvestmentAssistant.MarketSimulator;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>The simulated networks, asked as the real ones are.</summary>
public sealed class SocialTests : IAsyncLifetime
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 23, 15, 0);

    private readonly FakeClock _clock = new(s_now);
    private SimulatorHost _simulator = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorHost.Create(new SimulatorOptions { Live = false, XCalls = 20 }, _clock);
        _http = new HttpClient { BaseAddress = _simulator.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any");
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _simulator.DisposeAsync();
    }

    private async Task<JsonElement> Get(string path) =>
        JsonSerializer.Deserialize<JsonElement>(await _http.GetStringAsync(new Uri(path, UriKind.Relative), Ct));

    private static string Id(JsonElement row) => row.GetProperty("id").GetString()!;

    private async Task<string> UserAsync(string name) => Id((await Get($"x/2/users/by/username/{name}")).GetProperty("data"));

    [Fact]
    public async Task A_timeline_goes_back_ninety_days_without_gap_or_repeat_and_is_the_same_again()
    {
        var user = await UserAsync("SIM_EVWATCH");
        var ids = new List<string>();
        var next = "";
        do
        {
            var page = await Get($"x/2/users/{user}/tweets?max_results=100&tweet.fields=created_at{next}");
            ids.AddRange(page.GetProperty("data").EnumerateArray().Select(Id));
            next = page.GetProperty("meta").TryGetProperty("next_token", out var token) ? $"&pagination_token={token.GetString()}" : "";
            Assert.All(page.GetProperty("data").EnumerateArray(), p =>
                Assert.InRange(
                    NodaTime.Text.InstantPattern.ExtendedIso.Parse(p.GetProperty("created_at").GetString()!).Value,
                    s_now - Duration.FromDays(91),
                    s_now
                )
            );
        } while (next.Length > 0);
        Assert.InRange(ids.Count, 200, 400);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(ids.OrderByDescending(long.Parse), ids);
        var middle = ids[50];
        Assert.Equal(
            ids.Take(50),
            (await Get($"x/2/users/{user}/tweets?max_results=100&since_id={middle}")).GetProperty("data").EnumerateArray().Select(Id)
        );
        Assert.Equal(
            ids.Skip(51).Take(10),
            (await Get($"x/2/users/{user}/tweets?max_results=10&until_id={middle}")).GetProperty("data").EnumerateArray().Select(Id)
        );
    }

    [Fact]
    public async Task Fields_come_when_asked_for_and_our_reader_takes_them_all()
    {
        var user = await UserAsync("sim_northquay");
        var plain = (await Get($"x/2/users/{user}/tweets")).GetProperty("data")[0];
        Assert.Equal(["edit_history_tweet_ids", "id", "text"], plain.EnumerateObject().Select(p => p.Name));

        var client = new XClient(
            new HttpClient
            {
                BaseAddress = _simulator.X,
                DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "any") },
            },
            _clock
        );
        var reply = await client.TimelineAsync(user, null, null, s_now - Duration.FromDays(30), Ct);
        Assert.Equal((100, 0), (reply.Rows.Count, reply.Dropped));
        var posts = reply.Rows.Select(r => XPosts.ToPost(r, reply, null, "media", _clock.GetCurrentInstant())!).ToList();
        Assert.All(posts.Where(p => p.RepostedBy is null), p =>
            Assert.Equal(("sim_northquay", true), (p.Author, p.Likes > 0 && p.Impressions > p.Likes))
        );
        Assert.Contains(posts, p => p.Media.Count > 0 && !p.Text.Contains("t.co", StringComparison.Ordinal));
        Assert.Contains(posts, p => p.Cashtags.Count > 0);
        Assert.Contains(posts, p => !p.IsListed);
        Assert.Contains(posts, p => p.Text.Contains("https://www.harborwire.example/markets/", StringComparison.Ordinal));
        Assert.Contains(posts, p => p.Text.Length > 280); // long ones are cut, and whole in their note
        Assert.Contains(posts, p => p.Quote is { Author: not null, Text.Length: > 0 });
        Assert.True(reply.HasMore);

        // Counts grow, also by id.
        _clock.AdvanceHours(6);
        // Those that are still there after five hours stay.
        var old = posts.Where(p => p.RepostedBy is null && p.CreatedAt < s_now - Duration.FromHours(5)).Take(3);
        var later = await client.PostsAsync(old.Select(p => p.LatestId).Append("5"), Ct);
        Assert.Equal((3, "5"), (later.Rows.Count, later.Errors.Single(e => e.Parameter == "ids").Value));
        Assert.True(later.Rows[0].PublicMetrics!.LikeCount > posts.First(p => p.LatestId == later.Rows[0].Id).Likes);
    }

    [Fact]
    public async Task M3_reposts_come_cut_as_the_network_sends_them_and_with_the_original_beside()
    {
        var user = await UserAsync("sim_stockpost");
        const string Fields = "tweet.fields=created_at,public_metrics,referenced_tweets,note_tweet";
        var page = await Get(
            $"x/2/users/{user}/tweets?max_results=100&{Fields}&expansions=author_id,referenced_tweets.id,referenced_tweets.id.author_id"
        );
        var reposts = page.GetProperty("data")
            .EnumerateArray()
            .Where(p => p.TryGetProperty("referenced_tweets", out var r) && r[0].GetProperty("type").GetString() == "retweeted")
            .ToList();
        Assert.NotEmpty(reposts);
        Assert.All(reposts, p => Assert.StartsWith("RT @sim_", p.GetProperty("text").GetString(), StringComparison.Ordinal));
        Assert.All(reposts, p => Assert.InRange(System.Net.WebUtility.HtmlDecode(p.GetProperty("text").GetString()!).Length, 10, 140));
        Assert.Contains(reposts, p => p.GetProperty("text").GetString()!.EndsWith('…'));
        Assert.All(reposts, p =>
            Assert.Equal(
                (0, true),
                (
                    p.GetProperty("public_metrics").GetProperty("like_count").GetInt64(),
                    p.GetProperty("public_metrics").GetProperty("retweet_count").GetInt64() > 0
                )
            )
        );
        var originals = page.GetProperty("includes").GetProperty("tweets").EnumerateArray().Select(Id).ToHashSet();
        Assert.Contains(reposts, p => originals.Contains(p.GetProperty("referenced_tweets")[0].GetProperty("id").GetString()!));
    }

    /// <summary>What the simulator says is made up: no account of anybody real says it, and the product follows its accounts only when it
    /// runs against it.</summary>
    [Fact]
    public void M1_the_simulated_accounts_are_invented_and_none_of_the_real_ones()
    {
        var options = Microsoft.Extensions.Options.Options.Create(new InvestmentAssistant.Api.Features.Sns.SnsOptions());
        var real = new InvestmentAssistant.Api.Features.Sns.SocialAccounts(options, "live");
        var invented = new InvestmentAssistant.Api.Features.Sns.SocialAccounts(options, "simulated");
        Assert.Equal(
            (real.FollowedOnX.Count, real.FollowedOnTruthSocial.Count),
            (invented.FollowedOnX.Count, invented.FollowedOnTruthSocial.Count)
        );
        Assert.All(real.FollowedOnX.Concat(real.FollowedOnTruthSocial), a =>
            Assert.DoesNotContain("sim_", a.Username, StringComparison.Ordinal)
        );
        Assert.All(invented.FollowedOnX.Concat(invented.FollowedOnTruthSocial), a =>
            Assert.StartsWith("sim_", a.Username, StringComparison.Ordinal)
        );

        var rows = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "MarketSimulator", "social-accounts.csv"))
            .Skip(1)
            .Select(l => l.Split(','))
            .ToList();
        Assert.All(rows, r => Assert.Matches("^sim_[a-z]{3,11}$", r[1])); // X takes 15 letters
        Assert.All(rows, r => Assert.Matches(@"\((simulated|가상)\)$", r[2]));
        Assert.Empty(invented.FollowedOnX.Select(a => a.Username).Except(rows.Where(r => r[0] == "x").Select(r => r[1])));
        Assert.Empty(
            invented.FollowedOnTruthSocial.Select(a => a.Username).Except(rows.Where(r => r[0] == "truthsocial").Select(r => r[1]))
        );
    }

    [Fact]
    public async Task X_refuses_strangers_and_those_who_ask_too_often()
    {
        _http.DefaultRequestHeaders.Authorization = null;
        using (var stranger = await _http.GetAsync(new Uri("x/2/users/by?usernames=sim_northquay", UriKind.Relative), Ct))
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any");
        HttpResponseMessage last = null!;
        for (var i = 0; i < 21; i++)
            last = await _http.GetAsync(new Uri("x/2/users/by?usernames=sim_northquay,nobody", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.Equal("0", last.Headers.GetValues("x-rate-limit-remaining").Single());
        Assert.Equal(
            "Too Many Requests",
            JsonSerializer.Deserialize<JsonElement>(await last.Content.ReadAsStringAsync(Ct)).GetProperty("title").GetString()
        );
    }

    [Fact]
    public async Task Truth_Social_pages_by_max_id_and_its_posts_are_read()
    {
        var client = new TruthSocialClient(
            new HttpClient
            {
                BaseAddress = _simulator.TruthSocial,
                DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "any") },
            }
        );
        var account = await client.AccountAsync("sim_townsquare", Ct);
        var ids = new List<string>();
        string? before = null;
        while (await client.StatusesAsync(account.Id!, before, Ct) is { Rows: [.., var oldest] } page)
        {
            Assert.Equal(0, page.Dropped);
            Assert.All(page.Rows, s => Assert.NotNull(TruthSocialWire.ToPost(s, "truth_social_posts", isWhole: true, s_now)));
            ids.AddRange(page.Rows.Select(s => s.Id!));
            before = oldest.Id;
        }
        Assert.InRange(ids.Count, 400, 700);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var trends = await client.TrendingAsync(Ct);
        Assert.True(trends.Rows.Select(s => s.Account!.Username).Distinct().Count() > 2);
        using var missing = await _http.GetAsync(new Uri("truthsocial/api/v1/accounts/lookup?acct=nobody", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
