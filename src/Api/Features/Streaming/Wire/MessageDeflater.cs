using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;

namespace InvestmentAssistant.Api.Features.Streaming.Wire;

/// <summary>
/// Deflates text frames, each by itself, so that one result serves every connection that negotiated permessage-deflate
/// (docs/decisions/0185). A frame that would not gain, or for which there is no time, stays as it is: that is allowed at any time.
/// </summary>
public sealed class MessageDeflater(DeflateBudget budget)
{
    /// <summary>Payloads below this many bytes stay as they are.</summary>
    public const int LeastBytes = 512;

    /// <summary>One for each thread that deflates at the same time.</summary>
    private readonly ConcurrentBag<FrameMaker> _makers = [];

    private long _ticks,
        _skipped;

    /// <summary>Time that deflating took so far, by the clock.</summary>
    public TimeSpan Spent => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _ticks));

    /// <summary>Frames that stayed plain because there was no time.</summary>
    public long Skipped => Interlocked.Read(ref _skipped);

    /// <summary>Returns a frame that says the same, deflated if that makes it shorter.</summary>
    /// <param name="frame">A plain text frame of <see cref="Frame"/>.</param>
    public byte[] Deflate(byte[] frame)
    {
        var payload = Frame.PayloadOf(frame);
        if (payload.Length < LeastBytes)
            return frame;
        if (!budget.HasTime)
        {
            Interlocked.Increment(ref _skipped);
            return frame;
        }
        var start = Stopwatch.GetTimestamp();
        var maker = _makers.TryTake(out var free) ? free : new FrameMaker();
        var deflated = maker.Make(payload);
        _makers.Add(maker);
        var ticks = Stopwatch.GetTimestamp() - start;
        Interlocked.Add(ref _ticks, ticks);
        budget.Spend(Stopwatch.GetElapsedTime(0, ticks));
        return deflated.Length < frame.Length ? deflated : frame;
    }

    /// <summary>
    /// The framework's own WebSocket with no peer: what it would send is kept. Its deflater is reset, not made again, for each message.
    /// </summary>
#pragma warning disable CA1001 // The socket holds managed memory only, and lives as long as the process.
    private sealed class FrameMaker
#pragma warning restore CA1001
    {
        private readonly KeptStream _sent = new();
        private readonly WebSocket _socket;

        public FrameMaker() =>
            _socket = WebSocket.CreateFromStream(
                _sent,
                new WebSocketCreationOptions
                {
                    IsServer = true,
                    KeepAliveInterval = TimeSpan.Zero,
                    // "Dangerous" where secrets are sent: prices are public.
                    DangerousDeflateOptions = new WebSocketDeflateOptions
                    {
                        ServerContextTakeover = false,
                        ServerMaxWindowBits = PerMessageDeflate.WindowBits,
                    },
                }
            );

        public byte[] Make(ReadOnlyMemory<byte> payload)
        {
            var sending = _socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            // Nothing to wait for: the stream takes all at once.
            if (!sending.IsCompletedSuccessfully)
                throw new InvalidOperationException("A frame could not be deflated.", sending.AsTask().Exception);
            return _sent.Take();
        }
    }

    /// <summary>Keeps what is written to it.</summary>
    private sealed class KeptStream : Stream
    {
        private byte[] _kept = [];

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public byte[] Take()
        {
            var kept = _kept;
            _kept = [];
            return kept;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override void Write(ReadOnlySpan<byte> buffer) => _kept = _kept.Length == 0 ? buffer.ToArray() : [.. _kept, .. buffer];

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
