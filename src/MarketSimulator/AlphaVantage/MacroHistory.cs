using System.Globalization;
using CsvHelper;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>
/// Monthly macro series: Data/macro-history.csv as far as it reaches, from there on a walk that is a function of (seed, series, month). A
/// month that was never published (the consumer prices of October 2025) stays a hole for ever; nothing is revised.
/// </summary>
internal sealed class MacroHistory
{
    /// <summary>Levels that the rates of the walk lean back to, percent, and how far a month may carry them.</summary>
    private static readonly Dictionary<string, (double Home, double Step)> Rates = new()
    {
        ["funds"] = (3.1, 0.06),
        ["2year"] = (3.5, 0.13),
        ["10year"] = (4.1, 0.14),
        ["30year"] = (4.6, 0.13),
    };

    private const int LastYear = 2100;

    private readonly Dictionary<string, SortedList<YearMonth, decimal>> _series = [];

    public MacroHistory(SimulatorOptions options)
    {
        var last = new Dictionary<string, YearMonth>();
        foreach (var row in Read())
        {
            var series = _series.TryGetValue(row.Series, out var known) ? known : _series[row.Series] = [];
            for (var month = 1; month <= 12; month++)
            {
                last[row.Series] = new YearMonth(row.Year, month);
                if (row.Values[month - 1] is { } value)
                    series.Add(last[row.Series], value);
            }
        }
        foreach (var (name, series) in _series)
            Walk(name, series, last[name], options.Seed);
    }

    /// <summary>Ascending; months without a value are left out.</summary>
    /// <param name="series">cpi, funds, 2year, 10year, 30year.</param>
    /// <param name="last">The last month to give.</param>
    public IEnumerable<(YearMonth Month, decimal Value)> Until(string series, YearMonth last) =>
        _series[series].TakeWhile(p => p.Key <= last).Select(p => (p.Key, p.Value));

    /// <summary>Mean of each year's months, of years whose December is known.</summary>
    public IReadOnlyDictionary<int, decimal> YearlyMeans(string series) =>
        _series[series]
            .GroupBy(p => p.Key.Year)
            .Where(g => g.Any(p => p.Key.Month == 12))
            .ToDictionary(g => g.Key, g => g.Average(p => p.Value));

    private static void Walk(string name, SortedList<YearMonth, decimal> series, YearMonth from, int seed)
    {
        var value = (double)series.GetValueAtIndex(series.Count - 1);
        for (var month = from.PlusMonths(1); month.Year <= LastYear; month = month.PlusMonths(1))
        {
            var dice = new Dice(Dice.Mix(Dice.Mix((ulong)seed, Dice.Seed("macro/" + name)), (ulong)((month.Year * 12) + month.Month)));
            value = Rates.TryGetValue(name, out var rate)
                ? Math.Max(0.01, value + ((rate.Home - value) * 0.03) + (dice.Normal() * rate.Step))
                // Consumer prices rise by about 2.6 % a year, faster in spring than in autumn, as prices without seasonal adjustment do.
                : value * (1 + 0.0021 + (0.0022 * Math.Sin(2 * Math.PI * (month.Month - 0.5) / 12)) + (dice.Normal() * 0.0011));
            series.Add(month, Math.Round((decimal)value, name == "cpi" ? 3 : 2));
        }
    }

    private static List<(string Series, int Year, decimal?[] Values)> Read()
    {
        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "Data", "MarketSimulator", "macro-history.csv"));
        using var csv = new CsvReader(reader, Listings.Csv);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<(string, int, decimal?[])>();
        while (csv.Read())
        {
            rows.Add(
                (
                    csv.GetField(0)!,
                    csv.GetField<int>(1),
                    [
                        .. Enumerable
                            .Range(2, 12)
                            .Select(i =>
                                decimal.TryParse(csv.GetField(i), NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
                                    ? value
                                    : (decimal?)null
                            ),
                    ]
                )
            );
        }
        return rows;
    }
}
