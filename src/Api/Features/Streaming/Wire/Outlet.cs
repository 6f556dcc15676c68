using System.Net.Sockets;

namespace InvestmentAssistant.Api.Features.Streaming.Wire;

/// <summary>Where a connection's bytes go. One call at a time: the next only when the last one is done.</summary>
public abstract class Outlet
{
    /// <summary>Hands the bytes over.</summary>
    /// <param name="bytes">Not changed afterwards.</param>
    /// <param name="rest">When false is returned: completes when all are handed over, or fails when the connection is gone.</param>
    /// <returns>True when all are handed over already.</returns>
    public abstract bool TrySend(ReadOnlyMemory<byte> bytes, out Task rest);
}

/// <summary>
/// Straight to the socket: one send() a frame, on the thread that has the frame. What the kernel does not take at once is sent when it has
/// room. Only for plain TCP, and only when nothing else writes to it any more (<see cref="WebSocketUpgrade"/>).
/// </summary>
public sealed class SocketOutlet(Socket socket) : Outlet
{
    public override bool TrySend(ReadOnlyMemory<byte> bytes, out Task rest)
    {
        int sent;
        SocketError error;
        try
        {
            sent = socket.Send(bytes.Span, SocketFlags.None, out error);
        }
        catch (ObjectDisposedException e)
        {
            // The server has closed the connection, and the reading side is about to notice.
            rest = Task.FromException(e);
            return false;
        }
        if (error == SocketError.Success && sent == bytes.Length)
        {
            rest = Task.CompletedTask;
            return true;
        }
        rest = error is SocketError.Success or SocketError.WouldBlock
            ? SendRestAsync(bytes[Math.Max(sent, 0)..])
            : Task.FromException(new SocketException((int)error));
        return false;
    }

    private async Task SendRestAsync(ReadOnlyMemory<byte> rest)
    {
        while (!rest.IsEmpty)
            rest = rest[await socket.SendAsync(rest)..];
    }
}

/// <summary>Through the server's response stream: TLS, HTTP/2, server-sent events.</summary>
public sealed class StreamOutlet(Stream stream) : Outlet
{
    public override bool TrySend(ReadOnlyMemory<byte> bytes, out Task rest)
    {
        try
        {
            var write = stream.WriteAsync(bytes);
            if (write.IsCompletedSuccessfully)
            {
                write.GetAwaiter().GetResult();
                rest = stream.FlushAsync();
            }
            else
            {
                rest = WriteRestAsync(write);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            rest = Task.FromException(e);
        }
        return rest.IsCompletedSuccessfully;
    }

    private async Task WriteRestAsync(ValueTask write)
    {
        await write;
        await stream.FlushAsync();
    }
}
