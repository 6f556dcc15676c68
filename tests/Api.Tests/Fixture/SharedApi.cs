using Alba;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.MarketSimulator;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>The one in-memory API of the test run, with what it stands on.</summary>
public sealed class SharedApi : IAsyncDisposable
{
    private SharedApi(IAlbaHost host, SimulatorHost simulator, string postgres, string redis, string mails)
    {
        Mails = mails;
        Host = host;
        Simulator = simulator;
        Postgres = postgres;
        Redis = redis;
    }

    public IAlbaHost Host { get; }

    /// <summary>The host's market, moving at any hour. It serves all test classes: a test that plays faults takes a simulator of its own.</summary>
    public SimulatorHost Simulator { get; }

    /// <summary>Npgsql connection string of the host's database.</summary>
    public string Postgres { get; }

    /// <summary>host:port of the host's Redis.</summary>
    public string Redis { get; }

    /// <summary>Folder into which the host puts its mails.</summary>
    public string Mails { get; }

    internal static async Task<SharedApi> StartAsync(LocalServices services)
    {
        var postgres = await services.NewDatabaseAsync();
        var redis = (await services.RedisAsync()).Endpoint;
        // Without this the host guesses its content root from the folder of the solution and its own assembly name, and guesses wrong.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_API", Repository.Current.ApiFolder);
        // Slower than ./run: enough to see prices move, and two cores are left for the tests.
        var simulator = await SimulatorHost.Create(new SimulatorOptions { AlwaysOpen = true, CryptoPerSecond = 40, StocksPerSecond = 40, NewsDays = 20 });
        var settings = new ApiSettings
        {
            Postgres = postgres, Redis = redis, Simulator = simulator.Address.ToString().TrimEnd('/'), MailFolder = services.Folder("mail"),
        };
        // Any type of the API's assembly names its entry point; Program itself exists in the simulator too.
        var host = await AlbaHost.For<AppRoles>(builder =>
        {
            foreach (var (key, value) in settings.ToConfiguration())
                builder.UseSetting(key, value);
            builder.UseSetting("LOG_LEVEL", "error");
        });
        return new SharedApi(host, simulator, postgres, redis, settings.MailFolder);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}

/// <summary>Class fixture for tests that talk to the shared API: <c>public sealed class XTests(ApiHost api) : IClassFixture&lt;ApiHost&gt;</c>.</summary>
public sealed class ApiHost(LocalServices services) : IAsyncLifetime
{
    private SharedApi _api = null!;

    /// <summary>Scenarios, services and an HttpClient of the shared host.</summary>
    public IAlbaHost Host => _api.Host;

    /// <summary>The simulated market it lives on.</summary>
    public SimulatorHost Simulator => _api.Simulator;

    /// <summary>Npgsql connection string of the host's database.</summary>
    public string Postgres => _api.Postgres;

    /// <summary>host:port of the host's Redis.</summary>
    public string Redis => _api.Redis;

    /// <summary>Folder into which the host puts its mails.</summary>
    public string Mails => _api.Mails;

    public async ValueTask InitializeAsync() => _api = await services.ApiAsync();

    /// <summary>The host lives on for the other classes.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
