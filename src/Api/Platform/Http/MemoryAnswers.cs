namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>An answer that is ready as bytes in memory and asks nothing of anything. A feature registers it as a singleton.</summary>
public interface IMemoryAnswer
{
    /// <summary>The exact path, without a trailing slash.</summary>
    string Path { get; }

    /// <summary>The JSON as it is now.</summary>
    ReadOnlyMemory<byte> Json { get; }
}

/// <summary>
/// Answers plain GETs of <see cref="IMemoryAnswer"/> paths before anything else runs: no routing, no log line, no limiter, so that a probe
/// is answered even when all else is busy. Requests that need more (CORS, conditional, HEAD) go the common way and get the same bytes
/// there.
/// </summary>
public sealed class MemoryAnswers
{
    private readonly RequestDelegate _next;
    private readonly IMemoryAnswer[] _answers;
    private readonly HttpSettings _settings;

    public MemoryAnswers(RequestDelegate next, IEnumerable<IMemoryAnswer> answers, HttpSettings settings)
    {
        _next = next;
        _answers = [.. answers];
        _settings = settings;
    }

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) && !NeedsMore(request.Headers))
        {
            foreach (var answer in _answers)
            {
                if (Matches(request.Path.Value, answer.Path))
                    return SendAsync(http, answer);
            }
        }
        return _next(http);
    }

    private Task SendAsync(HttpContext http, IMemoryAnswer answer)
    {
        var body = answer.Json;
        var response = http.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        AnswerHeaders.WriteCommon(http, _settings, Guid.CreateVersion7().ToString("N"));
        VaryHeader.Complete(response.Headers);
        return response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private static bool NeedsMore(IHeaderDictionary headers) =>
        headers.ContainsKey("Origin") || headers.ContainsKey("If-None-Match") || headers.ContainsKey(AnswerHeaders.RequestId);

    private static bool Matches(string? path, string wanted) =>
        path is not null
        && path.StartsWith(wanted, StringComparison.Ordinal)
        && (path.Length == wanted.Length || (path.Length == wanted.Length + 1 && path[^1] == '/'));
}
