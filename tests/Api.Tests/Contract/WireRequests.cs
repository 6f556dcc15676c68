using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Contract;

/// <summary>Makes good requests of the contract's routes: parameters whose values only another answer knows are asked for first.</summary>
internal sealed class WireRequests(HttpClient http)
{
    /// <summary>Values of the route's sampled parameters.</summary>
    /// <exception cref="FormatException">The answer that should hold a value does not.</exception>
    public async Task<Dictionary<string, string>> ValuesAsync(WireRoute route, CancellationToken ct)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (var sample in route.Samples)
            values[sample.Name] = sample.Value is { } value ? Text(value) : await FindAsync(sample, ct);
        return values;
    }

    /// <summary>Path and query with these values; those that the path does not name go into the query.</summary>
    public static string Url(WireRoute route, Dictionary<string, string> values)
    {
        var path = route.Path;
        StringBuilder query = new();
        foreach (var (name, value) in values)
        {
            if (path.Contains($"{{{name}}}", StringComparison.Ordinal))
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
            else
                query.Append(query.Length is 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
        return path + query;
    }

    /// <summary>Asks; e-mail pages as a browser does.</summary>
    public async Task<WireAnswer> GetAsync(string url, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.Relative));
        if (url.Contains("/email-subscription/", StringComparison.Ordinal))
            request.Headers.Add("Accept", "text/html");
        using var answer = await http.SendAsync(request, ct);
        return await WireAnswer.OfAsync(answer, ct);
    }

    /// <summary>Asks again with the ETag of an answer; null when the data has changed in between, three times.</summary>
    public async Task<WireAnswer?> GetUnchangedAsync(string url, CancellationToken ct)
    {
        string? tag = null;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.Relative));
            if (tag is not null)
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var answer = await http.SendAsync(request, ct);
            if (answer.StatusCode is HttpStatusCode.NotModified)
                return await WireAnswer.OfAsync(answer, ct);
            tag = answer.Headers.ETag?.ToString();
        }
        return null;
    }

    public async Task<WireAnswer> PostAsync(string url, string json, CancellationToken ct)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(url, UriKind.Relative), content, ct);
        return await WireAnswer.OfAsync(answer, ct);
    }

    private static string Text(string value)
    {
        var today = DateTimeOffset.UtcNow;
        if (value is "this-year")
            return today.ToString("yyyy", CultureInfo.InvariantCulture);
        return value.StartsWith("today", StringComparison.Ordinal)
            ? today
                .AddDays(int.Parse(value["today".Length..], CultureInfo.InvariantCulture))
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value;
    }

    private static bool HasRows(JsonElement row, IEnumerable<string> path)
    {
        foreach (var name in path)
        {
            if (row.ValueKind is not JsonValueKind.Object || !row.TryGetProperty(name, out row))
                return false;
        }
        return row.ValueKind is JsonValueKind.Array && row.GetArrayLength() > 0;
    }

    /// <summary>Follows names, indexes, and <c>[a/b]</c>: the first row in which that list holds something.</summary>
    private async Task<string> FindAsync(WireSample sample, CancellationToken ct)
    {
        var answer = await GetAsync(sample.Url!, ct);
        if (answer.Status is not HttpStatusCode.OK)
            throw new FormatException($"{sample.Url} (for {sample.Name}): {(int)answer.Status}");
        var json = answer.Json;
        foreach (var step in sample.At!.Split('.'))
        {
            if (step.StartsWith('['))
            {
                var path = step.Trim('[', ']').Split('/');
                json = json.EnumerateArray().Where(row => HasRows(row, path)).Append(default).First();
                if (json.ValueKind is JsonValueKind.Undefined)
                    throw new FormatException($"{sample.Url} has no row with {step}");
                continue;
            }
            var isIndex = int.TryParse(step, CultureInfo.InvariantCulture, out var index);
            if (
                isIndex
                    ? json.ValueKind is not JsonValueKind.Array || json.GetArrayLength() <= index
                    : json.ValueKind is not JsonValueKind.Object || !json.TryGetProperty(step, out _)
            )
                throw new FormatException($"{sample.Url} has nothing at {sample.At}");
            json = isIndex ? json[index] : json.GetProperty(step);
        }
        return json.ToString();
    }
}

/// <param name="Type">Media type.</param>
internal sealed record WireAnswer(HttpStatusCode Status, string? Type, string Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public static async Task<WireAnswer> OfAsync(HttpResponseMessage answer, CancellationToken ct) =>
        new(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(ct));
}
