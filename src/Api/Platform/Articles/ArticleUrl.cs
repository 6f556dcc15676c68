namespace InvestmentAssistant.Api.Platform.Articles;

/// <summary>Addresses of articles: one article is often sent with several.</summary>
public static class ArticleUrl
{
    /// <summary>Parameters that say where a reader came from, not what he reads.</summary>
    private static readonly string[] s_trackers = ["utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ncid", "guccounter", "guce_", ".tsrc", "tsrc", "soc_src", "soc_trk"];

    /// <summary>The address when it is one that a browser may open (http or https), else null.</summary>
    public static Uri? Parse(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0 ? uri : null;

    /// <summary>
    /// One spelling for all addresses of an article: https, the host in lower case without www., no fragment, no trackers, no trailing slash. For comparing, not for
    /// opening. What is no address stands for itself.
    /// </summary>
    public static string Key(string url)
    {
        if (Parse(url) is not { } uri) return url.Trim();
        var host = uri.IdnHost.ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal)) host = host[4..];
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !IsTracker(p)));
        return $"https://{host}{port}{uri.AbsolutePath.TrimEnd('/')}{(query.Length > 0 ? "?" : "")}{query}";
    }

    /// <summary>The host without www., by which sources can be chosen: reuters.com. Null when it is no address.</summary>
    public static string? Host(string? url)
    {
        if (Parse(url) is not { } uri) return null;
        var host = uri.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static bool IsTracker(string parameter) => s_trackers.Any(t => parameter.StartsWith(t, StringComparison.OrdinalIgnoreCase));
}
