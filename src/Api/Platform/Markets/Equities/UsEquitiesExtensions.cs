using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Platform.Providers.Finnhub;

namespace InvestmentAssistant.Api.Platform.Markets.Equities;

public static class UsEquitiesExtensions
{
    /// <summary>The live feed and the history jobs that the boards of US stocks and ETFs share.</summary>
    public static IServiceCollection AddUsEquities(this IServiceCollection services)
    {
        services.AddProviderClient<FinnhubClient>(FinnhubClient.Provider);
        services.AddSingleton<UsInstruments>().AddSingleton<UsBoards>().AddSingleton<UsEquityStorage>().AddSingleton<YearRanges>();
        services.AddDataSetJob<UsDailyClosesJob>().AddDataSetJob<UsBarsJob>();
        services.AddLiveFeed<UsEquityFeed>();
        return services;
    }
}
