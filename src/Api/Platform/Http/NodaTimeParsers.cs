using FastEndpoints;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>Dates and instants in routes and queries, as they are written on the wire.</summary>
public static class NodaTimeParsers
{
    public static void ParseNodaTime(this BindingOptions binding)
    {
        binding.ValueParserFor<LocalDate>(text => ParseDate(text.ToString()));
        binding.ValueParserFor<LocalDate?>(text => ParseDate(text.ToString()));
        binding.ValueParserFor<Instant>(text => ParseInstant(text.ToString()));
        binding.ValueParserFor<Instant?>(text => ParseInstant(text.ToString()));
    }

    private static ParseResult ParseDate(string text)
    {
        // ISO 8601 with four digits of a year; NodaTime reads years before 1 too.
        var parsed = LocalDatePattern.Iso.Parse(text);
        return parsed is { Success: true, Value: { Year: >= 1 and <= 9999 } date }
            ? new ParseResult(true, date)
            : new ParseResult(false, null);
    }

    /// <summary>
    /// 2026-08-31T13:30:00Z, with an offset, or a plain date, which is its start in UTC. A plus that a client forgot to escape arrives as a
    /// space.
    /// </summary>
    private static ParseResult ParseInstant(string text)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text.Replace(' ', '+')) is { Success: true, Value: { Year: > 1 and < 9999 } exact })
            return new ParseResult(true, exact.ToInstant());
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1 and <= 9999 } date })
            return new ParseResult(true, date.AtMidnight().InUtc().ToInstant());
        return new ParseResult(false, null);
    }
}
