using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using InvestmentAssistant.Api.Platform.Persistence;
using RedisRateLimiting;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>An address as all replicas have counted it together.</summary>
/// <param name="IsRefused">Whether it has no request left.</param>
/// <param name="Left">Requests that it may still make in this window.</param>
/// <param name="Reset">Time until it is counted from zero again.</param>
public readonly record struct SharedCount(bool IsRefused, int Left, TimeSpan Reset);

/// <summary>
/// Counts the requests of an address over all replicas, in Redis. Where Redis is away, slow or full each replica counts for itself: a limit
/// must never be what makes requests fail.
/// </summary>
public sealed class SharedLimit(ILogger<SharedLimit> log, TimeProvider time, RedisConnection? redis = null)
{
    /// <summary>Time that a request waits for Redis.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(100);

    /// <summary>Time for which Redis is not asked after it did not answer.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    private long _failedAt;

    /// <summary>Counts a request; null when only this replica can count it.</summary>
    /// <param name="customer">See <see cref="ClientAddress"/>.</param>
    /// <param name="limit">Requests in a window.</param>
    /// <param name="window">Its length.</param>
    public async ValueTask<SharedCount?> CountAsync(IPAddress customer, int limit, TimeSpan window)
    {
        var failed = Interlocked.Read(ref _failedAt);
        if (redis is not { IsConnected: true } || (failed != 0 && time.GetElapsedTime(failed) < s_pause))
            return null;
        try
        {
            var multiplexer = await redis.GetAsync();
            await using var limiter = new RedisFixedWindowRateLimiter<string>(
                $"requests:{customer}",
                new RedisFixedWindowRateLimiterOptions
                {
                    ConnectionMultiplexerFactory = () => multiplexer,
                    PermitLimit = limit,
                    Window = window,
                }
            );
            using var lease = await limiter.AcquireAsync(1, CancellationToken.None).AsTask().WaitAsync(s_patience, time);
            var left = Number(lease, RateLimitMetadataName.Remaining.Name) ?? 0;
            var reset = Number(lease, RateLimitMetadataName.RetryAfter.Name) is { } seconds and > 0
                ? TimeSpan.FromSeconds(seconds)
                : window;
            return new SharedCount(!lease.IsAcquired, (int)Math.Clamp(left, 0, limit), reset);
        }
        catch (Exception e) when (RedisConnection.IsGone(e))
        {
            Interlocked.Exchange(ref _failedAt, time.GetTimestamp());
            log.LogWarning("Requests are counted by each replica for {Seconds} s: {Reason}", s_pause.TotalSeconds, e.Message);
            return null;
        }
    }

    private static long? Number(RateLimitLease lease, string name) =>
        lease.TryGetMetadata(name, out var value) && value is not null ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;
}
