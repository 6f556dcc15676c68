using System.Net.WebSockets;
using System.Text;
using CsCheck;
using InvestmentAssistant.Api.Features.Streaming.Connections;
using InvestmentAssistant.Api.Features.Streaming.Hub;
using InvestmentAssistant.Api.Features.Streaming.Wire;

namespace InvestmentAssistant.Api.Tests.Features.Streaming.Wire;

/// <summary>Deflated frames against the framework's own WebSocket, in both directions, and the time that deflating may take.</summary>
public sealed class MessageDeflaterTests
{
    private static readonly Gen<string> Words = OneOf(
        "\"market\":\"KRW-BTC\"",
        ",\"trade_price\":",
        "비트코인",
        "48500000",
        "{\"data\":[",
        "😀",
        "\0"
    );

    /// <summary>Texts of any length around the borders of frames, some that deflate well and some that do not at all.</summary>
    private static readonly Gen<string> Texts = Gen.Select(
            Gen.OneOf(Gen.Int[0, 700], OneOf(125, 126, 511, 512, 513, 65_535, 65_536, 300_000)),
            Gen.OneOf(Words, Gen.String[Gen.Char['!', '~'], 1, 400])
        )
        .Select((length, part) => string.Concat(Enumerable.Repeat(part, length / part.Length + 1))[..length])
        .Where(t => !char.IsHighSurrogate(t.LastOrDefault()));

    [Fact]
    public Task What_is_deflated_here_is_what_the_frameworks_client_reads() =>
        Texts
            .Array[1, 12]
            .SampleAsync(
                async texts =>
                {
                    var deflater = new MessageDeflater(new DeflateBudget(1_000, TimeProvider.System));
                    var plain = texts.Select(t => Frame.Of(FrameFormat.WebSocket, "", null, Encoding.UTF8.GetBytes(t))).ToList();
                    var frames = plain.Select(deflater.Deflate).ToList();
                    Assert.All(frames.Zip(plain), f => Assert.True(f.First.Length <= f.Second.Length));
                    using var client = Client(new DuplexStream([.. frames.SelectMany(f => f)]));

                    foreach (var text in texts)
                        Assert.Equal(text, await ReadAsync(client));
                },
                iter: 60
            );

    [Fact]
    public Task What_the_frameworks_client_deflates_is_what_is_read_here() =>
        Gen.Select(Texts, Gen.Bool, Gen.Int[1, 5])
            .Where(m => Encoding.UTF8.GetByteCount(m.Item1) <= 4_096)
            .Array[1, 12]
            .SampleAsync(
                async messages =>
                {
                    var wire = new DuplexStream([]);
                    using var client = Client(wire);
                    foreach (var (text, isPlain, parts) in messages)
                        await SendAsync(client, Encoding.UTF8.GetBytes(text), isPlain, parts);
                    using var reader = new FrameReader(new MemoryStream(wire.Written.ToArray()), 4_096, inflates: true);

                    foreach (var (text, _, _) in messages)
                    {
                        var incoming = await reader.ReadAsync();
                        Assert.Equal((IncomingKind.Text, text), (incoming.Kind, Encoding.UTF8.GetString(incoming.Payload.Span)));
                    }
                    Assert.Equal(IncomingKind.End, (await reader.ReadAsync()).Kind);
                },
                iter: 100
            );

    [Fact]
    public void Small_messages_stay_as_they_are_and_boards_become_a_fraction()
    {
        var deflater = new MessageDeflater(new DeflateBudget(1_000, TimeProvider.System));
        var small = Frame.Of(FrameFormat.WebSocket, "", null, new byte[MessageDeflater.LeastBytes - 1]);
        var board = Frame.Of(FrameFormat.WebSocket, "", null, new byte[50_000]);

        Assert.Same(small, deflater.Deflate(small));
        Assert.InRange(deflater.Deflate(board).Length, 10, 1_000);
        Assert.True(deflater.Spent > TimeSpan.Zero);
        Assert.Equal(0, deflater.Skipped);
    }

