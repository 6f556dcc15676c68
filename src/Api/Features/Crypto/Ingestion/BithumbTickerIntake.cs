using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Ingestion.Feeds;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Crypto.Ingestion;

/// <summary>
/// Takes the exchange's tickers, of the socket and of REST alike, into the state of the markets and the trades to be stored.
/// </summary>
internal sealed class BithumbTickerIntake(FeedContext feed, MarketClock clock)
{
    /// <summary>The latest state of every market.</summary>
    public CryptoState State { get; } = new();

    /// <summary>Trades that are not stored yet.</summary>
    public TradeBuffer Trades { get; } = new();

    public void Take(BithumbFrame frame)
    {
        if (frame.Error is { } error)
            feed.Log.LogWarning("{Feed}: the exchange says {Error}", feed.Name, error);
        var dropped = frame.Dropped;
        var now = clock.Now;
        Instant? newest = null;
        // A time far ahead is garbage that would shut out every true ticker after it.
        var latest = Instant.Max(now, Instant.FromDateTimeOffset(clock.Time.GetUtcNow())) + Plausible.MarketAhead;
        foreach (var ticker in frame.Tickers)
        {
            var taken = BithumbTickers.ToQuote(ticker) is { } quote && quote.EventAt < latest ? State.Apply(quote) : Taken.Unlisted;
            if (taken == Taken.Unlisted)
            {
                dropped++;
                continue;
            }
            if (taken == Taken.Newer)
            {
                var at = Instant.FromUnixTimeMilliseconds(ticker.Timestamp!.Value);
                feed.Health.Event(at);
                newest = newest > at ? newest : at;
            }
            // One that comes late is a trade all the same; the store drops those it has.
            if (taken != Taken.Known && BithumbTickers.ToTrade(ticker) is { } trade)
                Trades.Add(trade);
        }
        feed.Health.Arrived(newest, now);
        feed.CountDropped(dropped);
    }
}
