using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace InvestmentAssistant.Api.Features.Streaming.Wire;

public enum IncomingKind
{
    Text,
    Ping,
    Pong,

    /// <summary>The client's closing frame; <see cref="Incoming.Code"/> is to be echoed.</summary>
    Close,

    /// <summary>The client broke a rule; the connection is to be closed with <see cref="Incoming.Code"/>.</summary>
    Fault,

    /// <summary>The connection ended without a closing frame.</summary>
    End,
}

/// <summary>One message of a client.</summary>
/// <param name="Payload">Text or ping payload; valid until the next read.</param>
/// <param name="Code">For <see cref="IncomingKind.Close"/> and <see cref="IncomingKind.Fault"/>.</param>
/// <param name="Reason">For a fault, in words.</param>
public readonly record struct Incoming(IncomingKind Kind, ReadOnlyMemory<byte> Payload = default, ushort Code = 0, string Reason = "")
{
    public static Incoming Fault(ushort code, string reason) => new(IncomingKind.Fault, default, code, reason);
}

/// <summary>
/// The reading side of RFC 6455 for small messages: masks, fragments, control frames, deflated messages (RFC 7692), text that must be
/// UTF-8. An idle connection holds no buffer: it waits with a read of zero bytes and rents one when something has come.
/// </summary>
/// <param name="stream">What the client sends.</param>
/// <param name="maxMessageBytes">Largest text, inflated and all its fragments together.</param>
/// <param name="inflates">Whether permessage-deflate was negotiated.</param>
public sealed class FrameReader(Stream stream, int maxMessageBytes, bool inflates = false) : IDisposable
{
    private const int MaxHeader = 14;
    private const int Deflated = 0x40;
    private const int OpContinuation = 0x0,
        OpText = 0x1,
        OpBinary = 0x2,
        OpClose = 0x8,
        OpPing = 0x9,
        OpPong = 0xA;

    // Empty fragments cost nothing to send; a sender of many is a nuisance, not a client.
    private TokenBucket _frames = new(512, 128);
    private byte[]? _buffer;
    private int _start;
    private int _end;
    private byte[]? _message;
    private int _messageLength;
    private byte[]? _text;
    private bool _inMessage;
    private bool _isDeflated;

    private int MaxWireBytes => maxMessageBytes + (inflates ? MessageInflater.Overhead : 0);

    /// <summary>
    /// The next message. Throws <see cref="IOException"/> or <see cref="OperationCanceledException"/> when the connection breaks.
    /// </summary>
    public async ValueTask<Incoming> ReadAsync()
    {
        while (true)
        {
            if (_buffer is not null && TryParse(out var incoming))
                return incoming;
            if (_buffer is not null && _start == _end)
                Return(ref _buffer);
            Return(ref _text);
            if (!_inMessage)
                Return(ref _message);
            if (_buffer is null)
            {
#pragma warning disable CA2022 // A read of zero bytes only waits.
                await stream.ReadAsync(Memory<byte>.Empty);
#pragma warning restore CA2022
                _buffer = ArrayPool<byte>.Shared.Rent(MaxWireBytes + MaxHeader);
                _start = _end = 0;
            }
            else if (_start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                (_start, _end) = (0, _end - _start);
            }
            var read = await stream.ReadAsync(_buffer.AsMemory(_end));
            if (read == 0)
                return new Incoming(IncomingKind.End);
            _end += read;
        }
    }

