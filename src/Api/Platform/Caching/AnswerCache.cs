using System.Collections.Concurrent;
using InvestmentAssistant.Api.Platform.Persistence;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Platform.Caching;

/// <summary>A kept value.</summary>
/// <param name="Value">What was read.</param>
/// <param name="Age">How long ago.</param>
/// <param name="IsStale">It should have been renewed, but the store is gone.</param>
public readonly record struct Kept<T>(T Value, TimeSpan Age, bool IsStale);

/// <summary>
/// What was read from PostgreSQL, kept for a while: requests for the same thing share one read, and when PostgreSQL is gone the last value
/// goes on being served for up to an hour, if the bound of the memory leaves it there so long. Times are wall time: a replayed market runs
/// fast, its readers do not.
/// </summary>
public sealed class AnswerCache(TimeProvider time, IOptions<AnswerCacheOptions> options) : IDisposable
{
    private static readonly TimeSpan ServeStaleFor = TimeSpan.FromHours(1);

    /// <summary>Time that a reader waits for a value of which there is none yet.</summary>
    private static readonly TimeSpan ReadDeadline = TimeSpan.FromSeconds(5);

    /// <summary>Time that a reader waits for the next value before it gets the last one; the read itself goes on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly MemoryCache _memory = new(
        new MemoryCacheOptions
        {
            SizeLimit = options.Value.MaxMegabytes * 1024L * 1024L,
            // A full cache takes nothing in until it was thinned out: the least recently used tenth goes.
            CompactionPercentage = 0.1,
            TrackStatistics = true,
        }
    );
    private readonly ConcurrentDictionary<string, Lazy<Task<object>>> _reads = new(StringComparer.Ordinal);
    private long _hits,
        _misses,
        _stale;

    public AnswerCache(TimeProvider time)
        : this(time, Options.Create(new AnswerCacheOptions())) { }

    /// <summary>Estimated memory of all kept answers, bytes.</summary>
    public long Bytes => _memory.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0;

    /// <summary>Kept answers.</summary>
    public long Entries => _memory.Count;

    /// <summary>Questions answered from the cache, since the start.</summary>
    public long Hits => Interlocked.Read(ref _hits);

    /// <summary>Questions that the store answered, since the start.</summary>
    public long Misses => Interlocked.Read(ref _misses);

    /// <summary>Questions answered with an old value because the store was away or slow, since the start.</summary>
    public long Stale => Interlocked.Read(ref _stale);

    /// <summary>The value under the key, no older than <paramref name="freshFor"/> as long as it can be read.</summary>
    /// <param name="key">Names feature, question and parameters: sp500:chart:AAPL:1D.</param>
    /// <param name="freshFor">How long it is given without reading again.</param>
    /// <param name="read">Reads it; not bound to the request that happened to come first.</param>
    /// <param name="ct">Of this request.</param>
    public async Task<Kept<T>> GetAsync<T>(string key, TimeSpan freshFor, Func<CancellationToken, Task<T>> read, CancellationToken ct)
        where T : class
    {
        var entry = _memory.Get<Entry>(key);
        if (entry is not null && AgeOf(entry) < freshFor)
        {
            Interlocked.Increment(ref _hits);
            return new Kept<T>((T)entry.Value, AgeOf(entry), IsStale: false);
        }
        try
        {
            var shared = _reads.GetOrAdd(key, k => new Lazy<Task<object>>(() => ReadAsync(k, read)));
            var value = (T)await shared.Value.WaitAsync(entry is null ? ReadDeadline : Patience, time, ct);
            Interlocked.Increment(ref _misses);
            return new Kept<T>(value, TimeSpan.Zero, IsStale: false);
        }
        catch (Exception e) when (entry is not null && e.IsStoreGone())
        {
            Interlocked.Increment(ref _stale);
            return new Kept<T>((T)entry.Value, AgeOf(entry), IsStale: true);
        }
    }

    private async Task<object> ReadAsync<T>(string key, Func<CancellationToken, Task<T>> read)
        where T : class
    {
        try
        {
            // Not cancelled when its readers have gone: the driver's cancel is a call of its own, which waits on the calling thread for a
            // server that hangs. The command's timeout ends it.
            var value = await read(CancellationToken.None);
            _memory.Set(
                key,
                new Entry(value, time.GetTimestamp()),
                new MemoryCacheEntryOptions { Size = AnswerWeight.Of(value), AbsoluteExpirationRelativeToNow = ServeStaleFor }
            );
            return value;
        }
        finally
        {
            _reads.TryRemove(key, out _);
        }
    }

    private TimeSpan AgeOf(Entry entry) => time.GetElapsedTime(entry.ReadAt);

    public void Dispose() => _memory.Dispose();

    private sealed record Entry(object Value, long ReadAt);
}
