using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.MarketTime;
using InvestmentAssistant.Api.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Markets.Equities.Boards;

public static class EquityBoardsExtensions
{
    /// <summary>What the REST slices of a US board stand on, each under the board's name.</summary>
    public static IServiceCollection AddEquityBoard(this IServiceCollection services, string board)
    {
        services.TryAddSingleton<InstrumentDirectory>();
        services.TryAddSingleton<EquityCharts>();
        services.AddKeyedSingleton(board, (s, _) => new EquityBoard(
            board, s.GetRequiredKeyedService<IBoard<EquityQuote>>(board), s.GetRequiredService<InstrumentDirectory>(),
            s.GetRequiredService<MarketCalendar>(), s.GetRequiredService<IClock>()));
        services.AddKeyedSingleton(board, (s, _) => new SessionTradeCount(
            board, s.GetRequiredService<NpgsqlDataSource>(), s.GetRequiredService<InstrumentDirectory>(), s.GetRequiredService<AnswerCache>(),
            s.GetRequiredService<MarketCalendar>(), s.GetRequiredService<IClock>()));
        services.AddKeyedSingleton(board, (s, _) => new EquityBoardState(
            s.GetRequiredKeyedService<EquityBoard>(board), s.GetRequiredKeyedService<SessionTradeCount>(board),
            s.GetRequiredService<IFeedStatusReader>(), s.GetRequiredService<IClock>(), s.GetRequiredService<Uptime>()));
        return services;
    }
}
