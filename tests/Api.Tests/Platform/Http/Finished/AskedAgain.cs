using FastEndpoints;
using InvestmentAssistant.Api.Features.MarketNews;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Finished;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog;

namespace InvestmentAssistant.Api.Tests.Platform.Http.Finished;

/// <summary>The pipeline in memory before endpoints that count how often they run.</summary>
internal sealed class AskedAgain : IAsyncDisposable
{
    private static readonly HttpSettings s_settings = new()
    {
        DataSource = "simulated",
        CorsOrigins = [],
        CorsAllowLoopback = true,
        RequestsPerMinute = 0,
        LoopbackIsExempt = true,
        MaxRequestBodyBytes = 1024,
        MaxBufferedAnswerBytes = 64 * 1024,
        TrustedProxies = [],
    };

    private WebApplication _app = null!;
    private int _runs;

    /// <summary>How often an endpoint ran.</summary>
    public int Runs => Volatile.Read(ref _runs);

    /// <summary>The clock of the answers.</summary>
    public StillTime Time { get; } = new();

    /// <summary>What an endpoint waits for before it answers; completed unless a test says otherwise.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public FinishedAnswers Answers => _app.Services.GetRequiredService<FinishedAnswers>();

    public static async Task<AskedAgain> StartAsync(int maxMegabytes = 64)
    {
        var asked = new AskedAgain();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSerilog(new LoggerConfiguration().CreateLogger());
        builder.Services.AddSingleton(s_settings).AddSingleton<TimeProvider>(asked.Time).AddHttpPipeline(s_settings).AddRouting();
        builder.Services.Configure<FinishedAnswersOptions>(o => o.MaxMegabytes = maxMegabytes);
        asked._app = builder.Build();
        asked._app.UseHttpPipeline();
        asked.Map<ListPosts>("/posts", DataKind.Minutes, _ => Results.Json(new string('x', 4_000)));
        asked.Map<ListMarketNews>("/news", DataKind.Minutes, _ => Results.Json("news"));
        asked
            .Map<ListPosts>("/shapes", DataKind.Minutes, _ => Results.Json("page"))
            .WithMetadata(new AlsoAnswers("application/json", null));
        asked.Map<ListPosts>("/page", DataKind.Minutes, _ => Results.Json("page")).WithMetadata(new AlsoAnswers("text/html", null));
        asked.Map<ListPosts>("/never", DataKind.Never, _ => Results.Json("mine"));
        asked.Map<ListPosts>("/unknown", DataKind.Minutes, _ => throw ProblemException.NotFound("NOPE is not here."));
        asked.Map<ListPosts>("/own", DataKind.Minutes, http =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return Results.Json("own");
        });
        asked.Map<ListPosts>("/language", DataKind.Minutes, http =>
        {
            http.Response.Headers.Vary = "Accept-Language";
            return Results.Json("text");
        });
        asked.Map<ListPosts>("/stale", DataKind.Minutes, http =>
        {
            http.RequestServices.GetRequiredService<AnswerAge>().Record(TimeSpan.FromMinutes(2), isStale: true);
            return Results.Json("old");
        });
        asked.Map<ListPosts>("/read-before", DataKind.Minutes, http =>
        {
            http.RequestServices.GetRequiredService<AnswerAge>().Record(TimeSpan.FromSeconds(8), isStale: false);
            http.Response.Headers.Link = "</next>; rel=\"next\"";
            return Results.Json("read");
        });
        await asked._app.StartAsync(Ct);
        return asked;
    }

    /// <summary>Asks and returns the whole answer.</summary>
    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(path, headers, Ct);

    /// <summary>Asks as a client that may leave.</summary>
    public Task<HttpResponseMessage> GetUntilAsync(string path, CancellationToken leaving) => SendAsync(path, [], leaving);

    private async Task<HttpResponseMessage> SendAsync(string path, (string Name, string Value)[] headers, CancellationToken ct)
    {
        using var client = _app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, ct);
    }

    /// <summary>Maps a route that stands for a slice: its feature's documents are what it shows.</summary>
    private RouteHandlerBuilder Map<TSlice>(string path, DataKind kind, Func<HttpContext, IResult> answer) =>
        _app.MapGet(path, async (HttpContext http) =>
            {
                Interlocked.Increment(ref _runs);
                await Gate.WaitAsync(http.RequestAborted);
                return answer(http);
            })
            .CachesAs(kind)
            .WithMetadata(new EndpointDefinition(typeof(TSlice), typeof(object), typeof(object)));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
