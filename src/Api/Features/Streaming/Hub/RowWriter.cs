using System.Buffers;
using System.Text;
using System.Text.Json;

namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>
/// Writes items of the compact form: the values of an item's JSON object as an array in the order of the keys, each byte for byte as it is
/// in the object.
/// </summary>
/// <param name="keys">Names of an item's fields.</param>
internal sealed class RowWriter(IReadOnlyList<string> keys)
{
    private readonly byte[][] _keys = [.. keys.Select(Encoding.UTF8.GetBytes)];

    public IReadOnlyList<string> Keys { get; } = keys;

    /// <summary>Writes one item. A field that it has not is null.</summary>
    /// <param name="item">UTF-8 JSON object.</param>
    /// <param name="into">Takes the array.</param>
    public void Write(ReadOnlySpan<byte> item, IBufferWriter<byte> into)
    {
        Span<Range> values = stackalloc Range[_keys.Length];
        values.Clear();
        var reader = new Utf8JsonReader(item);
        reader.Read();
        for (var next = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; next++)
        {
            var place = PlaceOf(ref reader, next);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (place >= 0)
                values[place] = start..(int)reader.BytesConsumed;
        }
        for (var place = 0; place < values.Length; place++)
        {
            into.Write(place == 0 ? "["u8 : ","u8);
            into.Write(values[place].Equals(default) ? "null"u8 : item[values[place]]);
        }
        into.Write("]"u8);
    }

    /// <summary>Formats write their fields in the order of the keys, so the first look is nearly always right.</summary>
    private int PlaceOf(ref Utf8JsonReader reader, int likely)
    {
        if (likely < _keys.Length && reader.ValueTextEquals(_keys[likely]))
            return likely;
        for (var place = 0; place < _keys.Length; place++)
        {
            if (reader.ValueTextEquals(_keys[place]))
                return place;
        }
        return -1;
    }
}
