using System.Text.Json;
using System.Text.Json.Nodes;
using InvestmentAssistant.Api.Platform.Json;
using Microsoft.OpenApi;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>
/// Reads NSwag's 3.0 without losing what that version says in its own way. There <c>nullable</c> stands beside a choice or a reference,
/// which the reader drops; here null is one of the choices. And bounds are whole where they can be: 100, not 100.0.
/// </summary>
internal sealed class PlainSchemas : OpenApiVisitorBase
{
    private const string Mark = "x-or-null";

    private static readonly JsonSerializerOptions s_readable = new(JsonSettings.Wire) { WriteIndented = true };

    /// <exception cref="InvalidOperationException">It is no OpenAPI document.</exception>
    public static OpenApiDocument Read(string json)
    {
        var node = JsonNode.Parse(json)!;
        MarkChoices(node);
        var read = OpenApiDocument.Parse(node.ToJsonString(), OpenApiConstants.Json);
        var document = read.Document ?? throw new InvalidOperationException($"Unreadable: {read.Diagnostic?.Errors.FirstOrDefault()}");
        new OpenApiWalker(new PlainSchemas()).Walk(document);
        return document;
    }

    /// <summary>
    /// The document as 3.0, with null as tools of that version read it: <c>nullable</c> beside the reference, not one more choice of a type
    /// that no language has.
    /// </summary>
    public static async Task<string> WriteOlderAsync(OpenApiDocument document)
    {
        var node = JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0))!;
        JoinChoices(node, node["components"]?["schemas"]?.AsObject() ?? []);
        return node.ToJsonString(s_readable);
    }

    /// <inheritdoc />
    public override void Visit(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own)
            return;
        (own.Minimum, own.Maximum) = (Whole(own.Minimum), Whole(own.Maximum));
        if (own.Extensions?.Remove(Mark) is true)
            own.OneOf = [.. own.OneOf ?? [], new OpenApiSchema { Type = JsonSchemaType.Null }];
    }

    private static void MarkChoices(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject o:
                if (o.ContainsKey("nullable") && o.ContainsKey("oneOf") && !o.ContainsKey("type"))
                {
                    o.Remove("nullable");
                    o[Mark] = true;
                }
                foreach (var (_, value) in o)
                    MarkChoices(value);
                break;
            case JsonArray a:
                foreach (var item in a)
                    MarkChoices(item);
                break;
        }
    }

    private static void JoinChoices(JsonNode? node, JsonObject components)
    {
        switch (node)
        {
            case JsonObject o:
                // There is no null without a type beside it.
                if (o["oneOf"] is JsonArray choices && choices.FirstOrDefault(IsNull) is { } none)
                {
                    choices.Remove(none);
                    if (choices.Count > 1)
                        choices.Add(JsonNode.Parse("""{"type":"object","nullable":true,"enum":[null]}"""));
                    else
                    {
                        o.Remove("oneOf");
                        o["allOf"] = choices;
                        o["nullable"] = true;
                        o["type"] = components[choices[0]!["$ref"]!.ToString().Split('/')[^1]]!["type"]!.DeepClone();
                    }
                }
                foreach (var (_, value) in o)
                    JoinChoices(value, components);
                break;
            case JsonArray a:
                foreach (var item in a)
                    JoinChoices(item, components);
                break;
        }
    }

    private static bool IsNull(JsonNode? choice) => choice?["enum"] is JsonArray { Count: 1 } values && values[0] is null;

    private static string? Whole(string? bound) => bound?.EndsWith(".0", StringComparison.Ordinal) is true ? bound[..^2] : bound;
}
