using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.LocalRun.Services;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(LocalServices))]

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>
/// The services the tests stand on: one private PostgreSQL and one private Redis for the whole assembly, and one API host
/// (FastEndpoints' serializer settings are process-wide, so there can be only one). Each starts when the first test asks for it, so that a
/// run of pure unit tests starts nothing. A test class takes this in its constructor, or one of the narrower fixtures beside this file.
/// </summary>
public sealed class LocalServices : IAsyncDisposable
{
    /// <summary>A part that does not stop must not hold up the end of the run, which has all its results.</summary>
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("investment-assistant-test-");
    private readonly Lazy<Task<PrivatePostgres>> _postgres;
    private readonly Lazy<Task<PrivateRedis>> _redis;
    private readonly Lazy<Task<SharedApi>> _api;
    private readonly ServicesWithSchema _withSchema;
    private int _databases;

    public LocalServices()
    {
        // The account PostgreSQL runs as must be able to pass through when we are root.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_001_001);
        _postgres = new(() =>
            PrivatePostgres.StartAsync(
                new PostgresOptions(Folder("postgres"), Log("postgres")) { Durable = false, SharedBuffers = "64MB" },
                CancellationToken.None
            )
        );
        _redis = new(() => NewRedisAsync("redis"));
        _api = new(() => SharedApi.StartAsync(this));
        _withSchema = new(this);
    }

    /// <summary>The PostgreSQL of this test run.</summary>
    public Task<PrivatePostgres> PostgresAsync() => _postgres.Value;

    /// <summary>
    /// The Redis of this test run. Pub/sub channels are shared by all who use it: a test that publishes takes a Redis of its own.
    /// </summary>
    public Task<PrivateRedis> RedisAsync() => _redis.Value;

    /// <summary>The one in-memory API host of this test run, over its own database, Redis and simulated market.</summary>
    public Task<SharedApi> ApiAsync() => _api.Value;

    /// <summary>A new, empty database; returns its Npgsql connection string.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var postgres = await PostgresAsync();
        return await postgres.CreateDatabaseAsync(
            $"test_{Interlocked.Increment(ref _databases)}",
            fresh: true,
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>Builds services over a new database that has their schema.</summary>
    /// <param name="add">Adds them; logging and configuration are there already.</param>
    /// <param name="settings">Further configuration, as keys with colons.</param>
    public Task<ServiceProvider> NewServicesAsync(
        Action<IServiceCollection, IConfiguration> add,
        params IReadOnlyList<(string Key, string Value)> settings
    ) => _withSchema.BuildAsync(settings, add);

    /// <summary>Another Redis, which the caller may stop and start, and disposes.</summary>
    public Task<PrivateRedis> NewRedisAsync(string name = "own-redis")
    {
        var unique = name + "-" + Guid.NewGuid().ToString("N")[..8];
        return PrivateRedis.StartAsync(Folder(unique), Log(unique), CancellationToken.None);
    }

    /// <summary>A log file in the folder of this test run.</summary>
    public string Log(string name) => Path.Combine(_folder.FullName, "logs", name + ".log");

    /// <summary>A folder of this test run, removed at its end.</summary>
    public string Folder(string name) => Path.Combine(_folder.FullName, name);

    public async ValueTask DisposeAsync()
    {
        if (_api.IsValueCreated)
            await DisposeQuietlyAsync(_api.Value);
        if (_redis.IsValueCreated)
            await DisposeQuietlyAsync(_redis.Value);
        if (_postgres.IsValueCreated)
        {
            // Nothing to keep: the quick way down.
            if (_postgres.Value is { IsCompletedSuccessfully: true, Result: var postgres })
                postgres.Process.Send(Signal.Quit);
            await DisposeQuietlyAsync(_postgres.Value);
        }
        _folder.Delete(recursive: true);
    }

    /// <summary>A part that failed to start has failed the tests that asked for it; here it must not hide the others' end.</summary>
    private static async Task DisposeQuietlyAsync<T>(Task<T> part)
        where T : IAsyncDisposable
    {
        try
        {
            await (await part).DisposeAsync().AsTask().WaitAsync(s_stopLimit);
        }
        catch (Exception e)
        {
            TestContext.Current.SendDiagnosticMessage("Stopping {0}: {1}", typeof(T).Name, e.Message);
        }
    }
}
