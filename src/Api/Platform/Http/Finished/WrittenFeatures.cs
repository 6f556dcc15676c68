using InvestmentAssistant.Api.Platform.Persistence;
using Marten;
using Marten.Services;
using StackExchange.Redis;

namespace InvestmentAssistant.Api.Platform.Http.Finished;

/// <summary>
/// Drops finished answers as soon as a document of their feature is committed, here and, over Redis, on all replicas. Where Redis is away
/// the others' answers live for as long as they are fresh, which is seconds. Rows that are no documents (bars, trades, counts) say nothing
/// here: for them the same seconds hold.
/// </summary>
public sealed class WrittenFeatures(FinishedAnswers answers, RedisConnection redis, ILogger<WrittenFeatures> log)
    : DocumentSessionListenerBase
{
    /// <summary>Carries the name of a feature, or <see cref="Everything"/>.</summary>
    private static readonly RedisChannel s_channel = RedisChannel.Literal("answers:written");

    /// <summary>Documents of the domain are read by several features.</summary>
    private const string Everything = "*";

    private static readonly TimeSpan s_retryEvery = TimeSpan.FromSeconds(5);

    private const string Features = ".Features.",
        Domain = ".Domain.";

    /// <summary>The feature whose folder a type lies in; null for all others.</summary>
    public static string? FeatureOf(Type type)
    {
        var space = type.Namespace ?? "";
        var at = space.IndexOf(Features, StringComparison.Ordinal);
        return at < 0 ? null : space[(at + Features.Length)..].Split('.')[0];
    }

    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        foreach (var written in ScopesOf(commit))
        {
            Forget(written);
            _ = PublishAsync(written);
        }
        return Task.CompletedTask;
    }

    /// <summary>Follows the other replicas: subscribes once; after that the connection does so by itself whenever it comes back.</summary>
    public async Task FollowAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                var subscriber = (await redis.GetAsync()).GetSubscriber();
                await subscriber.SubscribeAsync(s_channel, (_, written) => Forget(written.ToString()));
                return;
            }
            catch (Exception e) when (RedisConnection.IsGone(e))
            {
                log.LogDebug("Answers of this replica follow no other's writes yet: {Reason}", e.Message);
            }
            await Task.Delay(s_retryEvery, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static HashSet<string> ScopesOf(IChangeSet commit)
    {
        var scopes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in commit.Inserted.Concat(commit.Updated).Concat(commit.Deleted))
        {
            var type = document.GetType();
            if (FeatureOf(type) is { } feature)
                scopes.Add(feature);
            else if (type.Namespace?.Contains(Domain, StringComparison.Ordinal) == true)
                scopes.Add(Everything);
        }
        return scopes;
    }

    private void Forget(string written)
    {
        if (written == Everything)
            answers.ForgetAll();
        else
            answers.Forget(written);
    }

    private async Task PublishAsync(string written)
    {
        if (!redis.IsConnected)
            return;
        try
        {
            await (await redis.GetAsync()).GetSubscriber().PublishAsync(s_channel, written, CommandFlags.FireAndForget);
        }
        catch (Exception e) when (RedisConnection.IsGone(e))
        {
            log.LogDebug("Not published: {Reason}", e.Message);
        }
    }
}

/// <summary>Follows the writes of other replicas as long as the process runs.</summary>
internal sealed class OthersWrites(WrittenFeatures written) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => written.FollowAsync(stoppingToken);
}
