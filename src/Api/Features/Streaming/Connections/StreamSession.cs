using System.Globalization;
using InvestmentAssistant.Api.Features.Streaming.Hub;
using InvestmentAssistant.Api.Features.Streaming.Wire;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Streaming.Connections;

/// <summary>Parsed query of a stream.</summary>
internal sealed record StreamQuery(
    HashSet<string>? Filter,
    int Interval,
    bool IsCompact,
    ResumePoint? Resume,
    IReadOnlyList<byte[]> Complaints
)
{
    public static readonly StreamQuery None = new(null, 0, false, null, []);

    /// <summary>The one value of <c>format</c>.</summary>
    public const string Compact = "compact";

    public const int MaxSymbols = 200;
    public const int MaxInterval = 10_000;

    /// <summary>
    /// Reads <c>symbols</c>, <c>interval</c>, <c>format</c>, <c>epoch</c> and <c>since</c>; what cannot be read is complained of and left
    /// out.
    /// </summary>
    public static StreamQuery From(HttpRequest request, TopicHub hub, FrameFormat format)
    {
        var complaints = new List<byte[]>();
        HashSet<string>? filter = null;
        var symbols = request
            .Query["symbols"]
            .ToString()
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (symbols.Length > MaxSymbols)
        {
            complaints.Add(
                ClientCommands.Error(format, "too_many_symbols", $"symbols names {symbols.Length}; the first {MaxSymbols} are served")
            );
            symbols = symbols[..MaxSymbols];
        }
        if (symbols.Length > 0)
        {
            var unknown = new List<string>();
            filter = hub.KeysOf(symbols, unknown);
            if (unknown.Count > 0)
                complaints.Add(ClientCommands.UnknownSymbols(format, unknown));
        }
        var interval = 0;
        if (
            request.Query["interval"].ToString() is { Length: > 0 } text
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out interval) && interval <= MaxInterval)
        )
        {
            complaints.Add(
                ClientCommands.Error(format, "bad_interval", $"interval must be a whole number of milliseconds from 0 to {MaxInterval}")
            );
            interval = 0;
        }
        var wanted = request.Query["format"].ToString();
        var isCompact = string.Equals(wanted, Compact, StringComparison.OrdinalIgnoreCase);
        if (!isCompact && wanted.Length > 0)
            complaints.Add(ClientCommands.Error(format, "bad_format", $"format can only be {Compact}"));
        ResumePoint? resume = null;
        if (
            request.Query["epoch"].ToString() is { Length: > 0 } epoch
            && long.TryParse(request.Query["since"], NumberStyles.None, CultureInfo.InvariantCulture, out var since)
        )
        {
            resume = new ResumePoint(epoch, since);
        }
        else if (
            request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } id
            && id.LastIndexOf(':') is > 0 and var colon
            && long.TryParse(id.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out since)
        )
        {
            resume = new ResumePoint(id[..colon], since);
        }
        return new StreamQuery(filter, interval, isCompact, resume, complaints);
    }
}

/// <summary>Serves one WebSocket from the handshake to its end.</summary>
internal sealed class StreamSession(StreamGate gate, IOptions<StreamOptions> options, ILogger<StreamSession> log)
{
    private readonly StreamOptions _options = options.Value;

    public async Task ServeAsync(HttpContext http, TopicHub hub, Dialect dialect)
    {
        if (!WebSocketUpgrade.IsRequested(http) || !WebSocketUpgrade.IsWellFormed(http))
        {
            await RefusePlainAsync(http);
            return;
        }
        if (!PerMessageDeflate.TryAnswer(http.Request.Headers.SecWebSocketExtensions, out var extensions))
        {
            await Problem.WriteAsync(
                http,
                StatusCodes.Status400BadRequest,
                "Sec-WebSocket-Extensions is not as RFC 6455 section 9.1 says."
            );
            return;
        }
        if (!_options.Deflate)
            extensions = null;
        var (code, reason) = (default(ushort), "");
        var customer = gate.CustomerOf(http);
        var entered = false;
        if (!gate.Admits(http.Request))
            (code, reason) = (CloseCodes.OriginRefused, "origin not allowed");
        else if (gate.IsDraining)
            (code, reason) = (CloseCodes.GoingAway, "going away");
        else if (!(entered = gate.TryEnter(customer)))
        {
            http.CountRefusal("streams");
            (code, reason) = (CloseCodes.TooManyConnections, "too many connections");
        }
        try
        {
            // A browser's script sees no HTTP status of a refused handshake; a close code it does see.
            var (reading, writing) = await WebSocketUpgrade.AcceptAsync(http, _options, extensions);
            var format = FrameFormat.WebSocket with { IsDeflated = extensions is not null };
            using var reader = new FrameReader(reading, _options.MaxMessageBytes, format.IsDeflated);
            await RunAsync(http, hub, dialect, reader, writing, format, (code, reason));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            log.LogDebug("A stream of {Topic} ended: {Reason}", hub.Topic, e.Message);
        }
        finally
        {
            if (entered)
                gate.Leave(customer);
        }
    }

