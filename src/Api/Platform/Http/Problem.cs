using System.Text.Json;
using System.Text.Json.Serialization;
using InvestmentAssistant.Api.Platform.Json;
using InvestmentAssistant.Api.Platform.Secrets;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>The one shape of every error (RFC 9457, application/problem+json).</summary>
/// <param name="Type">Where the status is defined.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status, repeated for clients that only see the body.</param>
/// <param name="Detail">What went wrong here, for people; always text, because the deployed front end shows it.</param>
/// <param name="Instance">Path of the request, without its query: queries carry tokens.</param>
/// <param name="TraceId">The <c>X-Request-ID</c> of this exchange; the log line has it too.</param>
/// <param name="Errors">By parameter or field as it is on the wire; absent when the problem is not about input.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Instance,
    string TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors = null
)
{
    public const string ContentType = "application/problem+json";

    public static Problem For(HttpContext http, int status, string? detail = null, IReadOnlyDictionary<string, string[]>? errors = null)
    {
        var (title, section, usual) = Describe(status);
        // A detail may quote an exception, and that may quote anything.
        if (http.RequestServices?.GetService<SecretRedactor>() is { } secrets)
        {
            detail = secrets.Redact(detail);
            errors = errors?.ToDictionary(e => e.Key, e => e.Value.Select(text => secrets.Redact(text)).ToArray(), StringComparer.Ordinal);
        }
        return new Problem(
            $"https://www.rfc-editor.org/rfc/rfc{section}",
            title,
            status,
            detail ?? usual,
            http.Request.Path.Value ?? "/",
            http.TraceIdentifier,
            errors
        );
    }

    /// <summary>Writes a problem as the whole answer. The caller has checked that nothing was sent yet.</summary>
    public static Task WriteAsync(HttpContext http, int status, string? detail = null, IReadOnlyDictionary<string, string[]>? errors = null)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(For(http, status, detail, errors), JsonSettings.Wire);
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = body.Length;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Remove("ETag");
        http.Response.Headers.Remove("Content-Encoding");
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private static (string Title, string Section, string Usual) Describe(int status) =>
        status switch
        {
            400 => ("Bad Request", "9110#section-15.5.1", "The request is not valid."),
            401 => ("Unauthorized", "9110#section-15.5.2", "A valid API key is needed."),
            403 => ("Forbidden", "9110#section-15.5.4", "This is not allowed."),
            404 => ("Not Found", "9110#section-15.5.5", "There is nothing at this address."),
            405 => ("Method Not Allowed", "9110#section-15.5.6", "This address does not answer that method; see the Allow header."),
            406 => ("Not Acceptable", "9110#section-15.5.7", "None of the accepted forms can be given."),
            408 => ("Request Timeout", "9110#section-15.5.9", "The request did not arrive in time."),
            409 => ("Conflict", "9110#section-15.5.10", "The request conflicts with the present state."),
            410 => ("Gone", "9110#section-15.5.11", "This is no longer available."),
            413 => ("Content Too Large", "9110#section-15.5.14", "The request body is too large."),
            414 => ("URI Too Long", "9110#section-15.5.15", "The address is too long."),
            415 => ("Unsupported Media Type", "9110#section-15.5.16", "The body must be application/json."),
            422 => ("Unprocessable Content", "9110#section-15.5.21", "The request cannot be processed."),
            426 => ("Upgrade Required", "9110#section-15.5.22", "This address speaks WebSocket."),
            429 => ("Too Many Requests", "6585#section-4", "Too many requests; wait as long as Retry-After says."),
            431 => ("Request Header Fields Too Large", "6585#section-5", "The request headers are too large."),
            500 => (
                "Internal Server Error",
                "9110#section-15.6.1",
                "Something went wrong on our side. It has been logged under this trace_id."
            ),
            502 => ("Bad Gateway", "9110#section-15.6.3", "A provider did not answer as expected."),
            503 => (
                "Service Unavailable",
                "9110#section-15.6.4",
                "The data store cannot be reached just now; try again as Retry-After says."
            ),
            504 => ("Gateway Timeout", "9110#section-15.6.5", "A provider did not answer in time."),
            >= 500 => ("Server Error", "9110#section-15.6", "Something went wrong on our side."),
            _ => ("Client Error", "9110#section-15.5", "The request cannot be served."),
        };
}

/// <summary>Thrown by a slice to end a request with a problem: <c>?? throw ProblemException.NotFound("...")</c>.</summary>
public sealed class ProblemException(int status, string detail, IReadOnlyDictionary<string, string[]>? errors = null) : Exception(detail)
{
    public int Status => status;

    public IReadOnlyDictionary<string, string[]>? Errors => errors;

    /// <summary>404: the address is well formed, but what it names is not known here.</summary>
    public static ProblemException NotFound(string detail) => new(404, detail);

    /// <summary>400 about one parameter, named as on the wire.</summary>
    public static ProblemException BadParameter(string name, string detail) =>
        new(400, detail, new Dictionary<string, string[]> { [name] = [detail] });
}
