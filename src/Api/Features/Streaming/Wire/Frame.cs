using System.Buffers.Binary;
using System.Text;

namespace InvestmentAssistant.Api.Features.Streaming.Wire;

/// <summary>
/// Frames as whole byte arrays. A server's frames are not masked, so one array serves every connection that gets the same message.
/// </summary>
public static class Frame
{
    private const byte Final = 0x80,
        Text = 0x1;

    /// <summary>A frame that asks the client's WebSocket layer for a sign of life.</summary>
    public static readonly byte[] Ping = [Final | 0x9, 0];

    /// <summary>Wraps one JSON message.</summary>
    /// <param name="format">Text frame, not deflated, or event.</param>
    /// <param name="type">The event's name; the message's <c>type</c>.</param>
    /// <param name="id">The event's id (epoch:seq), or null.</param>
    /// <param name="json">UTF-8, one line.</param>
    public static byte[] Of(FrameFormat format, string type, string? id, ReadOnlySpan<byte> json)
    {
        if (!format.IsEvent)
            return WebSocket(Text, json);
        var head = Encoding.UTF8.GetBytes(id is null ? $"event: {type}\ndata: " : $"event: {type}\nid: {id}\ndata: ");
        var frame = new byte[head.Length + json.Length + 2];
        head.CopyTo(frame, 0);
        json.CopyTo(frame.AsSpan(head.Length));
        frame[^2] = frame[^1] = (byte)'\n';
        return frame;
    }

    /// <summary>The payload of a frame made here.</summary>
    public static ReadOnlyMemory<byte> PayloadOf(byte[] frame) =>
        frame.AsMemory(
            frame[1] switch
            {
                < 126 => 2,
                126 => 4,
                _ => 10,
            }
        );

    /// <summary>The answer to a ping, with its own payload (at most 125 bytes).</summary>
    public static byte[] Pong(ReadOnlySpan<byte> payload) => WebSocket(0xA, payload);

    /// <summary>The closing frame.</summary>
    public static byte[] Close(ushort code, string reason)
    {
        Span<byte> payload = stackalloc byte[125];
        BinaryPrimitives.WriteUInt16BigEndian(payload, code);
        return WebSocket(0x8, payload[..(2 + Encoding.ASCII.GetBytes(reason.AsSpan(0, Math.Min(reason.Length, 123)), payload[2..]))]);
    }

    private static byte[] WebSocket(byte kind, ReadOnlySpan<byte> payload)
    {
        var head =
            payload.Length < 126 ? 2
            : payload.Length <= ushort.MaxValue ? 4
            : 10;
        var frame = new byte[head + payload.Length];
        frame[0] = (byte)(Final | kind);
        switch (head)
        {
            case 2:
                frame[1] = (byte)payload.Length;
                break;
            case 4:
                frame[1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
                break;
            default:
                frame[1] = 127;
                BinaryPrimitives.WriteUInt64BigEndian(frame.AsSpan(2), (ulong)payload.Length);
                break;
        }
        payload.CopyTo(frame.AsSpan(head));
        return frame;
    }
}
