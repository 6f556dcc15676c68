using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace InvestmentAssistant.MarketSimulator.Control;

/// <summary>
/// Spoils the content of a true reply or frame and keeps its envelope: a client that looks at the status alone accepts it. Works on JSON
/// and on CSV; a page of HTML passes unchanged. docs/simulator-faults.md says what each kind does.
/// </summary>
internal sealed partial class ReplyTraps(string kind, IReadOnlyList<string>? fields)
{
    /// <summary>What can be done to the content.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "nulls",
        "duplicates",
        "namesakes",
        "suspended",
        "cut_text",
        "long_text",
        "bad_text",
        "numbers_as_text",
        "absurd_numbers",
        "future",
        "epoch",
        "year_one",
    ];

    /// <summary>Letters of a text that <c>long_text</c> has blown up, and how many texts of one reply it takes.</summary>
    private const int LongText = 200_000,
        LongTexts = 3;

    /// <summary>Texts of fewer letters are codes and names, not prose.</summary>
    private const int Prose = 20;

    private const long DaysBack = 3 * 86_400_000L,
        Century = 36_525 * 86_400_000L,
        YearOne = -62_135_596_800_000L;

    /// <summary>Placeholder for bytes that no C# string can hold, until the reply is bytes again.</summary>
    private const string BadMark = "@bad@",
        BadEscape = @"\u0000\u0007\ud800";

    private static readonly decimal[] Absurd = [-1, 0, 7_000_000_000_000_000_000_000_000_000m, 0.0000000000000000000000000001m];
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int _numbers;
    private int _texts;

    public byte[] Spoil(ReadOnlyMemory<byte> reply)
    {
        var text = Encoding.UTF8.GetString(reply.Span);
        if (text.StartsWith('<'))
            return reply.ToArray();
        if (!text.StartsWith('{') && !text.StartsWith('['))
            return Encoding.UTF8.GetBytes(Lines(text));
        var spoiled = Node(JsonNode.Parse(text), "")!.ToJsonString(Written);
        return Encoding.UTF8.GetBytes(spoiled.Replace(BadMark, BadEscape, StringComparison.Ordinal));
    }

    private JsonNode? Node(JsonNode? node, string name) =>
        node switch
        {
            JsonObject item => Suspended(Item(item)),
            JsonArray rows => Rows(rows, name),
            JsonValue value when fields is null || fields.Contains(name) => Value(value, name),
            _ => node?.DeepClone(),
        };

    private JsonObject Item(JsonObject item)
    {
        var spoiled = new JsonObject();
        foreach (var (name, value) in item)
            spoiled[name] = Node(value, name);
        return spoiled;
    }

    private JsonArray Rows(JsonArray rows, string name)
    {
        var spoiled = new JsonArray();
        foreach (var row in rows)
        {
            spoiled.Add(Node(row, name));
            if (kind == "duplicates")
                spoiled.Add(Node(row, name));
            if (kind == "namesakes" && row is JsonObject item && (item.ContainsKey("symbol") || item.ContainsKey("name")))
                spoiled.Add(Namesake(item));
        }
        return spoiled;
    }

    /// <summary>Another thing of the same symbol and name: its own id, and no figure.</summary>
    private static JsonObject Namesake(JsonObject item)
    {
        var other = (JsonObject)item.DeepClone();
        foreach (var (name, value) in item)
            other[name] = (name, value?.GetValueKind()) switch
            {
                ("id", JsonValueKind.String) => value + "-namesake",
                ("id", JsonValueKind.Number) => value!.GetValue<long>() + 1_000_000_000,
                (_, JsonValueKind.Number) => null,
                _ => value?.DeepClone(),
            };
        return other;
    }

    /// <summary>
    /// A market that stands still: its last price, four times too high, is three days old, and only the flags and the trade's own time say
    /// so.
    /// </summary>
    private JsonObject Suspended(JsonObject item)
    {
        if (kind != "suspended")
            return item;
        foreach (
            var (name, value) in (ReadOnlySpan<(string, JsonNode?)>)
                [
                    ("market_state", "PREVIEW"),
                    ("ms", "PREVIEW"),
                    ("is_trading_suspended", true),
                    ("its", true),
                    ("market_warning", "CAUTION"),
                    ("mw", "CAUTION"),
                    ("is_stale", true),
                    ("is_anomaly", true),
                ]
        )
            if (item.ContainsKey(name))
                item[name] = value?.DeepClone();
        foreach (var name in (ReadOnlySpan<string>)["trade_timestamp", "ttms"])
            if (item[name] is { } time)
                item[name] = time.GetValue<long>() - DaysBack;
        foreach (var name in (ReadOnlySpan<string>)["trade_price", "tp"])
            if (item[name] is { } price)
                item[name] = price.GetValue<decimal>() * 4;
        return item;
    }

    private JsonNode? Value(JsonValue value, string name) =>
        value.GetValueKind() switch
        {
            _ when kind == "nulls" => null,
            JsonValueKind.Number => Number(value, name),
            JsonValueKind.String => kind == "numbers_as_text"
            && decimal.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, out var number)
                ? number
                : Text(value.GetValue<string>(), name),
            _ => value.DeepClone(),
        };

    private JsonNode? Number(JsonValue value, string name)
    {
        if (kind == "numbers_as_text")
            return value.ToJsonString();
        var whole = value.TryGetValue<long>(out var time) ? time : 0;
        // Seconds until the year 5138, then milliseconds: the usual way to distinguish them.
        var (isTime, scale) = (TimeName().IsMatch(name) && whole is > 500_000_000 or < -500_000_000, whole > 100_000_000_000 ? 1 : 1000);
        return kind switch
        {
            "future" when isTime => whole + (Century / scale),
            "epoch" when isTime => 0,
            "year_one" when isTime => YearOne / scale,
            "absurd_numbers" when !isTime && name != "id" => Absurd[_numbers++ % Absurd.Length],
            _ => value.DeepClone(),
        };
    }

    private string Text(string text, string name)
    {
        var isProse = text.Length > Prose && !text.StartsWith("http", StringComparison.Ordinal);
        return kind switch
        {
            "cut_text" when isProse => text[..(text.Length / 2)] + "…",
            "long_text" when isProse && _texts++ < LongTexts => string.Concat(Enumerable.Repeat(text + " ", (LongText / text.Length) + 1)),
            "bad_text" => text + BadMark,
            "future" or "epoch" or "year_one" => Dated(text, name),
            _ => text,
        };
    }

    /// <summary>Dates at the front of a text, with and without dashes; what follows (a time, an offset) stays.</summary>
    private string Dated(string text, string name)
    {
        var match = DashedDate().Match(text);
        if (!match.Success)
            match = PackedDate().Match(text);
        if (
            !match.Success
            || (match.Length == text.Length && match.Groups[2].Length == 0 && !name.Contains("date", StringComparison.Ordinal))
        )
            return text;
        var (year, dash) = (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value);
        var date = kind switch
        {
            "future" => $"{year + 100:0000}{dash}{match.Groups[3].Value}{dash}{match.Groups[4].Value}",
            "epoch" => $"1970{dash}01{dash}01",
            _ => $"0001{dash}01{dash}01",
        };
        return date + text[match.Length..];
    }

    private string Lines(string text)
    {
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var spoiled = new StringBuilder(text.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = lines[i].Split(',');
            var line = i == 0 ? lines[i] : string.Join(',', cells.Select(Cell));
            spoiled.Append(line).Append("\r\n");
            if (i > 0 && kind == "duplicates")
                spoiled.Append(line).Append("\r\n");
            if (i > 0 && kind == "namesakes")
                spoiled.Append(cells[0]).Append(",Namesake").Append(',', cells.Length - 2).Append("\r\n");
        }
        return spoiled.ToString();

        string Cell(string cell) =>
            kind switch
            {
                "nulls" => "",
                "absurd_numbers" when decimal.TryParse(cell, CultureInfo.InvariantCulture, out _) => Absurd[_numbers++ % Absurd.Length]
                    .ToString(CultureInfo.InvariantCulture),
                "bad_text" => cell + "\0\a",
                _ => Text(cell, "date"),
            };
    }

    [GeneratedRegex(@"^(\d{4})(-)(\d\d)-(\d\d)")]
    private static partial Regex DashedDate();

    [GeneratedRegex(@"^(\d{4})()(\d\d)(\d\d)(?=T|$)")]
    private static partial Regex PackedDate();

    [GeneratedRegex("^(t|tms|ttms|datetime|.*timestamp|.*_at)$")]
    private static partial Regex TimeName();
}
