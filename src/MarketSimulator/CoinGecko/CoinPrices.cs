using System.Collections.Concurrent;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.CoinGecko;

/// <summary>A coin's state in USD.</summary>
/// <param name="Volume24H">USD of all venues in 24 hours.</param>
/// <param name="Ago">The price of the given number of days ago, USD; null before the walk began.</param>
internal sealed record CoinState(double Price, double High24H, double Low24H, double Volume24H, Func<int, double?> Ago);

/// <summary>
/// World prices that belong to the simulated exchange's: what a coin costs there in KRW, divided by the KRW price of a USD and by a premium
/// that is a slow wave of its own. So the premium a reader finds is the one that was put in, and a past hour has the same premium whenever
/// it is asked for.
/// </summary>
internal sealed class CoinPrices(CoinCatalog catalog, CryptoTape tape, WalkCatalog walks)
{
    private const long HourMs = 3_600_000;
    private const long DayMs = 24 * HourMs;

    private readonly ConcurrentDictionary<(string Market, long Hour), IReadOnlyDictionary<long, double>> _hours = [];
    private readonly ConcurrentDictionary<(string Id, long Minute), CoinState> _states = [];
    private readonly SimCoin _bitcoin = catalog.Find("bitcoin")!;

    /// <summary>USD for one USDT.</summary>
    public static double UsdtUsd(Instant at) => 1 + Wave("usdt", at, -0.0004, 0.0007);

    /// <summary>KRW for one USD at a bank: the exchange's USDT has a premium against it.</summary>
    public double? UsdKrw(Instant now) =>
        tape.Ticker("KRW-USDT", now) is { } usdt ? usdt.Price / UsdtUsd(now) / (1 + Wave("won", now, 0.009, 0.006)) : null;

    /// <summary>USD for one coin; null when nothing has a price (a replay).</summary>
    public double? Usd(SimCoin coin, Instant now)
    {
        if (coin.IsDead)
            return null;
        if (coin.Market is null)
            return Unlisted(coin, tape.Ticker(_bitcoin.Market!, now) is { } bitcoin ? bitcoin.Price : null);
        return tape.Ticker(coin.Market, now) is { } krw && tape.Ticker("KRW-USDT", now) is { } usdt
            ? World(coin, krw.Price, usdt.Price, now)
            : null;
    }

    /// <summary>As <see cref="Usd"/>, with what a list shows beside the price; the slow figures are a minute's.</summary>
    public CoinState? State(SimCoin coin, Instant now)
    {
        var key = (coin.Id, now.ToUnixTimeMilliseconds() / 60_000);
        if (_states.TryGetValue(key, out var known))
            return known;
        if (Usd(coin, now) is not { } price)
            return null;
        // Minutes long past are not asked for again.
        if (_states.Count > 3_000)
            _states.Clear();
        return _states[key] = Prepare(coin, price, now);
    }

    /// <summary>USD prices at full hours, ascending, and the USD that changed hands in the 24 hours before each.</summary>
    public IReadOnlyList<(Instant At, double Price, double Volume24H)> Hourly(SimCoin coin, int days, Instant now)
    {
        if (coin.IsDead)
            return [];
        var last = now.ToUnixTimeMilliseconds() / HourMs * HourMs;
        var points = new List<(Instant, double, double)>();
        var market = coin.Market ?? _bitcoin.Market!;
        var (krw, usdt) = (Closes(market, days, last, now), Closes("KRW-USDT", days, last, now));
        for (var at = last - (days * DayMs); at <= last; at += HourMs)
        {
            if (!krw.TryGetValue(at, out var price) || !usdt.TryGetValue(at, out var won))
                continue;
            var instant = Instant.FromUnixTimeMilliseconds(at);
            if ((coin.Market is null ? Unlisted(coin, price) : World(coin, price, won, instant)) is { } usd)
                points.Add((instant, usd, Volume(coin, usd) * (1 + Wave(coin.Id + "/volume", instant, 0, 0.3))));
        }
        return points;
    }

    private CoinState Prepare(SimCoin coin, double price, Instant now)
    {
        if ((coin.Market ?? _bitcoin.Market) is not { } market || tape.Ticker(market, now) is not { } ticker)
            return new CoinState(price, price, price, 0, _ => null);
        // Days are compared in KRW: the dollar moves little beside the coins.
        var days = tape.Days(market, 32, now.ToUnixTimeMilliseconds() + 1, now);
        return new CoinState(
            price,
            price * ticker.High / ticker.Price,
            price * ticker.Low / ticker.Price,
            Volume(coin, price) * (1 + Wave(coin.Id + "/volume", now, 0, 0.3)),
            ago => ago < days.Count ? price * days[ago].Day.Close / ticker.Price : null
        );
    }

    /// <summary>USDT itself is worth what it is worth everywhere.</summary>
    private static double World(SimCoin coin, double krw, double krwOfUsdt, Instant at) =>
        coin.Symbol == "USDT"
            ? UsdtUsd(at)
            : krw / krwOfUsdt * UsdtUsd(at) / (1 + Wave(coin.Id, at, 0.001, coin.Rank <= 20 ? 0.003 : 0.008));

    /// <summary>A coin that the exchange does not list follows bitcoin with half its swing; a dollar stays one.</summary>
    private double? Unlisted(SimCoin coin, double? bitcoinKrw) =>
        bitcoinKrw is not { } krw ? null
        : coin.Categories.Contains("Stablecoins") ? coin.LevelUsd
        : coin.LevelUsd
            * Math.Pow(krw / walks.Crypto[_bitcoin.Market!].Spec.Level, coin.Id.StartsWith("wrapped-", StringComparison.Ordinal) ? 1 : 0.5);

    /// <summary>
    /// The world trades ten to forty times what the exchange does; a coin that is not listed turns over a part of its value.
    /// </summary>
    private double Volume(SimCoin coin, double price) =>
        coin.Market is { } market
            ? walks.Crypto[market].Spec.DailyVolume * price * (10 + (30 * coin.Dice("turnover").Uniform()))
            : coin.Circulating * price * (0.01 + (0.04 * coin.Dice("turnover").Uniform())) ?? 1_000;

    /// <summary>Closes at full hours, by the hour's end; one series a market and hour is kept.</summary>
    private IReadOnlyDictionary<long, double> Closes(string market, int days, long last, Instant now)
    {
        if (market is not ("KRW-USDT" or "KRW-BTC"))
            return Read();
        if (_hours.Count > 8)
            _hours.Clear();
        return _hours.GetOrAdd((market, (last / HourMs * 1_000) + days), _ => Read());

        Dictionary<long, double> Read() =>
            tape.Minutes(market, 60, (days * 24) + 2, last, now).ToDictionary(c => c.StartMs + HourMs, c => c.Close);
    }

    /// <summary>
    /// A smooth wave of several days and hours around a middle: seeded, without state, at most <paramref name="swing"/> away from it.
    /// </summary>
    private static double Wave(string name, Instant at, double middle, double swing)
    {
        var dice = new Dice(Dice.Mix(Dice.Seed("wave"), Dice.Seed(name)));
        var days = at.ToUnixTimeMilliseconds() / (double)DayMs;
        double Swing(double period) => Math.Sin(2 * Math.PI * ((days / period) + dice.Uniform()));
        return middle + (swing * ((0.5 * Swing(17)) + (0.3 * Swing(3.1)) + (0.2 * Swing(0.17))));
    }
}
