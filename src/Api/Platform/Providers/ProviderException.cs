namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>Why a call to a provider gave no usable answer.</summary>
public enum ProviderFailure
{
    /// <summary>No key or no address in the settings; nothing was sent.</summary>
    NotConfigured,

    /// <summary>401 or 403: the key is wrong, or the plan does not cover the route.</summary>
    Unauthorized,

    /// <summary>429 that outlasted the retries; <see cref="ProviderException.RetryAfter"/> when the provider named a time.</summary>
    RateLimited,

    /// <summary>5xx, no connection, or the breaker is open after a row of them.</summary>
    ServerError,

    /// <summary>Any other 4xx: the request is wrong, or the thing asked for does not exist.</summary>
    Rejected,

    /// <summary>An answer that cannot be used: HTML instead of JSON, over the size cap, malformed.</summary>
    BadReply,

    /// <summary>
    /// Our own budget of calls is spent; <see cref="ProviderException.RetryAfter"/> says for how long. A clean stop, not a fault.
    /// </summary>
    BudgetSpent,

    /// <summary>No answer within the time allowed.</summary>
    Timeout,
}

/// <summary>
/// The one exception that provider clients throw for what the provider, the network or the budget did. Its text never holds a key.
/// </summary>
public sealed class ProviderException(
    ProviderFailure kind,
    string provider,
    string message,
    TimeSpan? retryAfter = null,
    Exception? inner = null,
    int? status = null
) : Exception($"{provider}: {message}", inner)
{
    public ProviderFailure Kind { get; } = kind;

    public string Provider { get; } = provider;

    /// <summary>The HTTP status that it answered, when that is what failed.</summary>
    public int? Status { get; } = status;

    /// <summary>A limit was reached, the provider's or our own budget's: a clean stop, and what is left waits.</summary>
    public bool IsLimit => Kind is ProviderFailure.BudgetSpent or ProviderFailure.RateLimited;

    /// <summary>Time to wait before the next call, when known.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
