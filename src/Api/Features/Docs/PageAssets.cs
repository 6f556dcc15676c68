namespace InvestmentAssistant.Api.Features.Docs;

/// <summary>The live page and its script and style, carried in the assembly, so that they are there in any working directory.</summary>
public sealed class PageAssets
{
    /// <summary>Files by path. Browsers, phones and crawlers request icons and robots.txt even when no page links to them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Public = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/live.js"] = "live.js",
        ["/live.css"] = "live.css",
        ["/favicon.svg"] = "favicon.svg",
        ["/favicon.ico"] = "favicon.ico",
        ["/apple-touch-icon.png"] = "apple-touch-icon.png",
        ["/apple-touch-icon-precomposed.png"] = "apple-touch-icon.png",
        ["/robots.txt"] = "robots.txt",
    };

    private readonly Dictionary<string, byte[]> _files = Public
        .Values.Append("index.html")
        .Distinct()
        .ToDictionary(name => name, Read, StringComparer.Ordinal);

    /// <summary>Sends a file whole.</summary>
    public Task SendAsync(HttpContext http, string name)
    {
        var body = _files[name];
        http.Response.ContentType = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".txt" => "text/plain; charset=utf-8",
            ".ico" => "image/x-icon",
            ".png" => "image/png",
            _ => "image/svg+xml",
        };
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'{SocketsOf(http.Request)}; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    /// <summary>
    /// The page's own host as a source of WebSockets, since older browsers take <c>'self'</c> for HTTP only; nothing when the Host header
    /// is none that a browser sends.
    /// </summary>
    private static string SocketsOf(HttpRequest request) =>
        Uri.TryCreate($"http://{request.Host.Value}/", UriKind.Absolute, out var own) && own.Authority == request.Host.Value
            ? $" ws://{own.Authority} wss://{own.Authority}"
            : "";

    /// <summary>ReDoc's page; its script and style come from the package.</summary>
    public static Stream OpenRedoc() => Open("redoc.html");

    private static Stream Open(string name) =>
        typeof(PageAssets).Assembly.GetManifestResourceStream("wwwroot/" + name)
        ?? throw new InvalidOperationException($"The assembly carries no wwwroot/{name}.");

    private static byte[] Read(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
