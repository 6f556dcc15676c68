using System.Net;
using System.Net.Sockets;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>
/// A TCP link that a test breaks: cut (connections reset, new ones refused), frozen (bytes go nowhere, as in a black hole) or slowed.
/// Listens on loopback.
/// </summary>
internal sealed class FaultyLink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private readonly List<(Socket Near, Socket Far)> _pairs = [];
    private readonly Task _accepting;
    private TaskCompletionSource _flow = Open();
    private volatile bool _isCut;

    public FaultyLink(string host, int port)
    {
        Target = (host, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where the near end listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Where new connections lead.</summary>
    public (string Host, int Port) Target { get; set; }

    /// <summary>Time that each piece of data takes longer.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Resets all connections, and new ones as soon as they come.</summary>
    public void Cut()
    {
        _isCut = true;
        lock (_lock)
        {
            foreach (var (near, far) in _pairs)
            {
                near.Close(0);
                far.Close(0);
            }
            _pairs.Clear();
        }
    }

    /// <summary>Holds all bytes back; connections stay, and new ones are taken.</summary>
    public void Freeze() => _flow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets everything through again; what was held back arrives late.</summary>
    public void Heal()
    {
        _isCut = false;
        _flow.TrySetResult();
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptSocketAsync(_end.Token);
                if (_isCut)
                    near.Close(0);
                else
                    _ = ForwardAsync(near);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    private async Task ForwardAsync(Socket near)
    {
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await far.ConnectAsync(Target.Host, Target.Port, _end.Token);
            lock (_lock)
                _pairs.Add((near, far));
            await Task.WhenAny(PumpAsync(near, far), PumpAsync(far, near));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException) { }
        finally
        {
            near.Dispose();
            far.Dispose();
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _end.Token) is > 0 and var count)
            {
                await _flow.Task.WaitAsync(_end.Token);
                if (Delay > TimeSpan.Zero)
                    await Task.Delay(Delay, _end.Token);
                await to.SendAsync(buffer.AsMemory(0, count), _end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Cut();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }
}
