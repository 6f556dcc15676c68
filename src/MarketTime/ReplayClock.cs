using System.Globalization;
using NodaTime.Text;

namespace InvestmentAssistant.MarketTime;

/// <summary>A stretch the replay leaves out: when its time reaches <paramref name="From"/>, it goes on at <paramref name="To"/>.</summary>
public sealed record ReplaySkip(Instant From, Instant To);

/// <summary>
/// The time of a replayed market: at the wall instant <see cref="Origin"/> it is <see cref="Start"/>, and from then on time runs
/// <see cref="Speed"/> times as fast, leaping over the skips. Before the origin it stands at the start. A pure function of wall time, so
/// that the simulator and the API, given the same settings, agree without talking. Only market logic lives on this clock; timeouts,
/// schedules and retries take <see cref="TimeProvider"/>, which is always the wall's.
/// </summary>
public sealed class ReplayClock : IClock
{
    private readonly IClock _wall;

    /// <summary>
    /// Replayed time before each skip, in ticks since the start without the skips, and the ticks all skips so far leave out.
    /// </summary>
    private readonly (long PlayedTicks, ReplaySkip Skip)[] _skips;

    public ReplayClock(Instant start, decimal speed, Instant origin, IEnumerable<ReplaySkip> skips, IClock wall)
    {
        if (speed is <= 0 or > 1_000_000)
            throw new ArgumentOutOfRangeException(nameof(speed), speed, "A replay's speed is above 0 and at most 1,000,000.");
        (Start, Speed, Origin, _wall) = (start, speed, origin, wall);
        var from = start;
        var played = 0L;
        var ordered = new List<(long, ReplaySkip)>();
        foreach (var skip in skips.OrderBy(s => s.From))
        {
            if (skip.To <= skip.From)
                throw new ArgumentException($"A skip leads forward: {skip}.", nameof(skips));
            if (skip.To <= start)
                continue;
            // A start within a skip begins at the skip's end.
            var effective = skip with { From = Instant.Max(skip.From, start) };
            if (effective.From < from)
                throw new ArgumentException($"Skips do not overlap: {skip}.", nameof(skips));
            played += Ticks(effective.From - from);
            ordered.Add((played, effective));
            from = effective.To;
        }
        _skips = [.. ordered];
    }

    public Instant Start { get; }

    /// <summary>Replayed seconds in one second of the wall clock.</summary>
    public decimal Speed { get; }

    /// <summary>The wall instant at which it is <see cref="Start"/>.</summary>
    public Instant Origin { get; }

    /// <inheritdoc />
    public Instant GetCurrentInstant() => At(_wall.GetCurrentInstant());

    /// <summary>The replayed instant at a wall instant; never decreases.</summary>
    public Instant At(Instant wall)
    {
        var played = wall <= Origin ? 0L : (long)(Ticks(wall - Origin) * Speed);
        var (from, since) = (Start, 0L);
        foreach (var (playedBefore, skip) in _skips)
        {
            if (played < playedBefore)
                break;
            (from, since) = (skip.To, playedBefore);
        }
        return from.PlusTicks(played - since);
    }

    /// <summary>
    /// The first wall instant at which the replay has reached that instant; what lies in a skip is reached when the skip is leapt.
    /// </summary>
    public Instant WallAt(Instant replayed)
    {
        if (replayed <= Start)
            return Origin;
        var (from, since) = (Start, 0L);
        foreach (var (playedBefore, skip) in _skips)
        {
            if (replayed < skip.From)
                break;
            (from, since) = (skip.To, playedBefore);
        }
        // A fraction of a tick is reached with the whole tick.
        var played = since + Math.Max(0, Ticks(replayed - from + Duration.FromNanoseconds(99)));
        return Origin.PlusTicks((long)Math.Ceiling(played / Speed));
    }

    /// <summary>
    /// Reads <c>Clock:Start</c> (an instant; without it there is no replay: null), <c>Clock:Speed</c> (default 60), <c>Clock:Origin</c> (a
    /// wall instant, default now) and <c>Clock:Skips:0:From</c>, <c>Clock:Skips:0:To</c> and so on. A malformed setting stops the start, by
    /// name.
    /// </summary>
    public static ReplayClock? From(Func<string, string?> setting, IClock wall)
    {
        if (string.IsNullOrWhiteSpace(setting("Clock:Start")))
            return null;
        var skips = new List<ReplaySkip>();
        for (var i = 0; setting($"Clock:Skips:{i}:From") is { Length: > 0 }; i++)
            skips.Add(new ReplaySkip(Required($"Clock:Skips:{i}:From"), Required($"Clock:Skips:{i}:To")));
        var speed = setting("Clock:Speed") is { Length: > 0 } given
            ? decimal.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : throw new InvalidOperationException($"Clock:Speed is a number, not '{given}'.")
            : 60m;
        var origin = setting("Clock:Origin") is { Length: > 0 } ? Required("Clock:Origin") : wall.GetCurrentInstant();
        return new ReplayClock(Required("Clock:Start"), speed, origin, skips, wall);

        Instant Required(string name) =>
            InstantPattern.ExtendedIso.Parse(setting(name) ?? "") is { Success: true } read
                ? read.Value
                : throw new InvalidOperationException($"{name} is an instant such as 2013-10-04T08:00:00Z, not '{setting(name)}'.");
    }

    private static long Ticks(Duration duration) => duration.BclCompatibleTicks;
}
