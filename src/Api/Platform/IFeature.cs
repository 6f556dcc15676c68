using Marten;

namespace InvestmentAssistant.Api.Platform;

/// <summary>
/// The door of a feature. Each folder under Features has one implementation, found by reflection at start:
/// adding a feature is adding a folder, and nothing outside it changes.
/// </summary>
public interface IFeature
{
    /// <summary>The tags of the feature's operations.</summary>
    IReadOnlyList<ApiTag> Tags => [];

    /// <summary>Registers the feature's services, jobs, feeds and stream topics.</summary>
    void AddServices(IServiceCollection services, IConfiguration configuration) { }

    /// <summary>Declares the feature's documents and plain tables, so that one migration creates everything.</summary>
    void ConfigureStore(StoreOptions store) { }

    /// <summary>Maps what FastEndpoints does not serve (WebSocket routes, static pages). REST slices are found by themselves.</summary>
    void MapRoutes(IEndpointRouteBuilder routes) { }
}
