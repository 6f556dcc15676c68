using System.Text.Json;
using InvestmentAssistant.Api.Tests.Features.Streaming;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Sample.Tides;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;
using StackExchange.Redis;

namespace InvestmentAssistant.Api.Tests.Sample;

/// <summary>
/// A feature is one folder: the one beside this file declares an endpoint, a document, a job with a data file and a board, and shows up in
/// every list and document of the API with no edit elsewhere.
/// </summary>
[Collection(LongestFirst.Programs)]
public sealed class SampleFeatureTests(LocalServices services) : IAsyncLifetime
{
    private ApiProcess _api = null!;
    private ApiSettings _settings = null!;

    /// <summary>The assembly of these tests, which the API loads as it would load any other.</summary>
    private static readonly Dictionary<string, string> s_features = new()
    {
        ["FEATURE_ASSEMBLIES"] = typeof(TidesFeature).Assembly.Location,
        ["LOG_LEVEL"] = "error",
    };

    /// <summary>In a process of its own: FastEndpoints keeps its settings in static members, one host a process.</summary>
    public async ValueTask InitializeAsync()
    {
        _settings = new ApiSettings
        {
            Postgres = await services.NewDatabaseAsync(),
            Redis = (await services.RedisAsync()).Endpoint,
            Roles = "api",
        };
        _api = await ApiProcess.StartAsync(services, _settings, s_features);
        await Wait.Until(async () => (await _api.Http.GetAsync("/health/ready", Ct)).IsSuccessStatusCode);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Its_job_fills_its_document_from_its_data_file_and_its_endpoint_serves_it()
    {
        var environment = _settings.ToEnvironment();
        foreach (var (key, value) in s_features)
            environment[key] = value;
        await using var run = await ChildProcess.StartAsync(
            new ChildSpec("tides", [DotnetHost.Path, Repository.Current.ApiDll, "jobs", "run", "tides-harbours"], services.Log("tides"))
            {
                Environment = environment,
                HideVariable = ApiSettings.IsForeign,
                WorkingFolder = Repository.Current.ApiFolder,
            }
        );
        await run.Exited.WaitAsync(Ct);

        Assert.True(run.ExitCode == 0, run.LogTail(20));
        Assert.Equal(800, (await JsonAsync("/api/v1/tides/incheon")).GetProperty("range").GetInt32());
        var sets = (await JsonAsync("/api/v1/ingestion/status")).ToString();
        Assert.Contains("tides-harbours", sets, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_in_the_lists_and_documents()
    {
        var info = await JsonAsync("/api/v1");
        Assert.Contains("tides", info.GetProperty("categories").GetProperty("바다").EnumerateArray().Select(k => k.GetString()));
        Assert.Equal("/api/v1/ws/tides", info.GetProperty("websocket_endpoints").GetProperty("tides").GetString());
        Assert.Equal(
            "/api/v1/ws/tides",
            (await JsonAsync("/")).GetProperty("endpoints").GetProperty("websocket").GetProperty("tides").GetString()
        );

        var operation = (await JsonAsync("/openapi/v1.json"))
            .GetProperty("paths")
            .GetProperty("/api/v1/tides/{harbour}")
            .GetProperty("get");
        Assert.Equal("INCHEON", operation.GetProperty("parameters")[0].GetProperty("example").GetString());

        var streams = await JsonAsync("/asyncapi.json");
        Assert.Equal("/ws/tides", streams.GetProperty("channels").GetProperty("tides_changes").GetProperty("address").GetString());
        Assert.True(streams.GetProperty("components").GetProperty("schemas").TryGetProperty("tides_change", out _));

        Assert.Contains((await JsonAsync("/boards.json")).EnumerateArray(), b => b.GetProperty("topic").GetString() == "tides");
    }

    [Fact]
    public async Task Its_board_is_streamed_in_every_dialect_and_counted()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(_settings.Redis);
        await Wait.Until(async () =>
        {
            await redis
                .GetSubscriber()
                .PublishAsync(
                    RedisChannel.Literal("tides_updates"),
                    """{"type":"tides_update","data":[{"harbour":"INCHEON","level":412}]}"""
                );
            return (await _api.Http.GetStringAsync("/ws/status", Ct)).Contains(
                "\"tides\":{\"connections\":0,\"seq\":0",
                StringComparison.Ordinal
            )
                is false;
        });

        var schemas = new StreamSchemas(await JsonAsync("/asyncapi.json"));
        foreach (var path in new[] { "/ws/tides", "/api/v1/ws/tides" })
        {
            using var socket = await RawWebSocket.ConnectAsync(_api.Port, path, schemas: schemas);
            Assert.Contains("\"level\":412", (await socket.ReceiveAsync()).ToString(), StringComparison.Ordinal);
        }
        using (var events = await EventReader.OpenAsync(_api.Http, "/sse/tides", schemas: schemas))
            Assert.Contains("\"level\":412", (await events.ReadAsync()).Data, StringComparison.Ordinal);
        var status = await JsonAsync("/ws/status");
        Assert.True(status.GetProperty("topics").TryGetProperty("tides", out _));
        Assert.True(status.GetProperty("manager").TryGetProperty("tides_subscribers", out _));
        Assert.Contains("tides_updates", status.GetProperty("channels").EnumerateArray().Select(c => c.GetString()));
    }

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await _api.Http.GetAsync(path, Ct);
        var body = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {body}");
        return JsonElement.Parse(body);
    }
}
