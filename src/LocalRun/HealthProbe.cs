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
    public async Task<string?> StatusAsync(string api, CancellationToken cancellationToken) =>
        await JsonAsync(api + "/health/detailed", cancellationToken) is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty("status", out var status)
            ? status.ToString()
            : null;

    /// <summary>What is answered, whatever the HTTP status; null when it is not JSON, or nothing answers.</summary>
    public async Task<JsonElement?> JsonAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Get, url), cancellationToken);
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync<JsonElement>(body, cancellationToken: cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}
