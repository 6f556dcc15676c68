using InvestmentAssistant.MarketSimulator.Live;

namespace InvestmentAssistant.MarketSimulator.Control;

/// <summary>
/// An error in a reply of status 200 that quotes the caller's key, as Alpha Vantage's day limit really does. The other providers' words are
/// close to theirs.
/// </summary>
internal static class ErrorReplies
{
    public static Task SendAsync(HttpContext context, string provider)
    {
        var key = KeyOf(context.Request);
        return context.Json(json =>
        {
            json.WriteStartObject();
            switch (provider)
            {
                case "newsapi":
                    json.WriteString("status", "error");
                    json.WriteString("code", "apiKeyInvalid");
                    json.WriteString(
                        "message",
                        $"Your API key {key} is invalid or incorrect. Check your key, or go to https://newsapi.org to create a "
                            + "free API key."
                    );
                    break;
                case "coingecko":
                    json.WriteStartObject("status");
                    json.WriteNumber("error_code", 10002);
                    json.WriteString("error_message", $"API Key {key} is not allowed to use this endpoint.");
                    json.WriteEndObject();
                    break;
                case "bithumb":
                    json.WriteStartObject("error");
                    json.WriteString("name", "invalid_access_key");
                    json.WriteString("message", "Invalid access key.");
                    json.WriteEndObject();
                    break;
                case "x":
                    json.WriteString("title", "Unauthorized");
                    json.WriteString("type", "about:blank");
                    json.WriteNumber("status", 401);
                    json.WriteString("detail", $"Unauthorized: {key}");
                    break;
                default:
                    json.WriteString("error", $"Invalid API key {key}");
                    break;
            }
            json.WriteEndObject();
        });
    }

    /// <summary>The caller's key, in whichever place its provider wants it; empty without one.</summary>
    public static string KeyOf(HttpRequest request)
    {
        foreach (var name in (ReadOnlySpan<string>)["X-Finnhub-Token", "X-Api-Key", "x-cg-demo-api-key"])
            if (request.Headers[name].ToString() is { Length: > 0 } header)
                return header;
        foreach (var name in (ReadOnlySpan<string>)["apikey", "token", "apiKey", "x_cg_demo_api_key"])
            if (request.Query[name].ToString() is { Length: > 0 } value)
                return value;
        return request.Headers.Authorization.ToString() is { Length: > 7 } bearer ? bearer["Bearer ".Length..] : "";
    }
}
