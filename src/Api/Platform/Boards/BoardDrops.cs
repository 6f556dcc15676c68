using System.Diagnostics;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>Counts what a board does not believe, and says so at most once a minute.</summary>
internal sealed class BoardDrops(string board, ILogger log)
{
    public const string UnknownNumber = "a number that the hashes do not have";

    private long _count;
    private long _lastSaid;

    /// <summary>Payloads and items dropped since the start.</summary>
    public long Count => Interlocked.Read(ref _count);

    public void Add(string reason)
    {
        var count = Interlocked.Increment(ref _count);
        var last = Interlocked.Read(ref _lastSaid);
        if (last != 0 && Stopwatch.GetElapsedTime(last) < TimeSpan.FromMinutes(1))
            return;
        if (Interlocked.CompareExchange(ref _lastSaid, Stopwatch.GetTimestamp(), last) == last)
            log.LogWarning("The board {Board} dropped a payload: {Reason}; {Count} dropped since the start", board, reason, count);
    }
}
