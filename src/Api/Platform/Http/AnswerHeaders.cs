namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// The headers of our answers beyond HTTP's common ones. Code that sets one takes its name from here, and what is here a page's script may
/// read.
/// </summary>
public static class AnswerHeaders
{
    /// <summary>Correlation id of the exchange; the log line and a problem's <c>trace_id</c> have it too.</summary>
    public const string RequestId = "X-Request-ID";

    /// <summary>live or simulated.</summary>
    public const string DataSource = "X-Data-Source";

    /// <summary>true: the answer comes from memory because PostgreSQL is gone.</summary>
    public const string DataStale = "X-Data-Stale";

    /// <summary>Milliseconds until the answer began.</summary>
    public const string ServerTiming = "Server-Timing";

    /// <summary>Requests that one address may make in a minute.</summary>
    public const string RateLimitLimit = "RateLimit-Limit";

    /// <summary>Number of calls that are left.</summary>
    public const string RateLimitRemaining = "RateLimit-Remaining";

    /// <summary>Seconds until they are counted from zero again.</summary>
    public const string RateLimitReset = "RateLimit-Reset";

    /// <summary>Writes what every answer says, of probes and of all others: who it is for, whose data it is, and how to take it.</summary>
    public static void WriteCommon(HttpContext http, HttpSettings settings, string requestId)
    {
        var headers = http.Response.Headers;
        headers[RequestId] = requestId;
        headers[DataSource] = settings.DataSource;
        headers.XContentTypeOptions = "nosniff";
        if (settings.HstsSeconds > 0 && http.Request.IsHttps)
            headers.StrictTransportSecurity = $"max-age={settings.HstsSeconds}";
    }

    /// <summary>
    /// All that a script of another origin may read (<c>Access-Control-Expose-Headers</c>) beside those that CORS always shows: content
    /// type, length and language, Cache-Control, Expires, Last-Modified, Pragma.
    /// </summary>
    public static IReadOnlyList<string> Exposed { get; } =
    [
        RequestId,
        DataSource,
        DataStale,
        ServerTiming,
        RateLimitLimit,
        RateLimitRemaining,
        RateLimitReset,
        "ETag",
        "Age",
        "Date",
        "Vary",
        "Allow",
        "Link",
        "Location",
        "Retry-After",
        "WWW-Authenticate",
        "Deprecation",
        "Sunset",
    ];
}
