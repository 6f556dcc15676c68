using System.Text.Json;

namespace InvestmentAssistant.LocalRun;

/// <summary>Asks a local service how it is.</summary>
internal sealed class HealthProbe : IDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(2) });

    /// <summary>Whether anything answers with success.</summary>
    public async Task<bool> AnswersAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Get, url), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The <c>status</c> in <c>/health/detailed</c>; null while nothing answers.</summary>
    public async Task<string?> StatusAsync(string api, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Get, api + "/health/detailed"), cancellationToken);
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return json.RootElement.TryGetProperty("status", out var status) ? status.ToString() : null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}
