using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Docs.AsyncApi;

/// <summary>
/// The streams described (AsyncAPI 3): <c>asyncapi.json</c> has what all topics share, <c>asyncapi-topic.json</c> the part of one topic
/// with <c>{topic}</c> in its place, and each topic's own description its items. Nothing in a WebSocket route says what it sends; tests
/// compare the document with what the streams really send.
/// </summary>
public sealed class AsyncApiDocument(IEnumerable<StreamTopic> topics)
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    private readonly Lazy<byte[]> _json = new(() => Write([.. topics]));

    /// <summary>The document, UTF-8.</summary>
    internal byte[] Json => _json.Value;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/asyncapi.json", (HttpContext http, AsyncApiDocument document) =>
            {
                http.Response.ContentType = "application/json; charset=utf-8";
                return http.Response.Body.WriteAsync(document.Json, http.RequestAborted).AsTask();
            })
            .ExcludeFromDescription()
            .CachesAs(DataKind.Daily);

    private static byte[] Write(IReadOnlyList<StreamTopic> topics)
    {
        var titles = topics.Select(t => t.Description.Title).ToList();
        var document = JsonNode.Parse(
            Text("asyncapi.json")
                .Replace(
                    "{titles}",
                    titles is [.. var first, var last] && first.Count > 0
                        ? $"{string.Join(", ", first)} and {last}"
                        : string.Concat(titles),
                    StringComparison.Ordinal
                )
        )!;
        foreach (var topic in topics)
            Add(document, topic);
        return Encoding.UTF8.GetBytes(document.ToJsonString(s_indented));
    }

    private static void Add(JsonNode document, StreamTopic topic)
    {
        var part = JsonNode.Parse(
            Text("asyncapi-topic.json")
                .Replace("{topic}", topic.Name, StringComparison.Ordinal)
                .Replace("{batch_type}", topic.BatchType, StringComparison.Ordinal)
                .Replace("{board_type}", topic.FullBoardType, StringComparison.Ordinal)
                .Replace("{symbols}", topic.Description.Symbols, StringComparison.Ordinal)
                .Replace("\"{example}\"", topic.Description.Example.GetRawText(), StringComparison.Ordinal)
                .Replace("\"{row}\"", ExampleRow(topic), StringComparison.Ordinal)
        )!;
        var components = document["components"]!;
        Merge(part["channels"]!, document["channels"]!);
        Merge(part["operations"]!, document["operations"]!);
        Merge(part["messages"]!, components["messages"]!);
        components["schemas"]![$"{topic.Name}_change"] = JsonNode.Parse(topic.Description.Change.GetRawText());
        components["schemas"]![$"{topic.Name}_full"] = JsonNode.Parse(topic.Description.Board.GetRawText());
        components["schemas"]![$"{topic.Name}_row"] = RowSchema(topic);
        if (!topic.HasMarketStatus)
            return;
        var board = components["messages"]![$"{topic.Name}_full_board"]!["payload"]!;
        board["properties"]!["market_status"] = new JsonObject { ["$ref"] = "#/components/schemas/market_status" };
        board["required"]!.AsArray().Add("market_status");
    }

    private static string ExampleRow(StreamTopic topic) =>
        $"[{string.Join(',', topic.Keys.Select(k => topic.Description.Example.GetProperty(k).GetRawText()))}]";

    /// <summary>An item of the compact form: the values of the fields in their order.</summary>
    private static JsonObject RowSchema(StreamTopic topic)
    {
        var fields = topic.Description.Change.GetProperty("properties");
        var values = topic.Keys.Select(key =>
        {
            var value = JsonNode.Parse(fields.GetProperty(key).GetRawText())!;
            value["title"] = key;
            return value;
        });
        return new JsonObject
        {
            ["type"] = "array",
            ["description"] = $"The values of {topic.Name}_change in the order of the keys message.",
            ["prefixItems"] = new JsonArray([.. values]),
            ["minItems"] = topic.Keys.Count,
            ["maxItems"] = topic.Keys.Count,
        };
    }

    private static void Merge(JsonNode from, JsonNode into)
    {
        foreach (var (name, value) in from.AsObject())
            into[name] = value!.DeepClone();
    }

    private static string Text(string file)
    {
        using var reader = DataFile.OpenText(typeof(AsyncApiDocument), file);
        return reader.ReadToEnd();
    }
}
