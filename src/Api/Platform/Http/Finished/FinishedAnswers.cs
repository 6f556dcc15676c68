using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace InvestmentAssistant.Api.Platform.Http.Finished;

/// <summary>Settings <c>FinishedAnswers:*</c>.</summary>
public sealed class FinishedAnswersOptions
{
    /// <summary>Memory for finished answers, MiB (default 64). Whatever strangers ask for, the process grows by no more.</summary>
    public int MaxMegabytes { get; set; } = 64;

    /// <summary>
    /// Milliseconds for which an answer made of live prices serves all who ask the same (default 100): less than anybody sees, and ten
    /// thousand requests a second cost ten answers.
    /// </summary>
    public int LiveMilliseconds { get; set; } = 100;

    /// <summary>
    /// Milliseconds for which any other answer does (default 5,000), unless a document of its feature is written before. 0 of either turns
    /// it off.
    /// </summary>
    public int StoredMilliseconds { get; set; } = 5_000;
}

/// <summary>
/// Finished answers of this replica, bounded in bytes; the least recently used go first. An answer counts as long as it is fresh and
/// nothing was written since it was read. Requests for the same thing share one reading.
/// </summary>
public sealed class FinishedAnswers(TimeProvider time, IOptions<FinishedAnswersOptions> options) : IDisposable
{
    private readonly MemoryCache _memory = new(
        new MemoryCacheOptions
        {
            SizeLimit = options.Value.MaxMegabytes * 1024L * 1024L,
            // A full cache takes nothing in until it was thinned out.
            CompactionPercentage = 0.1,
            ExpirationScanFrequency = TimeSpan.FromSeconds(5),
            TrackStatistics = true,
        }
    );
    private readonly ConcurrentDictionary<(string Key, long Stamp), TaskCompletionSource<FinishedAnswer?>> _readings = new();
    private readonly ConcurrentDictionary<string, Writes> _written = new(StringComparer.Ordinal);
    private long _everything,
        _hits,
        _misses;

    /// <summary>Estimated memory of all of them, bytes.</summary>
    public long Bytes => _memory.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0;

    /// <summary>Number of them.</summary>
    public long Entries => _memory.Count;

    /// <summary>Requests that were answered with finished bytes since the start.</summary>
    public long Hits => Interlocked.Read(ref _hits);

    /// <summary>Requests that an endpoint answered since the start.</summary>
    public long Misses => Interlocked.Read(ref _misses);

    internal FinishedAnswersOptions Options => options.Value;

    /// <summary>Drops the answers of a feature: its documents were written.</summary>
    public void Forget(string feature) => Interlocked.Increment(ref _written.GetOrAdd(feature, static _ => new Writes()).Number);

    /// <summary>Drops all: what several features read was written.</summary>
    public void ForgetAll() => Interlocked.Increment(ref _everything);

    /// <summary>The state of what a feature reads; another after each write. Taken before reading.</summary>
    public long StampOf(string feature) =>
        Interlocked.Read(ref _everything) + (_written.TryGetValue(feature, out var writes) ? Interlocked.Read(ref writes.Number) : 0);

    /// <summary>Finds an answer that is fresh and as of the last write; null without one.</summary>
    public FinishedAnswer? Find(string key, long stamp, TimeSpan freshFor) =>
        _memory.TryGetValue(key, out FinishedAnswer? kept) && kept!.Stamp == stamp && AgeOf(kept) < freshFor ? kept : null;

    /// <summary>Time since it was finished.</summary>
    public TimeSpan AgeOf(FinishedAnswer answer) => time.GetElapsedTime(answer.FinishedAt);

    /// <summary>
    /// Joins the reading that is under way for this key. Returns null when there is none: the caller is then the one who reads, and must
    /// call <see cref="End"/>.
    /// </summary>
    internal Task<FinishedAnswer?>? Join(string key, long stamp)
    {
        var own = new TaskCompletionSource<FinishedAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _readings.GetOrAdd((key, stamp), own);
        return first == own ? null : first.Task;
    }

    /// <summary>Makes the answer that a caller has read; its time is now.</summary>
    internal FinishedAnswer Finish(byte[] body, IReadOnlyList<KeyValuePair<string, StringValues>> headers, TimeSpan age, long stamp) =>
        new(body, headers, age, time.GetTimestamp(), stamp);

    /// <summary>
    /// Ends a reading and hands its answer to all who joined; keeps it for a while. Null: the answer is for this one client alone, and the
    /// others read for themselves.
    /// </summary>
    internal void End(string key, long stamp, FinishedAnswer? answer, TimeSpan freshFor)
    {
        if (answer is not null)
        {
            var entry = new MemoryCacheEntryOptions { Size = answer.Weight, AbsoluteExpirationRelativeToNow = freshFor };
            _memory.Set(key, answer, entry);
        }
        if (_readings.TryRemove((key, stamp), out var reading))
            reading.TrySetResult(answer);
    }

    /// <summary>Ends a reading that came to nothing, its client being gone: one of those who joined begins again.</summary>
    internal void Abandon(string key, long stamp)
    {
        if (_readings.TryRemove((key, stamp), out var reading))
            reading.TrySetCanceled();
    }

    internal void CountHit() => Interlocked.Increment(ref _hits);

    internal void CountMiss() => Interlocked.Increment(ref _misses);

    public void Dispose() => _memory.Dispose();

    private sealed class Writes
    {
        public long Number;
    }
}
