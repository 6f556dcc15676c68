using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Docs.AsyncApi;

/// <summary>
/// The streams described (AsyncAPI 3), from <c>asyncapi.json</c> beside this file. It is written by hand, since nothing in a WebSocket route says what it
/// sends; tests compare it with what the streams really send.
/// </summary>
public static class AsyncApiDocument
{
    private static readonly Lazy<byte[]> Json = new(() =>
    {
        using var stream = typeof(AsyncApiDocument).Assembly.GetManifestResourceStream("asyncapi.json")
            ?? throw new InvalidOperationException("The assembly carries no asyncapi.json.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    });

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/asyncapi.json", (HttpContext http) =>
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            return http.Response.Body.WriteAsync(Json.Value, http.RequestAborted).AsTask();
        }).ExcludeFromDescription().Keeps(DataKind.Daily);
}
