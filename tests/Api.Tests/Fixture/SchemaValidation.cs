using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>
/// Validates JSON against the schemas of a document of ours, OpenAPI 3.1 or AsyncAPI 3: both use JSON Schema 2020-12. Formats are
/// checked, and a property that an object's schema does not name is a fault.
/// </summary>
public sealed class SchemaValidation
{
    /// <summary>Keywords of OpenAPI and AsyncAPI that say nothing about validity and are none of JSON Schema's.</summary>
    private static readonly string[] Foreign = ["discriminator", "example", "externalDocs", "xml"];

    /// <summary>Keywords under which each value is a schema by its name.</summary>
    private static readonly string[] Named = ["properties", "patternProperties", "$defs", "dependentSchemas"];

    /// <summary>Keywords whose value is no schema and holds none.</summary>
    private static readonly string[] Plain = ["enum", "const", "default", "examples", "required"];

    private static readonly EvaluationOptions Verdict = new() { OutputFormat = OutputFormat.Flag, RequireFormatValidation = true };

    private static readonly EvaluationOptions Reasons = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly JsonNode _document;
    private readonly HashSet<string> _open;
    private readonly SchemaRegistry _registry = new();
    private readonly Uri _id = new($"https://documents.example/{Guid.NewGuid():N}/");
    private readonly ConcurrentDictionary<string, JsonSchema> _schemas = new(StringComparer.Ordinal);

    /// <param name="document">The whole document; its references stay inside it.</param>
    public SchemaValidation(JsonElement document)
    {
        _document = JsonNode.Parse(document.GetRawText())!;
        _open = [.. PartsOfOthers(_document).Distinct()];
        var schemas = _document["components"]?["schemas"]?.AsObject() ?? [];
        Build(
            new JsonObject
            {
                ["$id"] = Components.ToString(),
                ["$defs"] = new JsonObject(
                    schemas.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)Closed(s.Value!, isPart: _open.Contains(s.Key))))
                ),
            }
        );
    }

    private Uri Components => new(_id, "components");

    /// <summary>What does not fit the schema at that JSON pointer of the document, a line a fault; none: it fits.</summary>
    /// <param name="value">What was sent.</param>
    /// <param name="pointer">For example <c>#/components/messages/error/payload</c>; a <c>/</c> in a name is <c>~1</c>.</param>
    public IReadOnlyList<string> Faults(JsonElement value, string pointer)
    {
        var schema = _schemas.GetOrAdd(pointer, SchemaAt);
        return schema.Evaluate(value, Verdict).IsValid ? [] : [.. Leaves(schema.Evaluate(value, Reasons), value).Distinct()];
    }

    /// <summary>The schema's own node, after its references; null when the document has nothing there.</summary>
    public JsonNode? NodeAt(string pointer)
    {
        var node = (JsonNode?)_document;
        foreach (var step in pointer[2..].Split('/'))
        {
            var key = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node is JsonArray list ? list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] : node?[key];
            while (
                node is JsonObject && node["$ref"] is { } reference && !reference.ToString().Contains("/schemas/", StringComparison.Ordinal)
            )
                node = NodeAt(reference.ToString());
        }
        return node;
    }

    private JsonSchema SchemaAt(string pointer)
    {
        var node = NodeAt(pointer) ?? throw new ArgumentException($"The document has no {pointer}.", nameof(pointer));
        var schema = (JsonObject)Closed(node, isPart: false);
        schema["$id"] = new Uri(_id, Guid.NewGuid().ToString("N")).ToString();
        return Build(schema);
    }

    private JsonSchema Build(JsonObject schema)
    {
        // Options of one schema are not for the next, and the registry is not for several threads.
        var options = new BuildOptions { SchemaRegistry = _registry, Dialect = Dialect.Draft202012 };
        lock (_registry)
            return JsonSchema.Build(JsonSerializer.SerializeToElement(schema), options, new Uri(schema["$id"]!.ToString()));
    }

    /// <summary>A copy that refers to the components by their address and takes no property that it does not name.</summary>
    /// <param name="node">The schema.</param>
    /// <param name="isPart">It is one of several that an object must fit, so the others' properties are right too.</param>
    private JsonNode Closed(JsonNode node, bool isPart)
    {
        if (node is not JsonObject schema)
            return node.DeepClone();
        var copy = new JsonObject();
        foreach (var (key, value) in schema)
        {
            if (Foreign.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal))
                continue;
            copy[key] = key switch
            {
                _ when value is null => null,
                "$ref" => Components + "#/$defs/" + value.ToString().Split('/')[^1],
                _ when Plain.Contains(key) => value.DeepClone(),
                _ when Named.Contains(key) => new JsonObject(
                    value.AsObject().Select(p => KeyValuePair.Create(p.Key, (JsonNode?)Closed(p.Value!, false)))
                ),
                "allOf" => new JsonArray([.. value.AsArray().Select(v => Closed(v!, true))]),
                _ when value is JsonArray list => new JsonArray([.. list.Select(v => v is null ? null : Closed(v, isPart))]),
                _ => Closed(value, false),
            };
        }
        var isObject = copy.ContainsKey("properties") || copy.ContainsKey("allOf");
        if (isObject && !isPart && !copy.ContainsKey("additionalProperties") && !copy.ContainsKey("unevaluatedProperties"))
            copy[copy.ContainsKey("allOf") ? "unevaluatedProperties" : "additionalProperties"] = false;
        return copy;
    }

    /// <summary>Components that stand in an <c>allOf</c>.</summary>
    private static IEnumerable<string> PartsOfOthers(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(p =>
                p is { Key: "allOf", Value: JsonArray parts }
                    ? parts
                        .Where(v => v?["$ref"] is not null)
                        .Select(v => v!["$ref"]!.ToString().Split('/')[^1])
                        .Concat(PartsOfOthers(parts))
                    : PartsOfOthers(p.Value)
            ),
            JsonArray a => a.SelectMany(PartsOfOthers),
            _ => [],
        };

    /// <summary>The faults themselves, without those that only say that something inside does not fit.</summary>
    private static IEnumerable<string> Leaves(EvaluationResults result, JsonElement value)
    {
        foreach (var part in result.Details ?? [])
        foreach (var (keyword, message) in part.Errors ?? [])
        {
            var there = part.InstanceLocation.Evaluate(value);
            var shown = there?.GetRawText() ?? "";
            yield return $"{part.InstanceLocation} {(keyword.Length == 0 ? "is not described" : $"{keyword}: {message}")}"
                + $" ({(shown.Length > 80 ? shown[..80] + "..." : shown)})";
        }
    }
}
