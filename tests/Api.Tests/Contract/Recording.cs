using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Contract;

/// <summary>
/// Writes the examples of the OpenAPI document from real answers of the filled host, when <c>RECORD_ANSWERS</c> is set; otherwise does
/// nothing.
/// </summary>
internal static class Recording
{
    private const int LongestText = 200;

    private static readonly bool s_isOn = Environment.GetEnvironmentVariable("RECORD_ANSWERS") is { Length: > 0 };

    private static readonly ConcurrentDictionary<string, JsonNode> s_answers = new(StringComparer.Ordinal);

    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Keeps the first answer of an operation, its lists and texts cut short.</summary>
    public static void Keep(string? operationId, string body)
    {
        if (!s_isOn || operationId is null || !s_answers.TryAdd(operationId, Short(JsonNode.Parse(body)!)))
            return;
        lock (s_answers)
        {
            var file = Path.Combine(Repository.Current.ApiFolder, "Features", "Docs", "OpenApi", "recorded-answers.json");
            var all = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            all[operationId] = s_answers[operationId].DeepClone();
            var sorted = new JsonObject(
                all.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => KeyValuePair.Create(a.Key, a.Value?.DeepClone()))
            );
            File.WriteAllText(file, sorted.ToJsonString(s_readable) + "\n");
        }
    }

    private static JsonNode Short(JsonNode node) =>
        node switch
        {
            JsonArray list => new JsonArray([.. list.Take(1).Select(item => item is null ? null : Short(item))]),
            JsonObject fields => new JsonObject(
                fields.Select(f => KeyValuePair.Create(f.Key, f.Value is null ? null : (JsonNode?)Short(f.Value)))
            ),
            JsonValue value
                when value.GetValueKind() is JsonValueKind.String && value.GetValue<string>() is { Length: > LongestText } text => text[
                ..LongestText
            ] + "...",
            _ => node.DeepClone(),
        };
}
