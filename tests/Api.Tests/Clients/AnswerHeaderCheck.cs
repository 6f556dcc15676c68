using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Tests.Clients;

/// <summary>S5, S6: what the headers of any answer must fulfil.</summary>
internal static class AnswerHeaderCheck
{
    /// <summary>
    /// Headers that a page's script reads without leave (CORS-safelisted), and those that speak to browsers, proxies and the connection
    /// alone.
    /// </summary>
    private static readonly HashSet<string> ForOthers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Cache-Control",
        "Content-Language",
        "Content-Length",
        "Content-Type",
        "Expires",
        "Last-Modified",
        "Pragma",
        "Content-Encoding",
        "Transfer-Encoding",
        "Connection",
        "Keep-Alive",
        "Upgrade",
        "Sec-WebSocket-Version",
        "X-Accel-Buffering",
        "Content-Security-Policy",
        "Referrer-Policy",
        "Strict-Transport-Security",
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
        // Swagger UI's own, on its own page.
        "X-Swagger-UI-Version",
    };

    public static IEnumerable<string> Faults(IReadOnlyDictionary<string, string> headers)
    {
        var vary = headers.GetValueOrDefault("Vary", "").Split(", ");
        if (!vary.Contains("Origin", StringComparer.OrdinalIgnoreCase))
            yield return "Vary lacks Origin";
        foreach (var name in headers.Keys.Where(IsUnknown))
            yield return $"{name} is not exposed to pages";
    }

    public static bool IsUnknown(string name) =>
        !ForOthers.Contains(name)
        && !name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)
        && !AnswerHeaders.Exposed.Contains(name, StringComparer.OrdinalIgnoreCase);
}
