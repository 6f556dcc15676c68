using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Finnhub;

/// <summary>Turns the provider's candle columns into bars, USD and shares.</summary>
public static class FinnhubBars
{
    /// <summary>Intraday bars; rows with a missing or contradictory price are counted and left out.</summary>
    public static (IReadOnlyList<Bar> Bars, int Dropped) Intraday(string symbol, FinnhubCandles candles)
    {
        var bars = new List<Bar>();
        var dropped = 0;
        foreach (var row in Rows(candles))
        {
            if (row is { } r)
                bars.Add(new Bar(symbol, Instant.FromUnixTimeSeconds(r.Time), r.Open, r.High, r.Low, r.Close, r.Volume));
            else
                Drop(ref dropped);
        }
        return (bars, dropped);
    }

    /// <summary>
    /// Official day bars, as traded, ascending. The provider may give a day as midnight in New York or in UTC: its UTC date is the trading
    /// day either way. Days without a session are left out and counted. Some plans adjust days before a split and some do not: where a
    /// known split lies inside the series, the step between its two sides shows whether prices are adjusted, and adjusted ones are
    /// converted back.
    /// </summary>
    public static (IReadOnlyList<DayBar> Bars, int Dropped) Daily(
        string symbol,
        FinnhubCandles candles,
        MarketCalendar calendar,
        SplitTable splits
    )
    {
        var bars = new SortedDictionary<LocalDate, DayBar>();
        var dropped = 0;
        foreach (var row in Rows(candles))
        {
            if (
                row is { } r
                && Instant.FromUnixTimeSeconds(r.Time).InUtc().Date is var date
                && MarketCalendar.Covers(date)
                && calendar.SessionOn(date) is not null
            )
                bars[date] = new DayBar(symbol, date, r.Open, r.High, r.Low, r.Close, r.Volume, IsOfficial: true);
            else
                Drop(ref dropped);
        }
        return (AsTraded([.. bars.Values], splits.Of(symbol)), dropped);
    }

    private static void Drop(ref int dropped)
    {
        dropped++;
        DroppedRows.Because("bars whose prices or days cannot be true");
    }

    private static DayBar[] AsTraded(DayBar[] bars, IReadOnlyList<Split> splits)
    {
        foreach (var split in splits.OrderByDescending(s => s.Date))
        {
            var first = Array.FindIndex(bars, b => b.Date >= split.Date);
            if (first <= 0)
                continue;
            var step = Math.Log((double)(bars[first - 1].Close / bars[first].Open));
            if (Math.Abs(step - Math.Log((double)split.Ratio)) < Math.Abs(step))
                continue; // the step is there: prices are as traded
            for (var i = 0; i < first; i++)
            {
                var b = bars[i];
                bars[i] = b with
                {
                    Open = b.Open * split.Ratio,
                    High = b.High * split.Ratio,
                    Low = b.Low * split.Ratio,
                    Close = b.Close * split.Ratio,
                    Volume = Math.Round(b.Volume / split.Ratio, 0),
                };
            }
        }
        return bars;
    }

    private readonly record struct Row(long Time, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume);

    private static IEnumerable<Row?> Rows(FinnhubCandles c)
    {
        for (var i = 0; i < (c.Time?.Count ?? 0); i++)
        {
            yield return Plausible.Price(At(c.Open, i)) is { } o
            && Plausible.Price(At(c.High, i)) is { } h
            && Plausible.Price(At(c.Low, i)) is { } l
            && Plausible.Price(At(c.Close, i)) is { } p
            && Plausible.Amount(At(c.Volume, i)) is { } v
            && l <= Math.Min(o, p)
            && h >= Math.Max(o, p)
            && Plausible.Seconds(c.Time![i]) is { } at
                ? new Row(at.ToUnixTimeSeconds(), o, h, l, p, v)
                : null;
        }
    }

    private static decimal? At(IReadOnlyList<decimal?>? column, int i) => column is not null && i < column.Count ? column[i] : null;
}
