using Serilog.Events;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// Chooses which answers are worth a line: errors of ours and slow answers always, of all others one in N; what is left out is there at
/// the level debug. Probes are left out.
/// </summary>
/// <param name="oneIn">N; 1 or less logs every answer.</param>
internal sealed class AccessLog(int oneIn)
{
    private const double SlowMilliseconds = 1_000;

    private long _others = -1;

    /// <param name="http">The exchange, answered.</param>
    /// <param name="elapsed">Milliseconds.</param>
    /// <param name="error">What ended it; null for an answer.</param>
    public LogEventLevel LevelOf(HttpContext http, double elapsed, Exception? error)
    {
        if (error is not null || http.Response.StatusCode >= 500)
            return LogEventLevel.Error;
        if (http.Request.Path.StartsWithSegments("/health"))
            return LogEventLevel.Debug;
        if (elapsed >= SlowMilliseconds && !IsStream(http.Response))
            return LogEventLevel.Information;
        return oneIn <= 1 || Interlocked.Increment(ref _others) % oneIn == 0 ? LogEventLevel.Information : LogEventLevel.Debug;
    }

    /// <summary>A stream lasts as long as its client stays: it is not slow.</summary>
    private static bool IsStream(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status101SwitchingProtocols
        || response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) == true;
}
