using InvestmentAssistant.Api.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Serilog;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

/// <summary>
/// Collection fixture: the pipeline on a real Kestrel, which counts the bytes of bodies and reads what clients send byte by byte.
/// </summary>
public sealed class PipelineOnKestrel : IAsyncLifetime
{
    /// <summary>The largest body that is read, in bytes.</summary>
    public const int MaxRequestBodyBytes = 2_000;

    private static readonly HttpSettings Settings = new()
    {
        DataSource = "simulated",
        CorsOrigins = ["https://weinvesting.site", "https://investment-assistant.vercel.app"],
        CorsAllowLoopback = false,
        RequestsPerMinute = 0,
        LoopbackIsExempt = true,
        MaxRequestBodyBytes = MaxRequestBodyBytes,
        MaxBufferedAnswerBytes = 64 * 1024,
        TrustedProxies = [],
    };

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication _app = null!;

    public Uri Address => new(_app.Urls.First());

    /// <summary>A client whose base address is the host.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>Completes when <c>/slow</c> is asked for; once in a run.</summary>
    public Task SlowIsAsked => _asked.Task;

    /// <summary>Lets <c>/slow</c> answer.</summary>
    public void AnswerSlow() => _go.SetResult();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSerilog(new LoggerConfiguration().CreateLogger());
        builder.Services.AddSingleton(Settings).AddSingleton(TimeProvider.System).AddHttpPipeline(Settings).AddRouting();
        builder.Services.AddSingleton<IMemoryAnswer, AliveAnswer>();
        _app = builder.Build();
        _app.UseHttpPipeline();
        _app.MapGet("/api/hello", () => "hello").CachesAs(DataKind.Daily);
        _app.MapGet("/slow", async (CancellationToken ct) =>
        {
            _asked.SetResult();
            await _go.Task.WaitAsync(ct);
            return "slow";
        });
        _app.MapGet("/boom", string () => throw new InvalidOperationException());
        _app.Map("/page", (HttpContext http) => http.Response.WriteAsync(http.Request.Method));
        _app.MapPost("/note", (Note note) => note.Text.Length);
        await _app.StartAsync(Ct);
        Http = new HttpClient { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    public sealed record Note(string Text);
}

/// <summary>The classes that ask the pipeline on Kestrel.</summary>
[CollectionDefinition(nameof(PipelineOnKestrel))]
public sealed class PipelineOnKestrelCollection : ICollectionFixture<PipelineOnKestrel>;
