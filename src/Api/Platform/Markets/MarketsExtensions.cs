using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Markets.Charts;
using InvestmentAssistant.Api.Platform.Markets.Earnings;
using InvestmentAssistant.Api.Platform.Markets.Equities;
using InvestmentAssistant.Api.Platform.Markets.Fundamentals;
using InvestmentAssistant.Api.Platform.Markets.Storage;
using InvestmentAssistant.Api.Platform.Persistence;
using Marten;

namespace InvestmentAssistant.Api.Platform.Markets;

public static class MarketsExtensions
{
    /// <summary>Trades, bars, closes, the US equity feed that fills them, and what companies report.</summary>
    public static IServiceCollection AddMarkets(this IServiceCollection services, IConfiguration configuration) =>
        services.AddMarketStore().AddUsEquities().AddEarnings().AddFundamentals()
            .Configure<RetentionOptions>(configuration.GetSection("Retention")).AddDataSetJob<RetentionJob>();

    /// <summary>Where ticks, bars, closes and last quotes are kept and read.</summary>
    public static IServiceCollection AddMarketStore(this IServiceCollection services)
    {
        services.AddSingleton<ISchemaPart, MarketSchema>();
        services.ConfigureMarten(MarketSchema.Declare);
        services.AddSingleton<MarketDay>();
        services.AddSingleton<TickPartitions>();
        services.AddSingleton<MarketStore>();
        services.AddSingleton<IMarketStore>(sp => sp.GetRequiredService<MarketStore>());
        services.AddSingleton<TradePipeline>();
        services.AddSingleton<ILastQuotes, LastQuotes>();
        services.AddFallback<CryptoQuote>("crypto").AddFallback<EquityQuote>("sp500").AddFallback<EquityQuote>("etf");
        services.AddSingleton<IMarketAggregates, MarketAggregates>().AddSingleton<SessionBars>();
        services.AddSingleton<IChartReader, ChartReader>();
        services.AddSingleton<PreviousCloses>();
        services.AddSingleton<IPreviousCloses>(sp => sp.GetRequiredService<PreviousCloses>());
        services.AddHostedService(sp => sp.GetRequiredService<PreviousCloses>());
        return services;
    }

    private static IServiceCollection AddFallback<TQuote>(this IServiceCollection services, string board) where TQuote : class, IBoardItem<TQuote> =>
        services.AddKeyedSingleton<IBoardFallback<TQuote>>(board, (sp, _) => new LastQuotesFallback<TQuote>(
            sp.GetRequiredService<ILastQuotes>(), sp.GetRequiredService<InstrumentDirectory>(), board));
}
