using InvestmentAssistant.Api.Domain.Markets;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvestmentAssistant.Api.Domain;

public static class MarketTimeExtensions
{
    /// <summary>
    /// The market's clock (real, or a replay's own when <c>Clock:Start</c> is set), the market calendar, and what compares prices across
    /// sessions. Market logic takes <see cref="IClock"/>; timeouts, retries and schedules take <see cref="TimeProvider"/>, always the
    /// wall's: in a replay at 60 times the speed a 30 s timeout must not end after half a second.
    /// </summary>
    public static IServiceCollection AddMarketTime(this IServiceCollection services, IConfiguration configuration)
    {
        var replay = ReplayClock.From(key => configuration[key], SystemClock.Instance);
        if (replay is not null && !MarketCalendar.Covers(replay.Start))
            throw new InvalidOperationException(
                $"Clock:Start lies outside the market calendar, {MarketCalendar.FirstDate.Year} to {MarketCalendar.LastDate.Year}."
            );
        services.AddSingleton<IClock>((IClock?)replay ?? SystemClock.Instance);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<MarketCalendar>();
        services.AddSingleton(_ => SplitTable.Shipped());
        services.AddSingleton<MarketClock>().AddSingleton<PreviousClose>();
        return services;
    }
}
