using InvestmentAssistant.Api.Platform.Markets;
using InvestmentAssistant.Api.Platform.MarketTime;
using Microsoft.Extensions.Options;
using NodaTime;

namespace InvestmentAssistant.Api.Platform.Boards;

public static class BoardsExtensions
{
    /// <summary>
    /// Redis, the boards and their publishers. Each board and publisher is registered under its name (<c>[FromKeyedServices("sp500")]</c>); crypto's,
    /// the only one of its item type, also without.
    /// </summary>
    public static IServiceCollection AddBoards(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BoardOptions>().Bind(configuration.GetSection("Boards"));
        services.AddSingleton(_ => new RedisConnection(RedisConnection.OptionsFrom(configuration)));
        services.AddBoard<CryptoQuote>(BoardDefinition.Crypto);
        services.AddBoard<EquityQuote>(BoardDefinition.Sp500);
        services.AddBoard<EquityQuote>(BoardDefinition.Etf);
        services.AddSingleton<IBoard<CryptoQuote>>(s => s.GetRequiredKeyedService<IBoard<CryptoQuote>>("crypto"));
        services.AddSingleton<IBoardPublisher<CryptoQuote>>(s => s.GetRequiredKeyedService<IBoardPublisher<CryptoQuote>>("crypto"));
        return services;
    }

    private static void AddBoard<TItem>(this IServiceCollection services, BoardDefinition definition) where TItem : class, IBoardItem<TItem>
    {
        services.AddSingleton(definition);
        services.AddKeyedSingleton(definition.Name, (s, _) => new Board<TItem>(
            definition,
            s.GetRequiredService<RedisConnection>(),
            s.GetKeyedService<IBoardFallback<TItem>>(definition.Name) ?? s.GetService<IBoardFallback<TItem>>(),
            s.GetRequiredService<MarketCalendar>(),
            s.GetRequiredService<IClock>(),
            s.GetRequiredService<IOptions<BoardOptions>>(),
            s.GetRequiredService<ILogger<Board<TItem>>>()));
        services.AddKeyedSingleton<IObservableBoard<TItem>>(definition.Name, (s, _) => s.GetRequiredKeyedService<Board<TItem>>(definition.Name));
        services.AddKeyedSingleton<IBoard<TItem>>(definition.Name, (s, _) => s.GetRequiredKeyedService<Board<TItem>>(definition.Name));
        services.AddKeyedSingleton<IBoardPublisher<TItem>>(definition.Name, (s, _) => new BoardPublisher<TItem>(
            definition,
            s.GetRequiredService<RedisConnection>(),
            s.GetRequiredService<IOptions<BoardOptions>>(),
            s.GetRequiredService<ILogger<BoardPublisher<TItem>>>()));
        services.AddSingleton<IHostedService>(s => s.GetRequiredKeyedService<Board<TItem>>(definition.Name));
    }
}
