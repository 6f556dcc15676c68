using System.Net;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Ingestion;

/// <summary>Trending and followed posts of Truth Social.</summary>
public sealed class TruthSocialJobsTests(LocalServices services) : XPostsJobTestBase(services)
{
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
        var (store, accounts) = (new PostStore(Documents, Clock), new SocialAccounts(options));
        var client = new TruthSocialClient(Samples.Answering(TruthAnswer, Asked));
        var look = new TruthSocialLook(client, store, Clock, NullLogger<TruthSocialLook>.Instance);
        var trends = new TruthSocialTrendsJob(client, store, look, accounts, Clock);
        var posts = new TruthSocialPostsJob(
            new TruthSocialTimelines(client, Clock),
            store,
            new TimelineWalk(store, Clock),
            look,
            accounts,
            Clock,
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
