using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.LocalRun.Replay;
using InvestmentAssistant.LocalRun.Services;
using NodaTime;

namespace InvestmentAssistant.LocalRun;

/// <summary>
/// Everything <c>./run</c> starts: private PostgreSQL and Redis, the simulated market, the API. Starting returns when the API is healthy;
/// a part that ends later is started again; disposing stops all of it, the API first.
/// </summary>
public sealed class LocalSystem : IAsyncDisposable
{
    /// <summary>
    /// From the launch of the API to the first recorded minute: long enough to become healthy and for a client to connect, so that it
    /// misses nothing.
    /// </summary>
    private static readonly Duration ReplayLead = Duration.FromSeconds(15);

    private static readonly TimeSpan HealthLimit = TimeSpan.FromSeconds(90);

    private readonly RunOptions _options;
    private readonly Repository _repository;
    private readonly TextWriter _output;
    private readonly EndpointsFile _endpointsFile;
    private readonly HealthProbe _probe = new();
    private int _managementPort;
    private PrivatePostgres? _postgres;
    private PrivateRedis? _redis;
    private WebProgram? _simulator;
    private WebProgram? _api;

    private LocalSystem(RunOptions options, Repository repository, TextWriter output)
    {
        _options = options;
        _repository = repository;
        _output = output;
        _endpointsFile = new EndpointsFile(repository.LocalFolder);
    }

