using System.IO.Compression;

namespace InvestmentAssistant.MarketSimulator.Control;

/// <summary>Faults of the body as a whole: nothing, far too much, or somewhere else.</summary>
internal static class BodyFaults
{
    public static readonly IReadOnlyList<string> Kinds = ["empty", "huge", "gzip_bomb", "redirect"];

    /// <summary>Megabytes of blanks before a reply; JSON allows them, so only a limit stops a reader.</summary>
    private const int Megabytes = 256;

    private static readonly byte[] Blanks = [.. Enumerable.Repeat((byte)' ', 1024 * 1024)];

    /// <summary>Answers with the fault instead of <paramref name="reply"/>, whose headers are set already.</summary>
    public static async Task SendAsync(HttpContext context, FaultRequest fault, ReadOnlyMemory<byte> reply)
    {
        var (response, stop) = (context.Response, context.RequestAborted);
        response.ContentLength = null;
        switch (fault.Kind)
        {
            case "empty":
                response.ContentLength = 0;
                break;
            case "redirect":
                response.StatusCode = StatusCodes.Status302Found;
                response.Headers.Location = fault.To
                    ?? $"http://localhost:{context.Connection.LocalPort}{context.Request.Path}{context.Request.QueryString}";
                break;
            case "gzip_bomb":
                response.Headers.ContentEncoding = "gzip";
                await using (var gzip = new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true))
                    await WriteAsync(gzip);
                break;
            default:
                await WriteAsync(response.Body);
                break;
        }

        async Task WriteAsync(Stream body)
        {
            for (var i = 0; i < (fault.Megabytes ?? Megabytes); i++)
                await body.WriteAsync(Blanks, stop);
            await body.WriteAsync(reply, stop);
        }
    }
}
