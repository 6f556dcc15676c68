using Microsoft.AspNetCore.Http.Features;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// Answers a read of data with 503 when nothing has come within <see cref="HttpSettings.AnswerWithin"/>: a PostgreSQL that hangs keeps no
/// client waiting. The query itself is cancelled after that, since the driver's cancel waits for the server. Streams, writes and documents,
/// which ask no store, have no deadline.
/// </summary>
public sealed class AnswerDeadline(RequestDelegate next, HttpSettings settings, TimeProvider time, ILogger<AnswerDeadline> log)
{
    private const string RetryAfterSeconds = "5";

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        var isStream = http.WebSockets.IsWebSocketRequest || request.Headers.ContainsKey("Upgrade");
        return settings.AnswerWithin > TimeSpan.Zero && isRead && !isStream && request.Path.StartsWithSegments("/api")
            ? AnswerAsync(http)
            : next(http);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var (method, clientGone) = (http.Request.Method, http.RequestAborted);
        var body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(clientGone);
        http.RequestAborted = ending.Token;
        try
        {
            var answering = next(http);
            try
            {
                await answering.WaitAsync(settings.AnswerWithin, time, CancellationToken.None);
                return;
            }
            catch (TimeoutException) when (!answering.IsCompleted)
            {
                // An answer that has begun is on its way: a large one, or a slow reader's.
                if (http.Response.HasStarted)
                {
                    await answering;
                    return;
                }
            }
            await RefuseAsync(http, method, body);
            // What runs still uses the request, so the request lives until it has ended; its client has the answer.
            await ending.CancelAsync();
            try
            {
                await answering;
            }
            catch (Exception e)
            {
                log.LogDebug("Ended after its deadline: {Path}, {Reason}", http.Request.Path, e.GetBaseException().Message);
            }
        }
        finally
        {
            http.RequestAborted = clientGone;
        }
    }

    private async Task RefuseAsync(HttpContext http, string method, IHttpResponseBodyFeature body)
    {
        log.LogWarning("No answer to {Path} within {Seconds} s", http.Request.Path, settings.AnswerWithin.TotalSeconds);
        // What runs may have put a buffer before the body and a GET in place of a HEAD.
        http.Features.Set(body);
        http.Request.Method = method;
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        // The connection is busy until what runs has ended: the client takes another one.
        if (HttpProtocol.IsHttp11(http.Request.Protocol) || HttpProtocol.IsHttp10(http.Request.Protocol))
            http.Response.Headers.Connection = "close";
        await Problem.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "The data did not come in time; try again in a moment.");
        await http.Response.CompleteAsync();
    }
}
