using System.Diagnostics;
using System.Security.Cryptography;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>
/// Two numberings: where the publisher's stands, and the one that this replica shows. They are the same, unless batches without a number
/// (or of a second publisher) made the replica count by itself.
/// </summary>
internal sealed class BoardNumbering
{
    /// <summary>Epochs of second publishers that are remembered; beyond it all are forgotten.</summary>
    private const int MaxForeign = 64;

    /// <summary>Time without unnumbered batches after which the publisher's numbering is looked at again.</summary>
    private static readonly TimeSpan s_own = TimeSpan.FromSeconds(1);

    private readonly HashSet<string> _foreign = new(StringComparer.Ordinal);
    private long _lastOwn;

    /// <summary>The epoch that is shown.</summary>
    public string Epoch { get; private set; } = NewEpoch();

    /// <summary>The number that is shown.</summary>
    public long Seq { get; private set; }

    /// <summary>Whether this replica counts by itself.</summary>
    public bool IsOwn { get; private set; } = true;

    /// <summary>The publisher's epoch, or null before the first.</summary>
    public string? SourceEpoch { get; private set; }

    /// <summary>The publisher's number of the last batch taken.</summary>
    public long SourceSeq { get; private set; }

    /// <summary>Whether the publisher keeps its number in the meta hash, so that a number below ours is one that we have.</summary>
    public bool SourceKeepsMeta { get; private set; }

    public static string NewEpoch() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    /// <summary>Takes a publisher's numbering.</summary>
    public void Adopt(string epoch, long seq, bool keepsMeta)
    {
        (SourceEpoch, SourceSeq, SourceKeepsMeta) = (epoch, seq, keepsMeta);
        (Epoch, Seq, IsOwn) = (epoch, seq, false);
    }

    /// <summary>Notes a batch that only this replica's own numbering can count.</summary>
    public void NoteOwn() => _lastOwn = Stopwatch.GetTimestamp();

    /// <summary>
    /// Whether the time has come to look whether the publisher's numbering can be shown again: true at most once a second, and not while
    /// batches come that it does not count.
    /// </summary>
    public bool MayBeShared()
    {
        if (!IsOwn || SourceEpoch is null || !SourceKeepsMeta || (_lastOwn != 0 && Stopwatch.GetElapsedTime(_lastOwn) < s_own))
            return false;
        NoteOwn();
        return true;
    }

    /// <summary>Begins a numbering of this replica's own.</summary>
    public void BeginOwn() => (Epoch, Seq, IsOwn) = (NewEpoch(), 0, true);

    /// <summary>
    /// Follows a publisher of the same epoch that began to count again, so that <paramref name="seq"/> is its next number.
    /// </summary>
    public void StepBackTo(long seq)
    {
        SourceSeq = seq - 1;
        BeginOwn();
    }

    /// <summary>Counts one change.</summary>
    /// <param name="sourceSeq">The publisher's number of it, if it has one.</param>
    /// <returns>The first and the last number of the change as it is shown.</returns>
    public (long From, long Seq) Advance(long? sourceSeq)
    {
        var from = Seq + 1;
        if (sourceSeq is { } number)
            SourceSeq = number;
        Seq = IsOwn ? from : SourceSeq;
        return (from, Seq);
    }

    /// <summary>Whether this epoch belongs to a second publisher, beside the one that holds the board.</summary>
    public bool IsForeign(string epoch) => _foreign.Contains(epoch);

    public void MarkForeign(string epoch)
    {
        if (_foreign.Count >= MaxForeign)
            _foreign.Clear();
        _foreign.Add(epoch);
    }
}
