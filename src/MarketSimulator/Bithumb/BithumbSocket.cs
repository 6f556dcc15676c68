using System.Text.Json;
using InvestmentAssistant.MarketSimulator.Live;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Bithumb;

/// <summary>
/// Bithumb's public socket: one JSON array subscribes (<c>[{"ticket":..},{"type":"ticker","codes":[..]},{"format":..}]</c>) and replaces
/// what was subscribed before; each market answers with a SNAPSHOT, then each trade with a REALTIME message. The text PING answers UP.
/// </summary>
internal sealed class BithumbSocket(FeedHub hub, CryptoTape tape, MarketScenes scenes, IClock clock)
{
    public void Map(IEndpointRouteBuilder routes) => routes.Map("/bithumb/websocket/v1", async (HttpContext http) =>
        {
            if (!http.WebSockets.IsWebSocketRequest)
            {
                http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
                return;
            }
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            await hub.Serve(socket, OnText, http.RequestAborted);
        });

    /// <summary>Sends the ticker of a market's new trade to all who follow it.</summary>
    public void Publish(CryptoTicker ticker)
    {
        byte[]? full = null,
            simple = null;
        foreach (var socket in hub.Sockets)
            if (socket.Follows(ticker.Market))
                hub.Send(socket, socket.Simple ? simple ??= Frame(ticker, "REALTIME", true) : full ??= Frame(ticker, "REALTIME", false));
    }

    private ValueTask OnText(FeedSocket socket, string text)
    {
        if (text.Trim() == "PING")
            FeedHub.Reply(socket, """{"status":"UP"}""");
        else if (Subscribe(socket, text) is { } error)
            FeedHub.Reply(socket, $$$"""{"error":{"name":"{{{error}}}","message":"{{{error}}}"}}""");
        return ValueTask.CompletedTask;
    }

    /// <summary>Null, or the name of what is wrong.</summary>
    private string? Subscribe(FeedSocket socket, string text)
    {
        List<JsonElement> parts;
        try
        {
            parts = [.. JsonElement.Parse(text).EnumerateArray()];
            if (parts.Any(p => p.ValueKind != JsonValueKind.Object))
                return "WRONG_FORMAT";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "WRONG_FORMAT";
        }
        if (!parts.Any(p => p.TryGetProperty("ticket", out _)))
            return "NO_TICKET";
        var types = parts.Where(p => p.TryGetProperty("type", out _)).ToList();
        if (types.Count == 0)
            return "NO_TYPE";
        socket.Simple = parts.Any(p => p.TryGetProperty("format", out var f) && f.ValueEquals("SIMPLE"));
        socket.LeaveAll();
        foreach (var type in types.Where(t => t.GetProperty("type").ValueEquals("ticker")))
        {
            if (!type.TryGetProperty("codes", out var codes) || codes.ValueKind != JsonValueKind.Array || codes.GetArrayLength() == 0)
                return "NO_CODES";
            var markets = codes
                .EnumerateArray()
                .Where(c => c.ValueKind == JsonValueKind.String)
                .Select(c => c.GetString()!)
                .Where(tape.Knows)
                .ToList();
            if (!Flag(type, "isOnlyRealtime"))
                foreach (var market in markets)
                    if (scenes.Ticker(market, clock.GetCurrentInstant()) is { } ticker)
                        hub.Send(socket, Frame(ticker, "SNAPSHOT", socket.Simple));
            if (!Flag(type, "isOnlySnapshot"))
                foreach (var market in markets)
                    socket.Follow(market);
        }
        return null;
    }

    private static bool Flag(JsonElement type, string name) =>
        type.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private byte[] Frame(CryptoTicker ticker, string streamType, bool simple) =>
        TickerJson.Frame(
            ticker,
            streamType,
            simple,
            scenes.Warning(ticker.Market),
            scenes.IsSuspended(ticker.Market),
            scenes.IsTraded(ticker.Market) ? ticker.TradeMs + 40 : clock.GetCurrentInstant().ToUnixTimeMilliseconds()
        );
}
