using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Features.Docs;

/// <summary>
/// As much of JSON Schema as our documents use: types, required and known properties, items, alternatives, constants, enumerations.
/// </summary>
internal static class SchemaCheck
{
    public static IEnumerable<string> Faults(JsonElement value, JsonElement schema, JsonElement document, string at = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var target = document;
            foreach (var step in reference.GetString()!.TrimStart('#', '/').Split('/'))
                target = target.GetProperty(step);
            return Faults(value, target, document, at);
        }
        foreach (var choice in new[] { "oneOf", "anyOf" })
        {
            if (!schema.TryGetProperty(choice, out var options))
                continue;
            var results = options.EnumerateArray().Select(o => Faults(value, o, document, at).ToList()).ToList();
            return results.Any(r => r.Count == 0)
                ? []
                : [$"{at} fits none of {results.Count}: {string.Join("; ", results.SelectMany(r => r).Take(3))}"];
        }
        return OwnFaults(value, schema, document, at);
    }

    private static IEnumerable<string> OwnFaults(JsonElement value, JsonElement schema, JsonElement document, string at)
    {
        if (schema.TryGetProperty("const", out var constant) && constant.ToString() != value.ToString())
            yield return $"{at} is {value}, not {constant}";
        if (schema.TryGetProperty("enum", out var values) && values.EnumerateArray().All(v => v.ToString() != value.ToString()))
            yield return $"{at} is {value}, not one of {values}";
        if (schema.TryGetProperty("type", out var type))
        {
            var allowed =
                type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!).ToList() : [type.GetString()!];
            if (!allowed.Any(t => Is(value, t)))
            {
                yield return $"{at} is {value.ValueKind} ({value}), not {string.Join(" or ", allowed)}";
                yield break;
            }
        }
        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            foreach (
                var name in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(r => r.GetString()!) : []
            )
                if (!value.TryGetProperty(name, out _))
                    yield return $"{at} lacks {name}";
            foreach (var property in value.EnumerateObject())
            {
                if (!properties.TryGetProperty(property.Name, out var inner))
                    yield return $"{at} has {property.Name}, which the schema does not know";
                else
                    foreach (var fault in Faults(property.Value, inner, document, $"{at}.{property.Name}"))
                        yield return fault;
            }
        }
        if (
            value.ValueKind == JsonValueKind.Object
            && schema.TryGetProperty("additionalProperties", out var more)
            && more.ValueKind == JsonValueKind.Object
        )
            foreach (var property in value.EnumerateObject())
            foreach (var fault in Faults(property.Value, more, document, $"{at}.{property.Name}"))
                yield return fault;
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            foreach (var (item, i) in value.EnumerateArray().Select((item, i) => (item, i)))
            foreach (var fault in Faults(item, items, document, $"{at}[{i}]"))
                yield return fault;
    }

    private static bool Is(JsonElement value, string type) =>
        type switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            _ => false,
        };
}
