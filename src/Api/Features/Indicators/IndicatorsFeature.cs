using InvestmentAssistant.Api.Features.Indicators.Cpi;
using InvestmentAssistant.Api.Features.Indicators.Documents;
using InvestmentAssistant.Api.Features.Indicators.FederalFundsRate;
using InvestmentAssistant.Api.Features.Indicators.Inflation;
using InvestmentAssistant.Api.Features.Indicators.Ingestion;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Features.Indicators.TreasuryYield;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using Marten;

namespace InvestmentAssistant.Api.Features.Indicators;

/// <summary>
/// US macro series: consumer prices, inflation, the federal funds rate and Treasury yields, over one idea of a dated series.
/// </summary>
public sealed class IndicatorsFeature : IFeature
{
    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(CpiGroup.Tag, "소비자물가지수", "Economic indicators", "경제지표", "The consumer price index, by month.") { Place = 70 },
        new(InflationGroup.Tag, "인플레이션", "Economic indicators", "경제지표", "Inflation of consumer prices, by year.") { Place = 71 },
        new(FederalFundsGroup.Tag, "연방기금금리", "Economic indicators", "경제지표", "The federal funds rate, by month and by day.")
        {
            Place = 72,
        },
        new(
            TreasuryYieldGroup.Tag,
            "국채 수익률",
            "Treasury yields",
            "국채수익률",
            "Yields of United States treasuries, curves and spreads."
        )
        {
            Place = 73,
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<SeriesReader>().AddScoped<TreasuryReader>().AddSingleton<SeriesStore>();
        foreach (var dataSet in MacroDataSet.All)
            services.AddDataSetJob(fillOrder: 290, s => ActivatorUtilities.CreateInstance<MacroSeriesJob>(s, dataSet));
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store)
    {
        store.Schema.For<Observation>().DocumentAlias("macro_observation").Identity(o => o.Id).Duplicate(o => o.Series);
        store.Schema.For<SeriesSource>().DocumentAlias("macro_series").Identity(s => s.Id);
    }
}
