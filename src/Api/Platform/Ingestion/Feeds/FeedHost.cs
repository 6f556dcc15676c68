using System.Diagnostics;
using InvestmentAssistant.Api.Platform.Persistence;

namespace InvestmentAssistant.Api.Platform.Ingestion.Feeds;

/// <summary>
/// Runs every live feed on the one replica that holds its lease. A feed that fails gives its lease back and waits, so that a replica whose
/// network is better may try; one whose lease is lost is cancelled at once, for by then another is feeding. While PostgreSQL is away the
/// lease is in doubt and the feed goes on: prices do not wait for a store.
/// </summary>
public sealed class FeedHost(
    IEnumerable<ILiveFeed> feeds,
    LeaseKeeper leases,
    FeedStatusStore status,
    FeedWatch watch,
    JobCatalog catalog,
    SchemaGate gate,
    ILogger<FeedHost> log
) : BackgroundService
{
    private static readonly TimeSpan s_betweenWrites = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    /// <summary>A feed that ran this long was well: its next failure starts with a short pause again.</summary>
    private static readonly TimeSpan s_healthy = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await gate.WaitAsync(stoppingToken);
            await Task.WhenAll(feeds.Select(feed => KeepAsync(feed, stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutdown.
        }
    }

    private async Task KeepAsync(ILiveFeed feed, CancellationToken stopping)
    {
        if (!catalog.IsConfigured(feed.Provider))
        {
            log.LogInformation("{Feed} does not run: {Provider} is not configured", feed.Name, feed.Provider);
            return;
        }
        for (var failures = 0; !stopping.IsCancellationRequested; )
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                await using var lease = await leases.TryAcquireAsync($"feed:{feed.Name}", stopping);
                if (lease is null)
                {
                    await Task.Delay(LeaseKeeper.BetweenTries(), stopping);
                    continue;
                }
                await FeedAsync(feed, lease, stopping);
                failures = 0;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                failures = Stopwatch.GetElapsedTime(started) > s_healthy ? 1 : failures + 1;
                // A PostgreSQL that is away is no fault of the feed: it is asked again every second.
                var pause = e.IsStoreGone() ? LeaseKeeper.BetweenTries() : PauseAfter(failures);
                log.LogWarning(
                    "{Feed} stopped, next try in {Pause:0.0} s: {Error}: {Reason}",
                    feed.Name,
                    pause.TotalSeconds,
                    e.GetType().Name,
                    e.Message
                );
                await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FeedAsync(ILiveFeed feed, Lease lease, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
        var health = new FeedHealth();
        watch.Started(feed, health, lease);
        await ClaimAsync(feed, end.Token);
        log.LogInformation("{Feed} runs on this replica ({Replica})", feed.Name, Replica.Name);
        var writing = WriteStatusAsync(feed, health, end.Token);
        string? error = null;
        try
        {
            await feed.RunAsync(health, end.Token);
            end.Token.ThrowIfCancellationRequested();
            // A feed that returns without cancellation has lost its connection in an orderly way; the pause prevents a busy loop.
            throw new InvalidOperationException("the feed ended by itself");
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            error = lease.Lost.IsCancellationRequested ? "the lease was lost" : "the replica is shutting down";
        }
        catch (Exception e)
        {
            error = e.Message;
            throw;
        }
        finally
        {
            await end.CancelAsync();
            await writing;
            await LastWordAsync(feed, health, error);
        }
    }

    private async Task ClaimAsync(ILiveFeed feed, CancellationToken end)
    {
        try
        {
            await status.ClaimAsync(feed, end);
        }
        catch (Exception e) when (!end.IsCancellationRequested)
        {
            log.LogDebug("The beginning of {Feed} could not be written: {Reason}", feed.Name, e.Message);
        }
    }

    private async Task WriteStatusAsync(ILiveFeed feed, FeedHealth health, CancellationToken end)
    {
        using var timer = new PeriodicTimer(s_betweenWrites);
        try
        {
            do
            {
                try
                {
                    await status.UpdateAsync(feed, health, health.IsConnected, null, end);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    log.LogDebug("The status of {Feed} could not be written: {Reason}", feed.Name, e.Message);
                }
            } while (await timer.WaitForNextTickAsync(end));
        }
        catch (OperationCanceledException)
        {
            // The feed has ended.
        }
    }

    private async Task LastWordAsync(ILiveFeed feed, FeedHealth health, string? error)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await status.UpdateAsync(feed, health, connected: false, error, limit.Token);
        }
        catch (Exception e)
        {
            log.LogDebug("The end of {Feed} could not be written: {Reason}", feed.Name, e.Message);
        }
    }

    /// <summary>Doubles from one second to thirty, less up to a half by chance.</summary>
    internal static TimeSpan PauseAfter(int failures)
    {
        var full = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures - 1), s_longestPause.TotalSeconds));
        return full * (0.5 + Random.Shared.NextDouble() / 2);
    }
}
