using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Equities;

public static class UsEquitiesExtensions
{
    /// <summary>The live feed and the history jobs that the boards of US stocks and ETFs share.</summary>
    public static IServiceCollection AddUsEquities(this IServiceCollection services)
    {
        services.AddProviderClient<FinnhubClient>(FinnhubClient.Provider);
        services
            .AddSingleton<UsInstruments>()
            .AddSingleton<UsBoards>()
            .AddSingleton<UsEquityStorage>()
            .AddSingleton<UsMarket>()
            .AddScoped<YearRanges>();
        services.AddDataSetJob<UsDailyClosesJob>(fillOrder: 10).AddDataSetJob<UsBarsJob>(fillOrder: 20);
        services.AddLiveFeed<UsEquityFeed>();
        return services;
    }
}
