using InvestmentAssistant.Api.Platform.Markets;
using NodaTime;

namespace InvestmentAssistant.Api.Platform.MarketTime;

public static class MarketTimeExtensions
{
    /// <summary>The clock (real, or a replay's own), the market calendar, and what compares prices across sessions.</summary>
    public static IServiceCollection AddMarketTime(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton<MarketCalendar>();
        services.AddSingleton(_ => SplitTable.Shipped());
        services.AddSingleton<PreviousClose>();
        return services;
    }
}
