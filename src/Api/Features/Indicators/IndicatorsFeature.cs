using InvestmentAssistant.Api.Features.Indicators.Documents;
using InvestmentAssistant.Api.Features.Indicators.Ingestion;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Features.Indicators.TreasuryYield;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using Marten;

namespace InvestmentAssistant.Api.Features.Indicators;

/// <summary>US macro series: consumer prices, inflation, the federal funds rate and Treasury yields, over one idea of a dated series.</summary>
public sealed class IndicatorsFeature : IFeature
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<SeriesReader>().AddScoped<TreasuryReader>().AddSingleton<SeriesStore>();
        foreach (var dataSet in MacroDataSet.All)
            services.AddSingleton<IDataSetJob>(s => ActivatorUtilities.CreateInstance<MacroSeriesJob>(s, dataSet));
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store)
    {
        store.Schema.For<Observation>().DocumentAlias("macro_observation").Identity(o => o.Id).Duplicate(o => o.Series);
        store.Schema.For<SeriesSource>().DocumentAlias("macro_series").Identity(s => s.Id);
    }
}
