using System.Text.Json;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>Reads JSON from a provider client; a reply that is no such JSON is a typed failure, never a raw parser error.</summary>
public static class ProviderJson
{
    internal static readonly HttpRequestOptionsKey<string> Provider = new("provider");

    /// <summary>GET and deserialize.</summary>
    /// <exception cref="ProviderException">Any failure; BadReply for malformed JSON, a JSON null, or a shape that does not fit.</exception>
    public static async Task<T> GetProviderJsonAsync<T>(
        this HttpClient client,
        string relativeAddress,
        JsonSerializerOptions options,
        CancellationToken ct
    )
    {
        using var reply = await client.GetAsync(new Uri(relativeAddress, UriKind.Relative), ct);
        return await reply.ReadProviderJsonAsync<T>(options, ct);
    }

    /// <inheritdoc cref="GetProviderJsonAsync{T}"/>
    public static async Task<T> ReadProviderJsonAsync<T>(
        this HttpResponseMessage reply,
        JsonSerializerOptions options,
        CancellationToken ct
    )
    {
        var provider = "";
        reply.RequestMessage?.Options.TryGetValue(Provider, out provider);
        try
        {
            var body = ReplyText.Json(await reply.Content.ReadAsByteArrayAsync(ct));
            return JsonSerializer.Deserialize<T>(body.Span, options)
                ?? throw new ProviderException(ProviderFailure.BadReply, provider ?? "", "sent the JSON value null");
        }
        catch (JsonException e)
        {
            throw new ProviderException(
                ProviderFailure.BadReply,
                provider ?? "",
                $"sent JSON that does not fit ({e.Path ?? "malformed"})",
                inner: e
            );
        }
    }
}
