using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace InvestmentAssistant.MarketSimulator.Live;

/// <summary>JSON written by hand: the providers' field names and orders are facts, not a serializer's business.</summary>
internal static class JsonReply
{
    /// <summary>Korean stays Korean, as the exchange sends it.</summary>
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return buffer.WrittenSpan.ToArray();
    }

    public static async Task Json(this HttpContext context, Action<Utf8JsonWriter> write, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        var bytes = Bytes(write);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
