using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Platform.Boards;

public static class BoardsExtensions
{
    /// <summary>Redis and the settings of all boards.</summary>
    public static IServiceCollection AddBoards(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BoardOptions>().Bind(configuration.GetSection("Boards"));
        services.TryAddSingleton<PublishingRights>();
        services.AddSingleton(_ => new RedisConnection(RedisConnection.OptionsFrom(configuration)));
        return services;
    }

    /// <summary>
    /// A board and its publisher, registered under the board's name (<c>[FromKeyedServices(name)]</c>). Called in the door of the feature
    /// that owns the board.
    /// </summary>
    public static IServiceCollection AddBoard<TItem>(this IServiceCollection services, BoardDefinition definition)
        where TItem : class, IBoardItem<TItem>
    {
        services.AddSingleton(definition);
        services.AddKeyedSingleton(definition.Name, (s, _) =>
            new Board<TItem>(
                definition,
                s.GetRequiredService<RedisConnection>(),
                s.GetKeyedService<IBoardFallback<TItem>>(definition.Name) ?? s.GetService<IBoardFallback<TItem>>(),
                s.GetRequiredService<MarketCalendar>(),
                s.GetRequiredService<IClock>(),
                s.GetRequiredService<IOptions<BoardOptions>>(),
                s.GetRequiredService<ILogger<Board<TItem>>>()
            )
        );
        services.AddKeyedSingleton<IObservableBoard<TItem>>(definition.Name, (s, _) =>
            s.GetRequiredKeyedService<Board<TItem>>(definition.Name)
        );
        services.AddKeyedSingleton<IBoard<TItem>>(definition.Name, (s, _) => s.GetRequiredKeyedService<Board<TItem>>(definition.Name));
        services.AddKeyedSingleton<IBoardPublisher<TItem>>(definition.Name, (s, _) =>
            new BoardPublisher<TItem>(
                definition,
                s.GetRequiredService<RedisConnection>(),
                s.GetRequiredService<IOptions<BoardOptions>>(),
                s.GetRequiredService<PublishingRights>(),
                s.GetRequiredService<IClock>(),
                s.GetRequiredService<ILogger<BoardPublisher<TItem>>>()
            )
        );
        services.AddSingleton<IHostedService>(s => s.GetRequiredKeyedService<Board<TItem>>(definition.Name));
        return services;
    }
}
