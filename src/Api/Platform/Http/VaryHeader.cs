using Microsoft.Extensions.Primitives;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// What an answer depends on beside its address. Every answer names Origin, whether or not the request had one: a cache that kept an answer
/// without CORS headers would hand it to a page of another origin, whose script could then not read it. Accept-Encoding likewise, on a 304
/// too.
/// </summary>
public static class VaryHeader
{
    private const string Origin = "Origin",
        Encoding = "Accept-Encoding";

    private static readonly StringValues Plain = $"{Origin}, {Encoding}";

    /// <summary>Adds what each answer depends on to what this one names already; one line, each name once.</summary>
    public static void Complete(IHeaderDictionary headers)
    {
        var named = headers.Vary;
        if (named.Count == 0)
        {
            headers.Vary = Plain;
            return;
        }
        var names = named
            .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Append(Origin)
            .Append(Encoding)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        headers.Vary = names.Contains("*") ? "*" : string.Join(", ", names);
    }
}
