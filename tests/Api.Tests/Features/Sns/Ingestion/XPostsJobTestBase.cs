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
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Ingestion;

/// <summary>
/// The job over a database of this test alone and an X that the test plays: two accounts, posts with ids that rise with time.
/// </summary>
public abstract class XPostsJobTestBase(LocalServices services) : IAsyncLifetime
{
    protected sealed record Written(long Id, long First, string Text, int Likes = 0);

    private const long Epoch = 1_288_834_974_657;

    protected FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 23, 12, 0));
    protected Dictionary<string, List<Written>> Timelines { get; } = new() { ["1"] = [], ["2"] = [] };
    protected List<string> Asked { get; } = [];

    /// <summary>Ids that X no longer gives, and the error that it gives in place, with ID for the id.</summary>
    protected Dictionary<string, string> Gone { get; } = [];
    protected ServiceProvider Provider { get; set; } = null!;
    protected int CallsLeft { get; set; } = int.MaxValue;

    protected IDocumentStore Documents => Provider.GetRequiredService<IDocumentStore>();

    public async ValueTask InitializeAsync()
    {
        Provider = await services.NewServicesAsync(
            (collection, configuration) =>
                collection.AddPersistence(configuration, [new SnsFeature()]).AddSingleton<IClock>(Clock).AddTextFold()
        );
    }

    public ValueTask DisposeAsync() => Provider.DisposeAsync();

    protected long Write(string user, Instant at, string text, int likes = 0)
    {
        var id = ((at.ToUnixTimeMilliseconds() - Epoch) << 22) | Number(user);
        Timelines[user].Add(new Written(id, id, text, likes));
        return id;
    }

    protected void WriteHourly(string user, int count)
    {
        for (var i = 1; i <= count; i++)
            Write(user, Clock.GetCurrentInstant() - Duration.FromHours(count - i) - Duration.FromMinutes(1), $"post {i}");
    }

    private (HttpStatusCode, string) Answer(string path)
    {
        if (--CallsLeft < 0)
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
                ? [.. Timelines.Values.SelectMany(t => t).Where(w => query["ids"]!.Split(',').Contains(Text(w.Id)))]
                : Timelines[address.AbsolutePath.Split('/')[2]]
                    .Where(w =>
                        (query["since_id"] is not { } since || w.Id > Number(since))
                        && (query["until_id"] is not { } until || w.Id < Number(until))
                    )
                    .OrderByDescending(w => w.Id)
                    .ToList();
        var page = all.Where(w => !Gone.ContainsKey(Text(w.Id))).Take(100).ToList();
        var errors =
            address.AbsolutePath != "/tweets"
                ? []
                : query["ids"]!
                    .Split(',')
                    .Where(Gone.ContainsKey)
                    .Select(id => Gone[id].Replace("ID", id, StringComparison.Ordinal))
                    .ToArray();
        var rows = page.Select(w =>
            $$"""
                {"id":"{{w.Id}}","edit_history_tweet_ids":[{{string.Join(
                    ',',
                    new[] { w.First, w.Id }.Distinct().Select(i => $"\"{i}\"")
                )}}],"author_id":"{{Timelines.First(t => t.Value.Contains(w)).Key}}",
                 "text":"{{w.Text}}","public_metrics":{"retweet_count":0,"reply_count":0,"like_count":{{w.Likes}},"quote_count":0,"impression_count":0} }
                """
        );
        var more = all.Count > page.Count ? ""","next_token":"t" """ : "";
        var failed = errors.Length > 0 ? $$""","errors":[{{string.Join(',', errors)}}]""" : "";
        return (
            HttpStatusCode.OK,
            $$"""
            {"data":[{{string.Join(
                ',',
                rows
            )}}]{{failed}},"includes":{"users":[{"id":"1","name":"Alice A","username":"Alice","verified":true},{"id":"2","name":"Bob","username":"bob"}]},
             "meta":{"result_count":{{page.Count}}{{more}} } }
            """
        );
    }

    protected static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);

    protected async Task<JobOutcome> RunAsync(int historyDays = 90, int recounted = 25)
    {
        Asked.Clear();
        var options = new SnsOptions { HistoryDays = historyDays, RecountedPosts = recounted };
        foreach (var name in new[] { "alice", "BOB", "nobody" })
            options.XAccounts.Add(name);
        var store = new PostStore(Documents, Clock);
        var job = new XPostsJob(
            new XClient(Samples.Answering(Answer, Asked), Clock),
            store,
            new TimelineWalk(store, Clock),
            new SocialAccounts(Options.Create(options)),
            Options.Create(options),
            Clock,
            NullLogger<XPostsJob>.Instance
        );
        return await job.RunAsync(new JobContext(_ => { }), Ct);
    }

    protected async Task<IReadOnlyList<SocialPost>> HeldAsync()
    {
        await using var session = Documents.QuerySession();
        return await session.Query<SocialPost>().OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).ToListAsync(Ct);
    }

    protected string[] Recounted() =>
        [
            .. Asked
                .Where(a => a.StartsWith("/tweets?", StringComparison.Ordinal))
                .SelectMany(a => HttpUtility.ParseQueryString(a[8..])["ids"]!.Split(',')),
        ];
}
