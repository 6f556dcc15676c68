namespace InvestmentAssistant.MarketSimulator.Walk;

/// <summary>Price steps. Each band ends on a multiple of both its steps, so that rounding never turns an order around.</summary>
internal static class TickSize
{
    /// <summary>US stocks: one cent.</summary>
    public static double Cent(double price) => Math.Max(0.01, Math.Round(price, 2));

    /// <summary>BTC markets: one satoshi.</summary>
    public static double Satoshi(double price) => Math.Max(1e-8, Math.Round(price, 8));

    /// <summary>KRW markets: steps that grow with the price, 1,000 KRW from a million up, as Korean exchanges have them.</summary>
    public static double Krw(double price) =>
        price switch
        {
            < 0.0001 => Math.Max(1e-8, Math.Round(price, 8)),
            < 0.001 => Math.Round(price, 7),
            < 0.01 => Math.Round(price, 6),
            < 0.1 => Math.Round(price, 5),
            < 1 => Math.Round(price, 4),
            < 10 => Math.Round(price, 3),
            < 100 => Math.Round(price, 2),
            < 1_000 => Math.Round(price, 1),
            < 5_000 => Math.Round(price),
            < 10_000 => Math.Round(price / 5) * 5,
            < 50_000 => Math.Round(price / 10) * 10,
            < 100_000 => Math.Round(price / 50) * 50,
            < 500_000 => Math.Round(price / 100) * 100,
            < 1_000_000 => Math.Round(price / 500) * 500,
            _ => Math.Round(price / 1_000) * 1_000,
        };
}
