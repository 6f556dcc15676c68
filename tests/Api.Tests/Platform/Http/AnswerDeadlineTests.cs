using InvestmentAssistant.Api.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

/// <summary>Reads that get no data: a store hangs, and the endpoint waits for it.</summary>
public sealed class AnswerDeadlineTests : IAsyncLifetime
{
    private static readonly HttpSettings s_settings = new()
    {
        DataSource = "simulated",
        CorsOrigins = [],
        CorsAllowLoopback = false,
        RequestsPerMinute = 0,
        LoopbackIsExempt = false,
        MaxRequestBodyBytes = 1024,
        MaxBufferedAnswerBytes = 64 * 1024,
        TrustedProxies = [],
        AnswerWithin = TimeSpan.FromMilliseconds(200),
        HstsSeconds = 3_600,
    };

    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _writes = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSerilog(new LoggerConfiguration().CreateLogger());
        builder.Services.AddSingleton(s_settings).AddSingleton(TimeProvider.System).AddHttpPipeline(s_settings).AddRouting();
        _app = builder.Build();
        _app.UseHttpPipeline();
        _app.MapGet("/api/hangs", async (HttpContext http) =>
        {
            http.RequestAborted.Register(_cancelled.SetResult);
            await _cancelled.Task;
            // What comes now is too late and must do no harm.
            http.Response.StatusCode = 200;
            await http.Response.WriteAsync("late");
        });
        _app.MapPost("/api/writes", async () =>
        {
            await _writes.Task;
            return "written";
        });
        _app.MapGet("/api/quick", () => "quick");
        await _app.StartAsync(Ct);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private HttpClient Client() => new() { BaseAddress = new Uri(_app.Urls.First()) };

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_read_without_data_is_answered_with_503_and_its_work_is_cancelled(string method)
    {
        using var client = Client();

        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/hangs");
        using var answer = await client.SendAsync(request, Ct);

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(method == "HEAD", (await answer.Content.ReadAsByteArrayAsync(Ct)).Length == 0);
        await _cancelled.Task.WaitAsync(Ct);
        Assert.Equal("quick", await client.GetStringAsync(new Uri("/api/quick", UriKind.Relative), Ct));
    }

    [Fact]
    public async Task A_write_has_no_deadline()
    {
        using var client = Client();
        var writing = client.PostAsync(new Uri("/api/writes", UriKind.Relative), null, Ct);

        // A read that began later is given up first.
        using var read = await client.GetAsync(new Uri("/api/hangs", UriKind.Relative), Ct);
        Assert.False(writing.IsCompleted);
        _writes.SetResult();

        using var answer = await writing;
        Assert.Equal("written", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Browsers_learn_to_use_TLS_only_from_answers_that_came_by_TLS(string scheme, bool isSaid)
    {
        await using var app = WithTestServer();
        await app.StartAsync(Ct);

        var answer = await app.GetTestServer()
            .SendAsync(
                http =>
                {
                    http.Request.Scheme = scheme;
                    http.Request.Method = "GET";
                    http.Request.Path = "/nothing";
                },
                Ct
            );

        Assert.Equal(isSaid ? "max-age=3600" : "", answer.Response.Headers.StrictTransportSecurity.ToString());
    }

    private static WebApplication WithTestServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSerilog(new LoggerConfiguration().CreateLogger());
        builder.Services.AddSingleton(s_settings).AddSingleton(TimeProvider.System).AddHttpPipeline(s_settings).AddRouting();
        var app = builder.Build();
        app.UseHttpPipeline();
        return app;
    }
}
