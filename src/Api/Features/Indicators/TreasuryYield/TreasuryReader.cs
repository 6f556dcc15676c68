using System.Globalization;
using InvestmentAssistant.Api.Features.Indicators.Documents;
using InvestmentAssistant.Api.Features.Indicators.Series;
using NodaTime;

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

    /// <summary>The newest date any maturity has; 404 when nothing is held.</summary>
    public LocalDate LatestDate() =>
        maturities.Max(m => m.Values.Latest?.Date) ?? throw Wording.NothingHeld("Treasury yields");

    public DatedSeries? Of(string maturity) => maturities.FirstOrDefault(m => m.Maturity.Name == maturity)?.Values;
}

/// <summary>Reads the maturities' series.</summary>
public sealed class TreasuryReader(SeriesReader reader)
{
    public async Task<TreasuryTable> ReadAsync(HttpContext http, CancellationToken ct)
    {
        var held = await Task.WhenAll(Maturity.All.Select(m => ReadAsync(m, http, ct)));
        return new TreasuryTable(held);
    }

    public async Task<HeldYields> ReadAsync(Maturity maturity, HttpContext http, CancellationToken ct) =>
        new(maturity, await reader.ReadAsync(maturity.Series, http, ct));
}

/// <summary>The yield of one maturity in one month.</summary>
/// <param name="Date">First day of the month.</param>
/// <param name="Maturity">3month, 2year, 5year, 7year, 10year or 30year.</param>
/// <param name="IntervalType">monthly: mean of the month.</param>
/// <param name="YieldRate">Percent, as text with the source's digits.</param>
/// <param name="CreatedAt">When the value was first held.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record TreasuryRow(LocalDate Date, string Maturity, string IntervalType, string? YieldRate, Instant CreatedAt, Instant UpdatedAt)
{
    internal const string Tag = "Treasury yield";

    public static TreasuryRow Of(HeldYields yields, Observation row) =>
        new(row.Date, yields.Maturity.Name, yields.Held.Interval, Decimals.Text(row.Value), row.CreatedAt, row.UpdatedAt);

    internal static TreasuryRow Example { get; } = new(
        new LocalDate(2024, 8, 1), "10year", "monthly", "3.87", Instant.FromUtc(2024, 9, 3, 21, 20), Instant.FromUtc(2024, 9, 3, 21, 20));
}

/// <summary>These routes' declared decimals are texts on the wire.</summary>
internal static class Decimals
{
    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A derived figure, 4 decimals at most.</summary>
    public static string? Text(decimal? value) => value is { } v ? Statistics.Round(v, 4).ToString("0.####", CultureInfo.InvariantCulture) : null;
}
