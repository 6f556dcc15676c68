using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Clients;

/// <summary>An answer with all its headers, its body unpacked.</summary>
/// <param name="Type">Media type.</param>
/// <param name="Headers">By name; several lines joined.</param>
internal sealed record ClientAnswer(HttpStatusCode Status, string? Type, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? this[string name] => Headers.GetValueOrDefault(name);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    /// <summary>Sends a request with exactly these headers; Content-Type too, on whichever method.</summary>
    public static async Task<ClientAnswer> SendAsync(
        HttpClient http,
        string method,
        string url,
        IEnumerable<(string Name, string Value)> headers,
        string? body,
        CancellationToken ct
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (body is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        foreach (var (name, value) in headers)
        {
            if (request.Headers.TryAddWithoutValidation(name, value))
                continue;
            request.Content ??= new ByteArrayContent([]);
            request.Content.Headers.TryAddWithoutValidation(name, value);
        }
        using var answer = await http.SendAsync(request, ct);
        var given = answer
            .Headers.Concat(answer.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new ClientAnswer(
            answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType,
            given,
            await BodyAsync(answer.Content, ct)
        );
    }

    private static async Task<string> BodyAsync(HttpContent content, CancellationToken ct)
    {
        await using var packed = await content.ReadAsStreamAsync(ct);
        await using Stream plain = string.Join(',', content.Headers.ContentEncoding) switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using StreamReader reader = new(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync(ct);
    }
}
