using InvestmentAssistant.Api.Platform.Secrets;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// Settings of one provider, from <c>Providers:{name}</c>; keys also from the old environment names (FINNHUB_API_KEY ...).
/// </summary>
public sealed class ProviderOptions
{
    /// <summary>Base address of the REST interface, with a trailing slash.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Address of the WebSocket interface, when there is one.</summary>
    public Uri? WebSocketUrl { get; set; }

    /// <summary>One key a provider; several keys to get past a limit would break its terms.</summary>
    [Secret]
    public string? ApiKey { get; set; }

    /// <summary>Whether the provider needs a key: without one it is not_configured and stops nothing else.</summary>
    public bool NeedsKey { get; set; }

    /// <summary>Budget: calls in any one minute. 0 = no limit of ours.</summary>
    public int CallsPerMinute { get; set; }

    /// <summary>Budget: calls in one UTC day, kept in PostgreSQL so that it survives a restart. 0 = no limit of ours.</summary>
    public int CallsPerDay { get; set; }

    /// <summary>A reply larger than this is refused. Default 16 MiB: the largest real reply is under 5.</summary>
    public long MaxReplyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Symbols subscribed on the live socket; the rest is polled in rotation. Finnhub's free plan allows 50.</summary>
    public int MaxLiveSymbols { get; set; } = 50;

    public bool IsConfigured => BaseUrl is not null && (!NeedsKey || !string.IsNullOrWhiteSpace(ApiKey));
}
