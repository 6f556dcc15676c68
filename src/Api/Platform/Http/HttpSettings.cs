using System.Text.Json;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>The settings of the HTTP side of the service (section <c>Http</c>, and the old system's environment names).</summary>
public sealed record HttpSettings
{
    /// <summary>
    /// simulated or live: said in every answer's <c>X-Data-Source</c>, so that simulated prices are never taken for real ones.
    /// </summary>
    public required string DataSource { get; init; }

    /// <summary>Origins whose scripts may read our answers; <c>*</c> alone means any.</summary>
    public required IReadOnlyList<string> CorsOrigins { get; init; }

    /// <summary>Also allow any page served from this machine (http://localhost:3000 ...): for development and <c>./run</c>.</summary>
    public required bool CorsAllowLoopback { get; init; }

    /// <summary>Requests one address may make in a minute; 0 turns the limit off.</summary>
    public required int RequestsPerMinute { get; init; }

    /// <summary>Whether requests from this machine are not counted: for <c>./run</c>, since elsewhere a proxy sits there.</summary>
    public required bool LoopbackIsExempt { get; init; }

    /// <summary>A larger request body is refused with 413.</summary>
    public required long MaxRequestBodyBytes { get; init; }

    /// <summary>Time after which a read that has no answer yet is answered with 503; 0 waits for ever.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Seconds for which browsers must use TLS only (<c>Strict-Transport-Security</c> on requests that came by TLS); 0, the default, does
    /// not say it: an address that some still read by plain HTTP would be closed to them.
    /// </summary>
    public int HstsSeconds { get; init; }

    /// <summary>An answer larger than this is sent as it comes, without an ETag.</summary>
    public required int MaxBufferedAnswerBytes { get; init; }

    /// <summary>Proxies (addresses or networks in CIDR form) whose X-Forwarded-For and X-Forwarded-Proto are believed.</summary>
    public required IReadOnlyList<string> TrustedProxies { get; init; }

    /// <summary>Of how many quick, successful answers one is logged; 1 is all.</summary>
    public int AccessLogOneIn { get; init; } = 1;

    public string AppName { get; init; } = "Investment Assistant API";

    /// <summary>Version of the build, as in /health.</summary>
    public string Version { get; init; } = typeof(HttpSettings).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Reads the settings; one that cannot be right stops the start with a message that names it.</summary>
    public static HttpSettings From(IConfiguration configuration)
    {
        var dataSource = (configuration["DATA_SOURCE"] ?? "live").Trim().ToLowerInvariant();
        if (dataSource is not ("live" or "simulated"))
            throw new InvalidOperationException($"DATA_SOURCE is '{dataSource}'; it must be simulated or live.");
        var http = configuration.GetSection("Http");
        return new HttpSettings
        {
            DataSource = dataSource,
            CorsOrigins = OriginsIn(configuration["CORS_ORIGINS"]),
            CorsAllowLoopback = configuration.GetValue("CORS_ALLOW_LOOPBACK", false),
            RequestsPerMinute = http.GetValue("RequestsPerMinute", 1200),
            LoopbackIsExempt = http.GetValue("LoopbackIsExempt", false),
            MaxRequestBodyBytes = http.GetValue("MaxRequestBodyBytes", 64L * 1024),
            MaxBufferedAnswerBytes = http.GetValue("MaxBufferedAnswerBytes", 8 * 1024 * 1024),
            AnswerWithin = http.GetValue("AnswerWithin", TimeSpan.FromSeconds(5)),
            HstsSeconds = http.GetValue("HstsSeconds", 0),
            TrustedProxies = ListIn(configuration["TRUSTED_PROXIES"]),
            AccessLogOneIn = configuration.GetValue("AccessLog:OneIn", 1),
            AppName = configuration["APP_NAME"] is { Length: > 0 } name ? name : "Investment Assistant API",
        };
    }

    /// <summary>The two production front ends, when nothing else is said.</summary>
    private static readonly string[] DefaultOrigins = ["https://weinvesting.site", "https://investment-assistant.vercel.app"];

    private static string[] OriginsIn(string? text) =>
        ListIn(text) is { Length: > 0 } given ? [.. given.Select(o => o.TrimEnd('/'))] : DefaultOrigins;

    /// <summary>A comma list, or the JSON list that the old system's settings used.</summary>
    private static string[] ListIn(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        if (text.TrimStart().StartsWith('['))
        {
            try
            {
                return JsonSerializer.Deserialize<string[]>(text) ?? [];
            }
            catch (JsonException e)
            {
                throw new InvalidOperationException($"'{text}' is neither a comma list nor a JSON list.", e);
            }
        }
        return text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
