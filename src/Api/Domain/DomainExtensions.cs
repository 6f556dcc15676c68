using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Domain.Markets.Storage;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain;

public static class DomainExtensions
{
    /// <summary>
    /// Registers what several features share: trades, bars and closes, the US equity feed that fills them, what companies report.
    /// </summary>
    public static IServiceCollection AddDomain(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMarketTime(configuration).AddMarketStore().AddUsEquities().AddEarnings().AddFundamentals();
        services.AddProviderClient<AlphaVantageClient>(AlphaVantageClient.Provider);
        return services.Configure<RetentionOptions>(configuration.GetSection("Retention")).AddDataSetJob<RetentionJob>(fillOrder: 30);
    }
}
