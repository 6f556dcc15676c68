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
    : DocumentSessionListenerBase,
        IHostedService
{
    /// <summary>Carries the name of a feature, or <see cref="Everything"/>.</summary>
    private static readonly RedisChannel s_channel = RedisChannel.Literal("answers:written");

    /// <summary>Documents of the domain are read by several features.</summary>
    private const string Everything = "*";

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

    /// <summary>Does not wait for Redis: its connection subscribes by itself once there is one.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = SubscribeAsync();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

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

    private async Task SubscribeAsync()
    {
        try
        {
            var subscriber = (await redis.GetAsync()).GetSubscriber();
            await subscriber.SubscribeAsync(s_channel, (_, written) => Forget(written.ToString()));
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            log.LogWarning("Answers of this replica follow no other's writes: {Reason}", e.Message);
        }
    }

    private async Task PublishAsync(string written)
    {
        if (!redis.IsConnected)
            return;
        try
        {
            await (await redis.GetAsync()).GetSubscriber().PublishAsync(s_channel, written, CommandFlags.FireAndForget);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            log.LogDebug("Not published: {Reason}", e.Message);
        }
    }
}
