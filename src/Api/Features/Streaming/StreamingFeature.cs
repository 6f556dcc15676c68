using InvestmentAssistant.Api.Features.Streaming.Connections;
using InvestmentAssistant.Api.Platform;

namespace InvestmentAssistant.Api.Features.Streaming;

/// <summary>Live streams of every registered topic: two WebSocket dialects and server-sent events. The topics come from the features that own the boards.</summary>
public sealed class StreamingFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StreamOptions>().Bind(configuration.GetSection("Streaming"));
        services.AddSingleton<InvestmentAssistant.Api.Platform.Telemetry.IHealthPart, StreamsPart>();
        services.AddSingleton<StreamGate>();
        services.AddSingleton<StreamSession>();
        services.AddSingleton<EventStream>();
        services.AddSingleton(s => new StreamReport(s.GetServices<TopicHub>(), s.GetRequiredService<StreamGate>()));
        services.AddHostedService<StreamClock>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        // CONNECT is how HTTP/2 opens a WebSocket (RFC 8441).
        string[] methods = ["GET", "CONNECT"];
        var hubs = routes.ServiceProvider.GetServices<TopicHub>().ToList();
        var session = routes.ServiceProvider.GetRequiredService<StreamSession>();
        var events = routes.ServiceProvider.GetRequiredService<EventStream>();
        foreach (var hub in hubs)
        {
            routes.MapMethods("/ws/" + hub.Topic, methods, http => session.ServeAsync(http, hub, Dialect.Changes)).ExcludeFromDescription();
            routes.MapMethods("/api/v1/ws/" + hub.Topic, methods, http => session.ServeAsync(http, hub, Dialect.FullBoard)).ExcludeFromDescription();
            routes.MapGet("/sse/" + hub.Topic, http => events.ServeAsync(http, hub)).ExcludeFromDescription();
        }
    }
}
