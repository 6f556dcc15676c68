using System.Globalization;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.OpenApi;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>Problems, headers and the validator of a cache: described once under <c>components</c>, and referred to.</summary>
internal static class SharedAnswers
{
    private const string IfNoneMatch = "IfNoneMatch";

    private const string Page = "text/html";

    private static readonly (int Status, string Name, string Description)[] s_problems =
    [
        (400, "BadRequest", "A parameter is malformed or out of bounds; `errors` names it."),
        (401, "Unauthorized", "The key is missing or wrong."),
        (403, "Forbidden", "The administrators' routes are closed: no key is set."),
        (404, "NotFound", "What the address names is not known here."),
        (429, "TooManyRequests", "Too many requests from this address; see `Retry-After`."),
        (500, "ServerError", "A fault on our side, logged under `trace_id`."),
        (503, "Unavailable", "PostgreSQL cannot be reached; see `Retry-After`."),
    ];

    private static readonly (string Name, JsonSchemaType Type, string Description)[] s_headers =
    [
        (AnswerHeaders.RequestId, JsonSchemaType.String, "Correlation id of the exchange: the one that was sent, or a new one."),
        (AnswerHeaders.DataSource, JsonSchemaType.String, "`live` or `simulated`."),
        (AnswerHeaders.DataStale, JsonSchemaType.String, "`true`: the answer comes from memory, because PostgreSQL is gone."),
        ("ETag", JsonSchemaType.String, "Names these bytes; for `If-None-Match`."),
        ("Age", JsonSchemaType.Integer, "Seconds since the oldest part of the answer was read, when it comes from memory."),
        (AnswerHeaders.RateLimitLimit, JsonSchemaType.Integer, "Requests that one address may make in a minute."),
        (AnswerHeaders.RateLimitRemaining, JsonSchemaType.Integer, "Requests that are left."),
        (AnswerHeaders.RateLimitReset, JsonSchemaType.Integer, "Seconds until they are counted from zero again."),
        ("Retry-After", JsonSchemaType.Integer, "Seconds to wait."),
    ];

    private static readonly string[] s_ofAll = [AnswerHeaders.RequestId, AnswerHeaders.DataSource];

    private static readonly string[] s_ofLimits =
    [
        AnswerHeaders.RateLimitLimit,
        AnswerHeaders.RateLimitRemaining,
        AnswerHeaders.RateLimitReset,
        "Retry-After",
    ];

    public static void AddTo(OpenApiComponents components, OpenApiDocument document)
    {
        components.Headers = s_headers.ToDictionary(
            h => h.Name,
            IOpenApiHeader (h) =>
                new OpenApiHeader
                {
                    Description = h.Description,
                    Schema = new OpenApiSchema { Type = h.Type },
                },
            StringComparer.Ordinal
        );
        components.Parameters = new Dictionary<string, IOpenApiParameter>(StringComparer.Ordinal)
        {
            [IfNoneMatch] = new OpenApiParameter
            {
                Name = "If-None-Match",
                In = ParameterLocation.Header,
                Description = "The `ETag` of an earlier answer: 304 without a body when nothing has changed since.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        };
        components.Responses = s_problems.ToDictionary(p => p.Name, IOpenApiResponse (p) => Problem(p, document), StringComparer.Ordinal);
        components.Responses["NotModified"] = new OpenApiResponse
        {
            Description = "Nothing has changed since the ETag in `If-None-Match`.",
            Headers = Headers(document, [.. s_ofAll, "ETag"]),
        };
    }

    /// <summary>Gives an operation the answers that it shares with others, in the order of their status.</summary>
    public static void Refer(
        OpenApiDocument document,
        OpenApiOperation operation,
        bool isGet,
        bool takesInput,
        bool namesSomething,
        bool isAdmin
    )
    {
        var own = operation.Responses ?? [];
        foreach (var (status, response) in own)
        {
            if (response is not OpenApiResponse plain)
                continue;
            plain.Headers = Headers(document, isGet ? [.. s_ofAll, "ETag", "Age", AnswerHeaders.DataStale] : s_ofAll);
            if (string.IsNullOrEmpty(plain.Description))
                plain.Description = status == "200" ? "OK" : status;
        }
        foreach (var (status, name, _) in s_problems)
        {
            var applies = status switch
            {
                400 => takesInput,
                401 or 403 => isAdmin,
                404 => namesSomething,
                _ => true,
            };
            if (applies)
                own.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponseReference(name, document));
        }
        if (own.TryGetValue("200", out var ok) && ok.Content?.ContainsKey(Page) is true && own.ContainsKey("400"))
            own["400"] = OrPage(Problem(s_problems[0], document));
        if (isGet)
        {
            own.TryAdd("304", new OpenApiResponseReference("NotModified", document));
            (operation.Parameters ??= []).Add(new OpenApiParameterReference(IfNoneMatch, document));
        }
        operation.Responses = [];
        foreach (var (status, response) in own.OrderBy(r => r.Key, StringComparer.Ordinal))
            operation.Responses.Add(status, response);
    }

    /// <summary>What serves a page to browsers refuses with one too.</summary>
    private static OpenApiResponse OrPage(OpenApiResponse problem)
    {
        problem.Content![Page] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        return problem;
    }

    private static OpenApiResponse Problem((int Status, string Name, string Description) problem, OpenApiDocument document) =>
        new()
        {
            Description = problem.Description,
            Headers = Headers(
                document,
                problem.Status is 429 ? [.. s_ofAll, .. s_ofLimits]
                    : problem.Status is 503 ? [.. s_ofAll, "Retry-After"]
                    : s_ofAll
            ),
            Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
            {
                [Platform.Http.Problem.ContentType] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchemaReference(nameof(Platform.Http.Problem), document),
                    Example = ProblemExamples.Of(problem.Status),
                },
            },
        };

    private static Dictionary<string, IOpenApiHeader> Headers(OpenApiDocument document, IEnumerable<string> names) =>
        names.ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document), StringComparer.Ordinal);
}