    /// <summary>
    /// Reads on after our closing frame, without looking at what it is, until the client has closed, has answered with a closing frame, or
    /// has sent far too much. Never throws.
    /// </summary>
    public async Task DrainAsync()
    {
        // Not from the pool: the caller may lose patience and leave this read behind.
        var rest = new byte[1024];
        try
        {
            for (var total = 0; total < 1 << 20; )
            {
                var read = await stream.ReadAsync(rest);
                if (read == 0 || EndsWithClose(rest.AsSpan(0, read)))
                    return;
                total += read;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        { }
    }

    public void Dispose()
    {
        Return(ref _buffer);
        Return(ref _message);
        Return(ref _text);
    }

    private bool TryParse(out Incoming incoming)
    {
        incoming = default;
        while (true)
        {
            var data = _buffer.AsSpan(_start, _end - _start);
            if (data.Length < 2)
                return false;
            var final = (data[0] & 0x80) != 0;
            var opcode = data[0] & 0x0F;
            var reserved = data[0] & 0x70;
            if (reserved != 0 && !(inflates && reserved == Deflated && opcode is OpText or OpBinary))
                return Fault(CloseCodes.ProtocolError, "reserved bits are set", out incoming);
            if ((data[1] & 0x80) == 0)
                return Fault(CloseCodes.ProtocolError, "a client's frames must be masked", out incoming);
            var isControl = opcode >= OpClose;
            ulong length = (ulong)(data[1] & 0x7F);
            var header = 6;
            if (isControl && (length > 125 || !final))
                return Fault(CloseCodes.ProtocolError, "a control frame must be whole and at most 125 bytes", out incoming);
            if (length == 126)
            {
                if (data.Length < 4)
                    return false;
                length = BinaryPrimitives.ReadUInt16BigEndian(data[2..]);
                header = 8;
            }
            else if (length == 127)
            {
                if (data.Length < 10)
                    return false;
                length = BinaryPrimitives.ReadUInt64BigEndian(data[2..]);
                header = 14;
                if (length > long.MaxValue)
                    return Fault(CloseCodes.ProtocolError, "a length must not be negative", out incoming);
            }
            switch (opcode)
            {
                case OpBinary:
                    return Fault(CloseCodes.Unsupported, "text frames only", out incoming);
                case OpText when _inMessage:
                    return Fault(CloseCodes.ProtocolError, "a message began inside another", out incoming);
                case OpContinuation when !_inMessage:
                    return Fault(CloseCodes.ProtocolError, "a continuation of nothing", out incoming);
                case OpText or OpContinuation or OpClose or OpPing or OpPong:
                    break;
                default:
                    return Fault(CloseCodes.ProtocolError, "unknown opcode", out incoming);
            }
            // Said by the header alone: nothing too large is ever read.
            var isDeflated = opcode == OpText ? reserved == Deflated : _isDeflated;
            if (!isControl && length + (ulong)_messageLength > (ulong)(isDeflated ? MaxWireBytes : maxMessageBytes))
                return Fault(CloseCodes.TooBig, "message too big", out incoming);
            if (data.Length - header < (int)length)
                return false;
            if (!_frames.TryTake())
                return Fault(CloseCodes.TooManyMessages, "too many frames", out incoming);
            var payload = _buffer.AsMemory(_start + header, (int)length);
            Unmask(payload.Span, data.Slice(header - 4, 4));
            _start += header + (int)length;
            switch (opcode)
            {
                case OpPing:
                    incoming = new Incoming(IncomingKind.Ping, payload);
                    return true;
                case OpPong:
                    incoming = new Incoming(IncomingKind.Pong, payload);
                    return true;
                case OpClose:
                    incoming = Close(payload.Span);
                    return true;
            }
            if (final && !_inMessage && !isDeflated)
                return Text(payload, out incoming);
            (_inMessage, _isDeflated) = (true, isDeflated);
            _message ??= ArrayPool<byte>.Shared.Rent(MaxWireBytes + MessageInflater.TailBytes);
            payload.Span.CopyTo(_message.AsSpan(_messageLength));
            _messageLength += payload.Length;
            if (!final)
                continue;
            payload = _message.AsMemory(0, _messageLength);
            _inMessage = _isDeflated = false;
            _messageLength = 0;
            return isDeflated ? Inflated(_message, payload.Length, out incoming) : Text(payload, out incoming);
        }
    }

    private bool Inflated(byte[] message, int length, out Incoming incoming)
    {
        _text ??= ArrayPool<byte>.Shared.Rent(maxMessageBytes + 1);
        if (!MessageInflater.TryInflate(message, length, _text, maxMessageBytes, out var written))
            return Fault(CloseCodes.BadText, "a message cannot be inflated", out incoming);
        return written > maxMessageBytes
            ? Fault(CloseCodes.TooBig, "message too big", out incoming)
            : Text(_text.AsMemory(0, written), out incoming);
    }

    private static bool Text(ReadOnlyMemory<byte> payload, out Incoming incoming)
    {
        incoming = Utf8.IsValid(payload.Span)
            ? new Incoming(IncomingKind.Text, payload)
            : Incoming.Fault(CloseCodes.BadText, "text must be UTF-8");
        return true;
    }

    private static Incoming Close(ReadOnlySpan<byte> payload)
    {
        if (payload.Length == 0)
            return new Incoming(IncomingKind.Close, default, CloseCodes.Normal);
        if (payload.Length == 1)
            return Incoming.Fault(CloseCodes.ProtocolError, "a close code has two bytes");
        var code = BinaryPrimitives.ReadUInt16BigEndian(payload);
        if (!CloseCodes.IsValidFromClient(code))
            return Incoming.Fault(CloseCodes.ProtocolError, "no such close code");
        return Utf8.IsValid(payload[2..])
            ? new Incoming(IncomingKind.Close, default, code)
            : Incoming.Fault(CloseCodes.BadText, "text must be UTF-8");
    }

    private static bool Fault(ushort code, string reason, out Incoming incoming)
    {
        incoming = Incoming.Fault(code, reason);
        return true;
    }

    private static void Unmask(Span<byte> payload, ReadOnlySpan<byte> mask)
    {
        var key = MemoryMarshal.Read<uint>(mask);
        var words = MemoryMarshal.Cast<byte, uint>(payload);
        for (var i = 0; i < words.Length; i++)
            words[i] ^= key;
        for (var i = words.Length * 4; i < payload.Length; i++)
            payload[i] ^= mask[i & 3];
    }

    private static bool EndsWithClose(ReadOnlySpan<byte> data)
    {
        for (var length = 0; length <= 125 && data.Length >= length + 6; length++)
        {
            var frame = data[^(length + 6)..];
            if (frame[0] == (0x80 | OpClose) && frame[1] == (0x80 | length))
                return true;
        }
        return false;
    }

    private static void Return(ref byte[]? buffer)
    {
        if (buffer is not null)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = null;
    }
}
