using InvestmentAssistant.Api.Platform;

namespace InvestmentAssistant.Api.Features.Ingestion;

/// <summary>Shows the state of every data set and live feed, and starts runs by hand. The platform does the work.</summary>
public sealed class IngestionFeature : IFeature
{
    public const string Tag = "Ingestion";

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<AdminKey>();
}
