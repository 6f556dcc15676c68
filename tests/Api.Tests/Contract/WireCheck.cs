using System.Text.Json;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.Contract;

/// <summary>What an answer lacks of its shape, or has in another type.</summary>
internal sealed class WireCheck(IReadOnlyDictionary<string, WireType> shapes)
{
    /// <summary>Lists that plausible data may leave empty.</summary>
    private static readonly HashSet<string> s_mayBeEmpty = new(StringComparer.Ordinal)
    {
        // Named projects' figures would be out of date the day they are written down.
        "/api/v1/crypto/details/ecosystem/{symbol} $.development_activity.comparison_benchmarks.examples",
        "/api/v1/crypto/details/ecosystem/{symbol}/development $.development_activity.comparison_benchmarks.examples",
        // Most general news name no company.
        "/api/v1/financial-news/detail/{category}/{news_id} $.related_symbols",
        "/api/v1/financial-news/search $.items[].related_symbols",
        "/api/v1/financial-news/category/{category} $.items[].related_symbols",
        "/api/v1/financial-news/recent $[].related_symbols",
        // On a Monday morning nobody of this week has reported yet.
        "/api/v1/sp500-earnings-news/calendar/{calendar_id} $.reaction_news",
        "/api/v1/sp500-earnings-news/calendar/{calendar_id}/reaction $",
        "/api/v1/sp500-earnings-news/weekly $.earnings_with_news[].reaction_news",
        // On Saturdays nobody reports.
        "/api/v1/earnings-calendar/today $",
    };

    public IEnumerable<string> Faults(JsonElement value, WireType type, string at = "$")
    {
        if (value.ValueKind is JsonValueKind.Null)
            return type.MayBeNull || type is Scalar { Kind: "any" } ? [] : [$"{at} is null"];
        return type switch
        {
            NamedShape named => Faults(value, shapes[named.Name], at),
            Scalar scalar => Is(value, scalar.Kind) ? [] : [$"{at} is {Short(value)}, not {scalar.Kind}"],
            ListOf list => value.ValueKind is JsonValueKind.Array
                ? value.EnumerateArray().SelectMany((item, i) => Faults(item, list.Item, $"{at}[{i}]"))
                : [$"{at} is {Short(value)}, not a list"],
            MapOf map => value.ValueKind is JsonValueKind.Object
                ? value.EnumerateObject().SelectMany(p => Faults(p.Value, map.Value, $"{at}.{p.Name}"))
                : [$"{at} is {Short(value)}, not an object"],
            InlineObject o => value.ValueKind is JsonValueKind.Object
                ? o.Fields.SelectMany(f =>
                    value.TryGetProperty(f.Name, out var inner) ? Faults(inner, f.Type, $"{at}.{f.Name}") : [$"{at} lacks {f.Name}"]
                )
                : [$"{at} is {Short(value)}, not an object"],
            _ => throw new InvalidOperationException($"Unknown type {type}"),
        };
    }

    /// <summary>Where the answer has lists with nothing in them, but for those that plausible data may leave empty.</summary>
    public IEnumerable<string> EmptyLists(JsonElement answer, WireRoute route) =>
        EmptyLists(answer, route.Answer).Where(at => !s_mayBeEmpty.Contains($"{route.Path} {at}"));

    /// <summary>Lists that hold nothing prove nothing about their items: their places.</summary>
    private IEnumerable<string> EmptyLists(JsonElement value, WireType type, string at = "$") =>
        (type, value.ValueKind) switch
        {
            (NamedShape named, _) => EmptyLists(value, shapes[named.Name], at),
            (ListOf list, JsonValueKind.Array) => value.GetArrayLength() is 0
                ? [at]
                : value
                    .EnumerateArray()
                    .Select((item, i) => EmptyLists(item, list.Item, at + "[]").ToHashSet(StringComparer.Ordinal))
                    .Aggregate((a, b) => [.. a.Intersect(b, StringComparer.Ordinal)]),
            (MapOf map, JsonValueKind.Object) => value.EnumerateObject().Any()
                ? value.EnumerateObject().SelectMany(p => EmptyLists(p.Value, map.Value, at + ".*")).Distinct()
                : [at],
            (InlineObject o, JsonValueKind.Object) => o.Fields.SelectMany(f =>
                value.TryGetProperty(f.Name, out var inner) ? EmptyLists(inner, f.Type, $"{at}.{f.Name}") : []
            ),
            _ => [],
        };

    private static bool Is(JsonElement value, string kind) =>
        kind switch
        {
            "text" => value.ValueKind is JsonValueKind.String,
            "whole" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind is JsonValueKind.Number,
            "flag" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "instant" => value.ValueKind is JsonValueKind.String && InstantPattern.ExtendedIso.Parse(value.GetString()!).Success,
            "date" => value.ValueKind is JsonValueKind.String && LocalDatePattern.Iso.Parse(value.GetString()!).Success,
            "object" => value.ValueKind is JsonValueKind.Object,
            "any" => true,
            _ => throw new FormatException($"The contract names no type {kind}"),
        };

    private static string Short(JsonElement value)
    {
        var text = value.ToString();
        return $"{value.ValueKind} {(text.Length > 60 ? text[..60] + "…" : text)}";
    }
}
