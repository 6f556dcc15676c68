using System.Diagnostics;
using System.Globalization;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// Stamps every exchange: a correlation id (the client's <c>X-Request-ID</c> when it is sane, else a new one) in the log scope, in problems
/// and on the answer; the data source; how old its data is (<see cref="AnswerAge"/>); how long the answer took (<c>Server-Timing</c>); what
/// it depends on (<c>Vary</c>); and that browsers must not guess content types.
/// </summary>
public sealed class RequestStamp(RequestDelegate next, HttpSettings settings)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        var id = http.Request.Headers[AnswerHeaders.RequestId].ToString();
        if (!IsSane(id))
            id = Guid.CreateVersion7().ToString("N");
        http.TraceIdentifier = id;

        AnswerHeaders.WriteCommon(http, settings, id);
        http.Response.OnStarting(
            static state =>
            {
                var (response, start) = ((HttpResponse, long))state;
                // Our pages set a stricter policy of their own; Swagger UI and ReDoc style themselves inline and fetch nothing from
                // elsewhere.
                if (
                    response.Headers.ContentSecurityPolicy.Count == 0
                    && response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true
                )
                {
                    response.Headers.ContentSecurityPolicy =
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self' blob:; "
                        + "frame-ancestors 'none'";
                    response.Headers["Referrer-Policy"] = "no-referrer";
                }
                response.Headers[AnswerHeaders.ServerTiming] = string.Create(
                    CultureInfo.InvariantCulture,
                    $"total;dur={Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.##}"
                );
                response.HttpContext.RequestServices.GetRequiredService<AnswerAge>().WriteTo(response.Headers);
                VaryHeader.Complete(response.Headers);
                return Task.CompletedTask;
            },
            (http.Response, started)
        );

        using (Serilog.Context.LogContext.PushProperty("CorrelationId", id))
            await next(http);
    }

    /// <summary>Up to 64 letters, digits, dash, dot, underscore: anything else could forge log lines or headers.</summary>
    internal static bool IsSane(string id)
    {
        if (id.Length is 0 or > 64)
            return false;
        foreach (var c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '_'))
                return false;
        }
        return true;
    }
}
