using JasperFx;
using Marten;
using NodaTime.Serialization.SystemTextJson;
using Npgsql;
using Weasel.Core;

namespace InvestmentAssistant.Api.Platform.Persistence;

public static class PersistenceExtensions
{
    /// <summary>Schema of the documents; plain tables choose their own (market, ...).</summary>
    public const string DocumentSchema = "app";

    /// <summary>The connections of this process, Marten over them, the documents and tables of every feature.</summary>
    public static IServiceCollection AddPersistence(
        this IServiceCollection services,
        IConfiguration configuration,
        IReadOnlyList<IFeature> features
    )
    {
        // Read when first used: a test host may have overridden the settings by then.
        services.AddSingleton(sp => new PostgresSources(sp.GetRequiredService<IConfiguration>(), sp.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(sp => sp.GetRequiredService<PostgresSources>().Primary);
        services.AddKeyedSingleton(PostgresSources.Reads, (sp, _) => sp.GetRequiredService<PostgresSources>().ForReads);
        services.AddKeyedSingleton(PostgresSources.Sessions, (sp, _) => sp.GetRequiredService<PostgresSources>().ForSessions);
        services.AddMarten(sp => StoreOver(sp.GetRequiredService<PostgresSources>().Serve, features)).UseLightweightSessions();

        services.AddSingleton(sp => new SchemaOwner(
            sp.GetRequiredService<IConfiguration>(),
            sp.GetRequiredService<NpgsqlDataSource>(),
            sp.GetRequiredService<IDocumentStore>(),
            source =>
            {
                var store = StoreOver(s => s.Connection(source), features);
                // What AddMarten does with the store that serves.
                foreach (var more in sp.GetServices<IConfigureMarten>())
                    more.Configure(sp, store);
                return new DocumentStore(store);
            }
        ));
        services.AddSingleton<SchemaApplier>();
        services.AddSingleton<SchemaGate>();
        services.AddHostedService<SchemaAtStart>();
        services.AddSingleton<ICliCommand, SchemaApplyCommand>();
        return services;
    }

    private static StoreOptions StoreOver(Action<StoreOptions> connect, IReadOnlyList<IFeature> features)
    {
        var store = new StoreOptions();
        connect(store);
        Configure(store);
        foreach (var feature in features)
            feature.ConfigureStore(store);
        return store;
    }

    /// <summary>Settings of every document: its schema, its JSON, and no change of the schema while serving.</summary>
    public static void Configure(StoreOptions store)
    {
        store.DatabaseSchemaName = DocumentSchema;
        store.AutoCreateSchemaObjects = AutoCreate.None;
        store.DisableNpgsqlLogging = true;
        store.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.SnakeCase, json =>
            json.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb)
        );
        NodaTimeMembers.Register(store);
    }
}
