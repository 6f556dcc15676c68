using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Platform.Ingestion;

/// <summary>
/// One data set and the job that keeps it fresh. A feature registers it with <c>services.AddDataSetJob&lt;T&gt;()</c>; the scheduler runs
/// each firing once over all replicas, records the run, and <c>Api jobs run NAME</c> runs it by hand. Jobs are idempotent upserts by
/// natural key.
/// </summary>
public interface IDataSetJob
{
    DataSetDescription Description { get; }

    /// <summary>Fetches, maps, validates, stores. Bad rows are counted and dropped; a spent budget ends the run cleanly.</summary>
    Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct);
}

/// <summary>Describes a data set to the scheduler and the status answer.</summary>
/// <param name="Name">Kebab-case, unique: bithumb-markets.</param>
/// <param name="Provider">Name of the provider in the settings: bithumb, finnhub, wikipedia ... or "own" for what is computed from our own
/// data.</param>
/// <param name="Title">For people: "Bithumb market list".</param>
/// <param name="Schedule">Quartz cron expression, UTC.</param>
/// <param name="FreshFor">Older than this after the last success is stale.</param>
/// <param name="RunAtStart">Run when the process starts and the data set has never succeeded or is stale.</param>
/// <param name="LongHistory">Minutes of calls for what only charts need: at a start it waits until the provider's other data sets are
/// filled.</param>
public sealed record DataSetDescription(
    string Name,
    string Provider,
    string Title,
    string Schedule,
    Duration FreshFor,
    bool RunAtStart = true,
    bool LongHistory = false
)
{
    /// <summary>
    /// The boards have no prices, or none to compare them with, before this is there: at a start it goes before all that is not.
    /// </summary>
    public bool ForBoards { get; init; }

    /// <summary>
    /// Data sets of other providers that this one builds on: a start tries those first. Of the same provider the order of the catalog does
    /// it.
    /// </summary>
    public IReadOnlyList<string> After { get; init; } = [];
}

/// <summary>Result of a run.</summary>
/// <param name="Rows">Rows written (new or changed).</param>
/// <param name="Dropped">Bad rows of the provider that were counted, logged and left out.</param>
/// <param name="Complete">False when it ended early on purpose: a limit was reached, or more is to do at the next firing.</param>
/// <param name="Note">For people.</param>
public sealed record JobOutcome(int Rows, int Dropped = 0, bool Complete = true, string? Note = null)
{
    /// <summary>
    /// Questions that were answered, also where the answer was that nothing is new. Null where the job does not count them: then the rows
    /// tell whether it did anything.
    /// </summary>
    public int? Answered { get; init; }

    /// <summary>Questions that wait for the next run; null when not counted.</summary>
    public int? Left { get; init; }

    /// <summary>A limit ended the run, the provider's or our own budget's.</summary>
    public bool IsLimited { get; init; }

    /// <summary>A run that a limit ended, with what it had done until then.</summary>
    /// <param name="limit">The failure for which <see cref="ProviderException.IsLimit"/> holds.</param>
    /// <param name="rows">Rows written.</param>
    /// <param name="dropped">Bad rows left out.</param>
    /// <param name="answered">Questions answered.</param>
    /// <param name="left">Questions that wait.</param>
    /// <param name="unit">What a question is about, for the note: coins, weeks.</param>
    public static JobOutcome CutBy(ProviderException limit, int rows, int dropped, int answered, int left, string unit) =>
        new(rows, dropped, Complete: false, $"{answered} of {answered + left} {unit}, then {limit.Message}")
        {
            Answered = answered,
            Left = left,
            IsLimited = true,
        };
}

/// <summary>Services of a running job.</summary>
/// <param name="Progress">Reports progress in words ("120 of 503 companies"); shown in the log and the status.</param>
/// <param name="ByHand">A person asked for this run: do it even when nothing new is expected.</param>
public sealed record JobContext(Action<string> Progress, bool ByHand = false);

/// <summary>
/// A live connection to a provider that exactly one of N replicas holds, under a PostgreSQL lease. Registered with
/// <c>services.AddLiveFeed&lt;T&gt;()</c>.
/// </summary>
public interface ILiveFeed
{
    /// <summary>Name of the lease and of the status row: bithumb-live.</summary>
    string Name { get; }

    string Provider { get; }

    /// <summary>The boards that it publishes.</summary>
    IReadOnlyCollection<string> Boards => [];

    /// <summary>Runs until cancelled (lease lost, shutdown). Throwing means: restart it after a jittered delay.</summary>
    Task RunAsync(FeedHealth health, CancellationToken ct);
}

/// <summary>State of a feed, as it reports it; read by the status and health answers.</summary>
public sealed class FeedHealth
{
    private long _messages,
        _dropped,
        _lastEventTicks;
    private volatile bool _connected;

    public bool IsConnected
    {
        get => _connected;
        set => _connected = value;
    }
    public long Messages => Interlocked.Read(ref _messages);

    /// <summary>Malformed or foreign messages, counted and dropped.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);
    public Instant? LastEventAt => Interlocked.Read(ref _lastEventTicks) is > 0 and var ticks ? Instant.FromUnixTimeTicks(ticks) : null;

    public void Event(Instant at)
    {
        Interlocked.Increment(ref _messages);
        Interlocked.Exchange(ref _lastEventTicks, at.ToUnixTimeTicks());
    }

    public void Drop() => Interlocked.Increment(ref _dropped);

    /// <summary>Receives the lag of each message; null when nobody counts it.</summary>
    public Action<Duration>? OnLag { get; set; }

    /// <summary>Notes that a message has come, and its newest event; null without one.</summary>
    public void Arrived(Instant? newest, Instant now)
    {
        if (newest is { } at)
            OnLag?.Invoke(Duration.Max(now - at, Duration.Zero));
    }
}
