using System.Globalization;
using System.Text;

namespace InvestmentAssistant.Bench;

/// <summary>
/// Batches as a feeding replica publishes them: names of real markets, and figures with as many digits as real ones, so that they deflate
/// no better than in production. The same in each run.
/// </summary>
internal static class TickerBatch
{
    private static readonly string[][] Markets = [.. ReadMarkets()];

    /// <summary>The first items of the board as they are at that number; every one has changed since the number before.</summary>
    public static byte[] Of(long seq, int items)
    {
        var json = new StringBuilder();
        json.Append(CultureInfo.InvariantCulture, $$"""{"type":"crypto_update","epoch":"bench","seq":{{seq}},"data":[""");
        for (var i = 0; i < items; i++)
        {
            var (market, random) = (Markets[i], new Random((int)(seq * 1_009 + i)));
            // From 0.01 to 100,000,000 KRW, four digits that count.
            var scale = Power10(new Random(i).Next(-5, 5));
            var price = random.Next(1_000, 9_999) * scale;
            var change = random.Next(-999, 999) * scale;
            var at = 1_760_000_000_000 + seq * 150;
            json.Append(i == 0 ? "" : ",")
                .Append(
                    CultureInfo.InvariantCulture,
                    $$"""{"market":"{{market[0]}}","korean_name":"{{market[1]}}","english_name":"{{market[2]}}","trade_price":{{price}},"change_rate":{{random.Next(-999, 999) / 100m}},"change_price":{{change}},"opening_price":{{price + change}},"high_price":{{price + 2 * scale}},"low_price":{{price - 3 * scale}},"prev_closing_price":{{price - change}},"trade_volume":{{random.Next(1, 1_000_000) / 10_000m}},"acc_trade_price_24h":{{random.NextInt64(1_000_000_000_000, 99_000_000_000_000) / 10_000m}},"volume_24h":{{random.NextInt64(1_000_000_000_000, 99_000_000_000_000) / 100_000_000m}},"acc_trade_volume":600.5,"acc_trade_price":600000,"timestamp":{{at + random.Next(150)}},"trade_timestamp":{{at - random.Next(9_000)}},"source":"bithumb"}"""
                );
        }
        return Encoding.UTF8.GetBytes(json.Append("]}").ToString());
    }

    private static decimal Power10(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
            power = exponent < 0 ? power / 10 : power * 10;
        return power;
    }

    private static IEnumerable<string[]> ReadMarkets()
    {
        using var file = new StreamReader(typeof(TickerBatch).Assembly.GetManifestResourceStream("bithumb-markets.csv")!);
        file.ReadLine();
        while (file.ReadLine() is { } line)
            yield return line.Split(',');
    }
}
