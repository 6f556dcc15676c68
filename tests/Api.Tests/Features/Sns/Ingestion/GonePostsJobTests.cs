using System.Net;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Features.Sns.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Ingestion;

/// <summary>Posts that the networks no longer show.</summary>
public sealed class GonePostsJobTests(LocalServices services) : XPostsJobTestBase(services)
{
    private const string NotFound =
        """{"value":"ID","detail":"Could not find tweet with ids: [ID].","title":"Not Found Error","resource_type":"tweet","parameter":"ids","resource_id":"ID","type":"https://api.twitter.com/2/problems/resource-not-found"}""";

    private const string NotAuthorized =
        """{"resource_id":"ID","parameter":"ids","resource_type":"tweet","section":"data","title":"Authorization Error","value":"ID","detail":"Sorry, you are not authorized to see the Tweet with ids: [ID].","type":"https://api.twitter.com/2/problems/not-authorized-for-resource"}""";

    [Fact]
    public async Task P7_every_post_has_its_turn_and_a_deleted_one_is_asked_for_once_and_no_longer_shown()
    {
        for (var i = 1; i <= 102; i++)
            Write("1", Clock.GetCurrentInstant() - Duration.FromMinutes(10 * i), $"post {i}");
        await RunAsync(recounted: 0);
        // The 25 newest are gone: the queue begins with them.
        var gone = Timelines["1"].Take(25).Select(w => Text(w.Id)).ToList();
        foreach (var id in gone)
            Gone[id] = NotFound;
        var turns = new List<string>();
        for (var run = 0; run < 5; run++)
        {
            Clock.AdvanceMinutes(30);
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
        var reader = new PostReader(Documents, Provider.GetRequiredService<Npgsql.NpgsqlDataSource>());
        Assert.Equal(77, (await reader.CountAsync([SocialSource.X], null, Ct))[SocialSource.X]);
        Assert.Null(await reader.FindAsync([SocialSource.X], gone[0], Ct));
        Assert.Empty(await reader.LoadAsync([SocialPost.IdOf(SocialSource.X, gone[0])], Ct));
    }

    [Fact]
    public async Task P7_a_post_that_may_not_be_seen_is_hidden_until_it_may_again()
    {
        var id = Text(Write("1", Clock.GetCurrentInstant() - Duration.FromHours(1), "only for followers"));
        Gone[id] = NotAuthorized;
        await RunAsync(recounted: 0);
        Assert.Empty(await HeldAsync()); // it was never seen
        Gone.Clear();
        await RunAsync();
        Gone[id] = NotAuthorized;
        Clock.AdvanceHours(2);
        Assert.Equal(1, (await RunAsync()).Rows);
        Assert.Equal((GoneReason.NotShown, false), ((await HeldAsync())[0].GoneReason, (await HeldAsync())[0].IsListed));
        Gone.Clear();
        Clock.AdvanceHours(2);
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
        var id = Text(Write("1", Clock.GetCurrentInstant() - Duration.FromHours(1), "still there"));
        await RunAsync(recounted: 0);
        Gone[id] = error;
        Clock.AdvanceHours(2);
        await RunAsync();
        Assert.Equal((null, true), ((await HeldAsync()).Single().GoneReason, (await HeldAsync()).Single().IsListed));
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
                Asked
            )
        );
        var (store, accounts) = (new PostStore(Documents, Clock), new SocialAccounts(Options.Create(new SnsOptions())));
        var trends = new TruthSocialTrendsJob(
            client,
            store,
            new TruthSocialLook(client, store, Clock, NullLogger<TruthSocialLook>.Instance),
            accounts,
            Clock
        );
        await trends.RunAsync(new JobContext(_ => { }), Ct);
        Assert.Equal(3, (await HeldAsync()).Count(p => p.IsListed));
        gone = true;
        Clock.AdvanceHours(1);
        await trends.RunAsync(new JobContext(_ => { }), Ct);

        Assert.Equal(
            [(GoneReason.Deleted, false), (GoneReason.NotShown, false), (null, true)],
            (await HeldAsync()).OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => (p.GoneReason, p.IsListed))
        );
    }
}
