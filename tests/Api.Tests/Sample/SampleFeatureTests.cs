using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Ingestion.Runs;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Sample.Tides;
using InvestmentAssistant.LocalRun;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Sample;

/// <summary>
/// A feature is one folder: the one beside this file declares an endpoint, a document, a job with a data file and a board, and shows up in every
/// list and document of the API with no edit elsewhere.
/// </summary>
public sealed class SampleFeatureTests(LocalServices services) : IAsyncLifetime
{
    private static readonly Instant s_at = Instant.FromUtc(2026, 3, 2, 9, 0);

    private Factory _factory = null!;
    private HttpClient _http = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = new ApiSettings { Postgres = await services.NewDatabaseAsync(), Redis = (await services.RedisAsync()).Endpoint, Roles = "api" };
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_API", Repository.Current.ApiFolder);
        _factory = new Factory(settings);
        _factory.UseKestrel(0);
        _factory.StartServer();
        _http = _factory.CreateClient();
        await Wait.Until(async () => (await _http.GetAsync("/health/ready", Ct)).IsSuccessStatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _factory.DisposeAsync();
    }

    [Fact]
    public async Task Its_job_fills_its_document_from_its_data_file_and_its_endpoint_serves_it()
    {
        var run = await _factory.Services.GetRequiredService<JobRunner>().RunAsync("tides-harbours", RunTrigger.Start, null, Ct);

        Assert.Equal(RunOutcome.Succeeded, run.Outcome);
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
        Assert.Equal("/api/v1/ws/tides", (await JsonAsync("/")).GetProperty("endpoints").GetProperty("websocket").GetProperty("tides").GetString());

        var operation = (await JsonAsync("/openapi/v1.json")).GetProperty("paths").GetProperty("/api/v1/tides/{harbour}").GetProperty("get");
        Assert.Equal("INCHEON", operation.GetProperty("parameters")[0].GetProperty("example").GetString());

        var streams = await JsonAsync("/asyncapi.json");
        Assert.Equal("/ws/tides", streams.GetProperty("channels").GetProperty("tides_changes").GetProperty("address").GetString());
        Assert.True(streams.GetProperty("components").GetProperty("schemas").TryGetProperty("tides_change", out _));

        Assert.Contains((await JsonAsync("/boards.json")).EnumerateArray(), b => b.GetProperty("topic").GetString() == "tides");
    }

    [Fact]
    public async Task Its_board_is_streamed_in_every_dialect_and_counted()
    {
        var publisher = _factory.Services.GetRequiredKeyedService<IBoardPublisher<TideLevel>>("tides");
        var board = _factory.Services.GetRequiredKeyedService<IBoard<TideLevel>>("tides");
        await Wait.Until(async () =>
        {
            await publisher.PublishAsync([new TideLevel("INCHEON", 412, s_at)], slow: false, Ct);
            return board.Find("INCHEON") is not null;
        });

        Assert.Contains("\"level\":412", await FirstMessageAsync("/ws/tides"), StringComparison.Ordinal);
        Assert.Contains("\"level\":412", await FirstMessageAsync("/api/v1/ws/tides"), StringComparison.Ordinal);
        Assert.Contains("\"level\":412", await FirstEventAsync("/sse/tides"), StringComparison.Ordinal);
        var status = await JsonAsync("/ws/status");
        Assert.True(status.GetProperty("topics").TryGetProperty("tides", out _));
        Assert.True(status.GetProperty("manager").TryGetProperty("tides_subscribers", out _));
        Assert.Contains("tides_updates", status.GetProperty("channels").EnumerateArray().Select(c => c.GetString()));
    }

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await _http.GetAsync(path, Ct);
        var body = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {body}");
        return JsonElement.Parse(body);
    }

    private async Task<string> FirstMessageAsync(string path)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(_http.BaseAddress!) { Scheme = "ws", Path = path }.Uri, Ct);
        var buffer = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(buffer, Ct);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    private async Task<string> FirstEventAsync(string path)
    {
        using var reader = new StreamReader(await _http.GetStreamAsync(path, Ct));
        while (await reader.ReadLineAsync(Ct) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal)) return line;
        }
        return "";
    }

    private sealed class Factory(ApiSettings settings) : WebApplicationFactory<AppRoles>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings.ToConfiguration()) builder.UseSetting(key, value);
            builder.UseSetting("LOG_LEVEL", "error");
            builder.UseSetting("FEATURE_ASSEMBLIES", typeof(TidesFeature).Assembly.GetName().Name);
        }
    }
}
