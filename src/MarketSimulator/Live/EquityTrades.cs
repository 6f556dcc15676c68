using InvestmentAssistant.MarketSimulator.Control;
using InvestmentAssistant.MarketSimulator.Finnhub;
using InvestmentAssistant.MarketSimulator.Tape;

namespace InvestmentAssistant.MarketSimulator.Live;

/// <summary>Sends trades of stocks and funds over Finnhub's socket.</summary>
internal sealed class EquityTrades(IEquityTape tape, FinnhubSocket socket, Stats stats)
{
    public void Publish(Instant from, Instant to)
    {
        var trades = tape.Trades(from, to);
        if (trades.Count == 0)
            return;
        stats.Trades("finnhub", trades.Count);
        socket.Publish(trades);
    }

    public void Ping() => socket.Ping();
}
