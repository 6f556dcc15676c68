using System.Text;
using System.Text.RegularExpressions;

namespace InvestmentAssistant.Api.Domain.News;

/// <summary>Addresses of articles: one article is often sent with several.</summary>
public static partial class ArticleUrl
{
    /// <summary>
    /// Names the rule by which <see cref="Key"/> works, its table included: held keys of another rule are made again (ArticleKeysAtStart).
    /// </summary>
    public static string Rule { get; } = $"2-{TrackingParameters.Fingerprint}";

    /// <summary>Subdomains that show the same pages in another layout.</summary>
    private static readonly string[] s_layouts = ["www", "m", "mobile", "amp", "wap"];

    /// <summary>Last parts of a path that name the page of the folder itself.</summary>
    private static readonly string[] s_indexPages = ["index.html", "index.htm", "index.php", "default.aspx"];

    private static readonly string[] s_formNames = ["output", "view", "format", "mode", "layout"];

    /// <summary>The address when it is one that a browser may open (http or https), else null.</summary>
    public static Uri? Parse(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0
            ? uri
            : null;

    /// <summary>
    /// One spelling for all addresses of an article, for comparing, not for opening: https, the host in lower case without the subdomain of
    /// a layout and without the ports of the web, the path without AMP's marks and a trailing slash, parameters that are not in <see
    /// cref="TrackingParameters"/> in one order, no fragment, everything percent-encoded alike. A text that is not an address is returned
    /// unchanged.
    /// </summary>
    public static string Key(string url)
    {
        if (Parse(url) is not { } uri)
            return url.Trim();
        uri = Unwrapped(uri);
        var host = HostOf(uri);
        if (PortalKey(host, uri) is { } known)
            return known;
        var port = uri.IsDefaultPort || uri.Port is 80 or 443 ? "" : $":{uri.Port}";
        var query = string.Join(
            '&',
            Parameters(uri, host).Select(p => p.Written).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal)
        );
        return $"https://{host}{port}{PathOf(uri)}{(query.Length > 0 ? "?" : "")}{query}{PageFragment(uri)}";
    }

    /// <summary>The host without www., by which sources can be chosen: reuters.com. Null when it is no address.</summary>
    public static string? Host(string? url)
    {
        if (Parse(url) is not { } uri)
            return null;
        var host = uri.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static string HostOf(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        while (host.IndexOf('.') is > 0 and var dot && s_layouts.Contains(host[..dot]) && host.IndexOf('.', dot + 1) > 0)
            host = host[(dot + 1)..];
        return host;
    }

    /// <summary>
    /// The publisher's address inside one of an AMP cache: google.com/amp/s/HOST/PATH, SITE.cdn.ampproject.org/c/s/HOST/PATH.
    /// </summary>
    private static Uri Unwrapped(Uri uri)
    {
        var path = uri.PathAndQuery;
        var inner =
            uri.IdnHost.EndsWith("cdn.ampproject.org", StringComparison.OrdinalIgnoreCase) ? CacheMark().Match(path)
            : GoogleHost().IsMatch(uri.IdnHost) ? ViewerMark().Match(path)
            : Match.Empty;
        return inner.Success && Parse("https://" + path[inner.Length..]) is { } found ? found : uri;
    }

    /// <summary>
    /// The article's number at portals that give one article several addresses, with the number now in the path, now in parameters, and a
    /// section that does not matter.
    /// </summary>
    private static string? PortalKey(string host, Uri uri)
    {
        if (IsOf(host, "naver.com"))
        {
            if (NaverPath().Match(uri.AbsolutePath) is { Success: true } path)
                return NaverKey(path.Groups[1].Value, path.Groups[2].Value);
            var numbers = Parameters(uri, host).ToLookup(p => p.Name, p => p.Value, StringComparer.OrdinalIgnoreCase);
            return numbers["oid"].FirstOrDefault() is { Length: > 0 } office && numbers["aid"].FirstOrDefault() is { Length: > 0 } article
                ? NaverKey(office, article)
                : null;
        }
        if (IsOf(host, "daum.net") && DaumPath().Match(uri.AbsolutePath) is { Success: true } daum)
            return $"https://v.daum.net/v/{daum.Groups[1].Value}";
        if (IsOf(host, "hankyung.com") && HankyungPath().Match(uri.AbsolutePath) is { Success: true } hankyung)
            return $"https://hankyung.com/article/{hankyung.Groups[1].Value}";
        return null;

        static string NaverKey(string office, string article) => $"https://news.naver.com/article/{office}/{article}";
    }

    private static bool IsOf(string host, string site) => host == site || host.EndsWith("." + site, StringComparison.Ordinal);

    private static string PathOf(Uri uri)
    {
        var parts = uri
            .AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => Encoded(WithoutSession(p), FreeInPath))
            .ToList();
        while (parts is ["amp", _, ..])
            parts.RemoveAt(0);
        while (parts is [_, .., "amp"] || (parts is [.., var page] && s_indexPages.Contains(page, StringComparer.OrdinalIgnoreCase)))
            parts.RemoveAt(parts.Count - 1);
        if (parts.Count > 0)
            parts[^1] = AmpSuffix().Replace(parts[^1], "");
        return string.Concat(parts.Select(p => "/" + p));
    }

