using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// How single values of a provider's JSON are read. What says that there is none (null, "", "None", "-", "n/a", "NaN") and a number beyond
/// all bounds (1e400) is null, and no
/// reason to lose the row it stands in: a row that cannot be without it is dropped by its mapping, for that reason. A value of another kind
/// (words or an object for a number)
/// means that the row is another thing than was expected: it does not fit. In a column of numbers it is only that place which is null.
/// </summary>
public static class LenientJson
{
    private static readonly HashSet<string> s_none = new(StringComparer.OrdinalIgnoreCase)
    {
        "",
        "none",
        "null",
        "-",
        ".",
        "n/a",
        "na",
        "nan",
        "infinity",
        "-infinity",
    };

    /// <summary>Converters for nullable numbers, times, flags and texts.</summary>
    public static IReadOnlyList<JsonConverter> Converters { get; } =
    [
        new DecimalConverter(),
        new LongConverter(),
        new IntConverter(),
        new BoolConverter(),
        new InstantConverter(),
        new TextConverter(),
        new ColumnConverter(),
    ];

    /// <summary>Options with these converters.</summary>
    public static JsonSerializerOptions Options(JsonNamingPolicy naming)
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = naming };
        foreach (var converter in Converters)
            options.Converters.Add(converter);
        return options;
    }

    /// <summary>The text of a property; null when it is none.</summary>
    public static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? Whole(value)
            : null;

    /// <summary>The whole number of a property, also one that is quoted; null when it is none.</summary>
    public static int? Number(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && int.TryParse(
            value.ValueKind == JsonValueKind.String ? Whole(value) : value.GetRawText(),
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>A text element's text; null when it holds half of a surrogate pair.</summary>
    public static string? Whole(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static decimal? Decimal(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number) ? number : null;
            case JsonTokenType.String:
                var text = reader.GetString()!.Trim();
                if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var quoted))
                    return quoted;
                return s_none.Contains(text) || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                    ? null
                    : throw new JsonException("a number was expected");
            default:
                throw new JsonException("a number was expected");
        }
    }

    /// <summary>For reading replies.</summary>
    private abstract class ReadOnlyConverter<T> : JsonConverter<T>
    {
        public override bool HandleNull => true;

        public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            throw new NotSupportedException("replies are only read");
    }

    private sealed class DecimalConverter : ReadOnlyConverter<decimal?>
    {
        public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Decimal(ref reader);
    }

    private sealed class LongConverter : ReadOnlyConverter<long?>
    {
        public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Decimal(ref reader) is { } number && number >= long.MinValue && number <= long.MaxValue ? (long)number : null;
    }

    private sealed class IntConverter : ReadOnlyConverter<int?>
    {
        public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Decimal(ref reader) is { } number && number >= int.MinValue && number <= int.MaxValue ? (int)number : null;
    }

    private sealed class BoolConverter : ReadOnlyConverter<bool?>
    {
        public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.True => true,
                JsonTokenType.False => false,
                JsonTokenType.Null => null,
                JsonTokenType.String => bool.TryParse(reader.GetString(), out var flag) ? flag : null,
                _ => throw new JsonException("true or false was expected"),
            };
    }

    private sealed class InstantConverter : ReadOnlyConverter<Instant?>
    {
        public override Instant? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.Null => null,
                JsonTokenType.String => OffsetDateTimePattern.ExtendedIso.Parse(reader.GetString()!) is { Success: true } time
                    ? Plausible.Moment(time.Value.ToInstant())
                    : null,
                _ => throw new JsonException("a time was expected"),
            };
    }

    private sealed class TextConverter : ReadOnlyConverter<string?>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.Null => null,
                JsonTokenType.String => reader.GetString(),
                // Dates and tickers that are all digits: 20261127, 005930.
                JsonTokenType.Number => JsonElement.ParseValue(ref reader).GetRawText(),
                _ => throw new JsonException("a text was expected"),
            };

        // Names of a dictionary's entries.
        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString()!;
    }

    private sealed class ColumnConverter : ReadOnlyConverter<IReadOnlyList<decimal?>?>
    {
        public override IReadOnlyList<decimal?>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Null)
                return null;
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException("a list was expected");
            var column = new List<decimal?>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType is JsonTokenType.Number)
                    column.Add(reader.TryGetDecimal(out var number) ? number : null);
                else if (reader.TokenType is JsonTokenType.String)
                    column.Add(
                        decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var text) ? text : null
                    );
                else
                {
                    reader.Skip();
                    column.Add(null);
                }
            }
            return column;
        }
    }
}
