using InvestmentAssistant.MarketSimulator.Bithumb;
using InvestmentAssistant.MarketSimulator.Control;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Live;

/// <summary>Sends a ticker for each trade of a coin over Bithumb's socket, for markets that are traded.</summary>
internal sealed class CryptoTrades(CryptoTape tape, MarketScenes scenes, BithumbSocket socket, Stats stats)
{
    public void Publish(Instant from, Instant to)
    {
        var trades = tape.Trades(from, to);
        if (trades.Count == 0)
            return;
        stats.Trades("bithumb", trades.Count);
        foreach (var (market, at) in trades)
            if (scenes.IsTraded(market) && scenes.Ticker(market, at) is { } ticker)
                socket.Publish(ticker);
    }
}
