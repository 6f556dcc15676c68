using InvestmentAssistant.Api.Features.Streaming.Connections;
using InvestmentAssistant.Api.Features.Streaming.Hub;
using InvestmentAssistant.Api.Features.Streaming.Wire;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Telemetry;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Streaming;

/// <summary>
/// Live streams of every registered topic: two WebSocket dialects and server-sent events. The topics come from the features that own the
/// boards.
/// </summary>
public sealed class StreamingFeature : IFeature
{
    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new("Streams", "실시간 스트림", "Live streams", "실시간WebSocket", "State of the live streams, which /asyncapi.json describes.")
        {
            Place = 40,
        },
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StreamOptions>().Bind(configuration.GetSection("Streaming"));
        services.AddSingleton<IHealthPart, StreamsPart>();
        services.AddSingleton<StreamGate>();
        services.AddSingleton(s => new DeflateBudget(
            s.GetRequiredService<IOptions<StreamOptions>>().Value.DeflateShare,
            TimeProvider.System
        ));
        services.AddSingleton<HubParts>();
        services.AddSingleton<StreamSession>();
        services.AddSingleton<EventStream>();
        services.AddSingleton(s => new StreamReport(
            s.GetServices<TopicHub>(),
            s.GetServices<BoardDefinition>(),
            s.GetRequiredService<StreamGate>(),
            s.GetRequiredService<RedisConnection>()
        ));
        services.AddHostedService<StreamClock>();
        services.AddMeters<StreamMeters>().AddMeters<StreamLag>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        // CONNECT is how HTTP/2 opens a WebSocket (RFC 8441).
        string[] methods = ["GET", "CONNECT"];
        string[] query = ["symbols", "interval", "format", "epoch", "since"];
        var hubs = routes.ServiceProvider.GetServices<TopicHub>().ToList();
        var session = routes.ServiceProvider.GetRequiredService<StreamSession>();
        var events = routes.ServiceProvider.GetRequiredService<EventStream>();
        foreach (var hub in hubs)
        {
            routes
                .MapMethods("/ws/" + hub.Topic, methods, http => session.ServeAsync(http, hub, Dialect.Changes))
                // A page sees no HTTP status of a refused handshake.
                .WithMetadata(new TakesQuery(IsStrict: false, query))
                .ExcludeFromDescription();
            routes
                .MapMethods("/api/v1/ws/" + hub.Topic, methods, http => session.ServeAsync(http, hub, Dialect.FullBoard))
                .ExcludeFromDescription();
            routes
                .MapMethods("/sse/" + hub.Topic, ["GET", "HEAD"], http => events.ServeAsync(http, hub))
                .WithMetadata(new TakesQuery(IsStrict: true, query))
                .ExcludeFromDescription();
        }
    }
}
