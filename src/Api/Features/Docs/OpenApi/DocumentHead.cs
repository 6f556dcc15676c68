using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.OpenApi;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>
/// What all operations share: title and how to read the API, tags in the order of a reader, the key of the administrators, an example of
/// each answer, and problems and headers that stand once and are referred to.
/// </summary>
internal sealed class DocumentHead(HttpSettings settings, IEnumerable<ApiTag> tags, RecordedAnswers recorded)
{
    private const string AdminScheme = "adminKey";

    private const string AdminHeader = "X-Api-Key";

    /// <summary>Completes the document that the slices gave.</summary>
    public void Complete(OpenApiDocument document)
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
        var components = document.Components ??= new OpenApiComponents();
        components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [AdminScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = AdminHeader,
                Description = "The key of `ADMIN_API_KEY`. All other operations are public.",
            },
        };
        SharedAnswers.AddTo(components, document);
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            foreach (var (method, operation) in item.Operations!)
                Complete(document, path, method == HttpMethod.Get, operation);
            paths.Add(path, item);
        }
        document.Paths = paths;
        document.Tags = Tags(paths);
    }

    private void Complete(OpenApiDocument document, string path, bool isGet, OpenApiOperation operation)
    {
        var isAdmin = path.Contains("/admin/", StringComparison.Ordinal);
        operation.Security = isAdmin
            ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(AdminScheme, document)] = [] }]
            : [];
        var takesInput = operation.Parameters is { Count: > 0 } || operation.RequestBody is not null;
        SharedAnswers.Refer(document, operation, isGet, takesInput, path.Contains('{'), isAdmin);
        if (operation.RequestBody is OpenApiRequestBody body)
        {
            // NSwag's own marks, which say nothing to a reader.
            body.Extensions?.Clear();
            if (string.IsNullOrEmpty(body.Description))
                body.Description = null;
        }
        if (recorded.Of(operation.OperationId!) is not { } example)
            return;
        foreach (var (status, response) in operation.Responses!)
        {
            if (
                status.StartsWith('2')
                && response.Content is { } content
                && content.TryGetValue("application/json", out var media)
                && media is OpenApiMediaType own
            )
                own.Example = example;
        }
    }

    private HashSet<OpenApiTag> Tags(OpenApiPaths paths)
    {
        var used = paths
            .SelectMany(p => p.Value.Operations!.Values)
            .SelectMany(o => o.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(t => t.Reference.Id!)
            .ToHashSet(StringComparer.Ordinal);
        var declared = tags.Where(t => used.Contains(t.Name)).OrderBy(t => t.Place).ThenBy(t => t.Name, StringComparer.Ordinal).ToList();
        // The service itself has no feature's tag.
        var own = used.Except(declared.Select(t => t.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return
        [
            .. own.Select(name => new OpenApiTag { Name = name, Description = "The service itself: what is here, and how it is." }),
            .. declared.Select(t => new OpenApiTag { Name = t.Name, Description = $"{t.Description} ({t.KoreanName})" }),
        ];
    }
}