    [Fact]
    public void Beyond_its_share_of_a_core_nothing_is_deflated_until_the_time_is_made_up_for()
    {
        var time = new ManualTime();
        var budget = new DeflateBudget(0.25, time);
        var deflater = new MessageDeflater(budget);
        var board = Frame.Of(FrameFormat.WebSocket, "", null, new byte[50_000]);

        budget.Spend(TimeSpan.FromSeconds(0.24));
        Assert.True(budget.HasTime);
        // A frame that took half a second, because others had the cores: a quarter is left to make up for, at a quarter a second.
        budget.Spend(TimeSpan.FromSeconds(0.26));
        Assert.False(budget.HasTime);
        Assert.Same(board, deflater.Deflate(board));
        Assert.Equal(1, deflater.Skipped);
        time.Pass(TimeSpan.FromSeconds(0.99));
        Assert.False(budget.HasTime);
        time.Pass(TimeSpan.FromSeconds(0.02));
        Assert.True(budget.HasTime);
        Assert.NotSame(board, deflater.Deflate(board));

        // However long the process stood still, it is forgiven after two seconds.
        budget.Spend(TimeSpan.FromMinutes(1));
        time.Pass(TimeSpan.FromSeconds(1.9));
        Assert.False(budget.HasTime);
        time.Pass(TimeSpan.FromSeconds(0.2));
        Assert.True(budget.HasTime);
        // Unspent time is not saved up.
        time.Pass(TimeSpan.FromHours(1));
        budget.Spend(TimeSpan.FromSeconds(0.26));
        Assert.False(budget.HasTime);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void A_share_of_nothing_deflates_nothing(double share) => Assert.False(new DeflateBudget(share, TimeProvider.System).HasTime);

    [Fact]
    public void A_broadcast_allocates_nothing_for_a_client()
    {
        const int clients = 1_000;
        var deflated = FrameFormat.WebSocket with { IsDeflated = true };
        var outlet = new CountingOutlet();
        var loop = new SenderLoop(e => throw e);
        for (var i = 0; i < clients; i++)
        {
            var subscriber = new Subscriber(
                new NoFrames(),
                outlet,
                i % 2 == 0 ? deflated : FrameFormat.WebSocket,
                new StreamCounters(),
                () => { }
            );
            subscriber.Start([]);
            subscriber.SentSeq = 0;
            loop.Add(subscriber);
        }
        var batches = Enumerable.Range(1, 20).Select(seq => Prepared(seq, deflated)).ToList();
        // The first ones are compiled and warmed up.
        foreach (var batch in batches[..10])
            loop.Post(batch, here: true);
        var before = GC.GetAllocatedBytesForCurrentThread();

        foreach (var batch in batches[10..])
            loop.Post(batch, here: true);

        Assert.Equal(20 * clients, outlet.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, clients);
        // One array for all who have the same form.
        Assert.Equal(40, outlet.Frames.Count);
    }

    private static TopicBatch Prepared(int seq, FrameFormat deflated)
    {
        var plain = Frame.Of(FrameFormat.WebSocket, "", null, Encoding.UTF8.GetBytes(new string('x', 2_000)));
        var batch = new TopicBatch(0, "e", seq, seq, ["a"], [new byte[2_000]], (_, _) => plain.ToArray());
        batch.Prepare(f => f == deflated || f == FrameFormat.WebSocket, new MessageDeflater(new DeflateBudget(1_000, TimeProvider.System)));
        return batch;
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static WebSocket Client(Stream stream) =>
        WebSocket.CreateFromStream(
            stream,
            new WebSocketCreationOptions
            {
                IsServer = false,
                KeepAliveInterval = TimeSpan.Zero,
                DangerousDeflateOptions = new()
                {
                    ClientContextTakeover = false,
                    ServerContextTakeover = false,
                    ServerMaxWindowBits = 12,
                },
            }
        );

    private static async Task<string> ReadAsync(WebSocket client)
    {
        using var text = new MemoryStream();
        var buffer = new byte[10_000];
        while (true)
        {
            var result = await client.ReceiveAsync(buffer, Ct);
            Assert.Equal(WebSocketMessageType.Text, result.MessageType);
            text.Write(buffer, 0, result.Count);
            if (result.EndOfMessage)
                return Encoding.UTF8.GetString(text.ToArray());
        }
    }

    private static async Task SendAsync(WebSocket client, byte[] text, bool isPlain, int parts)
    {
        var size = text.Length / parts + 1;
        for (var part = 0; part < parts; part++)
        {
            var flags = isPlain ? WebSocketMessageFlags.DisableCompression : WebSocketMessageFlags.None;
            if (part == parts - 1)
                flags |= WebSocketMessageFlags.EndOfMessage;
            var from = Math.Min(part * size, text.Length);
            await client.SendAsync(text.AsMemory(from, Math.Min(size, text.Length - from)), WebSocketMessageType.Text, flags, Ct);
        }
    }

    private sealed class ManualTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;
    }

    private sealed class CountingOutlet : Outlet
    {
        public int Count { get; private set; }

        public HashSet<ReadOnlyMemory<byte>> Frames { get; } = new(1_000);

        public override bool TrySend(ReadOnlyMemory<byte> bytes, out Task rest)
        {
            Count++;
            Frames.Add(bytes);
            rest = Task.CompletedTask;
            return true;
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

    /// <summary>Reads what it was given and keeps what is written.</summary>
    private sealed class DuplexStream(byte[] toRead) : Stream
    {
        private readonly MemoryStream _toRead = new(toRead);

        public MemoryStream Written { get; } = new();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => _toRead.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _toRead.ReadAsync(buffer, cancellationToken);

        public override void Write(byte[] buffer, int offset, int count) => Written.Write(buffer, offset, count);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Written.WriteAsync(buffer, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
