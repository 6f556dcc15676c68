using System.Text.Json;
using InvestmentAssistant.MarketSimulator.Live;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Tape;

namespace InvestmentAssistant.MarketSimulator.Finnhub;

/// <summary>
/// Finnhub's trade socket: <c>{"type":"subscribe","symbol":..}</c>, then frames of one or more trades. What is wrong comes back as a frame
/// of type error; the socket stays open.
/// </summary>
internal sealed class FinnhubSocket(FeedHub hub, Listings listings, FinnhubKeys keys, SimulatorOptions options)
{
    /// <summary>Trades in one frame at most; the real frames are about as long in busy seconds.</summary>
    private const int MaxBatch = 25;

    private readonly HashSet<string> _known = [.. listings.Companies.Select(c => c.Symbol), .. listings.Funds.Select(f => f.Symbol)];

    public void Map(IEndpointRouteBuilder routes) => routes.Map("/finnhub/ws", async (HttpContext http) =>
        {
            if (!keys.Accepts(http.Request))
            {
                await FinnhubRest.Error(http, 401, "Invalid API key");
                return;
            }
            if (!http.WebSockets.IsWebSocketRequest)
            {
                http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
                return;
            }
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            await hub.Serve(socket, OnText, http.RequestAborted);
        });

    /// <summary>Sends trades to all who follow their symbols, batched, in their order.</summary>
    public void Publish(IReadOnlyList<TapeTrade> trades)
    {
        foreach (var socket in hub.Sockets)
        {
            if (socket.SymbolCount == 0)
                continue;
            foreach (var batch in trades.Where(t => socket.Follows(t.Symbol)).Chunk(MaxBatch))
                hub.Send(socket, Frame(batch));
        }
    }

    /// <summary>The ping message the server sends now and then.</summary>
    public void Ping()
    {
        foreach (var socket in hub.Sockets)
            FeedHub.Reply(socket, """{"type":"ping"}""");
    }

    public static byte[] Frame(IReadOnlyList<TapeTrade> trades) =>
        JsonReply.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("data");
            foreach (var trade in trades)
            {
                json.WriteStartObject();
                if (trade.Conditions is { } conditions)
                {
                    json.WriteStartArray("c");
                    foreach (var condition in conditions)
                        json.WriteStringValue(condition);
                    json.WriteEndArray();
                }
                else
                    json.WriteNull("c");
                json.WriteNumber("p", trade.Price);
                json.WriteString("s", trade.Symbol);
                json.WriteNumber("t", trade.At.ToUnixTimeMilliseconds());
                json.WriteNumber("v", trade.Volume);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("type", "trade");
            json.WriteEndObject();
        });

    private ValueTask OnText(FeedSocket socket, string text)
    {
        if (Handle(socket, text) is { } error)
            FeedHub.Reply(socket, $$"""{"msg":{{JsonSerializer.Serialize(error)}},"type":"error"}""");
        return ValueTask.CompletedTask;
    }

    /// <summary>Null, or the error to send back.</summary>
    private string? Handle(FeedSocket socket, string text)
    {
        string? type,
            symbol;
        try
        {
            var message = JsonElement.Parse(text);
            type = message.GetProperty("type").GetString();
            symbol = message.TryGetProperty("symbol", out var s) ? s.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return "Invalid message";
        }
        switch (type)
        {
            case "subscribe" when symbol is not null && _known.Contains(symbol):
                if (options.FinnhubMaxSymbols > 0 && socket.SymbolCount >= options.FinnhubMaxSymbols && !socket.Follows(symbol))
                    return "Subscribing to too many symbols";
                socket.Follow(symbol);
                return null;
            case "subscribe":
                return $"Invalid symbol {symbol}";
            case "unsubscribe":
                socket.Leave(symbol ?? "");
                return null;
            case "ping":
                FeedHub.Reply(socket, """{"type":"pong"}""");
                return null;
            default:
                return "Invalid message";
        }
    }
}
