using System.Collections.Concurrent;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>
/// Treasury yields of single days, percent: the mean of a month's sessions is the month's figure of <see cref="MacroHistory"/>. All
/// maturities move together, the short ones a little more.
/// </summary>
internal sealed class DailyYields(MacroHistory history, MarketCalendar calendar, SimulatorOptions options)
{
    /// <summary>The first session of the market, as the walk counts its days.</summary>
    private static readonly LocalDate First = new(2018, 1, 1);

    /// <summary>A day's step, percentage points, and how much of the way from the month's figure is kept from day to day.</summary>
    private const double Step = 0.05,
        Kept = 0.9;

    private readonly ulong _seed = Dice.Mix((ulong)options.Seed, Dice.Seed("macro/daily"));
    private readonly IReadOnlyList<Session> _sessions = calendar.Sessions(First, new LocalDate(2040, 12, 31));
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyDictionary<LocalDate, double>>> _series = new(StringComparer.Ordinal);

    /// <summary>The yield of a session's day, two decimals; null where there is none.</summary>
    /// <param name="series">2year, 10year, 30year.</param>
    /// <param name="date">New York.</param>
    public double? On(string series, LocalDate date) => All(series).TryGetValue(date, out var value) ? value : null;

    /// <summary>The yield of a session by its index in the walk.</summary>
    public double OfSession(string series, int day) => All(series)[_sessions[Math.Clamp(day, 0, _sessions.Count - 1)].Date];

    /// <summary>The yield at which bond prices are at their level.</summary>
    public double Home(string series) => All(series)[new LocalDate(2026, 1, 5)];

    private IReadOnlyDictionary<LocalDate, double> All(string series) => _series.GetOrAdd(series, name => new(() => Make(name))).Value;

    private Dictionary<LocalDate, double> Make(string series)
    {
        var months = history.Until(series, new YearMonth(2041, 2)).ToDictionary(m => m.Month, m => (double)m.Value);
        var reach = series switch
        {
            "2year" => 1.1,
            "30year" => 0.9,
            _ => 1,
        };
        var swing = 0.0;
        var raw = new Dictionary<LocalDate, double>();
        for (var day = 0; day < _sessions.Count; day++)
        {
            swing = (Kept * swing) + (Step * new Dice(Dice.Mix(_seed, (ulong)day)).Normal());
            var date = _sessions[day].Date;
            // From the middle of a month to the middle of the next the figure goes in a straight line.
            var month = new YearMonth(date.Year, date.Month);
            var (from, to, part) =
                date.Day >= 15
                    ? (month, month.PlusMonths(1), (date.Day - 15) / 30.0)
                    : (month.PlusMonths(-1), month, (date.Day + 15) / 30.0);
            if (months.TryGetValue(from, out var first) && months.TryGetValue(to, out var last))
                raw[date] = first + ((last - first) * part) + (reach * swing);
        }
        return raw.GroupBy(r => new YearMonth(r.Key.Year, r.Key.Month))
            .SelectMany(m => m.Select(r => (r.Key, Value: r.Value + months[m.Key] - m.Average(x => x.Value))))
            .ToDictionary(r => r.Key, r => Math.Round(Math.Max(0.01, r.Value), 2));
    }
}
