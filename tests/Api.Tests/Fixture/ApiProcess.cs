using System.Globalization;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>
/// The real API as a process of its own on a real Kestrel port of 127.0.0.1: for raw WebSocket frames, several replicas, and kill -9.
/// </summary>
public sealed class ApiProcess : IAsyncDisposable
{
    private readonly HttpClient _http;

    private ApiProcess(ChildProcess process, int port)
    {
        Process = process;
        Port = port;
        _http = new HttpClient { BaseAddress = Address };
    }

    public ChildProcess Process { get; }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    public Uri WebSocketAddress(string path) => new($"ws://127.0.0.1:{Port}{path}");

    /// <summary>A client whose base address is this process.</summary>
    public HttpClient Http => _http;

    /// <summary>Starts a replica and returns when its /health answers.</summary>
    /// <param name="services">Where its log goes.</param>
    /// <param name="settings">Database, Redis, simulator.</param>
    /// <param name="extra">Further settings, as configuration keys with colons.</param>
    public static async Task<ApiProcess> StartAsync(
        LocalServices services,
        ApiSettings settings,
        IReadOnlyDictionary<string, string>? extra = null
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort.Next();
            var environment = (
                settings with
                {
                    Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
                }
            ).ToEnvironment();
            environment[ApiSettings.EnvironmentName("Http:AnswerWithin")] = SharedApi.PatientAnswers;
            foreach (var (key, value) in extra ?? new Dictionary<string, string>())
                environment[ApiSettings.EnvironmentName(key)] = value;
            var process = await ChildProcess.StartAsync(
                new ChildSpec("api", [DotnetHost.Path, Repository.Current.ApiDll], services.Log($"api-{port}"))
                {
                    Environment = environment,
                    HideVariable = ApiSettings.IsForeign,
                    WorkingFolder = Repository.Current.ApiFolder,
                }
            );
            var api = new ApiProcess(process, port);
            await Wait.Until(
                async () => process.HasExited || await api.AnswersAsync(),
                TimeSpan.FromSeconds(60),
                "the API process answers /health"
            );
            if (!process.HasExited)
                return api;
            if (attempt is 3)
                Assert.Fail($"The API process ended at its start; its log ends with:\n{process.LogTail(40)}");
            await api.DisposeAsync();
        }
    }

    /// <summary>kill -9: no chance to say goodbye.</summary>
    public async Task KillAsync()
    {
        Process.Send(Signal.Kill);
        await Process.Exited.WaitAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Process.DisposeAsync();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
