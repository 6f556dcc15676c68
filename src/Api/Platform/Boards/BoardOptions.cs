namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>Settings <c>Boards:*</c>.</summary>
public sealed class BoardOptions
{
    /// <summary>Silence of a market that should be moving before the board is called stale, in wall time (default 30 s).</summary>
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Interval of reads from PostgreSQL while Redis is away (default 1 s).</summary>
    public TimeSpan FallbackInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Silence of a moving market after which PostgreSQL is asked beside Redis (default 5 s): Redis may refuse what the publisher writes
    /// while it answers all else.
    /// </summary>
    public TimeSpan DoubtAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Interval of the checks of connection and silence (default 0.25 s).</summary>
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// After Redis is back: how long a publisher may take to write its state again before the replica goes on with what it has (default 3
    /// s).
    /// </summary>
    public TimeSpan RepublishGrace { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Largest payload that is read; larger ones are counted and dropped (default 1 MB).</summary>
    public int MaxPayloadBytes { get; set; } = 1_000_000;

    /// <summary>
    /// Batches that may wait behind a busy replica; a full queue drops the newest, and the gap is read back from the hash (default 1,024).
    /// </summary>
    public int QueueCapacity { get; set; } = 1_024;

    /// <summary>Items a board may hold, so that a foreign publisher cannot fill the memory (default 5,000).</summary>
    public int MaxItems { get; set; } = 5_000;
}
