using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// GET answers get an ETag over their bytes and <c>Cache-Control</c> by data kind; If-None-Match is answered with 304; HEAD is GET without
/// the body; OPTIONS says what is allowed. The tag is weak because compression comes after it. Streams (WebSockets, SSE) write nothing
/// here, and an answer that outgrows the buffer goes out as it comes, without a tag.
/// </summary>
public sealed class ConditionalGet(RequestDelegate next, HttpSettings settings)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        var isHead = HttpMethods.IsHead(request.Method);
        if (!isHead && !HttpMethods.IsGet(request.Method))
            return AllowAsync(http);
        // An event stream ends only with its reader, and knows HEAD itself.
        return request.Path.StartsWithSegments("/sse") ? next(http) : BufferedAsync(http, isHead);
    }

    private async Task BufferedAsync(HttpContext http, bool isHead)
    {
        var response = http.Response;
        var inner = response.Body;
        await using var buffer = new AnswerBuffer(inner, settings.MaxBufferedAnswerBytes, () => IsEventStream(response));
        response.Body = buffer;
        // Routing knows GET; a HEAD must find the same endpoint.
        if (isHead)
            http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
        }
        finally
        {
            response.Body = inner;
            if (isHead)
                http.Request.Method = HttpMethods.Head;
        }
        if (buffer.PassedThrough || response.HasStarted)
            return;

        var body = buffer.Written;
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var headers = response.Headers;
            if (headers.CacheControl.Count == 0)
            {
                var kind = http.GetEndpoint()?.Metadata.GetMetadata<CacheMetadata>()?.Kind ?? DataKind.Live;
                headers.CacheControl = kind.CacheControl();
            }
            if (headers.ETag.Count == 0)
                headers.ETag = TagOf(body.Span);
            if (Matches(http.Request.Headers.IfNoneMatch, headers.ETag.ToString()))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentLength = null;
                headers.Remove(HeaderNames.ContentType);
                return;
            }
        }
        if (response.StatusCode is 204 or 304)
            return;
        // A bare error status stays empty here: the problem writer outside fills it.
        if (body.IsEmpty && response.StatusCode >= 400)
            return;
        response.ContentLength = body.Length;
        if (!isHead)
            await inner.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>
    /// Routing names the methods that routes were mapped with; HEAD and OPTIONS are answered here. OPTIONS is 204 where others are 405.
    /// </summary>
    private async Task AllowAsync(HttpContext http)
    {
        await next(http);
        if (http.Response is not { HasStarted: false, StatusCode: StatusCodes.Status405MethodNotAllowed } response)
            return;
        response.Headers.Allow = string.Join(", ", AllowedWith(response.Headers.Allow.ToString()));
        if (HttpMethods.IsOptions(http.Request.Method))
            response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static IEnumerable<string> AllowedWith(string allow)
    {
        var methods = allow.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return methods.Contains("GET") ? methods.Append("HEAD").Append("OPTIONS").Distinct() : methods.Append("OPTIONS").Distinct();
    }

    private static bool IsEventStream(HttpResponse response) =>
        response.ContentType?.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The first 128 bits of SHA-256: no two different answers share it.</summary>
    internal static string TagOf(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return $"W/\"{Convert.ToHexStringLower(hash[..16])}\"";
    }

    /// <summary>Weak comparison of RFC 9110 13.1.2: W/ is ignored on both sides, <c>*</c> matches anything.</summary>
    internal static bool Matches(IList<string?> ifNoneMatch, string tag)
    {
        if (ifNoneMatch.Count == 0 || !EntityTagHeaderValue.TryParseList(ifNoneMatch!, out var wanted))
            return false;
        var ours = EntityTagHeaderValue.Parse(tag);
        foreach (var candidate in wanted)
        {
            if (candidate.Tag == "*" || candidate.Compare(ours, useStrongComparison: false))
                return true;
        }
        return false;
    }
}
