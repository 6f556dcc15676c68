using InvestmentAssistant.Api.Platform;

namespace InvestmentAssistant.Api.Features.Ingestion;

/// <summary>Shows the state of every data set and live feed, and starts runs by hand. The platform does the work.</summary>
public sealed class IngestionFeature : IFeature
{
    public const string Tag = "Ingestion";

    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [new(Tag, "데이터 수집", "Operations", "운영", "What is held, how fresh it is, and runs of jobs.") { Place = 99 }];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<AdminKey>();
}
