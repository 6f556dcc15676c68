using System.IO.Compression;

namespace InvestmentAssistant.Api.Features.Streaming.Wire;

/// <summary>Inflates messages of clients, each by itself (<c>client_no_context_takeover</c>).</summary>
internal static class MessageInflater
{
    /// <summary>What a deflated message may be longer than the text in it: deflate without compression adds some bytes a block.</summary>
    public const int Overhead = 64;

    /// <summary>The empty block that the sender has left away.</summary>
    private static ReadOnlySpan<byte> Tail => [0x00, 0x00, 0xFF, 0xFF];

    /// <summary>Room that must be left behind a message for <see cref="TryInflate"/>.</summary>
    public const int TailBytes = 4;

    /// <summary>Inflates a message; never more than one byte beyond what fits, however much is in it.</summary>
    /// <param name="message">The message, and room behind it.</param>
    /// <param name="length">Bytes of the message.</param>
    /// <param name="text">Receives the text.</param>
    /// <param name="most">Largest text, bytes; <paramref name="text"/> has room for one more.</param>
    /// <param name="written">Bytes of the text; more than <paramref name="most"/>: it is too long.</param>
    /// <returns>False when this is not deflate.</returns>
    public static bool TryInflate(byte[] message, int length, byte[] text, int most, out int written)
    {
        Tail.CopyTo(message.AsSpan(length));
        written = 0;
        using var source = new MemoryStream(message, 0, length + TailBytes, writable: false);
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        try
        {
            while (written <= most && inflater.Read(text, written, most + 1 - written) is > 0 and var read)
                written += read;
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