    /// <summary>Address of the API.</summary>
    public string ApiUrl => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_options.Port}");

    /// <summary>Where the API's metrics are.</summary>
    public string MetricsUrl => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_managementPort}/metrics");

    /// <summary>What <c>/health/detailed</c> said last.</summary>
    public string Status { get; private set; } = "unknown";

    /// <summary>The streamed topics, as the API lists them.</summary>
    public IReadOnlyList<string> Topics { get; private set; } = [];

    public static async Task<LocalSystem> StartAsync(
        RunOptions options,
        Repository repository,
        RecordedMinutes? recording,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var system = new LocalSystem(options, repository, output);
        try
        {
            await system.StartPartsAsync(recording, cancellationToken);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Tells how the first fill goes, until all is there.</summary>
    public Task ReportFillAsync(CancellationToken cancellationToken) =>
        new FillProgress(_probe, ApiUrl, _output).ReportAsync(cancellationToken);

    /// <summary>Starts each part again that ends by itself, on the address it had. Returns when cancelled.</summary>
    /// <exception cref="LocalRunException">A part could not be started five times in a row.</exception>
    public async Task KeepRunningAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> parts =
        [
            KeepAsync("PostgreSQL", () => _postgres!.Process, _postgres!.StartServerAsync, stop.Token),
            KeepAsync("Redis", () => _redis!.Process, _redis!.StartServerAsync, stop.Token),
            KeepAsync("API", () => _api!.Process, _api!.StartAsync, stop.Token),
        ];
        if (_simulator is not null)
            parts.Add(KeepAsync("Simulator", () => _simulator.Process, _simulator.StartAsync, stop.Token));
        var first = await Task.WhenAny(parts);
        await stop.CancelAsync();
        await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    public async ValueTask DisposeAsync()
    {
        _endpointsFile.Remove();
        if (_api is not null)
            await _api.StopAsync(TimeSpan.FromSeconds(20));
        List<Task> rest = [];
        if (_simulator is not null)
            rest.Add(_simulator.StopAsync(TimeSpan.FromSeconds(3)));
        if (_redis is not null)
            rest.Add(_redis.DisposeAsync().AsTask());
        if (_postgres is not null)
            rest.Add(_postgres.DisposeAsync().AsTask());
        await Task.WhenAll(rest);
        _probe.Dispose();
    }

    private async Task StartPartsAsync(RecordedMinutes? recording, CancellationToken cancellationToken)
    {
        _endpointsFile.Remove();
        var clock = recording is null ? [] : ClockSettings(recording, _options.Replay!.Speed);
        var simulatorUrl = _options.Live ? null : string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}");

        var postgres = StartPostgresAsync(cancellationToken);
        var redis = StartRedisAsync(cancellationToken);
        if (simulatorUrl is not null)
            await StartSimulatorAsync(simulatorUrl, clock);
        await Task.WhenAll(postgres, redis);

        var database = await postgres;
        await StartApiAsync(database, simulatorUrl, clock, cancellationToken);
        _endpointsFile.Write(
            new Endpoints(
                ApiUrl,
                database,
                _redis!.Endpoint,
                simulatorUrl,
                _options.Live ? "live" : "simulated",
                Environment.ProcessId,
                MetricsUrl
            )
        );
    }

    private async Task<string> StartPostgresAsync(CancellationToken cancellationToken)
    {
        var took = Stopwatch.StartNew();
        var folder = Path.Combine(_repository.LocalFolder, "postgres");
        _postgres = await PrivatePostgres.StartAsync(new PostgresOptions(folder, Log("postgres")), cancellationToken);
        // Each kind of run has its own data: simulated prices must never be found among real ones.
        var name =
            _options.Live ? "live"
            : _options.Replay is { } replay ? "replay_" + Hash(Path.GetFullPath(replay.Minutes))
            : "simulated";
        var database = await _postgres.CreateDatabaseAsync(name, _options.Fresh || _options.Replay is not null, cancellationToken);
        Say("PostgreSQL", $"127.0.0.1:{_postgres.Port}", took);
        if (_postgres.Folder != folder)
            await _output.WriteLineAsync(
                $"  (data in {_postgres.Folder}: PostgreSQL refuses to run as root, and its account cannot reach {folder})"
            );
        return database;
    }

    private async Task StartRedisAsync(CancellationToken cancellationToken)
    {
        var took = Stopwatch.StartNew();
        _redis = await PrivateRedis.StartAsync(Path.Combine(_repository.LocalFolder, "redis"), Log("redis"), cancellationToken);
        Say("Redis", _redis.Endpoint, took);
    }

    private async Task StartSimulatorAsync(string url, Dictionary<string, string> clock)
    {
        var environment = new Dictionary<string, string>(clock) { ["ASPNETCORE_URLS"] = url };
        if (_options.Replay is { } replay)
        {
            environment["Simulator__Replay"] = Path.GetFullPath(replay.Minutes);
            if (replay.Daily is not null)
                environment["Simulator__Daily"] = Path.GetFullPath(replay.Daily);
        }
        else
        {
            environment["Simulator__AlwaysOpen"] = "true";
        }
        var spec = new ChildSpec("simulator", [DotnetHost.Path, _repository.SimulatorDll], Log("simulator"))
        {
            Environment = environment,
            HideVariable = ApiSettings.IsForeign,
            WorkingFolder = _repository.SimulatorFolder,
        };
        _simulator = new WebProgram("The simulator", spec, url + "/", _probe);
        await _simulator.LaunchAsync();
    }

    private async Task StartApiAsync(
        string database,
        string? simulatorUrl,
        Dictionary<string, string> clock,
        CancellationToken cancellationToken
    )
    {
        var took = Stopwatch.StartNew();
        var environment = new Dictionary<string, string>();
        if (_options.Live)
        {
            foreach (var (name, value) in DotEnv.Read(Path.Combine(_repository.Root, ".env")).Where(v => !ApiSettings.IsForeign(v.Key)))
                environment[name] = value;
        }
        _managementPort = FreePort.Next();
        var settings = new ApiSettings
        {
            Postgres = await _postgres!.ServingConnectionStringAsync(database, cancellationToken),
            PostgresOwner = database,
            Redis = _redis!.Endpoint,
            Simulator = simulatorUrl,
            Live = _options.Live,
            Url = ApiUrl,
            MailFolder = Path.Combine(_repository.LocalFolder, "mail"),
            ManagementPort = _managementPort,
        };
        foreach (var (name, value) in settings.ToEnvironment().Concat(clock))
            environment[name] = value;
        environment["CORS_ALLOW_LOOPBACK"] = "true";
        var spec = new ChildSpec("api", [DotnetHost.Path, _repository.ApiDll], Log("api"))
        {
            Environment = environment,
            HideVariable = ApiSettings.IsForeign,
            WorkingFolder = _repository.ApiFolder,
        };
        _api = new WebProgram("The API", spec, ApiUrl + "/health/live", _probe);
        await _api.LaunchAsync();
        await WaitForHealthAsync(took, cancellationToken);
        Say("API", ApiUrl, took);
    }

    private async Task WaitForHealthAsync(Stopwatch took, CancellationToken cancellationToken)
    {
        for (var said = 0; took.Elapsed < HealthLimit; )
        {
            if (_api!.Process.HasExited)
                throw _api.Ended();
            Status = await _probe.StatusAsync(ApiUrl, cancellationToken) ?? Status;
            if (Status is "healthy")
            {
                Topics = await _probe.JsonAsync(ApiUrl + "/boards.json", cancellationToken) is { ValueKind: JsonValueKind.Array } boards
                    ? [.. boards.EnumerateArray().Select(b => b.GetProperty("topic").GetString()!)]
                    : [];
                return;
            }
            if (took.Elapsed.TotalSeconds >= (said + 1) * 5)
                await _output.WriteLineAsync(
                    string.Create(CultureInfo.InvariantCulture, $"  waiting for the API ({++said * 5} s, status: {Status}) ...")
                );
            await Task.Delay(50, cancellationToken);
        }
        if (Status is "unknown")
            throw _api!.Silent();
    }

    private Task KeepAsync(string part, Func<ChildProcess> current, Func<CancellationToken, Task> start, CancellationToken stop) =>
        new Supervisor(part, _output, TimeProvider.System).KeepAsync(current, start, stop);

    private static Dictionary<string, string> ClockSettings(RecordedMinutes recording, decimal speed)
    {
        Dictionary<string, string> settings = new()
        {
            ["Clock__Start"] = recording.First.ToString(),
            ["Clock__Speed"] = speed.ToString(CultureInfo.InvariantCulture),
            ["Clock__Origin"] = (SystemClock.Instance.GetCurrentInstant() + ReplayLead).ToString(
                "uuuu-MM-dd'T'HH:mm:ss.fff'Z'",
                CultureInfo.InvariantCulture
            ),
        };
        for (var i = 0; i < recording.Skips.Count; i++)
        {
            settings[$"Clock__Skips__{i}__From"] = recording.Skips[i].From.ToString();
            settings[$"Clock__Skips__{i}__To"] = recording.Skips[i].To.ToString();
        }
        return settings;
    }

    private void Say(string part, string address, Stopwatch took) =>
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {part, -11} {address, -24} {took.Elapsed.TotalSeconds:0.0} s"));

    private string Log(string name) => Path.Combine(_repository.Logs, name + ".log");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
