using System.Globalization;
using InvestmentAssistant.Api.Features.Indicators.Documents;
using InvestmentAssistant.Api.Features.Indicators.Series;

namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

/// <summary>One maturity with its series.</summary>
public sealed record HeldYields(Maturity Maturity, HeldSeries Held)
{
    public DatedSeries Values => Held.Values;
}

/// <summary>All maturities, shortest first.</summary>
public sealed class TreasuryTable(IReadOnlyList<HeldYields> maturities)
{
    public IReadOnlyList<HeldYields> Maturities => maturities;

    /// <summary>Daily yields of maturities are fetched one by one, within days of each other.</summary>
    private const int ApartDays = 7;

    /// <summary>The newest date that all maturities have which are up to date; 404 when nothing is held.</summary>
    public LocalDate LatestDate() =>
        maturities.Select(m => m.Values.Latest?.Date).OfType<LocalDate>().ToList() is { Count: > 0 } latest
            ? latest.Where(date => date >= latest.Max().PlusDays(-ApartDays)).Min()
            : throw Wording.NothingHeld("Treasury yields");

    public DatedSeries? Of(string maturity) => maturities.FirstOrDefault(m => m.Maturity.Name == maturity)?.Values;
}

/// <summary>Which of the two series of a maturity are read.</summary>
public enum YieldInterval
{
    /// <summary>Means of months as far as they are published, then the days since: all of history, and the newest yield.</summary>
    Both,

    /// <summary>The days of the last two years; a maturity without them has its months.</summary>
    Newest,

    Daily,
    Monthly,
}

/// <summary>The <c>interval</c> parameter of the treasury routes.</summary>
internal static class YieldIntervals
{
    public static readonly IReadOnlyList<string> Names = ["daily", "monthly"];

    /// <summary>Returns the requested interval, else the route's default.</summary>
    public static YieldInterval Or(string? text, YieldInterval otherwise) =>
        text switch
        {
            "daily" => YieldInterval.Daily,
            "monthly" => YieldInterval.Monthly,
            _ => otherwise,
        };
}

/// <summary>Reads the maturities' series.</summary>
public sealed class TreasuryReader(SeriesReader reader)
{
    public async Task<TreasuryTable> ReadAsync(YieldInterval interval, CancellationToken ct)
    {
        var held = await Task.WhenAll(Maturity.All.Select(m => ReadAsync(m, interval, ct)));
        return new TreasuryTable(held);
    }

    public async Task<HeldYields> ReadAsync(Maturity maturity, YieldInterval interval, CancellationToken ct)
    {
        if (interval is YieldInterval.Daily)
            return new(maturity, await reader.ReadAsync(maturity.DailySeries, ct));
        var months = await reader.ReadAsync(maturity.Series, ct);
        if (interval is YieldInterval.Monthly)
            return new(maturity, months);
        var days = await reader.ReadAsync(maturity.DailySeries, ct);
        return new(maturity, interval is YieldInterval.Newest && days.Rows.Count > 0 ? days : months.Then(days));
    }
}

/// <summary>The yield of one maturity on one day or in one month.</summary>
/// <param name="Date">The day, or the first day of the month.</param>
/// <param name="Maturity">3month, 2year, 5year, 7year, 10year or 30year.</param>
/// <param name="IntervalType">daily, or monthly: mean of the month.</param>
/// <param name="YieldRate">Percent, as text with the source's digits.</param>
/// <param name="CreatedAt">When the value was first held.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record TreasuryRow(
    LocalDate Date,
    string Maturity,
    string IntervalType,
    string? YieldRate,
    Instant CreatedAt,
    Instant UpdatedAt
)
{
    public static TreasuryRow Of(HeldYields yields, Observation row) =>
        new(
            row.Date,
            yields.Maturity.Name,
            row.Series == yields.Maturity.DailySeries.Key ? "daily" : "monthly",
            Decimals.Text(row.Value),
            row.CreatedAt,
            row.UpdatedAt
        );

    internal static TreasuryRow Example { get; } =
        new(
            new LocalDate(2024, 8, 1),
            "10year",
            "monthly",
            "3.87",
            Instant.FromUtc(2024, 9, 3, 21, 20),
            Instant.FromUtc(2024, 9, 3, 21, 20)
        );
}

/// <summary>These routes' declared decimals are texts on the wire.</summary>
internal static class Decimals
{
    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A derived figure, 4 decimals at most.</summary>
    public static string? Text(decimal? value) =>
        value is { } v ? Statistics.Round(v, 4).ToString("0.####", CultureInfo.InvariantCulture) : null;
}
