using NodaTime;

namespace InvestmentAssistant.Api.Platform.MarketTime;

public static class MarketTimeExtensions
{
    /// <summary>The clock (real, or a replay's own) and the market calendar.</summary>
    public static IServiceCollection AddMarketTime(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton<MarketCalendar>();
        return services;
    }
}
