using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace InvestmentAssistant.Api.Tests.Contract;

/// <summary>G3: whether a request of the tour gets what its parameters say, and not only an answer.</summary>
internal static class TourCheck
{
    public static IEnumerable<string> Faults(TourStop stop, JsonElement body, JsonElement document)
    {
        var parts = stop.Url.Split('?');
        var query = QueryHelpers.ParseQuery(parts.Length > 1 ? parts[1] : "");
        var described = Parameters(document, parts[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var name in query.Keys.Where(n => !described.Contains(n)))
            yield return $"{name} is no parameter of {parts[0]}";

        if (query.TryGetValue("limit", out var text))
        {
            var limit = int.Parse(text.ToString(), CultureInfo.InvariantCulture);
            var counts = Lists(body, depth: 0).Select(l => l.GetArrayLength()).ToList();
            if (counts.Count == 0 || counts.Max() != limit)
                yield return $"limit={limit}, and the lists have {string.Join(", ", counts)}";
        }
        if (query.TryGetValue("timeframe", out var frame) && body.GetProperty("timeframe").GetString() != frame.ToString())
            yield return $"timeframe={frame}, and the answer is of {body.GetProperty("timeframe")}";
    }

    /// <summary>Names of the query parameters of the route that serves a path.</summary>
    private static IEnumerable<string> Parameters(JsonElement document, string path)
    {
        var wanted = path.Trim('/').Split('/');
        // Of two that fit, the one with fewer placeholders serves it.
        var route = document
            .GetProperty("paths")
            .EnumerateObject()
            .Where(p => Fits(p.Name.Trim('/').Split('/'), wanted))
            .MinBy(p => p.Name.Count(c => c == '{'));
        foreach (var method in route.Value.EnumerateObject())
        {
            if (!method.Value.TryGetProperty("parameters", out var parameters))
                continue;
            foreach (var parameter in parameters.EnumerateArray().Where(p => p.TryGetProperty("name", out _)))
                yield return parameter.GetProperty("name").GetString()!;
        }
    }

    private static bool Fits(string[] route, string[] path) =>
        route.Length == path.Length && route.Zip(path).All(p => p.First.StartsWith('{') || p.First == p.Second);

    /// <summary>Lists of objects that are the answer or stand at most one object below it.</summary>
    private static IEnumerable<JsonElement> Lists(JsonElement json, int depth)
    {
        if (json.ValueKind is JsonValueKind.Array && json.GetArrayLength() > 0 && json[0].ValueKind is JsonValueKind.Object)
            return [json];
        return json.ValueKind is JsonValueKind.Object && depth < 2 ? json.EnumerateObject().SelectMany(p => Lists(p.Value, depth + 1)) : [];
    }
}
