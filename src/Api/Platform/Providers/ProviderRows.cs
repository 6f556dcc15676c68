using System.Net;
using System.Text.Json;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>The good rows of a provider's list, and how many bad ones were left out.</summary>
public sealed record ProviderRows<T>(IReadOnlyList<T> Rows, int Dropped);

/// <summary>Reads providers' JSON row by row: a bad row is counted and never loses the good ones beside it.</summary>
public static class ProviderRows
{
    /// <summary>snake_case, single values as <see cref="LenientJson"/> reads them, unknown fields ignored.</summary>
    public static readonly JsonSerializerOptions Json = LenientJson.Options(JsonNamingPolicy.SnakeCaseLower);

    /// <summary>GET a JSON object or array; an error object inside a 200 is a failure like any other.</summary>
    /// <exception cref="ProviderException">Any failure.</exception>
    public static async Task<JsonDocument> GetDocumentAsync(this HttpClient http, string provider, string path, CancellationToken ct)
    {
        using var reply = await http.GetAsync(new Uri(path, UriKind.Relative), ct);
        return await reply.DocumentAsync(provider, ct);
    }

    private static async Task<JsonDocument> DocumentAsync(this HttpResponseMessage reply, string provider, CancellationToken ct)
    {
        var document = await reply.ReadProviderJsonAsync<JsonDocument>(Json, ct);
        if (ErrorIn(document.RootElement) is not { } error)
            return document;
        document.Dispose();
        var kind =
            error.Contains("too_many", StringComparison.OrdinalIgnoreCase)
            || error.Contains("limit reached", StringComparison.OrdinalIgnoreCase)
                ? ProviderFailure.RateLimited
                : ProviderFailure.Rejected;
        throw new ProviderException(kind, provider, $"answered 200 with an error inside: {(error.Length > 200 ? error[..200] : error)}");
    }

    /// <summary>GET an array and read its rows; 204 is an empty one.</summary>
    /// <exception cref="ProviderException">Any failure; BadReply when it is no array.</exception>
    public static async Task<ProviderRows<T>> GetRowsAsync<T>(this HttpClient http, string provider, string path, CancellationToken ct)
        where T : class
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), ct);
        if (answer.StatusCode == HttpStatusCode.NoContent)
            return new ProviderRows<T>([], 0);
        using var reply = await answer.DocumentAsync(provider, ct);
        return reply.RootElement.ValueKind == JsonValueKind.Array
            ? Read<T>(reply.RootElement)
            : throw new ProviderException(ProviderFailure.BadReply, provider, $"a list was expected, not {reply.RootElement.ValueKind}");
    }

    /// <summary>GET an object.</summary>
    /// <exception cref="ProviderException">Any failure; BadReply when it is no such object.</exception>
    public static async Task<T> GetRowAsync<T>(this HttpClient http, string provider, string path, CancellationToken ct)
        where T : class
    {
        using var reply = await http.GetDocumentAsync(provider, path, ct);
        return ReadRow<T>(reply.RootElement)
            ?? throw new ProviderException(ProviderFailure.BadReply, provider, "sent JSON that does not fit");
    }

    /// <summary>Rows of an array that can be read as <typeparamref name="T"/>; null rows count as bad.</summary>
    public static ProviderRows<T> Read<T>(JsonElement array, JsonSerializerOptions? json = null)
        where T : class
    {
        var rows = new List<T>(array.GetArrayLength());
        var dropped = 0;
        foreach (var element in array.EnumerateArray())
        {
            if (ReadRow<T>(element, json) is { } row)
            {
                rows.Add(row);
                continue;
            }
            DroppedRows.Because(element.ValueKind == JsonValueKind.Object ? "rows of another shape" : "rows that are no objects");
            dropped++;
        }
        return new ProviderRows<T>(rows, dropped);
    }

    /// <summary>The element as <typeparamref name="T"/>, or null when it does not fit.</summary>
    public static T? ReadRow<T>(JsonElement element, JsonSerializerOptions? json = null)
        where T : class
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        try
        {
            return element.Deserialize<T>(json ?? Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// The words of an error object: {"error": "words"} or {"error": {"name": text or number, "message": "words"}}; null when there is
    /// none.
    /// </summary>
    public static string? ErrorIn(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("error", out var error))
            return null;
        return error.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.False => null,
            JsonValueKind.String => LenientJson.Whole(error) ?? "words that cannot be read",
            JsonValueKind.Object => $"{Text(error, "name")} {Text(error, "message")}".Trim(),
            _ => error.GetRawText(),
        };
    }

    private static string Text(JsonElement parent, string name) =>
        !parent.TryGetProperty(name, out var value) ? ""
        : value.ValueKind == JsonValueKind.String ? LenientJson.Whole(value) ?? ""
        : value.GetRawText();
}
