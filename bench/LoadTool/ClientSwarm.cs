using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InvestmentAssistant.Bench;

/// <summary>
/// Many WebSocket clients on one thread. They only count: a frame's header says how long it is, its payload is read and thrown away.
/// The same swarm reads from the API and from the floor server, so that the client's own cost is in both figures.
/// </summary>
internal sealed unsafe class ClientSwarm : IDisposable
{
    private readonly Socket[] _sockets;
    private readonly Client[] _clients;
    private readonly int _epoll = Epoll.Create();
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(256 * 1024, pinned: true);
    private readonly int[] _ready = new int[256];

    private struct Client
    {
        public long Remaining;
        public int HeaderLength;
        public ulong Header0,
            Header1;
        public long Frames;
        public bool Closed;
    }

    private ClientSwarm(int count)
    {
        _sockets = new Socket[count];
        _clients = new Client[count];
    }

    public int Count => _sockets.Length;
    public long Frames { get; private set; }
    public long Bytes { get; private set; }
    public int ClosedCount { get; private set; }

    /// <summary>Payload length of the frame that ended last.</summary>
    public long LastPayload { get; private set; }

    /// <summary>Connects all clients. With a path: WebSocket handshake first; without: the server sends frames at once.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="count">How many.</param>
    /// <param name="path">With its query.</param>
    /// <param name="offersDeflate">Whether they take deflated messages, as browsers do.</param>
    public static ClientSwarm Connect(IPEndPoint server, int count, string? path, bool offersDeflate = false)
    {
        var swarm = new ClientSwarm(count);
        var reply = new byte[4096];
        for (var i = 0; i < count; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(server);
            swarm._sockets[i] = socket;
            if (path is null)
            {
                swarm.Watch(i);
                continue;
            }
            socket.Send(
                Encoding.ASCII.GetBytes(
                    $"GET {path} HTTP/1.1\r\nHost: {server}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                        + (offersDeflate ? "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n" : "\r\n")
                )
            );
            ReadHandshake(socket, reply);
            swarm.Watch(i);
            // Snapshots of those already connected are read along the way: no client is a slow reader before the measurement begins.
            if (i % 50 == 49)
                swarm.ReadFor(TimeSpan.FromMilliseconds(1));
        }
        return swarm;
    }

    private void Watch(int id)
    {
        _sockets[id].Blocking = false;
        Epoll.Watch(_epoll, _sockets[id], id, Epoll.In);
    }

    /// <summary>Reads until every open client has had <paramref name="frames"/> frames in all, or the time is up.</summary>
    /// <returns>Whether they have.</returns>
    public bool ReadUntilEachHas(long frames, TimeSpan timeout)
    {
        var deadline = Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency);
        var behind = 0;
        for (var i = 0; i < _clients.Length; i++)
            behind += _clients[i] is { Closed: false } c && c.Frames < frames ? 1 : 0;
        while (behind > 0)
        {
            var left = deadline - Stopwatch.GetTimestamp();
            if (left <= 0)
                return false;
            var n = Epoll.Wait(_epoll, _ready, (int)Math.Min(1000, left * 1000 / Stopwatch.Frequency + 1));
            for (var k = 0; k < n; k++)
            {
                var id = _ready[k];
                var before = _clients[id].Frames;
                Read(id);
                if (before < frames && (_clients[id].Frames >= frames || _clients[id].Closed))
                    behind--;
            }
        }
        return true;
    }

    /// <summary>Reads whatever comes for a while; for draining snapshots and for soaks.</summary>
    public void ReadFor(TimeSpan time)
    {
        var deadline = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < deadline)
        {
            var n = Epoll.Wait(_epoll, _ready, 20);
            for (var k = 0; k < n; k++)
                Read(_ready[k]);
        }
    }

    /// <summary>Frames the slowest and the fastest open client has had.</summary>
    public (long Min, long Max) FrameRange()
    {
        long min = long.MaxValue,
            max = 0;
        foreach (var c in _clients.Where(c => !c.Closed))
            (min, max) = (Math.Min(min, c.Frames), Math.Max(max, c.Frames));
        return (min == long.MaxValue ? 0 : min, max);
    }

    /// <summary>Forgets the frames counted so far, so that rounds start even after snapshots of different number.</summary>
    public void ResetCounts()
    {
        for (var i = 0; i < _clients.Length; i++)
            _clients[i].Frames = 0;
        Frames = Bytes = 0;
    }

    private void Read(int id)
    {
        ref var client = ref _clients[id];
        fixed (byte* buffer = _buffer)
        {
            while (true)
            {
                var n = Epoll.Receive((int)_sockets[id].Handle, buffer, _buffer.Length);
                if (n <= 0)
                {
                    if (n == 0 && !client.Closed)
                    {
                        client.Closed = true;
                        ClosedCount++;
                        _sockets[id].Close();
                    }
                    return;
                }
                Bytes += n;
                CountFrames(ref client, buffer, n);
                if (n < _buffer.Length)
                    return;
            }
        }
    }

    private void CountFrames(ref Client client, byte* data, int length)
    {
        var at = 0;
        while (at < length)
        {
            if (client.Remaining > 0)
            {
                var take = (int)Math.Min(client.Remaining, length - at);
                client.Remaining -= take;
                at += take;
                if (client.Remaining == 0)
                    Ended(ref client);
                continue;
            }
            fixed (ulong* header = &client.Header0)
                ((byte*)header)[client.HeaderLength++] = data[at++];
            fixed (ulong* header = &client.Header0)
            {
                var h = (byte*)header;
                if (client.HeaderLength < 2)
                    continue;
                var kind = h[1] & 0x7f;
                var need =
                    kind == 126 ? 4
                    : kind == 127 ? 10
                    : 2;
                if (client.HeaderLength < need)
                    continue;
                long payload = kind;
                if (kind == 126)
                    payload = h[2] << 8 | h[3];
                else if (kind == 127)
                {
                    payload = 0;
                    for (var i = 2; i < 10; i++)
                        payload = payload << 8 | h[i];
                }
                LastPayload = payload;
                client.HeaderLength = 0;
                client.Remaining = payload;
                if (payload == 0)
                    Ended(ref client);
            }
        }
    }

    private void Ended(ref Client client)
    {
        client.Frames++;
        Frames++;
    }

    private static void ReadHandshake(Socket socket, byte[] reply)
    {
        // One byte at a time up to the blank line: what follows it are frames, and they belong to the counter.
        var n = 0;
        while (n < 4 || !reply.AsSpan(n - 4, 4).SequenceEqual("\r\n\r\n"u8))
        {
            if (n == reply.Length || socket.Receive(reply, n, 1, SocketFlags.None) == 0)
                throw new InvalidOperationException($"the server refused a client: {Encoding.ASCII.GetString(reply, 0, n)}");
            n++;
        }
        if (!reply.AsSpan(0, n).StartsWith("HTTP/1.1 101"u8))
            throw new InvalidOperationException($"the server refused a client: {Encoding.ASCII.GetString(reply, 0, n)}");
    }

    public void Dispose()
    {
        foreach (var socket in _sockets)
            socket?.Dispose();
    }
}
