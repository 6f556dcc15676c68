using System.Buffers;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// Holds an answer in pooled memory until it is whole; past its bound, or once it proves to be an event stream, bytes pass straight on.
/// </summary>
internal sealed class AnswerBuffer(Stream inner, int bound, Func<bool> isStream) : Stream
{
    private const int Least = 16 * 1024;

    // Taken with the first byte: a connection that becomes a WebSocket never writes one here.
    private byte[] _bytes = [];
    private int _count;

    /// <summary>Whether bytes have gone out already, so that no ETag can be given any more.</summary>
    public bool PassedThrough { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!PassedThrough && _count + buffer.Length <= bound && (_count > 0 || !isStream()))
        {
            Append(buffer.Span);
            return ValueTask.CompletedTask;
        }
        return PassAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (PassedThrough)
            inner.Write(buffer);
        else
            Append(buffer);
    }

    public override void Flush()
    {
        if (PassedThrough)
            inner.Flush();
    }

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        // An event stream may flush its headers before its first event.
        if (!PassedThrough && _count == 0 && isStream())
            PassedThrough = true;
        return PassedThrough ? inner.FlushAsync(cancellationToken) : Task.CompletedTask;
    }

    private async ValueTask PassAsync(ReadOnlyMemory<byte> buffer, CancellationToken ct)
    {
        if (!PassedThrough)
        {
            PassedThrough = true;
            if (_count > 0)
                await inner.WriteAsync(Written, ct);
            _count = 0;
        }
        await inner.WriteAsync(buffer, ct);
    }

    private void Append(ReadOnlySpan<byte> more)
    {
        if (_count + more.Length > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(_bytes.Length * 2, _count + more.Length), Least));
            _bytes.AsSpan(0, _count).CopyTo(larger);
            if (_bytes.Length > 0)
                ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
        more.CopyTo(_bytes.AsSpan(_count));
        _count += more.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _count = 0;
        }
        base.Dispose(disposing);
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
