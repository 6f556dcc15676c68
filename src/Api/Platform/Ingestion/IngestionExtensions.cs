using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Ingestion.Commands;
using InvestmentAssistant.Api.Platform.Ingestion.Feeds;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Ingestion.Runs;
using InvestmentAssistant.Api.Platform.Ingestion.Scheduling;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Secrets;
using InvestmentAssistant.Api.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Quartz;

namespace InvestmentAssistant.Api.Platform.Ingestion;

public static class IngestionExtensions
{
    /// <summary>
    /// The clustered scheduler, run history, leases. Jobs and feeds run only in the ingest role; their status is read in any.
    /// </summary>
    public static IServiceCollection AddIngestion(this IServiceCollection services, IConfiguration configuration, AppRoles roles)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PublishingRights>();
        services
            .AddSecretRedactor()
            .AddMeters<JobMeters>()
            .AddMeters<JobAgeMeters>()
            .AddMeters<FeedMeters>()
            .AddSingleton<JobCatalog>()
            .AddSingleton<RunHistory>()
            .AddSingleton<JobRunner>()
            .AddSingleton<DataSetStatusReader>()
            .AddItemRotation()
            .AddSingleton<LeaseKeeper>()
            .AddSingleton<FeedWatch>()
            .AddSingleton<BoardsFirst>()
            .AddSingleton<FeedStatusStore>()
            .AddSingleton<IFeedStatusReader>(s => s.GetRequiredService<FeedStatusStore>())
            .AddSingleton<ISchemaPart, RunHistorySchema>()
            .AddSingleton<ISchemaPart, FeedStatusSchema>()
            .AddSingleton<ICliCommand, JobsListCommand>()
            .AddSingleton<ICliCommand, JobsRunCommand>();

        // A replay runs on the recording's time; Quartz waits in real time, so a small scheduler of our own follows the clock instead.
        if (string.IsNullOrWhiteSpace(configuration["Clock:Start"]))
            services.AddScheduler<QuartzHost>().AddClusteredQuartz();
        else
            services.AddScheduler<ClockScheduler>();

        if (roles.Ingest)
            services
                .AddSingleton<DueRuns>()
                .AddHostedService<StartRuns>()
                .AddHostedService<RunHistoryKeeper>()
                .AddHostedService<FeedHost>();
        return services;
    }

    /// <summary>Registers the job of a data set.</summary>
    /// <param name="services">The services.</param>
    /// <param name="fillOrder">Its place in a first fill among the data sets of its provider: lower is earlier.</param>
    public static IServiceCollection AddDataSetJob<TJob>(this IServiceCollection services, int fillOrder)
        where TJob : class, IDataSetJob => services.AddSingleton<IDataSetJob, TJob>().AddSingleton(new FillOrder(typeof(TJob), fillOrder));

    /// <summary>Registers one of several jobs of a type.</summary>
    public static IServiceCollection AddDataSetJob<TJob>(
        this IServiceCollection services,
        int fillOrder,
        Func<IServiceProvider, TJob> create
    )
        where TJob : class, IDataSetJob => services.AddSingleton<IDataSetJob>(create).AddSingleton(new FillOrder(typeof(TJob), fillOrder));

    public static IServiceCollection AddLiveFeed<TFeed>(this IServiceCollection services)
        where TFeed : class, ILiveFeed => services.AddSingleton<ILiveFeed, TFeed>();

    private static IServiceCollection AddScheduler<THost>(this IServiceCollection services)
        where THost : BackgroundService, IJobRequests =>
        services
            .AddSingleton<THost>()
            .AddSingleton<IJobRequests>(s => s.GetRequiredService<THost>())
            .AddHostedService(s => s.GetRequiredService<THost>());

    private static void AddClusteredQuartz(this IServiceCollection services)
    {
        services.AddSingleton<ISchemaPart, QuartzSchema>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o =>
            {
                o.InstanceName = "investment-assistant";
                o.IdleWaitTime = TimeSpan.FromSeconds(5); // a run asked for on another replica is noticed this fast
                o.DefaultTimeZone = TimeZoneInfo.Utc;
                o.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(32); // jobs wait for networks, they need no core each
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(o =>
                {
                    o.TablePrefix = QuartzSchema.TablePrefix;
                    o.StoreJobDataAsStrings = true;
                });
                store.UsePostgres(source => source.DataSourceFactory = s => s.GetRequiredService<NpgsqlDataSource>());
                store.UseClustering(o =>
                {
                    o.CheckinInterval = TimeSpan.FromSeconds(5);
                    o.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
                });
            });
        });
    }
}
