using InvestmentAssistant.Api.Domain.Fundamentals;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>A ratio beside its sector.</summary>
/// <param name="Value">Of the company.</param>
/// <param name="SectorMedian">Of the sector's other companies, rounded as the value.</param>
/// <param name="Peers">How many of them have it.</param>
/// <param name="IsBetter">Than the median; null when equal or unknown.</param>
public sealed record SectorRatio(decimal? Value, decimal? SectorMedian, int Peers, bool? IsBetter);

/// <summary>A company among those of its sector.</summary>
/// <param name="Sector">GICS sector.</param>
/// <param name="Companies">Other companies of the sector whose balance sheet lies within the last two quarters.</param>
/// <param name="Ratios">By key.</param>
public sealed record SectorComparison(string Sector, int Companies, IReadOnlyDictionary<string, SectorRatio> Ratios)
{
    /// <summary>Fewer companies make no sector.</summary>
    private const int Fewest = 5;

    public static SectorComparison? Of(BalanceSheet sheet, IReadOnlyList<Ratio> own, SheetsOfToday today)
    {
        var sector = today.Sheets.FirstOrDefault(s => s.Sheet.Symbol == sheet.Symbol)?.Sector;
        var peers = today.Sheets.Where(s => s.Sector == sector && s.Sheet.Symbol != sheet.Symbol).ToList();
        if (sector is null || peers.Count < Fewest)
            return null;
        return new SectorComparison(sector, peers.Count, own.ToDictionary(r => r.Rule.Key, r => Beside(r, peers), StringComparer.Ordinal));
    }

    private static SectorRatio Beside(Ratio own, List<LatestSheet> peers)
    {
        // A bank is no peer of a payment processor: companies to which the ratio does not apply have none.
        var values = peers.Select(p => Ratio.Of(own.Rule, p.Sheet, p.Yardstick).Exact).OfType<decimal>().ToList();
        var median = values.Count < Fewest ? null : Amounts.Median(values);
        decimal? shown = median is { } m ? Amounts.Round(m, own.Rule.Decimals) : null;
        // By the figures that are shown: two equal ones are not better or worse than each other.
        bool? better = own.Value is { } mine && shown is { } middle && mine != middle ? mine > middle == own.Rule.MoreIsBetter : null;
        return new SectorRatio(own.Value, shown, values.Count, better);
    }
}
