using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Streaming.Wire;

/// <summary>Builds messages as UTF-8 JSON. Shared by all dialects: instants are ISO 8601 UTC.</summary>
internal static class Messages
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    /// <summary>A JSON object as bytes.</summary>
    public static byte[] Json(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes one JSON value at a time into the same buffer and gives each out as bytes.</summary>
#pragma warning disable CA1001 // Both fields are managed memory, and live as long as the process.
    public sealed class ValueWriter
#pragma warning restore CA1001
    {
        private readonly ArrayBufferWriter<byte> _buffer = new(1024);
        private readonly Utf8JsonWriter _json;

        public ValueWriter() => _json = new Utf8JsonWriter(_buffer, Options);

        public byte[] Write<T>(Action<Utf8JsonWriter, T> write, T value)
        {
            _buffer.ResetWrittenCount();
            _json.Reset();
            write(_json, value);
            _json.Flush();
            return _buffer.WrittenSpan.ToArray();
        }
    }

    public static void WriteInstant(this Utf8JsonWriter json, string name, Instant? at)
    {
        if (at is { } instant)
            json.WriteString(name, Text(instant));
        else
            json.WriteNull(name);
    }
}
