using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Features.Indicators.TreasuryYield;
using InvestmentAssistant.Api.Platform.Ingestion;

namespace InvestmentAssistant.Api.Features.Indicators.Ingestion;

/// <summary>
/// The four data sets and their series, monthly ones first and the daily ones of the provider beside them. Monthly figures appear on a
/// day that moves with weekends and shutdowns, so each is looked for daily, in the New York
/// afternoon; a look costs a call only when something new can be out (<see cref="MacroSeriesJob"/>), so that a free key's 25 calls a day
/// are enough.
/// </summary>
public sealed record MacroDataSet(DataSetDescription Description, IReadOnlyList<MacroSeries> Series)
{
    public static readonly IReadOnlyList<MacroDataSet> All =
    [
        Of("macro-cpi", "US consumer price index", "0 5 15 * * ?", 3, MacroSeries.Cpi),
        Of("macro-inflation", "US inflation by year", "0 10 15 ? * MON", 10, MacroSeries.Inflation),
        Of(
            "macro-federal-funds-rate",
            "US federal funds rate",
            "0 15 15 * * ?",
            3,
            MacroSeries.FederalFunds,
            MacroSeries.FederalFundsDaily
        ),
        Of(
            "macro-treasury-yield",
            "US Treasury yields",
            "0 20 21 * * ?",
            3,
            [.. Maturity.All.Select(m => m.Series), .. Maturity.ByUse.Select(m => m.DailySeries)]
        ),
    ];

    private static MacroDataSet Of(string name, string title, string schedule, int freshDays, params IReadOnlyList<MacroSeries> series) =>
        new(new DataSetDescription(name, AlphaVantageClient.Provider, title, schedule, Duration.FromDays(freshDays)), series);
}
