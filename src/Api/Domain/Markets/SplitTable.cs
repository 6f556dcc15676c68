using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using InvestmentAssistant.Api.Platform;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>A share split, in effect from the opening of <paramref name="Date"/> in New York: 7:1 gives seven new shares for one old, 1:8
/// is a reverse split.</summary>
public sealed record Split(string Symbol, LocalDate Date, int New, int Old)
{
    /// <summary>New shares for one old share: what an earlier price is divided by.</summary>
    public decimal Ratio => (decimal)New / Old;
}

/// <summary>
/// Known splits, from the data file <c>splits.csv</c> beside this file. Prices are stored as traded; code that compares prices of different
/// days brings the earlier ones to the later day's shares here: price / factor, volume * factor.
/// </summary>
public sealed class SplitTable(IEnumerable<Split> splits)
{
    private readonly FrozenDictionary<string, Split[]> _bySymbol = splits
        .GroupBy(s => s.Symbol, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(g => g.Key, g => g.OrderBy(s => s.Date).ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The table shipped with the program.</summary>
    public static SplitTable Shipped() => new(ReadShipped());

    /// <summary>The symbol's splits, ascending; none when unknown.</summary>
    public IReadOnlyList<Split> Of(string symbol) => _bySymbol.TryGetValue(symbol, out var splits) ? splits : [];

    /// <summary>
    /// New shares for one share of day <paramref name="after"/>, as of <paramref name="upToAndIncluding"/>: the product of the splits with
    /// after &lt; date &lt;= upToAndIncluding; 1 when there are none.
    /// </summary>
    public decimal Factor(string symbol, LocalDate after, LocalDate upToAndIncluding)
    {
        if (!_bySymbol.TryGetValue(symbol, out var known))
            return 1m;
        var factor = 1m;
        foreach (var split in known)
        {
            if (after < split.Date && split.Date <= upToAndIncluding)
                factor *= split.Ratio;
        }
        return factor;
    }

    /// <summary>
    /// A price of day <paramref name="of"/> in the shares of day <paramref name="asOf"/>; as traded when no split lies between.
    /// </summary>
    public decimal Price(string symbol, decimal price, LocalDate of, LocalDate asOf) => PerShare(price, Factor(symbol, of, asOf));

    /// <summary>A day's bar in the shares of day <paramref name="asOf"/>.</summary>
    public DayBar Adjust(DayBar bar, LocalDate asOf) =>
        Factor(bar.Symbol, bar.Date, asOf) is not 1m and var factor
            ? bar with
            {
                Open = PerShare(bar.Open, factor),
                High = PerShare(bar.High, factor),
                Low = PerShare(bar.Low, factor),
                Close = PerShare(bar.Close, factor),
                Volume = Shares(bar.Volume, factor),
            }
            : bar;

    /// <summary>An intraday bar of the session of <paramref name="sessionDate"/> in the shares of day <paramref name="asOf"/>.</summary>
    public Bar Adjust(Bar bar, LocalDate sessionDate, LocalDate asOf) =>
        Factor(bar.Symbol, sessionDate, asOf) is not 1m and var factor
            ? bar with
            {
                Open = PerShare(bar.Open, factor),
                High = PerShare(bar.High, factor),
                Low = PerShare(bar.Low, factor),
                Close = PerShare(bar.Close, factor),
                Volume = Shares(bar.Volume, factor),
            }
            : bar;

    /// <summary>Four decimals, as finely as US exchanges quote a share; a price nothing divides stays exactly as it was.</summary>
    private static decimal PerShare(decimal price, decimal factor) =>
        factor == 1m ? price : Math.Round(price / factor, 4, MidpointRounding.AwayFromZero);

    private static decimal Shares(decimal volume, decimal factor) => Math.Round(volume * factor, 0, MidpointRounding.AwayFromZero);

    private static IEnumerable<Split> ReadShipped()
    {
        using var reader = DataFile.OpenText(typeof(SplitTable), "splits.csv");
        return [.. Read(reader)];
    }

    /// <summary>Reads the file's form: comments with #, then symbol,date,new,old. A bad line stops the start: the file is ours.</summary>
    public static IEnumerable<Split> Read(TextReader reader)
    {
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { AllowComments = true });
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            var split = new Split(
                csv.GetField("symbol")!,
                LocalDatePattern.Iso.Parse(csv.GetField("date")!).Value,
                csv.GetField<int>("new"),
                csv.GetField<int>("old")
            );
            yield return split is { New: > 0, Old: > 0 } ? split : throw new FormatException($"A split's shares are positive: {split}.");
        }
    }
}
