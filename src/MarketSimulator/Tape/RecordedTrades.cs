using CsvHelper;
using InvestmentAssistant.MarketSimulator.Reference;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.Tape;

/// <summary>A minute of recorded trading, prices in USD as traded, volume in shares.</summary>
public sealed record RecordedBar(string Symbol, Instant MinuteStart, decimal Open, decimal High, decimal Low, decimal Close, long Volume);

/// <summary>A recorded official day bar (regular session, unadjusted).</summary>
public sealed record RecordedDay(string Symbol, LocalDate Date, decimal Open, decimal High, decimal Low, decimal Close, long Volume);

/// <summary>
/// Turns recorded minute bars into trades that add up to them: the open at the minute's start, the low and the high in its middle, the
/// close at its end, the volume shared out in whole shares.
/// </summary>
public static class RecordedTrades
{
    private static readonly Duration First = Duration.FromSeconds(20);
    private static readonly Duration Second = Duration.FromSeconds(40);
    private static readonly Duration Last = Duration.FromMilliseconds(59_900);

    /// <summary>
    /// The trades of those bars, ascending by time, then symbol. A bar that closes up meets its low first, one that closes down its high. A
    /// low or high that the open or close makes already is not traded again; a bar of one price with one share is one trade. Where there
    /// are fewer shares than prices, the first trades take them and the rest carry volume 0 (a price without a trade, as Finnhub has it).
    /// </summary>
    /// <param name="isRegular">Whether an instant lies in a regular session; decides the trade conditions. Without it there are
    /// none.</param>
    public static IReadOnlyList<TapeTrade> From(IEnumerable<RecordedBar> bars, Func<Instant, bool>? isRegular = null)
    {
        var trades = new List<TapeTrade>();
        foreach (var bar in bars)
            Add(bar, isRegular, trades);
        // A stable order, so that two runs send the same messages.
        return [.. trades.OrderBy(t => t.At).ThenBy(t => t.Symbol, StringComparer.Ordinal)];
    }

    /// <summary>Reads minute bars: <c>symbol,minute_start,open,high,low,close,volume</c>, UTC with Z.</summary>
    /// <exception cref="FormatException">A row that is not a bar; its line is named.</exception>
    public static IReadOnlyList<RecordedBar> ReadMinutes(string path) =>
        Read<MinuteRow, RecordedBar>(path, r => new RecordedBar(
            r.Symbol,
            InstantPattern.ExtendedIso.Parse(r.MinuteStart).GetValueOrThrow(),
            r.Open,
            r.High,
            r.Low,
            r.Close,
            r.Volume
        ));

    /// <summary>Reads day bars: <c>symbol,date,open,high,low,close,volume</c>.</summary>
    /// <exception cref="FormatException">A row that is not a bar; its line is named.</exception>
    public static IReadOnlyList<RecordedDay> ReadDays(string path) =>
        Read<DayRow, RecordedDay>(path, r => new RecordedDay(
            r.Symbol,
            LocalDatePattern.Iso.Parse(r.Date).GetValueOrThrow(),
            r.Open,
            r.High,
            r.Low,
            r.Close,
            r.Volume
        ));

    private static void Add(RecordedBar bar, Func<Instant, bool>? isRegular, List<TapeTrade> into)
    {
        var points = new List<(Duration Offset, decimal Price)> { (Duration.Zero, bar.Open) };
        var rises = bar.Close >= bar.Open;
        foreach (var (offset, price) in new[] { (First, rises ? bar.Low : bar.High), (Second, rises ? bar.High : bar.Low) })
            if (price != bar.Open && price != bar.Close)
                points.Add((offset, price));
        if (bar.Close != bar.Open || points.Count > 1 || bar.Volume > 1)
            points.Add((Last, bar.Close));
        var regular = isRegular?.Invoke(bar.MinuteStart);
        var (share, rest) = (bar.Volume / points.Count, bar.Volume % points.Count);
        for (var i = 0; i < points.Count; i++)
        {
            var volume = share + (i < rest ? 1 : 0);
            into.Add(
                new TapeTrade(
                    bar.Symbol,
                    bar.MinuteStart + points[i].Offset,
                    points[i].Price,
                    volume,
                    regular is { } r ? TradeConditions.Of(r, volume) : null
                )
            );
        }
    }

    private static List<TBar> Read<TRow, TBar>(string path, Func<TRow, TBar> map)
    {
        using var reader = new StreamReader(path);
        using var csv = new CsvReader(reader, Listings.Csv);
        var bars = new List<TBar>();
        try
        {
            while (csv.Read())
            {
                if (bars.Count == 0 && csv.HeaderRecord is null)
                {
                    csv.ReadHeader();
                    continue;
                }
                bars.Add(map(csv.GetRecord<TRow>()));
            }
        }
        catch (Exception e) when (e is CsvHelperException or UnparsableValueException)
        {
            throw new FormatException($"{path}, line {csv.Parser.RawRow}: {e.Message.Split('\n')[0]}", e);
        }
        return bars;
    }

    private sealed record MinuteRow(string Symbol, string MinuteStart, decimal Open, decimal High, decimal Low, decimal Close, long Volume);

    private sealed record DayRow(string Symbol, string Date, decimal Open, decimal High, decimal Low, decimal Close, long Volume);
}
