namespace InvestmentAssistant.FollowPrices.Streams;

/// <summary>When a stream connects again. The same numbers are in the TypeScript and the Python client.</summary>
public static class Reconnect
{
    /// <summary>Never sent: the connection ended without a closing handshake.</summary>
    public const int Abnormal = 1006;

    /// <summary>The reader was too slow: it comes back with an interval.</summary>
    public const int TooSlow = 4008;

    /// <summary>Window of the first attempt; it doubles with each attempt that follows.</summary>
    public static readonly TimeSpan FirstWindow = TimeSpan.FromSeconds(0.5);

    /// <summary>The widest window.</summary>
    public static readonly TimeSpan WidestWindow = TimeSpan.FromSeconds(30);

    /// <summary>A connection that lived this long was a good one: the next attempt is a first one again.</summary>
    public static readonly TimeSpan GoodConnection = TimeSpan.FromSeconds(10);

    /// <summary>Least pause after a close code that says "later".</summary>
    public static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    /// <summary>Interval that a stream takes after <see cref="TooSlow"/>, when it had none or a shorter one.</summary>
    public static readonly TimeSpan SlowReaderInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Returns a random pause in a window that doubles with each attempt, so that the clients of a server that restarts do not all come at
    /// once.
    /// </summary>
    /// <param name="attempt">How many attempts have failed in a row, from 0.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan FullJitter(int attempt, double random)
    {
        var window = FirstWindow * Math.Pow(2, Math.Min(attempt, 16));
        return random * (window < WidestWindow ? window : WidestWindow);
    }

    /// <summary>Returns the pause before the next attempt; null means never: it would end the same way.</summary>
    /// <param name="attempt">How many attempts have failed in a row, from 0.</param>
    /// <param name="code">The close code (docs/streams.md).</param>
    /// <param name="retryAfter">Of <c>going_away</c>, if the server sent it.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan? PauseBefore(int attempt, int code, TimeSpan? retryAfter, double random) =>
        code switch
        {
            1002 or 1003 or 1007 or 1008 or 1009 => null,
            TooSlow or 4013 or 4029 => Later + FullJitter(attempt, random),
            // The server has drawn a time for each of its clients already; the jitter on top is for those that came at the same time.
            _ => (retryAfter ?? TimeSpan.Zero) + FullJitter(attempt, random),
        };
}
