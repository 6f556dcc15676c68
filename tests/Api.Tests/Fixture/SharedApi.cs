using Alba;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion.Runs;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.MarketSimulator;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>The one in-memory API of the test run, with what it stands on.</summary>
public sealed class SharedApi : IAsyncDisposable
{
    /// <summary>The symbols and markets that have charts: those that tests ask for, and those that simulated posts are about.</summary>
    public static readonly string[] HistorySymbols =
    [
        "AAPL",
        "AMZN",
        "BA",
        "COIN",
        "DIS",
        "GOOGL",
        "INTC",
        "JPM",
        "META",
        "MSFT",
        "NVDA",
        "PLTR",
        "TSLA",
        "QQQ",
        "SPY",
        "KRW-BTC",
        "KRW-DOGE",
        "KRW-ETH",
        "KRW-SOL",
        "KRW-USDT",
        "KRW-XRP",
    ];

    private SharedApi(IAlbaHost host, SimulatorHost simulator, string postgres, string redis, string mails)
    {
        Mails = mails;
        Host = host;
        Simulator = simulator;
        Postgres = postgres;
        Redis = redis;
    }

    public IAlbaHost Host { get; }

    /// <summary>
    /// The host's market, moving at any hour. It serves all test classes: a test that plays faults takes a simulator of its own.
    /// </summary>
    public SimulatorHost Simulator { get; }

    /// <summary>Npgsql connection string of the host's database, as its owner.</summary>
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
        var simulator = await SimulatorHost.Create(
            new SimulatorOptions
            {
                AlwaysOpen = true,
                CryptoPerSecond = 40,
                StocksPerSecond = 40,
                NewsDays = 20,
                HistorySymbols = HistorySymbols,
            }
        );
        var settings = new ApiSettings
        {
            // As in an installation: the role that serves owns nothing.
            Postgres = await (await services.PostgresAsync()).ServingConnectionStringAsync(postgres, TestContext.Current.CancellationToken),
            PostgresOwner = postgres,
            Redis = redis,
            Simulator = simulator.Address.ToString().TrimEnd('/'),
            MailFolder = services.Folder("mail"),
        };
        // Any type of the API's assembly names its entry point; Program itself exists in the simulator too.
        var host = await AlbaHost.For<AppRoles>(builder =>
        {
            foreach (var (key, value) in settings.ToConfiguration())
                builder.UseSetting(key, value);
            builder.UseSetting("LOG_LEVEL", "error");
            builder.UseSetting("Http:AnswerWithin", PatientAnswers);
        });
        return new SharedApi(host, simulator, postgres, redis, settings.MailFolder);
    }

    /// <summary>
    /// Time that a read may take in the tests: while everything fills on two cores, a cold one takes longer than elsewhere.
    /// </summary>
    public const string PatientAnswers = "00:01:00";

    /// <summary>
    /// Waits until these data sets are filled, in this order. The host fills all in the background when it starts, one after the other;
    /// what has not had its turn yet is run now, and never beside a run that is under way, as on any host.
    /// </summary>
    public async Task FillAsync(params IReadOnlyList<string> dataSets)
    {
        var (runner, history) = (Host.Services.GetRequiredService<JobRunner>(), Host.Services.GetRequiredService<RunHistory>());
        var ct = TestContext.Current.CancellationToken;
        foreach (var name in dataSets)
        {
            await Wait.Until(
                async () =>
                    (await history.LatestAsync([name], ct))[0].LastSuccess is not null
                    || (await runner.RunAsync(name, RunTrigger.Start, null, ct)).Outcome is RunOutcome.Succeeded,
                TimeSpan.FromMinutes(10),
                $"{name} is filled"
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}

/// <summary>
/// Class fixture for tests that talk to the shared API: <c>public sealed class XTests(ApiHost api) : IClassFixture&lt;ApiHost&gt;</c>.
/// </summary>
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

    /// <inheritdoc cref="SharedApi.FillAsync"/>
    public Task FillAsync(params IReadOnlyList<string> dataSets) => _api.FillAsync(dataSets);

    public async ValueTask InitializeAsync() => _api = await services.ApiAsync();

    /// <summary>The host lives on for the other classes.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
