using InvestmentAssistant.Api.Platform.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>Title, how to read the API, and paths in a stable order.</summary>
public sealed class DocumentHead(HttpSettings settings) : IOpenApiDocumentTransformer
{
    public async Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = settings.AppName,
            Version = settings.Version,
            Description = """
                Live prices of stocks, ETFs and crypto markets over REST and streams. Streams (WebSocket and Server-Sent Events) are described in `/asyncapi.json`.

                - JSON is snake_case; instants are ISO 8601 in UTC with `Z`; percent fields are percent (1.6 = 1.6 %); stock and ETF prices are USD, crypto prices KRW.
                - Unknown values are `null`, never 0.
                - Errors are RFC 9457 `application/problem+json`; `errors` names the parameter.
                - Every GET has an `ETag`; `If-None-Match` is answered with 304. `X-Request-ID` is echoed. `X-Data-Source` says `live` or `simulated`.
                - A path answers with and without a trailing slash.
                """,
        };
        // Relative, so that "try it out" calls the host that served the document.
        document.Servers = [new OpenApiServer { Url = "/" }];
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths.OrderBy(p => p.Key, StringComparer.Ordinal))
            paths.Add(path, item);
        document.Paths = paths;
        await DropUnreferencedAsync(document, cancellationToken);
    }

    /// <summary>The generic description made schemas of request classes that are no bodies; what nothing refers to any more goes.</summary>
    private static async Task DropUnreferencedAsync(OpenApiDocument document, CancellationToken ct)
    {
        while (document.Components?.Schemas is { Count: > 0 } schemas)
        {
            var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct);
            var unused = schemas.Keys.Where(name => !text.Contains($"\"#/components/schemas/{name}\"", StringComparison.Ordinal)).ToList();
            if (unused.Count == 0)
                return;
            foreach (var name in unused)
                schemas.Remove(name);
        }
    }
}
