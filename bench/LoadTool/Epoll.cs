using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace InvestmentAssistant.Bench;

/// <summary>
/// The few libc calls under both the clients and the floor server. A load client must cost less than what it measures: one thread, one
/// buffer and one epoll for thousands of sockets, nothing allocated per message.
/// </summary>
internal static unsafe partial class Epoll
{
    public const uint In = 1,
        Out = 4;
    private const int Add = 1;
    private const int DontWait = 0x40,
        NoSignal = 0x4000;

    // struct epoll_event is packed on x86-64 only.
    private static readonly int Stride = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;
    private static readonly int DataOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;

    public static int Create() =>
        epoll_create1(0) is >= 0 and var fd
            ? fd
            : throw new InvalidOperationException($"epoll_create1: errno {Marshal.GetLastPInvokeError()}");

    public static void Watch(int epoll, Socket socket, int id, uint events)
    {
        var one = stackalloc byte[16];
        *(uint*)one = events;
        *(int*)(one + DataOffset) = id;
        if (epoll_ctl(epoll, Add, (int)socket.Handle, one) != 0)
            throw new InvalidOperationException($"epoll_ctl: errno {Marshal.GetLastPInvokeError()}");
    }

    /// <summary>Fills <paramref name="ready"/> with the ids of readable sockets; the number of them.</summary>
    public static int Wait(int epoll, Span<int> ready, int timeoutMs)
    {
        var events = stackalloc byte[ready.Length * 16];
        var n = epoll_wait(epoll, events, ready.Length, timeoutMs);
        for (var i = 0; i < n; i++)
            ready[i] = *(int*)(events + i * Stride + DataOffset);
        return Math.Max(n, 0);
    }

    /// <summary>recv without waiting: bytes read, 0 at the end of the stream, -1 when there is nothing now.</summary>
    public static int Receive(int fd, byte* buffer, int length) => (int)recv(fd, buffer, (nuint)length, DontWait);

    /// <summary>send without waiting: bytes taken, -1 when the socket is full.</summary>
    public static int Send(int fd, byte* buffer, int length) => (int)send(fd, buffer, (nuint)length, DontWait | NoSignal);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_create1(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_ctl(int epfd, int op, int fd, byte* ev);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_wait(int epfd, byte* events, int maxEvents, int timeoutMs);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint recv(int fd, byte* buffer, nuint length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint send(int fd, byte* buffer, nuint length, int flags);
}
