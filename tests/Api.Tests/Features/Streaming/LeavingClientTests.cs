using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using InvestmentAssistant.Api.Features.Streaming.Connections;
using InvestmentAssistant.Api.Features.Streaming.Hub;
using InvestmentAssistant.Api.Features.Streaming.Wire;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>
/// Clients that vanish without a closing handshake. Once an abort was still on its way when the request it belonged to had ended; it threw
/// on a thread of the pool, and one client's reset ended the process.
/// </summary>
public sealed class LeavingClientTests(LocalServices services)
{
    [Fact]
    public async Task A_request_is_not_left_before_the_abort_of_its_connection_is_over()
    {
        using var release = new ManualResetEventSlim();
        var aborted = false;
        var subscriber = new Subscriber(new NoFrames(), new BrokenOutlet(), FrameFormat.WebSocket, new StreamCounters(), () =>
        {
            release.Wait(TestContext.Current.CancellationToken);
            aborted = true;
        });

        subscriber.Start([
            [1, 2, 3],
        ]);
        await subscriber.Ended;
        subscriber.Gone();
        var leaving = subscriber.SettleAsync(TimeSpan.FromMinutes(1));
        Assert.False(leaving.IsCompleted);
        release.Set();
        await leaving;

        Assert.True(aborted);
    }

    [Fact]
    public async Task An_abort_that_fails_stays_with_the_connection()
    {
        var subscriber = new Subscriber(new NoFrames(), new BrokenOutlet(), FrameFormat.WebSocket, new StreamCounters(), () =>
            throw new ObjectDisposedException("Collection")
        );

        subscriber.Start([
            [1, 2, 3],
        ]);
        await subscriber.Ended;

        await subscriber.SettleAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_socket_that_the_server_has_closed_is_an_answer_and_no_exception()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Dispose();

        Assert.False(new SocketOutlet(socket).TrySend(new byte[] { 1 }, out var rest));
        Assert.IsType<ObjectDisposedException>(rest.Exception?.InnerException);
    }

    [Fact]
    public void A_connection_that_cannot_be_served_is_cut_and_the_others_are_served()
    {
        var faults = new List<Exception>();
        var loop = new SenderLoop(faults.Add);
        Subscriber broken = Started(new BrokenFrames()),
            sound = Started(new NoFrames());
        loop.Add(broken);
        loop.Add(sound);

        loop.Post(null, here: true);
        loop.Post(null, here: true);

        Assert.True(broken.Ended.IsCompleted);
        Assert.False(sound.Ended.IsCompleted);
        Assert.IsType<InvalidTimeZoneException>(Assert.Single(faults));
    }

    [Theory]
    [InlineData("/ws/crypto")]
    [InlineData("/api/v1/ws/crypto")]
    public async Task A_hundred_clients_reset_in_the_middle_of_batches_and_the_others_hear_every_batch(string path)
    {
        await using var host = await StreamHost.StartAsync(services, new() { ["Streaming:FullBoardInterval"] = "00:00:00.02" });
        using var loyal = await host.ConnectAsync("/ws/crypto");
        await loyal.ReceiveAsync("snapshot");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var publishing = PublishAsync(host, stop.Token);

        await Parallel.ForAsync(0, 100, TestContext.Current.CancellationToken, async (_, ct) =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            {
                LingerState = new LingerOption(true, 0),
            };
            await socket.ConnectAsync(IPAddress.Loopback, host.Port, ct);
            await socket.SendAsync(RawWebSocket.Handshake(host.Port, path), ct);
            // Some leave before the answer, some in the middle of the first batches.
            if (Random.Shared.Next(4) > 0)
                await socket.ReceiveAsync(new byte[Random.Shared.Next(1, 4_096)], ct);
        });
        await stop.CancelAsync();
        var last = await publishing;

        await Wait.Until(() => host.Status.Connections == 1);
        while (true)
        {
            var prices = (await loyal.ReceiveAsync("crypto_update")).GetProperty("data").EnumerateArray();
            if (prices.Any(p => p.GetProperty("trade_price").GetDecimal() == last))
                break;
        }
    }

    private static async Task<decimal> PublishAsync(StreamHost host, CancellationToken stop)
    {
        var price = 1000m;
        while (!stop.IsCancellationRequested)
            await host.PublishAsync(("BTC", ++price));
        return price;
    }

    private static Subscriber Started(IFrameSource frames)
    {
        var subscriber = new Subscriber(frames, new BrokenOutlet(), FrameFormat.WebSocket, new StreamCounters(), () => { });
        subscriber.Start([]);
        return subscriber;
    }

    private sealed class BrokenOutlet : Outlet
    {
        public override bool TrySend(ReadOnlyMemory<byte> bytes, out Task rest)
        {
            rest = Task.FromException(new WebSocketException());
            return false;
        }
    }

    private sealed class NoFrames : IFrameSource
    {
        public bool TryNext(Subscriber subscriber, out ReadOnlyMemory<byte> frame)
        {
            frame = default;
            return false;
        }
    }

    /// <summary>Fails from the second time on: the first is at the start.</summary>
    private sealed class BrokenFrames : IFrameSource
    {
        private int _asked;

        public bool TryNext(Subscriber subscriber, out ReadOnlyMemory<byte> frame)
        {
            frame = default;
            return _asked++ == 0 ? false : throw new InvalidTimeZoneException();
        }
    }
}
