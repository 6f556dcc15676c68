using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Companies;

/// <summary>An offering as it is known on some day.</summary>
/// <param name="Date">First trading day, as it is known then.</param>
/// <param name="Low">Lower end of the price range, USD; null while it is not known.</param>
/// <param name="Price">What it was sold at; null before.</param>
internal sealed record Offering(
    string Symbol,
    string Name,
    LocalDate Date,
    decimal? Low,
    decimal? High,
    decimal? Price,
    string Exchange,
    int Shares
);

/// <summary>
/// Companies that go public, all invented: one to four a week, a function of (seed, week). One in five is put off by a week or two, ten
/// days before its date.
/// </summary>
internal sealed class IpoPipeline
{
    private const int MostAWeek = 4;

    private static readonly string[] First =
    [
        "Amber",
        "Blue Fern",
        "Cedar",
        "Dovetail",
        "Elm",
        "Foxglove",
        "Ginkgo",
        "Hazel",
        "Iris",
        "Juniper",
        "Kestrel",
        "Larch",
        "Marlin",
        "Nettle",
        "Osprey",
        "Pinion",
    ];
    private static readonly string[] Second =
    [
        "Therapeutics Inc",
        "Acquisition Corp",
        "Energy Holdings Ltd",
        "Software Inc",
        "Logistics Group Inc",
        "Medical Corp",
        "Capital Trust",
        "Semiconductor Corp",
    ];

    private readonly ulong _seed;
    private readonly MarketCalendar _calendar;
    private readonly HashSet<string> _taken;

    public IpoPipeline(Listings listings, MarketCalendar calendar, SimulatorOptions options)
    {
        (_seed, _calendar) = (Dice.Mix(0x1B0, (ulong)options.Seed), calendar);
        _taken = listings.Companies.Select(c => c.Symbol).Concat(listings.Funds.Select(f => f.Symbol)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Offerings with from &lt;= date &lt;= to, as known on <paramref name="today"/>, by date, then symbol.</summary>
    public IEnumerable<Offering> Between(LocalDate from, LocalDate to, LocalDate today)
    {
        var first = from.PlusDays(-21).Previous(IsoDayOfWeek.Monday);
        return Weeks(first, to)
            .SelectMany(monday => OfWeek(monday, today))
            .Where(o => o.Date >= from && o.Date <= to)
            .OrderBy(o => o.Date)
            .ThenBy(o => o.Symbol, StringComparer.Ordinal);
    }

    private static IEnumerable<LocalDate> Weeks(LocalDate monday, LocalDate to)
    {
        for (; monday <= to; monday = monday.PlusWeeks(1))
            yield return monday;
    }

    private IEnumerable<Offering> OfWeek(LocalDate monday, LocalDate today)
    {
        var week = Period.DaysBetween(new LocalDate(2000, 1, 3), monday) / 7;
        var count = 1 + (int)(new Dice(Dice.Mix(_seed, (ulong)week)).Uniform() * MostAWeek);
        for (var n = 0; n < count; n++)
        {
            var dice = new Dice(Dice.Mix(_seed, (ulong)((week * MostAWeek) + n)));
            var name = $"{First[(int)(dice.Uniform() * First.Length)]} {Second[(int)(dice.Uniform() * Second.Length)]}";
            var date = TradingDay(monday.PlusDays(1 + (int)(dice.Uniform() * 4)));
            if (dice.Uniform() < 0.2)
            {
                var later = TradingDay(date.PlusWeeks(dice.Uniform() < 0.7 ? 1 : 2));
                if (today >= date.PlusDays(-10))
                    date = later;
            }
            var low = (decimal)(6 + (int)(dice.Uniform() * 20));
            var high = low + 1 + (int)(dice.Uniform() * 3);
            var price = Math.Round(low + ((high - low) * (decimal)dice.Uniform()), 0);
            var known = today >= date.PlusDays(-25) || dice.Uniform() < 0.15;
            yield return new Offering(
                Symbol(week, n),
                name,
                date,
                known ? low : null,
                known ? high : null,
                today > date ? price : null,
                dice.Uniform() < 0.7 ? "NASDAQ" : "NYSE",
                1_000_000 * (2 + (int)(dice.Uniform() * 30))
            );
        }
    }

    /// <summary>
    /// Four letters, one name an offering: weeks and places in them written to base 26, stirred so that neighbours do not look alike.
    /// </summary>
    private string Symbol(int week, int n)
    {
        var number = (uint)((week * MostAWeek) + n) * 48_271u % 456_979u;
        Span<char> letters = stackalloc char[4];
        for (var i = 3; i >= 0; i--)
        {
            letters[i] = (char)('A' + (number % 26));
            number /= 26;
        }
        var symbol = new string(letters);
        return _taken.Contains(symbol) ? symbol + "A" : symbol;
    }

    private LocalDate TradingDay(LocalDate date)
    {
        while (_calendar.SessionOn(date) is null)
            date = date.PlusDays(1);
        return date;
    }
}
