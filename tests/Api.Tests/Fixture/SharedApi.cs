using Alba;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>The one in-memory API of the test run, with what it stands on.</summary>
public sealed class SharedApi : IAsyncDisposable
{
    private SharedApi(IAlbaHost host, string postgres, string redis)
    {
        Host = host;
        Postgres = postgres;
        Redis = redis;
    }

    public IAlbaHost Host { get; }

    /// <summary>Npgsql connection string of the host's database.</summary>
    public string Postgres { get; }

    /// <summary>host:port of the host's Redis.</summary>
    public string Redis { get; }

    internal static async Task<SharedApi> StartAsync(LocalServices services)
    {
        var postgres = await services.NewDatabaseAsync();
        var redis = (await services.RedisAsync()).Endpoint;
        // Without this the host guesses its content root from the folder of the solution and its own assembly name, and guesses wrong.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_API", Repository.Current.ApiFolder);
        var settings = new ApiSettings { Postgres = postgres, Redis = redis };
        // Any type of the API's assembly names its entry point; Program itself exists in the simulator too.
        var host = await AlbaHost.For<AppRoles>(builder =>
        {
            foreach (var (key, value) in settings.ToConfiguration())
                builder.UseSetting(key, value);
        });
        return new SharedApi(host, postgres, redis);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>Class fixture for tests that talk to the shared API: <c>public sealed class XTests(ApiHost api) : IClassFixture&lt;ApiHost&gt;</c>.</summary>
public sealed class ApiHost(LocalServices services) : IAsyncLifetime
{
    private SharedApi _api = null!;

    /// <summary>Scenarios, services and an HttpClient of the shared host.</summary>
    public IAlbaHost Host => _api.Host;

    /// <summary>Npgsql connection string of the host's database.</summary>
    public string Postgres => _api.Postgres;

    /// <summary>host:port of the host's Redis.</summary>
    public string Redis => _api.Redis;

    public async ValueTask InitializeAsync() => _api = await services.ApiAsync();

    /// <summary>The host lives on for the other classes.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
