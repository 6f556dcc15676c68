using System.Net.Http.Headers;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Sp500.Wikipedia;

/// <summary>Public encyclopedia pages, as HTML.</summary>
public sealed class WikipediaClient(HttpClient http)
{
    /// <summary>Name in the settings: Providers:wikipedia.</summary>
    public const string Provider = "wikipedia";

    /// <summary>The page's HTML.</summary>
    /// <param name="title">Page title as in the address, escaped: List_of_S%26P_500_companies.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ProviderException">Any failure.</exception>
    public async Task<string> PageAsync(string title, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(title, UriKind.Relative));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var reply = await http.SendAsync(request, ct);
        return await reply.Content.ReadAsStringAsync(ct);
    }
}
