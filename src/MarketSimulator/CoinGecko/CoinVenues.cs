using System.Collections.Concurrent;
using InvestmentAssistant.MarketSimulator.Bithumb;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.CoinGecko;

/// <summary>One row of a coin's tickers.</summary>
/// <param name="Last">In the target currency.</param>
/// <param name="Volume">Coins in 24 hours.</param>
/// <param name="Spread">Between bid and ask, percent.</param>
/// <param name="At">Time of the last trade.</param>
/// <param name="TrustScore">green, yellow or red; null where the provider gives none.</param>
internal sealed record VenueTicker(
    string Name,
    string Identifier,
    string Target,
    double Last,
    double Usd,
    double Volume,
    double Spread,
    Instant At,
    bool IsAnomaly,
    bool IsStale,
    string? TrustScore = null
);

/// <summary>How a venue tells of a coin.</summary>
/// <param name="Coin">CoinGecko's id.</param>
/// <param name="Venue">The exchange's id: gate.</param>
/// <param name="MinutesOld">Added to the age of its last trade.</param>
/// <param name="TrustScore">green, yellow or red.</param>
public sealed record VenueScene(
    string Coin,
    string Venue,
    double PriceFactor = 1,
    double VolumeFactor = 1,
    int MinutesOld = 0,
    bool IsStale = false,
    bool IsAnomaly = false,
    string? TrustScore = null
);

/// <summary>
/// The venues a coin trades on. Now and then one of them falls hours behind (flagged stale), is flagged as an anomaly, is simply far off
/// without any flag, has not traded for hours though it is fetched every minute, or is rated red: for ten minutes at a time, a different
/// one each time. Any can be played over
/// <c>/control/venue</c>.
/// </summary>
internal sealed class CoinVenues(CoinPrices prices, CryptoTape tape, MarketScenes scenes)
{
    private readonly ConcurrentDictionary<(string Coin, string Venue), VenueScene> _played = [];

    public void Play(VenueScene scene) => _played[(scene.Coin, scene.Venue)] = scene;

    private sealed record Venue(string Name, string Identifier, string Target, double Share, double Spread, double Reach);

    /// <summary>Reach: the part of all coins that it lists, largest first.</summary>
    private static readonly Venue[] World =
    [
        new("Binance", "binance", "USDT", 0.34, 0.011, 0.7),
        new("Bybit", "bybit_spot", "USDT", 0.11, 0.014, 0.75),
        new("OKX", "okex", "USDT", 0.1, 0.013, 0.6),
        new("Bitget", "bitget", "USDT", 0.07, 0.02, 0.85),
        new("Gate", "gate", "USDT", 0.07, 0.03, 1),
        new("MEXC", "mxc", "USDT", 0.06, 0.03, 1),
        new("Coinbase Exchange", "gdax", "USD", 0.08, 0.01, 0.35),
        new("Kraken", "kraken", "USD", 0.03, 0.02, 0.4),
        new("Kraken", "kraken", "USDT", 0.01, 0.04, 0.2),
        new("HTX", "huobi", "USDT", 0.04, 0.02, 0.5),
        new("KuCoin", "kucoin", "USDT", 0.04, 0.03, 0.8),
        new("Crypto.com Exchange", "crypto_com", "USD", 0.03, 0.03, 0.4),
        new("Bitstamp by Robinhood", "bitstamp", "USD", 0.01, 0.05, 0.15),
        new("Bitfinex", "bitfinex", "USD", 0.01, 0.04, 0.2),
        new("Bitvavo", "bitvavo", "EUR", 0.01, 0.06, 0.3),
    ];

    private static readonly Venue[] Dollars =
    [
        new("Kraken", "kraken", "USD", 0.4, 0.01, 1),
        new("Coinbase Exchange", "gdax", "USD", 0.3, 0.01, 1),
        new("Crypto.com Exchange", "crypto_com", "USD", 0.15, 0.01, 1),
        new("Bitstamp by Robinhood", "bitstamp", "USD", 0.1, 0.01, 1),
        new("Bitfinex", "bitfinex", "USD", 0.05, 0.02, 1),
    ];

