using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpenTelemetry.Instrumentation.StackExchangeRedis;
using OpenTelemetry.Trace;

namespace InvestmentAssistant.Api.Platform.Boards;

public static class BoardsExtensions
{
    /// <summary>Redis and the settings of all boards.</summary>
    public static IServiceCollection AddBoards(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BoardOptions>().Bind(configuration.GetSection("Boards"));
        services.TryAddSingleton<PublishingRights>();
        services.AddMeters<BoardMeters>();
        // Without a tracer nothing drains what its instrumentation notes of each command.
        services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddRedisInstrumentation());
        services.AddSingleton(s => new RedisConnection(RedisConnection.OptionsFrom(configuration), opened =>
        {
            if (s.GetService<TracerProvider>() is not null)
                s.GetRequiredService<StackExchangeRedisInstrumentation>().AddConnection(opened);
        }));
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
        services.AddSingleton<IBoardFigures>(s => s.GetRequiredKeyedService<Board<TItem>>(definition.Name));
        services.AddSingleton<IHostedService>(s => s.GetRequiredKeyedService<Board<TItem>>(definition.Name));
        return services;
    }
}
