using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace InvestmentAssistant.Api.Tests.Clients.Shipped;

/// <summary>A connection whose server is the test: gives what the test says, and keeps what the client sends.</summary>
internal sealed class ScriptedSocket : WebSocket
{
    private readonly Channel<(string? Text, int Code)> _incoming = Channel.CreateUnbounded<(string?, int)>();
    private WebSocketCloseStatus? _status;

    /// <summary>What the client sent.</summary>
    public List<string> Sent { get; } = [];

    public override WebSocketCloseStatus? CloseStatus => _status;

    public override string? CloseStatusDescription => null;

    public override WebSocketState State => WebSocketState.Open;

    public override string? SubProtocol => null;

    /// <summary>Says something; after it the client waits for more.</summary>
    public ScriptedSocket Say(params IEnumerable<string> messages)
    {
        foreach (var message in messages)
            _incoming.Writer.TryWrite((message, 0));
        return this;
    }

    /// <summary>Closes with a code.</summary>
    public ScriptedSocket End(int code)
    {
        _incoming.Writer.TryWrite((null, code));
        return this;
    }

    public override async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var (text, code) = await _incoming.Reader.ReadAsync(cancellationToken);
        if (text is null)
        {
            _status = (WebSocketCloseStatus)code;
            return new(0, WebSocketMessageType.Close, true);
        }
        return new(Encoding.UTF8.GetBytes(text, buffer.Span), WebSocketMessageType.Text, true);
    }

    public override Task SendAsync(
        ArraySegment<byte> buffer,
        WebSocketMessageType messageType,
        bool endOfMessage,
        CancellationToken cancellationToken
    )
    {
        Sent.Add(Encoding.UTF8.GetString(buffer));
        return Task.CompletedTask;
    }

    public override Task CloseOutputAsync(
        WebSocketCloseStatus closeStatus,
        string? statusDescription,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override void Abort() { }

    public override void Dispose() { }
}
