using System.Text.Json;
using System.Text.Json.Nodes;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Docs;

/// <summary>The boards of the live page, each as its topic's description says, in the order of their positions.</summary>
public sealed class BoardPages(IEnumerable<StreamTopic> topics)
{
    private readonly byte[] _json = JsonSerializer.SerializeToUtf8Bytes(
        topics
            .Select(t => (t.Name, Page: JsonObject.Create(t.Description.Page)!))
            .OrderBy(t => t.Page["position"]?.GetValue<int>() ?? int.MaxValue)
            .ThenBy(t => t.Name, StringComparer.Ordinal)
            .Select(t =>
            {
                t.Page["topic"] = t.Name;
                return t.Page;
            })
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/boards.json", (HttpContext http, BoardPages pages) =>
            {
                http.Response.ContentType = "application/json; charset=utf-8";
                return http.Response.Body.WriteAsync(pages._json, http.RequestAborted).AsTask();
            })
            .ExcludeFromDescription()
            .CachesAs(DataKind.Daily);
}
