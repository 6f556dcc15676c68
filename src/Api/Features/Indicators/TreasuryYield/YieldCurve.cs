namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

/// <summary>Figures of the curve of a date.</summary>
public static class YieldCurve
{
    /// <summary>Longer minus shorter yield of that date, percentage points; null when one is missing.</summary>
    public static decimal? Spread(TreasuryTable table, string shorter, string longer, LocalDate date) =>
        table.Of(longer)?.At(date) - table.Of(shorter)?.At(date);

    /// <summary>
    /// By the 10-year yield minus the 2-year yield: below 0 inverted, below 0.1 flat, else normal; unknown when one is missing.
    /// </summary>
    public static string TypeOf(decimal? twoToTen) =>
        twoToTen switch
        {
            null => "unknown",
            < 0 => "inverted",
            < 0.1m => "flat",
            _ => "normal",
        };

    /// <summary>The first date of the unbroken run of inverted dates that ends with this one; null when this one is not inverted.</summary>
    public static LocalDate? InvertedSince(TreasuryTable table, LocalDate date)
    {
        LocalDate? since = null;
        foreach (var (at, ten) in (table.Of("10year")?.Values ?? []).Reverse().SkipWhile(v => v.Date > date))
        {
            if (table.Of("2year")?.At(at) is not { } two)
                continue;
            if (ten >= two)
                break;
            since = at;
        }
        return Spread(table, "2year", "10year", date) < 0 ? since : null;
    }

    /// <summary>Yields that exist on that date, by time to maturity.</summary>
    public static IReadOnlyList<CurvePoint> Points(TreasuryTable table, LocalDate date) =>
        [
            .. from m in table.Maturities
            let value = m.Values.At(date)
            where value is not null
            select new CurvePoint(m.Maturity.Name, m.Maturity.Years, m.Maturity.Months, Decimals.Text(value.Value)),
        ];
}

/// <param name="Maturity">10year.</param>
/// <param name="Years">Whole years to maturity; 0 below one.</param>
/// <param name="Months">Months to maturity.</param>
/// <param name="YieldRate">Percent, as text.</param>
public sealed record CurvePoint(string Maturity, int Years, int Months, string? YieldRate);
