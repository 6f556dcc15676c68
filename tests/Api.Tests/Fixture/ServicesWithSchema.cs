using System.Collections.Concurrent;
using InvestmentAssistant.Api.Platform.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>
/// Services over a database of one test. The first of a kind applies its schema; all later ones copy the database that this made, which
/// takes a tenth of the time.
/// </summary>
internal sealed class ServicesWithSchema(LocalServices services)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _templates = new(StringComparer.Ordinal);
    private int _databases;

    /// <inheritdoc cref="LocalServices.NewServicesAsync"/>
    public async Task<ServiceProvider> BuildAsync(
        IEnumerable<(string Key, string Value)> settings,
        Action<IServiceCollection, IConfiguration> add
    )
    {
        var postgres = await services.PostgresAsync();
        var database = Next("own");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings
                    .Append(("ConnectionStrings:Postgres", postgres.ConnectionString(database)))
                    .Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2))
            )
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration).AddLogging();
        add(collection, configuration);
        var provider = collection.BuildServiceProvider();
        var template = await _templates
            .GetOrAdd(provider.GetRequiredService<SchemaApplier>().Fingerprint, _ => new(() => MakeTemplateAsync(collection)))
            .Value;
        await ExecuteAsync($"create database {database} template {template}");
        return provider;
    }

    private string Next(string kind) => $"{kind}_{Interlocked.Increment(ref _databases)}";

    private async Task<string> MakeTemplateAsync(IServiceCollection collection)
    {
        var template = Next("schema");
        await ExecuteAsync($"create database {template}");
        var postgres = await services.PostgresAsync();
        // A pool of its own that is closed when it is disposed: a database with connections cannot be copied.
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Postgres", postgres.ConnectionString(template) + ";Pooling=false")])
            .Build();
        await using var provider = new ServiceCollection()
            .Add(collection)
            .AddSingleton<IConfiguration>(configuration)
            .BuildServiceProvider();
        await provider.GetRequiredService<SchemaApplier>().ApplyAsync(TestContext.Current.CancellationToken);
        return template;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection((await services.PostgresAsync()).ConnectionString("postgres"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
