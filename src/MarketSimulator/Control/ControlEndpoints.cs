using System.Text;
using InvestmentAssistant.MarketSimulator.Bithumb;
using InvestmentAssistant.MarketSimulator.Finnhub;
using InvestmentAssistant.MarketSimulator.Live;
using InvestmentAssistant.MarketSimulator.Tape;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Control;

/// <summary>A trade to send now. Crypto markets (KRW-...) become a ticker message, all else a Finnhub trade.</summary>
/// <param name="T">Unix ms; the market's clock when missing.</param>
/// <param name="C">Finnhub trade conditions.</param>
public sealed record ControlTrade(string Symbol, decimal Price, decimal Volume = 1, long? T = null, IReadOnlyList<string>? C = null);

/// <summary>A frame to send to every open socket of a provider, exactly as it stands.</summary>
public sealed record ControlFrame(string Provider, string Text, bool Binary = false);

/// <summary>Faults, statistics, and trades by hand, for tests and for people who want to see what happens.</summary>
internal sealed class ControlEndpoints(
    FaultBoard faults,
    Stats stats,
    FeedHubs hubs,
    BithumbSocket bithumb,
    FinnhubSocket finnhub,
    CryptoTape crypto,
    IClock clock
)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/control/faults", () => faults.Active());
        routes.MapPost("/control/faults", AddFault);
        routes.MapDelete("/control/faults", (int? id) =>
        {
            faults.Clear(id);
            return faults.Active();
        });
        routes.MapGet("/control/stats", () => new
            {
                requests = stats.Requests,
                frames_sent = stats.Frames,
                trades_made = stats.TradesMade,
                faults_struck = faults.Struck(),
                sockets = hubs.All.ToDictionary(h => h.Provider, h => h.Sockets.Count),
                subscriptions = hubs.All.ToDictionary(h => h.Provider, h => h.Sockets.Sum(s => s.SymbolCount)),
                now = clock.GetCurrentInstant().ToString(),
            });
        routes.MapPost("/control/trade", (ControlTrade trade) => Send([trade]));
        routes.MapPost("/control/trades", (IReadOnlyList<ControlTrade> trades) => Send(trades));
        routes.MapPost("/control/frame", SendFrame);
    }

    private IResult AddFault(FaultRequest request)
    {
        if (!FaultBoard.Kinds.Contains(request.Kind))
            return Results.Problem($"kind is one of {string.Join(", ", FaultBoard.Kinds)}", statusCode: 400);
        if (request.Provider != "*" && !FaultBoard.Providers.Contains(request.Provider))
            return Results.Problem($"provider is {string.Join(", ", FaultBoard.Providers)} or *", statusCode: 400);
        if (request.Kind != "drop")
            return Results.Json(faults.Add(request));
        // Cuts what is open now; with a count or a time also what is opened next.
        var dropped = hubs.All.Where(h => request.Provider == "*" || h.Provider == request.Provider).Sum(h => h.DropAll());
        if (request.ForMs is not null || request.Count > 1)
            faults.Add(request with { Count = request.Count - 1 });
        return Results.Json(new { dropped });
    }

    /// <summary>All trades of one call leave in one frame; the walk and its candles know nothing of them.</summary>
    private IResult Send(IReadOnlyList<ControlTrade> trades)
    {
        var now = clock.GetCurrentInstant();
        foreach (var trade in trades.Where(t => crypto.Knows(t.Symbol)))
        {
            var at = trade.T is { } ms ? Instant.FromUnixTimeMilliseconds(ms) : now;
            var price = (double)trade.Price;
            if (crypto.Ticker(trade.Symbol, now) is { } state)
                bithumb.Publish(
                    state with
                    {
                        Price = price,
                        High = Math.Max(state.High, price),
                        Low = Math.Min(state.Low, price),
                        TradeVolume = (double)trade.Volume,
                        TradeMs = at.ToUnixTimeMilliseconds(),
                    }
                );
        }
        finnhub.Publish([
            .. trades
                .Where(t => !crypto.Knows(t.Symbol))
                .Select(t => new TapeTrade(t.Symbol, t.T is { } ms ? Instant.FromUnixTimeMilliseconds(ms) : now, t.Price, t.Volume, t.C)),
        ]);
        return Results.Json(new { receivers = trades.Sum(t => hubs.All.Sum(h => h.Sockets.Count(s => s.Follows(t.Symbol)))) });
    }

    private IResult SendFrame(ControlFrame frame)
    {
        var sockets = hubs.All.Where(h => h.Provider == frame.Provider).SelectMany(h => h.Sockets).ToList();
        foreach (var socket in sockets)
            socket.Queue(Encoding.UTF8.GetBytes(frame.Text), frame.Binary);
        return Results.Json(new { receivers = sockets.Count });
    }
}

/// <summary>The sockets of both live providers.</summary>
public sealed class FeedHubs(FaultBoard faults, Stats stats, SimulatorOptions options)
{
    public FeedHub Bithumb { get; } = new("bithumb", faults, stats, options.BithumbFrames);
    public FeedHub Finnhub { get; } = new("finnhub", faults, stats, FrameKind.Text);
    public IEnumerable<FeedHub> All => [Bithumb, Finnhub];
}
