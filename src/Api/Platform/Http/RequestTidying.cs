using System.Text;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// Reads what careless clients write as what they mean: <c>//api//v1/crypto</c> is /api/v1/crypto, and of headers that CORS repeats in its
/// answer those with bytes beyond ASCII, which no answer can carry, count as absent.
/// </summary>
public sealed class RequestTidying(RequestDelegate next)
{
    private static readonly string[] Repeated = ["Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"];

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (request.Path.Value is { } path && path.Contains("//", StringComparison.Ordinal))
            request.Path = WithSingleSlashes(path);
        foreach (var name in Repeated)
        {
            if (request.Headers.TryGetValue(name, out var values) && !Ascii.IsValid(values.ToString()))
                request.Headers.Remove(name);
        }
        return next(http);
    }

    private static string WithSingleSlashes(string path)
    {
        StringBuilder tidy = new(path.Length);
        foreach (var c in path)
        {
            if (c != '/' || tidy.Length == 0 || tidy[^1] != '/')
                tidy.Append(c);
        }
        return tidy.ToString();
    }
}
