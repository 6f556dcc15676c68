using System.IO.Compression;
using System.Text;
using Swashbuckle.AspNetCore.ReDoc;

namespace InvestmentAssistant.Api.Features.Docs;

/// <summary>
/// The live page and the page of the streams with their scripts and styles, carried in the assembly, so that they are there in any working
/// directory.
/// </summary>
public sealed class PageAssets
{
    private const string RedocScript = "redoc.standalone.js";

    /// <summary>Files by path. Browsers, phones and crawlers request icons and robots.txt even when no page links to them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Public = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/live.js"] = "live.js",
        ["/live.css"] = "live.css",
        ["/docs/streams"] = "streams.html",
        ["/streams.js"] = "streams.js",
        ["/streams.css"] = "streams.css",
        ["/streams.licences.txt"] = "streams.licences.txt",
        ["/redoc/" + RedocScript] = RedocScript,
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

    /// <summary>ReDoc's page; its style comes from the package.</summary>
    public static Stream OpenRedoc() => Open("redoc.html");

    /// <summary>
    /// ReDoc's script from the package, without the picture that it would fetch from its makers' site: our policy blocks that, and the
    /// makers need not learn who reads here.
    /// </summary>
    private static byte[] ReadRedocScript()
    {
        const string Logo = "\"https://cdn.redoc.ly/redoc/logo-mini.svg\"";
        using var packed = typeof(ReDocOptions).Assembly.GetManifestResourceStream(
            "Swashbuckle.AspNetCore.ReDoc.node_modules.redoc.bundles." + RedocScript
        ) ?? throw new InvalidOperationException("The package of ReDoc carries no script.");
        using var script = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return Encoding.UTF8.GetBytes(
            script.ReadToEnd().Replace(Logo, "\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\"", StringComparison.Ordinal)
        );
    }

    private static Stream Open(string name) =>
        typeof(PageAssets).Assembly.GetManifestResourceStream("wwwroot/" + name)
        ?? throw new InvalidOperationException($"The assembly carries no wwwroot/{name}.");

    private static byte[] Read(string name)
    {
        if (name == RedocScript)
            return ReadRedocScript();
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
