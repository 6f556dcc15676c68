using System.Diagnostics.CodeAnalysis;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Platform.Http.Paging;

/// <summary>
/// An end of a span of time as a query writes it: a date (2026-08-31) or an instant (2026-08-31T13:30:00Z, with an offset, or without one,
/// which is UTC). A date is its first moment where the span starts and its last where it ends, so that a span from a day to the same day is
/// that day.
/// </summary>
public readonly record struct TimeBound : IParsable<TimeBound>
{
    /// <summary>Message for an invalid value.</summary>
    public const string Rule = "a date (2026-08-31) or an instant (2026-08-31T13:30:00Z)";

    /// <summary>The last moment of a day that PostgreSQL can store: it counts in microseconds.</summary>
    private static readonly LocalTime s_lastOfDay = LocalTime.FromTicksSinceMidnight(NodaConstants.TicksPerDay - 10);

    private TimeBound(Instant start, Instant end) => (AtStart, AtEnd) = (start, end);

    /// <summary>The first instant of a span that starts here.</summary>
    public Instant AtStart { get; }

    /// <summary>The last instant of a span that ends here.</summary>
    public Instant AtEnd { get; }

    public static TimeBound Of(LocalDate date) => new(date.AtMidnight().InUtc().ToInstant(), date.At(s_lastOfDay).InUtc().ToInstant());

    public static TimeBound Of(Instant instant) => new(instant, instant);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TimeBound result) => TryParse(s, out result);

    /// <summary>Years 1 to 9999. A plus that a client forgot to escape arrives as a space.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out TimeBound result)
    {
        var text = s?.Trim().Replace(' ', '+') ?? "";
        TimeBound? bound =
            LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1 } date } ? Of(date)
            : OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: { Year: > 1 and < 9999 } exact }
                ? Of(exact.ToInstant())
            : LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: { Year: >= 1 } utc } ? Of(utc.InUtc().ToInstant())
            : null;
        result = bound ?? default;
        return bound is not null;
    }

    /// <inheritdoc />
    public static TimeBound Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var bound) ? bound : throw new FormatException($"'{s}' is not {Rule}.");
}
