using InvestmentAssistant.Api.Platform;

namespace InvestmentAssistant.Api.Domain.News;

/// <summary>
/// The query parameters that differ between addresses of the same article, from <c>tracking-parameters.csv</c> beside
/// this file.
/// </summary>
public static class TrackingParameters
{
    private static readonly ILookup<string, string> s_exact;
    private static readonly IReadOnlyList<(string Prefix, string Host)> s_prefixes;

    static TrackingParameters()
    {
        var rows = new List<(string Name, string Host)>();
        using var csv = DataFile.OpenCsv(typeof(TrackingParameters), "tracking-parameters.csv");
        while (csv.Read())
            rows.Add((csv.GetField("name")!, csv.GetField("host")!));
        Fingerprint = ArticleKey.Of(rows.Select(r => $"{r.Name}@{r.Host}").Order(StringComparer.Ordinal))[..8];
        s_exact = rows.Where(r => !r.Name.EndsWith('*')).ToLookup(r => r.Name, r => r.Host, StringComparer.OrdinalIgnoreCase);
        s_prefixes = [.. rows.Where(r => r.Name.EndsWith('*')).Select(r => (r.Name[..^1], r.Host))];
    }

    /// <summary>Identifies the content of the table.</summary>
    public static string Fingerprint { get; }

    /// <summary>Whether the parameter says nothing of which article it is.</summary>
    /// <param name="name">Decoded.</param>
    /// <param name="host">Of the address, in lower case.</param>
    public static bool Contains(string name, string host) =>
        s_exact[name].Any(h => IsOf(host, h))
        || s_prefixes.Any(p => name.StartsWith(p.Prefix, StringComparison.OrdinalIgnoreCase) && IsOf(host, p.Host));

    private static bool IsOf(string host, string site) =>
        site.Length == 0 || host == site || (host.EndsWith(site, StringComparison.Ordinal) && host[^(site.Length + 1)] == '.');
}
