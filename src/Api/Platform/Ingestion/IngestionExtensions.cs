namespace InvestmentAssistant.Api.Platform.Ingestion;

public static class IngestionExtensions
{
    /// <summary>The clustered scheduler, run history, leases. Jobs and feeds run only in the ingest role; their status is read in any.</summary>
    public static IServiceCollection AddIngestion(this IServiceCollection services, IConfiguration configuration, AppRoles roles) => services;

    public static IServiceCollection AddDataSetJob<TJob>(this IServiceCollection services) where TJob : class, IDataSetJob =>
        services.AddSingleton<IDataSetJob, TJob>();

    public static IServiceCollection AddLiveFeed<TFeed>(this IServiceCollection services) where TFeed : class, ILiveFeed =>
        services.AddSingleton<ILiveFeed, TFeed>();
}
