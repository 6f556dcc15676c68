using System.Collections.Concurrent;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;

namespace InvestmentAssistant.Api.Platform.Http.Finished;

/// <summary>An answer as it goes out: headers and bytes, compressed once for each encoding that clients ask for.</summary>
/// <param name="body">The JSON.</param>
/// <param name="headers">What the endpoint set, the content type among them.</param>
/// <param name="age">How old its data was when it was finished.</param>
/// <param name="finishedAt">Timestamp of the store's clock.</param>
/// <param name="stamp">State of what is written, taken before it was read.</param>
public sealed class FinishedAnswer(
    byte[] body,
    IReadOnlyList<KeyValuePair<string, StringValues>> headers,
    TimeSpan age,
    long finishedAt,
    long stamp
)
{
    /// <summary>Of the entry itself: key, headers, links of the cache; bytes.</summary>
    private const int Overhead = 1_024;

    private readonly ConcurrentDictionary<string, Lazy<byte[]>> _encoded = new(StringComparer.Ordinal);

    /// <summary>Weak, over the uncompressed bytes.</summary>
    public string ETag { get; } = ConditionalGet.TagOf(body);

    /// <summary>How old its data was when it was finished.</summary>
    public TimeSpan Age => age;

    internal long FinishedAt => finishedAt;

    internal long Stamp => stamp;

    /// <summary>Estimated memory, bytes: what it holds, and as much again for its compressed forms.</summary>
    internal long Weight => Overhead + 2L * body.Length;

    /// <summary>Sets the endpoint's headers and the ETag.</summary>
    public void WriteHeadersTo(HttpResponse response)
    {
        foreach (var (name, values) in headers)
            response.Headers[name] = values;
        response.Headers.ETag = ETag;
    }

    /// <summary>The bytes for this client; sets <c>Content-Encoding</c> where they are compressed. The content type is set.</summary>
    public byte[] BytesFor(HttpContext http, IResponseCompressionProvider compression)
    {
        if (
            body.Length == 0
            || !compression.CheckRequestAcceptsCompression(http)
            || !compression.ShouldCompressResponse(http)
            || compression.GetCompressionProvider(http) is not { } provider
        )
            return body;
        http.Response.Headers.ContentEncoding = provider.EncodingName;
        return _encoded.GetOrAdd(provider.EncodingName, _ => new Lazy<byte[]>(() => Compress(provider))).Value;
    }

    private byte[] Compress(ICompressionProvider provider)
    {
        using var bytes = new MemoryStream();
        using (var compressed = provider.CreateStream(bytes))
            compressed.Write(body);
        return bytes.ToArray();
    }
}
