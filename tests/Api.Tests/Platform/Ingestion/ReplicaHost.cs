using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InvestmentAssistant.Api.Tests.Platform.Ingestion;

/// <summary>A replica with the ingestion platform and nothing else, over a database that several of them may share.</summary>
internal sealed class ReplicaHost(IHost host) : IAsyncDisposable
{
    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Builds a replica; its schema is applied, its background work is not started.</summary>
    public static async Task<ReplicaHost> BuildAsync(
        string connectionString,
        Action<IServiceCollection>? add = null,
        IClock? clock = null,
        params (string Key, string Value)[] settings
    )
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            settings.Append(("ConnectionStrings:Postgres", connectionString)).Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2))
        );
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder
            .Services.AddSingleton(clock ?? SystemClock.Instance)
            .AddSingleton(new AppRoles(Api: true, Ingest: true))
            .AddPersistence(builder.Configuration, [])
            .AddProviders(builder.Configuration)
            .AddIngestion(builder.Configuration, new AppRoles(Api: true, Ingest: true));
        add?.Invoke(builder.Services);
        var replica = new ReplicaHost(builder.Build());
        await replica.Get<SchemaApplier>().ApplyAsync(TestContext.Current.CancellationToken);
        return replica;
    }

    public Task StartAsync() => host.StartAsync(TestContext.Current.CancellationToken);

    public Task StopAsync() => host.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await host.StopAsync(CancellationToken.None);
        }
        finally
        {
            host.Dispose();
        }
    }
}

/// <summary>A job of the tests: does what the test says, and knows how often.</summary>
internal sealed class TestJob(DataSetDescription description, Func<JobContext, CancellationToken, Task<JobOutcome>> run) : IDataSetJob
{
    private int _runs;

    public int Runs => Volatile.Read(ref _runs);

    public DataSetDescription Description => description;

    public Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        Interlocked.Increment(ref _runs);
        return run(context, ct);
    }

    /// <summary>A data set of our own (no provider needed), fresh for a day, not run at start, scheduled once a year.</summary>
    public static DataSetDescription Described(
        string name,
        string provider = "own",
        string schedule = "0 0 0 1 1 ?",
        Duration? freshFor = null,
        bool runAtStart = false
    ) => new(name, provider, name, schedule, freshFor ?? Duration.FromDays(1), runAtStart);

    public static TestJob Returning(DataSetDescription description, JobOutcome outcome) =>
        new(description, (_, _) => Task.FromResult(outcome));
}
