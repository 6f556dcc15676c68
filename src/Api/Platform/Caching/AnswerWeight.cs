using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Serialization.SystemTextJson;

namespace InvestmentAssistant.Api.Platform.Caching;

/// <summary>
/// Estimates the memory of a kept answer by the length of its JSON: names and digits take about as much there as headers and fields take in
/// memory, texts half as much. Good to a factor of two, which is what a bound of a cache needs.
/// </summary>
internal static class AnswerWeight
{
    /// <summary>Of the entry itself: key, times, links of the cache.</summary>
    private const int Overhead = 1_024;

    /// <summary>Of a value that has no JSON.</summary>
    private const int Unknown = 256 * 1_024;

    private static readonly JsonSerializerOptions s_json = new JsonSerializerOptions
    {
        IncludeFields = true,
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>Returns bytes.</summary>
    public static long Of(object value)
    {
        var counted = new CountingWriter();
        try
        {
            using (var json = new Utf8JsonWriter(counted))
                JsonSerializer.Serialize(json, value, value.GetType(), s_json);
            return Overhead + 2 * counted.Count;
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or JsonException)
        {
            return Overhead + Math.Max(Unknown, 2 * counted.Count);
        }
    }

    /// <summary>Counts what is written and keeps nothing.</summary>
    private sealed class CountingWriter : IBufferWriter<byte>
    {
        private byte[] _scratch = new byte[16 * 1_024];

        public long Count { get; private set; }

        public void Advance(int count) => Count += count;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (sizeHint > _scratch.Length)
                _scratch = new byte[sizeHint];
            return _scratch;
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
