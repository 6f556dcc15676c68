using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// A WebSocket to a provider, read message by message, text and binary alike (both carry UTF-8 JSON). Pings every 30 s and gives up on a
/// peer that does not answer; a peer that answers pings and sends nothing is given up after the silence limit.
/// </summary>
public sealed class ProviderSocket : IAsyncDisposable
{
    /// <summary>A larger message ends the connection: no provider sends one.</summary>
    private const int MaxMessageBytes = 4 * 1024 * 1024;

    private readonly ClientWebSocket _socket;
    private readonly SemaphoreSlim _sending = new(1, 1);

    private ProviderSocket(ClientWebSocket socket) => _socket = socket;

    /// <summary>Connects within ten seconds.</summary>
    /// <exception cref="WebSocketException">Refused, or not a WebSocket.</exception>
    /// <exception cref="TimeoutException">No answer in time.</exception>
    public static async Task<ProviderSocket> ConnectAsync(Uri address, CancellationToken ct)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(30);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            await socket.ConnectAsync(address, limit.Token);
            return new ProviderSocket(socket);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException("the provider's socket did not open within 10 s");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends one text frame.</summary>
    public async Task SendAsync(string text, CancellationToken ct)
    {
        await _sending.WaitAsync(ct);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, ct);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Whole messages until the peer closes. Each is valid until the next is asked for.</summary>
    /// <exception cref="TimeoutException">Nothing came for <paramref name="silence"/>.</exception>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(TimeSpan silence, [EnumeratorCancellation] CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        using var watchdog = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            var length = 0;
            while (true)
            {
                watchdog.CancelAfter(silence);
                ValueWebSocketReceiveResult part;
                try
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(length), watchdog.Token);
                }
                catch (OperationCanceledException) when (!ct.IsCancellationRequested)
                {
                    throw new TimeoutException($"the provider's socket said nothing for {silence.TotalSeconds:0} s");
                }
                if (part.MessageType == WebSocketMessageType.Close)
                    yield break;
                length += part.Count;
                if (part.EndOfMessage)
                {
                    yield return buffer.AsMemory(0, length);
                    length = 0;
                }
                else if (length == buffer.Length)
                {
                    if (length >= MaxMessageBytes)
                        throw new WebSocketException($"a message of more than {MaxMessageBytes} bytes");
                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_socket.State == WebSocketState.Open)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            try
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or InvalidOperationException)
            {
                // The peer is gone already; no closing handshake is possible.
            }
        }
        _socket.Dispose();
        _sending.Dispose();
    }
}