    /// <summary>Euro for a dollar; no price of ours depends on it.</summary>
    private const double EurUsd = 1.09;

    /// <summary>By volume, largest first. None while nothing has a price.</summary>
    public IReadOnlyList<VenueTicker> Of(SimCoin coin, Instant now)
    {
        if (prices.Usd(coin, now) is not { } usd || prices.UsdKrw(now) is not { } krw)
            return [];
        var total = (prices.State(coin, now)?.Volume24H ?? 0) / usd;
        var tickers = new List<VenueTicker>();
        foreach (var venue in coin.Symbol is "USDT" or "USDC" ? Dollars : World)
        {
            if (coin.Rank > 30 && coin.Dice("lists/" + venue.Identifier + venue.Target).Uniform() > venue.Reach)
                continue;
            var perTarget = venue.Target switch
            {
                "USDT" => CoinPrices.UsdtUsd(now),
                "EUR" => EurUsd,
                _ => 1,
            };
            tickers.Add(Played(coin, Quote(coin, venue, usd, perTarget, total * venue.Share, now)));
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
        if (stale)
            (price, age) = (price * (0.97 + (0.02 * minute.Uniform())), 3 * 3600);
        else if (anomaly)
            price *= 1.14;
        else if (fate < 0.06)
            price *= 0.92; // off, and not flagged yet
        else if (fate < 0.07)
            (price, age) = (price * 1.2, 5 * 3600); // no trade for hours, and no flag
        return new VenueTicker(
            venue.Name,
            venue.Identifier,
            venue.Target,
            price / perTarget,
            price,
            volume * (0.9 + (0.2 * minute.Uniform())),
            venue.Spread * (coin.Rank <= 30 ? 1 : 6),
            now - Duration.FromSeconds(Math.Round(age)),
            anomaly,
            stale,
            fate is >= 0.07 and < 0.08 ? "red" : null
        );
    }

    private VenueTicker Played(SimCoin coin, VenueTicker ticker) =>
        !_played.TryGetValue((coin.Id, ticker.Identifier), out var scene)
            ? ticker
            : ticker with
            {
                Last = ticker.Last * scene.PriceFactor,
                Usd = ticker.Usd * scene.PriceFactor,
                Volume = ticker.Volume * scene.VolumeFactor,
                At = ticker.At - Duration.FromMinutes(scene.MinutesOld),
                IsStale = scene.IsStale,
                IsAnomaly = scene.IsAnomaly,
                TrustScore = scene.TrustScore,
            };

    /// <summary>The exchange itself, and for two coins in three the larger one of its country, with a slightly different price.</summary>
    private void AddKorean(SimCoin coin, List<VenueTicker> tickers, double usd, double krw, Instant now)
    {
        if (coin.Market is null || scenes.Ticker(coin.Market, now) is not { } own || tape.Ticker(coin.Market, now) is not { } ticker)
            return;
        var at = now - Duration.FromSeconds(20);
        var isTraded = scenes.IsTraded(coin.Market);
        tickers.Add(
            new VenueTicker(
                "Bithumb",
                "bithumb",
                "KRW",
                own.Price,
                own.Price / krw,
                own.Volume24H,
                coin.Rank <= 30 ? 0.05 : 0.3,
                isTraded ? at : Instant.FromUnixTimeMilliseconds(own.TradeMs),
                false,
                !isTraded
            )
        );
        if (coin.Rank > 30 && coin.Dice("lists/upbit").Uniform() > 0.66)
            return;
        var price = ticker.Price * (1 + (coin.Dice("upbit", (ulong)(now.ToUnixTimeSeconds() / 60)).Normal() * 0.0006));
        tickers.Add(
            new VenueTicker(
                "Upbit",
                "upbit",
                "KRW",
                price,
                price / krw,
                ticker.Volume24H * 3.2,
                coin.Rank <= 30 ? 0.03 : 0.2,
                at,
                false,
                false
            )
        );
        if (coin.Symbol is "ETH" or "XRP")
            tickers.Add(new VenueTicker("Upbit", "upbit", "BTC", usd / 100_000, usd, ticker.Volume24H * 0.002, 0.4, at, false, false));
    }
}
