using System.Globalization;
using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Fuzz;

/// <summary>A value of a parameter, as a client could send it.</summary>
/// <param name="Text">Not escaped.</param>
/// <param name="IsForbidden">Whether the document forbids it, so that it must not be answered with 200.</param>
internal sealed record FuzzValue(string Text, bool IsForbidden = false);

/// <summary>Draws values for parameters of the document: right ones, ones at and beyond their bounds, and ones that nobody means.</summary>
internal sealed class HostileValues(Random random)
{
    private static readonly string[] s_texts =
    [
        "\0",
        "a\0b",
        "\r\nSet-Cookie: a=b",
        "' or 1=1; --",
        "\");drop table app.x;--",
        "../../../../etc/passwd",
        "{{7*7}}",
        "%00",
        "%ED%A0%80",
        "\u202Egnp.exe",
        "🏴‍☠️",
        "ﷺ",
        "İIıi",
        "é̀",
        "삼성전자",
        "ㅅㅓㅇ",
        "<script>alert(1)</script>",
        "$ne",
        "*:*",
        "((((((((",
        "\"unclosed",
        "a & | ! b",
        "-",
        "--",
        "\\",
        "NaN",
        "null",
        "undefined",
        "[object Object]",
        "true",
    ];

    private static readonly string[] s_numbers =
    [
        "-1",
        "0",
        "1e3",
        "1e999",
        "0x10",
        "1,000",
        "1.5",
        "+5",
        "٣",
        "99999999999999999999",
        "-9223372036854775809",
        "2147483648",
        "1_000",
        " 7 ",
        "NaN",
        "Infinity",
    ];

    private static readonly string[] s_dates =
    [
        "2026-02-30",
        "0000-01-01",
        "-0001-01-01",
        "99999-01-01",
        "2026-13-01",
        "2026-11-23T25:00:00Z",
        "2026-11-23T10:00:00+99:00",
        "20261123",
        "yesterday",
        "2026-11-23Z",
    ];

    /// <summary>Returns a value for a parameter of this schema; null leaves the parameter out.</summary>
    public FuzzValue? Of(JsonElement schema)
    {
        var kind = random.Next(100);
        if (kind < 25)
            return null;
        var type = TypeOf(schema);
        var format = schema.TryGetProperty("format", out var f) ? f.GetString() : null;
        return kind switch
        {
            < 30 => new FuzzValue(""),
            < 36 => new FuzzValue(new string(Any("a가🙂 "), random.Next(1, 4_000))),
            _ when type is "integer" or "number" => Number(schema, type),
            _ when type is "boolean" => kind < 60 ? new FuzzValue(Any(["true", "false"])) : new FuzzValue(Any(s_numbers)),
            _ when schema.TryGetProperty("enum", out var known) && kind < 70 => new FuzzValue(Any(Strings(known))),
            _ when format is "date" or "date-time" => kind < 60 ? new FuzzValue(Day(format)) : new FuzzValue(Any(s_dates)),
            _ => new FuzzValue(kind < 60 ? Any(["AAPL", "BTC", "SPY", "apple", "bitcoin", "2026", "all"]) : Any(s_texts)),
        };
    }

    /// <summary>Returns a text for a part of a path or a field of a body.</summary>
    public string Text() => random.Next(3) == 0 ? Any(s_numbers) : Any(s_texts);

    public T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private char Any(string of) => of[random.Next(of.Length)];

    private FuzzValue Number(JsonElement schema, string type)
    {
        var least = Bound(schema, "minimum");
        var most = Bound(schema, "maximum");
        return random.Next(6) switch
        {
            0 => new FuzzValue(Any(s_numbers)),
            1 when least is { } l => Whole(l - 1, isForbidden: true),
            2 when most is { } m => Whole(m + 1, isForbidden: true),
            3 when least is { } l => Whole(l, isForbidden: false),
            4 when most is { } m => Whole(m, isForbidden: false),
            5 => new FuzzValue("twelve", IsForbidden: true),
            _ => Whole(random.Next(1, 50), isForbidden: false),
        };

        FuzzValue Whole(decimal number, bool isForbidden) =>
            new(number.ToString(type is "integer" ? "0" : "0.##", CultureInfo.InvariantCulture), isForbidden);
    }

    private string Day(string format)
    {
        var day = new LocalDate(2026, 11, 23).PlusDays(-random.Next(2_000));
        var text = NodaTime.Text.LocalDatePattern.Iso.Format(day);
        return format is "date" ? text : text + "T14:30:00Z";
    }

    private static decimal? Bound(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var bound) && bound.TryGetDecimal(out var number) ? number : null;

    private static string TypeOf(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? "string"
        : type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!).First(t => t != "null")
        : type.GetString()!;

    private static IReadOnlyList<string> Strings(JsonElement list) =>
        [.. list.EnumerateArray().Where(v => v.ValueKind is JsonValueKind.String).Select(v => v.GetString()!)];
}
