using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InvestmentAssistant.Api.Tests.Platform.Providers;

/// <summary>A provider on a free port that answers as the test says, and keeps what it was asked.</summary>
internal sealed class StubProvider : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubProvider(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Path, string Query, string? Key)> Requests { get; } = new();

    /// <summary>Answers request number n (1 = first).</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = (http, _) => http.Response.WriteAsJsonAsync(new { ok = true });

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/";

    public static async Task<StubProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var stub = new StubProvider(app);
        app.Run(http =>
        {
            stub.Requests.Enqueue((http.Request.Path, http.Request.QueryString.Value ?? "", http.Request.Headers["X-Finnhub-Token"]));
            return stub.Answer(http, stub.Requests.Count);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
