using System.Net;
using System.Net.Sockets;

namespace InvestmentAssistant.Bench;

/// <summary>
/// The floor to compare with: a process that holds raw sockets and, given a length, calls send() for each of them with the same ready-made
/// frame. It parses nothing, checks nothing and keeps no position: no server can be faster over the same sockets.
/// </summary>
internal static class FloorServer
{
    /// <summary>Serves until its standard input ends. Prints "control-port clients-port" first.</summary>
    public static unsafe int Run()
    {
        using var control = Listen();
        using var clients = Listen();
        Console.WriteLine($"{((IPEndPoint)control.LocalEndPoint!).Port} {((IPEndPoint)clients.LocalEndPoint!).Port}");
        using var commander = control.Accept();
        commander.NoDelay = true;
        var held = new List<Socket>();
        var command = new byte[8];
        var frame = GC.AllocateUninitializedArray<byte>(16 * 1024 * 1024, pinned: true);
        while (ReadFully(commander, command))
        {
            var (kind, value) = (BitConverter.ToInt32(command, 0), BitConverter.ToInt32(command, 4));
            if (kind == 1)
            {
                while (held.Count < value)
                {
                    var socket = clients.Accept();
                    socket.NoDelay = true;
                    socket.Blocking = false;
                    held.Add(socket);
                }
                commander.Send(command);
                continue;
            }
            if (kind == 3)
            {
                held.ForEach(s => s.Dispose());
                held.Clear();
                commander.Send(command);
                continue;
            }
            fixed (byte* bytes = frame)
                SendToAll(held, bytes, Frame(frame, value));
        }
        return 0;
    }

    private static unsafe void SendToAll(List<Socket> held, byte* bytes, int length)
    {
        List<(int Fd, int Sent)>? waiting = null;
        foreach (var socket in held)
        {
            var fd = (int)socket.Handle;
            var sent = Math.Max(Epoll.Send(fd, bytes, length), 0);
            if (sent < length)
                (waiting ??= []).Add((fd, sent));
        }
        // Frames larger than a socket buffer: round and round until each has taken the whole of it.
        while (waiting is { Count: > 0 })
        {
            for (var i = waiting.Count - 1; i >= 0; i--)
            {
                var (fd, sent) = waiting[i];
                sent += Math.Max(Epoll.Send(fd, bytes + sent, length - sent), 0);
                if (sent >= length)
                    waiting.RemoveAt(i);
                else
                    waiting[i] = (fd, sent);
            }
        }
    }

    private static int Frame(byte[] frame, int payload)
    {
        frame[0] = 0x81;
        if (payload < 126)
        {
            frame[1] = (byte)payload;
            return payload + 2;
        }
        if (payload <= 0xffff)
        {
            (frame[1], frame[2], frame[3]) = (126, (byte)(payload >> 8), (byte)payload);
            return payload + 4;
        }
        frame[1] = 127;
        for (var i = 0; i < 8; i++)
            frame[2 + i] = (byte)((long)payload >> (56 - 8 * i));
        return payload + 10;
    }

    private static Socket Listen()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen(4096);
        return socket;
    }

    private static bool ReadFully(Socket socket, byte[] buffer)
    {
        for (var n = 0; n < buffer.Length; )
        {
            var read = socket.Receive(buffer, n, buffer.Length - n, SocketFlags.None);
            if (read == 0)
                return false;
            n += read;
        }
        return true;
    }
}
