using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets.Charts;
using InvestmentAssistant.Api.Domain.Markets.Storage;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Persistence;
using Marten;

namespace InvestmentAssistant.Api.Domain.Markets;

public static class MarketsExtensions
{
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
        services.AddSingleton<IMarketAggregates, MarketAggregates>().AddSingleton<SessionBars>();
        services.AddSingleton<IChartReader, ChartReader>();
        services.AddSingleton<PreviousCloses>();
        services.AddSingleton<IPreviousCloses>(sp => sp.GetRequiredService<PreviousCloses>());
        services.AddHostedService(sp => sp.GetRequiredService<PreviousCloses>());
        return services;
    }

    /// <summary>
    /// A board that shows the last quotes of the store until a live one comes. Called in the door of the feature that owns the board.
    /// </summary>
    public static IServiceCollection AddQuoteBoard<TQuote>(this IServiceCollection services, BoardDefinition board)
        where TQuote : class, IBoardItem<TQuote> =>
        services
            .AddBoard<TQuote>(board)
            .AddKeyedSingleton<IBoardFallback<TQuote>>(board.Name, (sp, _) =>
                new LastQuotesFallback<TQuote>(
                    sp.GetRequiredService<ILastQuotes>(),
                    sp.GetRequiredService<InstrumentDirectory>(),
                    board.Name
                )
            );
}