    /// <summary>A servlet's session in a path: story;jsessionid=1A2B.</summary>
    private static string WithoutSession(string part) =>
        part.IndexOf(";jsessionid=", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? part[..at] : part;

    /// <summary>Parameters that may say which article it is. Feeds that escape an address twice write &amp;amp; between them.</summary>
    private static IEnumerable<(string Name, string Value, string Written)> Parameters(Uri uri, string host)
    {
        // Only the first question mark begins the query; another is part of a name.
        var query = uri.Query is ['?', .. var rest] ? rest : "";
        foreach (var parameter in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = parameter.Split('=', 2) is [var n, var v] ? (n, v) : (parameter, null);
            while (name.StartsWith("amp;", StringComparison.OrdinalIgnoreCase))
                name = name[4..];
            var plain = Decoded(name.Replace('+', ' '));
            if (plain.Length == 0 || TrackingParameters.Contains(plain, host) || IsAmp(plain, value))
                continue;
            var written = Encoded(name.Replace("+", "%20", StringComparison.Ordinal), FreeInQuery);
            if (value is not null)
                written += "=" + Encoded(value.Replace("+", "%20", StringComparison.Ordinal), FreeInQuery);
            yield return (plain, Decoded(value ?? ""), written);
        }
    }

    /// <summary>A fragment is a place on the page, but for pages whose script takes its path from there: #!/story/7.</summary>
    private static string PageFragment(Uri uri) => uri.Fragment.StartsWith("#!/", StringComparison.Ordinal) ? uri.Fragment : "";

    /// <summary>AMP as a form of the page: output=amp. A parameter such as symbol=AMP is another thing.</summary>
    private static bool IsAmp(string name, string? value) =>
        "amp".Equals(value, StringComparison.OrdinalIgnoreCase) && s_formNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    private const string FreeInPath = "!$&'()*+,;=:@";
    private const string FreeInQuery = "!$'()*,;:@/?";

    private static string Decoded(string text) => Uri.UnescapeDataString(text);

    /// <summary>Percent-encodes what must be, and only that; composed and decomposed letters are one.</summary>
    private static string Encoded(string text, string free)
    {
        var decoded = Decoded(UpperHex(text));
        if (!decoded.All(char.IsAscii) && IsWhole(decoded))
            decoded = decoded.Normalize(NormalizationForm.FormC);
        var encoded = Uri.EscapeDataString(decoded);
        if (!encoded.Contains('%'))
            return encoded;
        var written = new StringBuilder(encoded);
        foreach (var letter in free)
            written.Replace($"%{(int)letter:X2}", letter.ToString());
        return written.ToString();
    }

    private static bool IsWhole(string text) => !text.EnumerateRunes().Contains(Rune.ReplacementChar);

    /// <summary>Bytes that are no UTF-8 (EUC-KR of older sites) stay encoded: one case for them.</summary>
    private static string UpperHex(string text) => text.Contains('%') ? HexByte().Replace(text, m => m.Value.ToUpperInvariant()) : text;

    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex HexByte();

    [GeneratedRegex(@"^/[cv]/(?:s/)?")]
    private static partial Regex CacheMark();

    [GeneratedRegex("^/amp/(?:s/)?")]
    private static partial Regex ViewerMark();

    [GeneratedRegex(@"^(?:www\.)?google\.[a-z.]{2,6}$", RegexOptions.IgnoreCase)]
    private static partial Regex GoogleHost();

    [GeneratedRegex(@"(?<=.)(?:\.amp)+(?=\.html?$|$)", RegexOptions.IgnoreCase)]
    private static partial Regex AmpSuffix();

    [GeneratedRegex(@"/article/(?:comment/)?(\d{3})/(\d{6,12})/?$")]
    private static partial Regex NaverPath();

    [GeneratedRegex(@"^/v/(\w+)/?$")]
    private static partial Regex DaumPath();

    [GeneratedRegex(@"/article/(?:amp/)?(\w*\d{6,}\w*)(?:/amp)?/?$")]
    private static partial Regex HankyungPath();
}
