using FastEndpoints;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>
/// Describes a FastEndpoints slice as it is: the generic description takes route and query parameters for a body and knows no problems.
/// Parameters come from the request's properties, their bounds from its validator, their words from its doc comments: one truth, so that
/// the document cannot drift from the code.
/// </summary>
public sealed class SliceOperations(XmlDocs docs, IEnumerable<ApiTag> tags) : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, string> s_noExamples = [];

    public async Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var slice = context.Description.ActionDescriptor.EndpointMetadata.OfType<EndpointDefinition>().FirstOrDefault();
        if (slice is null)
            return;
        operation.OperationId = slice.EndpointType.Name;
        operation.Summary = slice.EndpointSummary?.Summary ?? operation.Summary;
        operation.Description = slice.EndpointSummary?.Description ?? operation.Description;

        var route = "/" + context.Description.RelativePath;
        var isGet = context.Description.HttpMethod is "GET";
        var tag = context.Description.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>().FirstOrDefault()
            is { Tags: [var first, ..] }
            ? first
            : null;
        var examples = tags.FirstOrDefault(t => t.Name == tag)?.Examples ?? s_noExamples;
        var parameters = RequestParameters.Of(slice, route, isGet, docs, examples);
        operation.Parameters = [];
        foreach (var parameter in parameters)
        {
            var schema = await context.GetOrCreateSchemaAsync(parameter.Type, null, cancellationToken);
            operation.Parameters.Add(parameter.Describe(schema));
        }
        if (isGet || !RequestParameters.HasBody(slice, route))
            operation.RequestBody = null;

        if (operation.Responses is null)
            return;
        foreach (var also in context.Description.ActionDescriptor.EndpointMetadata.OfType<AlsoAnswers>())
            await AddShapeAsync(operation, also, context, cancellationToken);
        operation.Responses.Remove("401");
        operation.Responses.Remove("403");
        var problem = await ProblemSchemaAsync(context, cancellationToken);
        if (parameters.Count > 0 || operation.RequestBody is not null)
            AddProblem(operation, problem, 400, "A parameter is malformed or out of bounds; `errors` names it.");
        else
            operation.Responses.Remove("400");
        if (route.Contains('{'))
            AddProblem(operation, problem, 404, "What the address names is not known here.");
        AddProblem(operation, problem, 429, "Too many requests from this address; see Retry-After.");
        AddProblem(operation, problem, 500, "A fault on our side, logged under `trace_id`.");
        if (!operation.Responses.ContainsKey("503"))
            AddProblem(operation, problem, 503, "PostgreSQL cannot be reached; see Retry-After.");
        if (isGet)
            operation.Responses.TryAdd("304", new OpenApiResponse { Description = "Not modified since the ETag in If-None-Match." });
        foreach (var (status, response) in operation.Responses)
        {
            if (response is OpenApiResponse plain && string.IsNullOrEmpty(plain.Description))
                plain.Description = status == "200" ? "OK" : status;
        }
    }

    private static async Task AddShapeAsync(
        OpenApiOperation operation,
        AlsoAnswers also,
        OpenApiOperationTransformerContext context,
        CancellationToken ct
    )
    {
        if (!operation.Responses!.TryGetValue("200", out var ok) || ok.Content is not { } content)
            return;
        if (also.Type is null)
        {
            content[also.ContentType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            return;
        }
        var schema = await context.GetOrCreateSchemaAsync(also.Type, null, ct);
        context.Document!.AddComponent(also.Type.Name, schema);
        var media = content[also.ContentType];
        media.Schema = new OpenApiSchema { OneOf = [media.Schema!, new OpenApiSchemaReference(also.Type.Name, context.Document)] };
    }

    private static async Task<IOpenApiSchema> ProblemSchemaAsync(OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var schema = await context.GetOrCreateSchemaAsync(typeof(Problem), null, ct);
        context.Document!.AddComponent("Problem", schema);
        return new OpenApiSchemaReference("Problem", context.Document);
    }

    private static void AddProblem(OpenApiOperation operation, IOpenApiSchema schema, int status, string description)
    {
        operation.Responses![status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [Problem.ContentType] = new() { Schema = schema, Example = ProblemExamples.Of(status) },
            },
        };
    }
}
