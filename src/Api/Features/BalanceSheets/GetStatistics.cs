using FastEndpoints;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>Number of companies with total assets of 100 billions and more, of 10 and more, and less.</summary>
public sealed record SizeDistribution(int LargeCap, int MidCap, int SmallCap);

/// <summary>A sector in figures.</summary>
/// <param name="AverageTotalAssets">Billions of USD, 2 decimals.</param>
/// <param name="MedianDebtRatio">Liabilities / assets, 3 decimals.</param>
public sealed record SectorStatistics(int Companies, decimal? AverageTotalAssets, decimal? MedianDebtRatio);

/// <summary>All companies in figures.</summary>
/// <param name="TotalCompanies">Companies with any balance sheet.</param>
/// <param name="LatestPeriod">The newest fiscal date.</param>
/// <param name="AverageTotalAssets">Mean, billions of USD, 2 decimals.</param>
/// <param name="MedianDebtRatio">Liabilities / assets, 3 decimals; of an even count the mean of the middle two.</param>
/// <param name="SectorStats">By GICS sector.</param>
/// <param name="ComparedCompanies">Companies that the figures are of: those in USD whose latest balance sheet lies within two quarters of
/// the newest.</param>
public sealed record StatisticsAnswer(
    int TotalCompanies,
    LocalDate LatestPeriod,
    decimal? AverageTotalAssets,
    decimal? MedianDebtRatio,
    IReadOnlyDictionary<string, SectorStatistics> SectorStats,
    SizeDistribution SizeDistribution,
    int ComparedCompanies
)
{
    internal static StatisticsAnswer Of(SheetsOfToday today, LocalDate newest)
    {
        // Amounts of other currencies cannot be added to dollars.
        var dollars = today.Sheets.Where(s => s.Sheet.ReportedCurrency == "USD").ToList();
        var sizes = dollars.ToLookup(s => CompanySizes.Of(s.Sheet));
        return new StatisticsAnswer(
            today.Companies,
            newest,
            AverageAssets(dollars),
            MedianDebt(dollars),
            dollars
                .Where(s => s.Sector is not null)
                .GroupBy(s => s.Sector!, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => new SectorStatistics(g.Count(), AverageAssets(g), MedianDebt(g)), StringComparer.Ordinal),
            new SizeDistribution(sizes[CompanySize.Large].Count(), sizes[CompanySize.Mid].Count(), sizes[CompanySize.Small].Count()),
            dollars.Count
        );
    }

    private static decimal? AverageAssets(IEnumerable<LatestSheet> sheets)
    {
        var assets = sheets.Select(s => s.Sheet.TotalAssets).OfType<decimal>().ToList();
        return assets.Count == 0 ? null : Amounts.Billions(assets.Average());
    }

    private static decimal? MedianDebt(IEnumerable<LatestSheet> sheets) =>
        Amounts.Median(sheets.Select(s => Ratio.Of(RatioRule.DebtToAsset, s.Sheet).Exact).OfType<decimal>()) is { } median
            ? Amounts.Round(median, 3)
            : null;
}

/// <summary>GET /api/v1/balance-sheet/statistics: all companies in figures.</summary>
public sealed class GetStatistics(LatestSheets latest) : EndpointWithoutRequest<StatisticsAnswer>
{
    public override void Configure()
    {
        Get("statistics");
        Group<BalanceSheetGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Balance sheets in figures";
            s.Description =
                "Over each company's latest balance sheet within two quarters of the newest date held: fiscal years end in "
                + "different months. 404 while nothing is held.";
            s.ResponseExamples[200] = new StatisticsAnswer(
                503,
                new LocalDate(2026, 9, 30),
                102.35m,
                0.622m,
                new Dictionary<string, SectorStatistics> { ["Energy"] = new(21, 61.4m, 0.471m) },
                new SizeDistribution(96, 280, 125),
                501
            );
        });
    }

    public override async Task<StatisticsAnswer> ExecuteAsync(CancellationToken ct)
    {
        var today = await latest.ReadAsync(ct);
        return today.NewestDate is { } newest
            ? StatisticsAnswer.Of(today, newest)
            : throw ProblemException.NotFound("No balance sheet is held yet; /api/v1/ingestion/status says why.");
    }
}
