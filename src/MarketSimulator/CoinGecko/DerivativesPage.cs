using System.Globalization;
using InvestmentAssistant.MarketSimulator.Live;

namespace InvestmentAssistant.MarketSimulator.CoinGecko;

/// <summary>
/// Perpetuals of the larger coins on several markets, and dated futures of the largest; one row in a hundred has no funding rate.
/// </summary>
internal sealed class DerivativesPage(CoinCatalog catalog, CoinPrices prices, IClock clock)
{
    private const int Coins = 150;

    private static readonly (string Name, double Share, double Reach)[] Markets =
    [
        ("Binance (Futures)", 0.34, 1),
        ("Bybit (Futures)", 0.18, 0.95),
        ("OKX (Futures)", 0.12, 0.8),
        ("Bitget Futures", 0.12, 0.9),
        ("Gate (Futures)", 0.08, 0.9),
        ("MEXC (Futures)", 0.06, 0.9),
        ("KuCoin Futures", 0.03, 0.5),
        ("Hyperliquid (Futures)", 0.04, 0.5),
        ("Kraken (Futures)", 0.01, 0.3),
        ("BingX (Futures)", 0.02, 0.6),
        ("Deepcoin (Derivatives)", 0.02, 0.4),
        ("Bitmart Futures", 0.01, 0.4),
    ];

    public Task Answer(HttpContext http)
    {
        var now = clock.GetCurrentInstant();
        return http.Json(json =>
        {
            json.WriteStartArray();
            foreach (
                var coin in catalog.Coins.Where(c =>
                    c.Rank <= Coins && !c.Categories.Contains("Stablecoins") && !c.Categories.Contains("Wrapped-Tokens")
                )
            )
            {
                if (prices.State(coin, now) is not { } state)
                    continue;
                // A coin's mood lasts some hours and is shared by its markets.
                var mood = 0.006 + (0.007 * coin.Dice("mood", (ulong)(now.ToUnixTimeSeconds() / 28_800)).Normal());
                foreach (var market in Markets.Where(m => coin.Rank <= 10 || coin.Dice("futures/" + m.Name).Uniform() < m.Reach))
                {
                    Write(market.Name, $"{coin.Symbol}USDT", market.Share, "perpetual", null);
                    if (coin.Rank <= 2 && market.Share > 0.1)
                        Write(market.Name, $"{coin.Symbol}USDT-QUARTER", market.Share * 0.05, "futures", Quarter(now));
                }

                void Write(string market, string symbol, double share, string type, Instant? expires)
                {
                    var dice = coin.Dice(market + symbol, (ulong)(now.ToUnixTimeSeconds() / 3_600));
                    var basis = (0.03 * dice.Normal()) + (expires is null ? 0 : 1.1);
                    json.WriteStartObject();
                    json.WriteString("market", market);
                    json.WriteString("symbol", symbol);
                    json.WriteString("index_id", coin.Symbol);
                    json.WriteString("price", (state.Price * (1 + (basis / 100))).ToString("0.##########", CultureInfo.InvariantCulture));
                    json.Figure("price_percentage_change_24h", CoinPages.Change(state, 1));
                    json.WriteString("contract_type", type);
                    json.Figure("index", state.Price);
                    json.Figure("basis", basis);
                    json.Figure("spread", 0.01 + (0.02 * dice.Uniform()));
                    // A rate is what one settlement costs: an eighth where it is every hour.
                    json.Figure(
                        "funding_rate",
                        dice.Uniform() < 0.01 ? null
                            : expires is null ? Math.Round((mood + (0.002 * dice.Normal())) / (IsHourly(market) ? 8 : 1), 6)
                            : 0
                    );
                    // The world's open interest is about a fifth of what the coin turns over in a few days.
                    json.Figure("open_interest", state.Volume24H * 1.4 * share * (0.8 + (0.4 * dice.Uniform())));
                    json.Figure("volume_24h", state.Volume24H * 2.5 * share * (0.8 + (0.4 * dice.Uniform())));
                    json.WriteNumber("last_traded_at", now.ToUnixTimeSeconds() - 5 - (long)(60 * dice.Uniform()));
                    json.Whole("expired_at", expires?.ToUnixTimeSeconds());
                    json.WriteEndObject();
                }
            }
            json.WriteEndArray();
        });
    }

    private static bool IsHourly(string market) => market is "Hyperliquid (Futures)" or "Kraken (Futures)";

    /// <summary>The last Friday of the quarter under way, 08:00 UTC; of the next once that has passed.</summary>
    private static Instant Quarter(Instant now)
    {
        for (var month = new YearMonth(now.InUtc().Year, ((now.InUtc().Month - 1) / 3 * 3) + 3); ; month = month.PlusMonths(3))
        {
            var friday = month
                .OnDayOfMonth(month.Calendar.GetDaysInMonth(month.Year, month.Month))
                .With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Friday));
            var expiry = friday.At(new LocalTime(8, 0)).InUtc().ToInstant();
            if (expiry > now)
                return expiry;
        }
    }
}
