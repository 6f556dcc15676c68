using InvestmentAssistant.MarketSimulator.Walk;
using NodaTime;

namespace InvestmentAssistant.MarketSimulator.CoinGecko;

/// <summary>One row of a coin's tickers.</summary>
/// <param name="Last">In the target currency.</param>
/// <param name="Volume">Coins in 24 hours.</param>
/// <param name="Spread">Between bid and ask, percent.</param>
internal sealed record VenueTicker(
    string Name, string Identifier, string Target, double Last, double Usd, double Volume, double Spread, Instant At, bool IsAnomaly, bool IsStale);

/// <summary>
/// The venues a coin trades on. Now and then one of them falls hours behind (flagged stale), is flagged as an anomaly, or is simply far off without any flag: for ten
/// minutes at a time, a different one each time.
/// </summary>
internal sealed class CoinVenues(CoinPrices prices, CryptoTape tape)
{
    private sealed record Venue(string Name, string Identifier, string Target, double Share, double Spread, double Reach);

    /// <summary>Reach: the part of all coins that it lists, largest first.</summary>
    private static readonly Venue[] World =
    [
        new("Binance", "binance", "USDT", 0.34, 0.011, 0.7), new("Bybit", "bybit_spot", "USDT", 0.11, 0.014, 0.75), new("OKX", "okex", "USDT", 0.1, 0.013, 0.6),
        new("Bitget", "bitget", "USDT", 0.07, 0.02, 0.85), new("Gate", "gate", "USDT", 0.07, 0.03, 1), new("MEXC", "mxc", "USDT", 0.06, 0.03, 1),
        new("Coinbase Exchange", "gdax", "USD", 0.08, 0.01, 0.35), new("Kraken", "kraken", "USD", 0.03, 0.02, 0.4), new("Kraken", "kraken", "USDT", 0.01, 0.04, 0.2),
        new("HTX", "huobi", "USDT", 0.04, 0.02, 0.5), new("KuCoin", "kucoin", "USDT", 0.04, 0.03, 0.8), new("Crypto.com Exchange", "crypto_com", "USD", 0.03, 0.03, 0.4),
        new("Bitstamp by Robinhood", "bitstamp", "USD", 0.01, 0.05, 0.15), new("Bitfinex", "bitfinex", "USD", 0.01, 0.04, 0.2),
        new("Bitvavo", "bitvavo", "EUR", 0.01, 0.06, 0.3),
    ];

    private static readonly Venue[] Dollars =
    [
        new("Kraken", "kraken", "USD", 0.4, 0.01, 1), new("Coinbase Exchange", "gdax", "USD", 0.3, 0.01, 1), new("Crypto.com Exchange", "crypto_com", "USD", 0.15, 0.01, 1),
        new("Bitstamp by Robinhood", "bitstamp", "USD", 0.1, 0.01, 1), new("Bitfinex", "bitfinex", "USD", 0.05, 0.02, 1),
    ];

    /// <summary>Euro for a dollar; no price of ours depends on it.</summary>
    private const double EurUsd = 1.09;

    /// <summary>By volume, largest first. None while nothing has a price.</summary>
    public IReadOnlyList<VenueTicker> Of(SimCoin coin, Instant now)
    {
        if (prices.Usd(coin, now) is not { } usd || prices.UsdKrw(now) is not { } krw) return [];
        var total = (prices.State(coin, now)?.Volume24H ?? 0) / usd;
        var tickers = new List<VenueTicker>();
        foreach (var venue in coin.Symbol is "USDT" or "USDC" ? Dollars : World)
        {
            if (coin.Rank > 30 && coin.Dice("lists/" + venue.Identifier + venue.Target).Uniform() > venue.Reach) continue;
            var perTarget = venue.Target switch { "USDT" => CoinPrices.UsdtUsd(now), "EUR" => EurUsd, _ => 1 };
            tickers.Add(Quote(coin, venue, usd, perTarget, total * venue.Share, now));
        }
        AddKorean(coin, tickers, usd, krw, now);
        return [.. tickers.OrderByDescending(t => t.Volume)];
    }

    private static VenueTicker Quote(SimCoin coin, Venue venue, double usd, double perTarget, double volume, Instant now)
    {
        var seconds = now.ToUnixTimeSeconds();
        var name = $"{venue.Identifier}/{venue.Target}";
        var minute = coin.Dice(name, (ulong)(seconds / 60));
        var price = usd * (1 + (minute.Normal() * (coin.Rank <= 30 ? 0.0002 : 0.0008)));
        var age = 3 + (40 * minute.Uniform());
        // What is wrong with it in these ten minutes; the largest venue of a coin is always well.
        var fate = venue.Share >= 0.3 ? 1 : coin.Dice("fate/" + name, (ulong)(seconds / 600)).Uniform();
        var (stale, anomaly) = (fate < 0.03, fate is >= 0.03 and < 0.045);
        if (stale) (price, age) = (price * (0.97 + (0.02 * minute.Uniform())), 3 * 3600);
        else if (anomaly) price *= 1.14;
        else if (fate < 0.06) price *= 0.92; // off, and nobody has noticed yet
        return new VenueTicker(
            venue.Name, venue.Identifier, venue.Target, price / perTarget, price, volume * (0.9 + (0.2 * minute.Uniform())), venue.Spread * (coin.Rank <= 30 ? 1 : 6),
            now - Duration.FromSeconds(Math.Round(age)), anomaly, stale);
    }

    /// <summary>The exchange itself, and for two coins in three the larger one of its country, a hair away.</summary>
    private void AddKorean(SimCoin coin, List<VenueTicker> tickers, double usd, double krw, Instant now)
    {
        if (coin.Market is null || tape.Ticker(coin.Market, now) is not { } ticker) return;
        var at = now - Duration.FromSeconds(20);
        tickers.Add(new VenueTicker("Bithumb", "bithumb", "KRW", ticker.Price, ticker.Price / krw, ticker.Volume24H, coin.Rank <= 30 ? 0.05 : 0.3, at, false, false));
        if (coin.Rank > 30 && coin.Dice("lists/upbit").Uniform() > 0.66) return;
        var price = ticker.Price * (1 + (coin.Dice("upbit", (ulong)(now.ToUnixTimeSeconds() / 60)).Normal() * 0.0006));
        tickers.Add(new VenueTicker("Upbit", "upbit", "KRW", price, price / krw, ticker.Volume24H * 3.2, coin.Rank <= 30 ? 0.03 : 0.2, at, false, false));
        if (coin.Symbol is "ETH" or "XRP")
            tickers.Add(new VenueTicker("Upbit", "upbit", "BTC", usd / 100_000, usd, ticker.Volume24H * 0.002, 0.4, at, false, false));
    }
}
