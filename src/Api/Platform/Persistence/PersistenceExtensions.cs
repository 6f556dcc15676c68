namespace InvestmentAssistant.Api.Platform.Persistence;

public static class PersistenceExtensions
{
    /// <summary>One Npgsql data source for all, Marten over it, the documents and tables of every feature.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IFeature> features) =>
        services;
}
