using InvestmentAssistant.Api.Platform.Persistence;
using Microsoft.AspNetCore.Connections;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// Turns what escapes the slices (exceptions, bare status codes) into problem+json. No stack trace ever leaves the process.
/// </summary>
public sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    /// <summary>Seconds after which trying again makes sense when PostgreSQL is gone: a failover takes about this long.</summary>
    private const string RetryAfterSeconds = "5";

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception e)
            when (http.RequestAborted.IsCancellationRequested || e is ConnectionResetException or ConnectionAbortedException)
        {
            // The client is gone and reads no answer, whatever its going made of the work. 499 is for the log line only.
            if (!http.Response.HasStarted)
                http.Response.StatusCode = 499;
            return;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, e);
            return;
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400 and < 600, ContentLength: null, ContentType: null })
            await Problem.WriteAsync(http, http.Response.StatusCode, DetailOf(http));
    }

    private async Task AnswerAsync(HttpContext http, Exception e)
    {
        switch (e)
        {
            case ProblemException problem:
                await Problem.WriteAsync(http, problem.Status, problem.Message, problem.Errors);
                return;
            case BadHttpRequestException bad:
                await Problem.WriteAsync(http, bad.StatusCode, bad.StatusCode == 400 ? bad.Message : null);
                return;
            case IOException { InnerException: OverflowException }:
                // The server's own words for a chunk that claims two gigabytes and more.
                await Problem.WriteAsync(http, StatusCodes.Status400BadRequest, "The body's chunks are not of a size that can be.");
                return;
        }
        if (e.IsStoreGone())
        {
            log.LogWarning("Data store gone while answering {Path}: {Reason}", http.Request.Path, e.GetBaseException().Message);
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            await Problem.WriteAsync(http, StatusCodes.Status503ServiceUnavailable);
            return;
        }
        log.LogError(e, "Unhandled exception while answering {Method} {Path}", http.Request.Method, http.Request.Path);
        await Problem.WriteAsync(http, StatusCodes.Status500InternalServerError);
    }

    private static string? DetailOf(HttpContext http) =>
        http.Response.StatusCode switch
        {
            404 => $"There is nothing at {http.Request.Path}.",
            405 => $"{http.Request.Path} does not answer {http.Request.Method}; see the Allow header.",
            _ => null,
        };
}
