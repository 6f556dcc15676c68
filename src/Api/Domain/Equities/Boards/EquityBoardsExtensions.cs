using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.Equities.Boards;

public static class EquityBoardsExtensions
{
    /// <summary>A US board, and what its REST slices stand on, each under the board's name.</summary>
    /// <param name="services">The services.</param>
    /// <param name="definition">The board.</param>
    /// <param name="precedence">A symbol that is listed on two boards belongs to the one with the lower number.</param>
    public static IServiceCollection AddEquityBoard(this IServiceCollection services, BoardDefinition definition, int precedence)
    {
        var board = definition.Name;
        services.AddQuoteBoard<EquityQuote>(definition);
        services.AddSingleton(new UsBoard(board, precedence));
        services.TryAddSingleton<InstrumentDirectory>();
        services.TryAddScoped<EquityCharts>();
        services.AddKeyedSingleton(board, (s, _) =>
            new EquityBoard(
                board,
                s.GetRequiredKeyedService<IBoard<EquityQuote>>(board),
                s.GetRequiredService<InstrumentDirectory>(),
                s.GetRequiredService<MarketCalendar>(),
                s.GetRequiredService<IClock>()
            )
        );
        services.AddKeyedSingleton(board, (s, _) =>
            new SessionTradeCount(
                board,
                s.GetRequiredKeyedService<NpgsqlDataSource>(PostgresSources.Reads),
                s.GetRequiredService<InstrumentDirectory>(),
                s.GetRequiredService<AnswerCache>(),
                s.GetRequiredService<MarketCalendar>(),
                s.GetRequiredService<IClock>()
            )
        );
        services.AddKeyedSingleton(board, (s, _) =>
            new EquityBoardState(
                s.GetRequiredKeyedService<EquityBoard>(board),
                s.GetRequiredKeyedService<SessionTradeCount>(board),
                s.GetRequiredService<IFeedStatusReader>(),
                s.GetRequiredService<IClock>(),
                s.GetRequiredService<Uptime>()
            )
        );
        return services;
    }
}
