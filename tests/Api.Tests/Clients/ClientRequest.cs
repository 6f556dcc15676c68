using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Clients;

/// <summary>A request of the deployed web client, from <c>web-client.requests</c>.</summary>
/// <param name="Url">Path and query; {names} are values that another answer has.</param>
/// <param name="SaysJson">It has Content-Type: application/json, on a GET too.</param>
/// <param name="ThroughSite">It comes through the host of the client's own site, which leaves Origin out.</param>
/// <param name="Reads">What the page reads beyond the contract's fields.</param>
internal sealed record ClientRequest(string Method, string Url, bool SaysJson, bool ThroughSite, IReadOnlyList<string> Reads)
{
    /// <summary>Path without the query, as the contract names it.</summary>
    public string Path => Url.Split('?')[0];

    public static IReadOnlyList<ClientRequest> Read(string file)
    {
        List<ClientRequest> requests = [];
        foreach (var line in File.ReadLines(file).Where(l => l.Trim() is { Length: > 0 } text && text[0] is not '#'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] is "reads")
                requests[^1] = requests[^1] with { Reads = words[1..] };
            else
                requests.Add(new(words[0], words[1], words.Contains("json"), words.Contains("site"), []));
        }
        return requests;
    }

    /// <summary>What the page would miss in this answer.</summary>
    public IEnumerable<string> Missing(JsonElement answer)
    {
        foreach (var path in Reads)
        {
            var places = Places([answer], path.TrimEnd('!').Split('.')).ToList();
            if (places.Count == 0)
                yield return $"nothing at {path}";
            else if (places.Exists(p => p is null))
                yield return $"{path} is not everywhere";
            else if (path.EndsWith('!') && places.TrueForAll(p => p!.Value.ValueKind is JsonValueKind.Null))
                yield return $"{path} is null everywhere";
        }
    }

    /// <summary>The values at a path; null where a step is missing.</summary>
    private static IEnumerable<JsonElement?> Places(IEnumerable<JsonElement?> at, IEnumerable<string> steps) =>
        steps.Aggregate(at, (places, step) => places.SelectMany(place => Step(place, step)));

    private static IEnumerable<JsonElement?> Step(JsonElement? place, string step) =>
        place switch
        {
            { ValueKind: JsonValueKind.Array } list when step is "*" => list.EnumerateArray().Select(item => (JsonElement?)item),
            { ValueKind: JsonValueKind.Object } map when step is "*" => map.EnumerateObject().Select(p => (JsonElement?)p.Value),
            { ValueKind: JsonValueKind.Object } o when o.TryGetProperty(step, out var value) => [value],
            _ => [null],
        };
}
