using System.Net.Http.Headers;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// Puts a provider's key on a request: in a header where the provider reads one, so that no key is in an address that a log or a trace may
/// show. Registered by provider name: <c>services.AddKeyedSingleton&lt;IProviderAuth&gt;("finnhub", ...)</c>.
/// </summary>
public interface IProviderAuth
{
    void Apply(HttpRequestMessage request, string key);
}

/// <summary>The key alone in a header: X-Finnhub-Token.</summary>
public sealed class HeaderAuth(string header) : IProviderAuth
{
    public void Apply(HttpRequestMessage request, string key)
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, key);
    }
}

/// <summary>Authorization: Bearer.</summary>
public sealed class BearerAuth : IProviderAuth
{
    public void Apply(HttpRequestMessage request, string key) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
}

/// <summary>The key as a query parameter, for providers that read it nowhere else (Alpha Vantage). Set last, below all logging.</summary>
public sealed class QueryAuth(string parameter) : IProviderAuth
{
    public void Apply(HttpRequestMessage request, string key)
    {
        var address = new UriBuilder(request.RequestUri!);
        var others = address
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith(parameter + "=", StringComparison.OrdinalIgnoreCase));
        address.Query = string.Join('&', others.Append($"{parameter}={Uri.EscapeDataString(key)}"));
        request.RequestUri = address.Uri;
    }
}
