using System.Net.Sockets;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Serilog;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

/// <summary>Class fixture: the pipeline in memory, before endpoints that succeed and fail in each way.</summary>
public sealed class PipelineInMemory : IAsyncLifetime
{
    /// <summary>Requests of one address per minute.</summary>
    public const int RequestsPerMinute = 3;

    private static readonly HttpSettings Settings = new()
    {
        DataSource = "simulated",
        CorsOrigins = ["https://weinvesting.site"],
        CorsAllowLoopback = true,
        RequestsPerMinute = RequestsPerMinute,
        LoopbackIsExempt = true,
        MaxRequestBodyBytes = 1024,
        MaxBufferedAnswerBytes = 64 * 1024,
        TrustedProxies = [],
    };

    /// <summary>The host.</summary>
    public WebApplication App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSerilog(new LoggerConfiguration().CreateLogger());
        builder.Services.AddSingleton(Settings).AddSingleton(TimeProvider.System).AddHttpPipeline(Settings).AddRouting();
        builder.Services.AddSingleton<IMemoryAnswer, AliveAnswer>();
        App = builder.Build();
        App.UseHttpPipeline();
        App.MapGet("/hello", () => "hello").CachesAs(DataKind.Minutes);
        App.MapGet("/long", () => new string('x', 10_000));
        App.MapGet("/huge", (HttpContext http) => http.Response.Body.WriteAsync(new byte[200_000]).AsTask());
        App.MapGet("/boom", string () => throw new InvalidOperationException("secret detail"));
        App.MapGet("/gone", string () =>
            throw new InvalidOperationException("wrapped", new NpgsqlException("refused", new SocketException()))
        );
        App.MapGet("/query", string () => throw new PostgresException("no such column", "ERROR", "ERROR", "42703"));
        App.MapGet("/restarting", string () => throw new PostgresException("starting up", "FATAL", "FATAL", "57P03"));
        App.MapGet("/late", string () => throw new OperationCanceledException());
        App.MapGet("/unknown", string () => throw ProblemException.NotFound("NOPE is not here."));
        App.MapGet("/events", async (HttpContext http) =>
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.WriteAsync("data: 1\n\n");
            await http.Response.Body.FlushAsync();
        });
        await App.StartAsync(Ct);
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();
}
