using InvestmentAssistant.Api.Features.Health.Parts;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Secrets;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Features.Health;

/// <summary>Health: how the process and its parts are, for people, load balancers and Kubernetes.</summary>
public sealed class HealthFeature : IFeature
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ISchemaPart, HealthSchema>();
        services.AddSingleton<IHealthPart, PostgresPart>();
        services.AddSingleton<IHealthPart, RedisPart>();
        services.AddSingleton<IHealthPart, FeedsPart>();
        services.AddSingleton<RouterList>();
        services.AddSecretRedactor().AddSingleton<HealthMonitor>();
        services.AddSingleton<ProcessHealth>();
        services.AddSingleton<IMemoryAnswer>(sp => sp.GetRequiredService<ProcessHealth>());
        services.AddHostedService<HealthProbe>();
    }
}
