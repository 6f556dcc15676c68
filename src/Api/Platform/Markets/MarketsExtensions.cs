namespace InvestmentAssistant.Api.Platform.Markets;

public static class MarketsExtensions
{
    /// <summary>Trades, bars, closes, and the US equity feed that fills them.</summary>
    public static IServiceCollection AddMarkets(this IServiceCollection services, IConfiguration configuration) => services;
}