    private async Task RunAsync(
        HttpContext http,
        TopicHub hub,
        Dialect dialect,
        FrameReader reader,
        Outlet writing,
        FrameFormat format,
        (ushort Code, string Reason) refusal
    )
    {
        var query = dialect == Dialect.Changes && refusal.Code == 0 ? StreamQuery.From(http.Request, hub, format) : StreamQuery.None;
        format = format with { IsCompact = query.IsCompact };
        var subscriber = new Subscriber(hub.FramesOf(dialect), writing, format, hub.Counters, http.Abort)
        {
            Filter = query.Filter,
            Interval = query.Interval,
        };
        try
        {
            if (refusal.Code != 0)
            {
                subscriber.Close(refusal.Code, refusal.Reason, _options.CloseGrace);
                subscriber.Start([]);
            }
            else
            {
                hub.Attach(subscriber, dialect, query.Complaints, query.Resume);
            }
            await ReadAsync(subscriber, reader, new ClientCommands(hub, dialect, subscriber, _options));
        }
        finally
        {
            hub.Detach(subscriber);
            await subscriber.SettleAsync(_options.CloseGrace);
        }
    }

    private async Task ReadAsync(Subscriber subscriber, FrameReader reader, ClientCommands commands)
    {
        var messages = new TokenBucket(_options.MessageBurst, _options.MessagesPerSecond);
        while (!subscriber.IsClosing)
        {
            var incoming = await reader.ReadAsync();
            switch (incoming.Kind)
            {
                case IncomingKind.End:
                    return;
                case IncomingKind.Close:
                    subscriber.Close(incoming.Code, "", _options.CloseGrace);
                    await WaitAsync(subscriber.Ended);
                    return;
                case IncomingKind.Fault:
                    subscriber.Close(incoming.Code, incoming.Reason, _options.CloseGrace);
                    break;
                case IncomingKind.Pong:
                    break;
                case IncomingKind.Text or IncomingKind.Ping when !messages.TryTake():
                    subscriber.Close(CloseCodes.TooManyMessages, "too many messages", _options.CloseGrace);
                    break;
                case IncomingKind.Ping:
                    subscriber.Enqueue(Frame.Pong(incoming.Payload.Span));
                    break;
                default:
                    commands.Handle(incoming.Payload);
                    break;
            }
        }
        await LingerAsync(subscriber, reader);
    }

    /// <summary>
    /// After our closing frame: take what still comes until the client ends. To hang up with unread bytes would reset the connection, and
    /// the closing frame would be lost on the way.
    /// </summary>
    private async Task LingerAsync(Subscriber subscriber, FrameReader reader)
    {
        await WaitAsync(subscriber.Ended);
        await WaitAsync(reader.DrainAsync());
    }

    private async Task WaitAsync(Task task)
    {
        try
        {
            await task.WaitAsync(_options.CloseGrace);
        }
        catch (TimeoutException) { }
    }

    private static async Task RefusePlainAsync(HttpContext http)
    {
        http.Response.Headers.Upgrade = "websocket";
        http.Response.Headers.SecWebSocketVersion = "13";
        await Problem.WriteAsync(http, StatusCodes.Status426UpgradeRequired, "This address serves WebSockets (RFC 6455, version 13).");
    }
}
