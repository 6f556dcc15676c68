using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PuppeteerSharp;

namespace InvestmentAssistant.Api.Tests.Clients;

/// <summary>A Chromium, the real API as a process, and one page from two origins: of these the API allows the first.</summary>
public sealed class BrowserFixture(LocalServices services) : IAsyncLifetime
{
    private WebApplication? _allowed;
    private WebApplication? _foreign;
    private Chromium? _chromium;
    private ApiProcess? _api;

    /// <summary>The API's address, without a slash at its end.</summary>
    public string Api => _api!.Address.ToString().TrimEnd('/');

    /// <summary>Opens the page in a tab with a cache of its own.</summary>
    public async Task<IPage> OpenAsync(bool allowed = true)
    {
        if (_chromium is null)
            Assert.Skip("Chromium is not installed: apt-get install --no-install-recommends chromium");
        var context = await _chromium.Browser.CreateBrowserContextAsync();
        var page = await context.NewPageAsync();
        await page.GoToAsync((allowed ? _allowed : _foreign)!.Urls.First() + "/");
        return page;
    }

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Program is null)
            return;
        (_allowed, _foreign) = (await ServePageAsync(), await ServePageAsync());
        _api = await ApiProcess.StartAsync(
            services,
            new() { Postgres = await services.NewDatabaseAsync(), Redis = (await services.RedisAsync()).Endpoint },
            new Dictionary<string, string> { ["CORS_ORIGINS"] = _allowed.Urls.First(), ["CORS_ALLOW_LOOPBACK"] = "false" }
        );
        _chromium = await Chromium.StartAsync(services);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { _chromium, _api, _allowed, _foreign })
        {
            if (part is not null)
                await part.DisposeAsync();
        }
    }

    private static async Task<WebApplication> ServePageAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var page = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Clients", "page.html"));
        app.MapGet("/", () => Results.Content(page, "text/html; charset=utf-8"));
        await app.StartAsync();
        return app;
    }
}
