using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.Api.Platform.Providers;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Domain.AlphaVantage;

/// <summary>Every value of this provider is a text, and it has five ways to say that there is none.</summary>
public static class AlphaVantageText
{
    private static readonly LocalDateTimePattern s_compact = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly LocalDateTimePattern s_compactMinutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmm");

    /// <summary>A symbol as this provider writes it: share classes with a dash, BRK-B for the index's BRK.B.</summary>
    public static string Symbol(string symbol) => symbol.Replace('.', '-');

    /// <summary>The text, or null for "", "None", "-", "." and "n/a".</summary>
    public static string? Text(string? value) =>
        value?.Trim() is { Length: > 0 } text
        && text is not ("None" or "-" or ".")
        && !text.Equals("n/a", StringComparison.OrdinalIgnoreCase)
            ? text
            : null;

    /// <summary>The text of a property, or null when it is missing or says that there is none.</summary>
    public static string? Text(JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var value)
            ? Text(
                value.ValueKind == JsonValueKind.String ? LenientJson.Whole(value)
                : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
                : null
            )
            : null;

    /// <summary>The number, or null when there is none or it is not a number. Zero is a value.</summary>
    public static decimal? Number(string? value) =>
        decimal.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Plausible.Figure(number) : null;

    public static decimal? Number(JsonElement row, string name) => Number(Text(row, name));

    /// <summary>A plain date, yyyy-MM-dd.</summary>
    public static LocalDate? Date(string? value) =>
        Text(value) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } date ? Plausible.Date(date.Value) : null;

    public static LocalDate? Date(JsonElement row, string name) => Date(Text(row, name));

    /// <summary>A time like 20240102T170245, UTC; seconds may be missing.</summary>
    public static Instant? Time(string? value)
    {
        if (Text(value) is not { } text)
            return null;
        var parsed = s_compact.Parse(text) is { Success: true } full ? full : s_compactMinutes.Parse(text);
        return parsed.Success ? Plausible.Moment(parsed.Value.InUtc().ToInstant()) : null;
    }
}
