using InvestmentAssistant.Api.Platform;

namespace InvestmentAssistant.Api.Features.Ingestion;

/// <summary>How the data comes in: the state of every data set and live feed, and runs by hand. The work itself is the platform's.</summary>
public sealed class IngestionFeature : IFeature
{
    public const string Tag = "Ingestion";

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<AdminKey>();
}
