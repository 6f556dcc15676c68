using InvestmentAssistant.Api.Domain;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Domain.Markets;

/// <summary>Class fixture: the market store over a database of this class alone, schema applied, at a time the test sets.</summary>
public sealed class MarketTestStore(LocalServices services) : IAsyncLifetime
{
    private ServiceProvider _provider = null!;

    public FakeClock Clock { get; } = new(Instant.FromUtc(2014, 6, 10, 0, 0));

    public string ConnectionString { get; private set; } = null!;

    public IMarketStore Store => Get<IMarketStore>();

    public NpgsqlDataSource Source => Get<NpgsqlDataSource>();

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await services.NewDatabaseAsync();
        _provider = Build(ConnectionString, Clock);
        await Get<SchemaApplier>().ApplyAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The platform's services as a replica has them.</summary>
    public static ServiceProvider Build(string connectionString, IClock clock, params ISchemaPart[] more)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Postgres"] = connectionString })
            .Build();
        var collection = new ServiceCollection();
        collection
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddMarketTime(configuration)
            .AddPersistence(configuration, [])
            .AddMarketStore();
        collection.AddSingleton(clock);
        foreach (var part in more)
            collection.AddSingleton(part);
        return collection.BuildServiceProvider();
    }

    public async Task<T> ScalarAsync<T>(string sql, params object[] parameters)
    {
        await using var command = Source.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
