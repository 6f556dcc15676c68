using Microsoft.AspNetCore.Http.Features;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// Keeps what clients say of a body they do not send from changing an answer. Fetch wrappers put <c>Content-Type: application/json</c> on
/// every request, and proxies add an empty chunked body; FastEndpoints would read both as JSON and refuse them.
/// <list type="bullet">
/// <item>GET and HEAD: the body and all that describes it are dropped (RFC 9110 9.3.1 gives them no meaning).</item>
/// <item>Other methods: a JSON body without a byte is read as <c>{}</c>, so that the query and the validator decide.</item>
/// </list>
/// </summary>
public sealed class BodilessRequests(RequestDelegate next)
{
    private static readonly string[] BodyHeaders =
    [
        "Content-Type",
        "Content-Length",
        "Content-Encoding",
        "Content-Language",
        "Content-Location",
        "Transfer-Encoding",
        "Expect",
    ];

    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    public async Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            foreach (var name in BodyHeaders)
                request.Headers.Remove(name);
            request.Body = Stream.Null;
        }
        else if (request.HasJsonContentType() && request.ContentLength is null or 0 && await IsEmptyAsync(http))
        {
            request.Body = new MemoryStream(EmptyObject, writable: false);
            request.ContentLength = EmptyObject.Length;
        }
        await next(http);
    }

    /// <summary>The length of a chunked body is known only after reading it; what was read stays in the pipe for the endpoint.</summary>
    private static async Task<bool> IsEmptyAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false)
            return true;
        var reader = http.Request.BodyReader;
        var read = await reader.ReadAsync(http.RequestAborted);
        var isEmpty = read.Buffer.IsEmpty && read.IsCompleted;
        reader.AdvanceTo(read.Buffer.Start);
        return isEmpty;
    }
}
