using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Telemetry;
using InvestmentAssistant.LocalRun.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Platform.Telemetry;

/// <summary>The metrics are on the management port, and on no other.</summary>
public sealed class ManagementServerTests
{
    private static async Task<(WebApplication App, Uri Public)> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Management:Port"] = port.ToString(CultureInfo.InvariantCulture), ["LOG_LEVEL"] = "error" }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new AppRoles(Api: true, Ingest: false)).AddSingleton(TimeProvider.System).AddRouting();
        builder.AddTelemetry();
        var app = builder.Build();
        app.MapGet("/hello", () => "hello");
        await app.StartAsync(Ct);
        return (app, new Uri(app.Urls.First()));
    }

    private static async Task<(HttpStatusCode Status, string Text)> GetAsync(Uri address)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(address, Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Metrics_are_on_their_own_port_and_nothing_else_is()
    {
        var port = FreePort.Next();
        var (app, address) = await StartAsync(port);
        await using var _ = app;
        var management = new Uri($"http://127.0.0.1:{port}/");
        Counter(app).Add(3, new KeyValuePair<string, object?>("kind", "a"));

        var metrics = await GetAsync(new Uri(management, "metrics"));

        Assert.Equal(HttpStatusCode.OK, metrics.Status);
        Assert.Matches("""(?m)^investment_assistant_tries_total\{[^}]*kind="a"[^}]*\} 3\b""", metrics.Text);
        Assert.Contains("dotnet_", metrics.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(new Uri(management, "hello"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(new Uri(address, "metrics"))).Status);
        Assert.Equal("hello", (await GetAsync(new Uri(address, "hello"))).Text);
    }

    [Fact]
    public async Task A_host_exports_its_own_instruments()
    {
        var port = FreePort.Next();
        var (app, _) = await StartAsync(port);
        await using var _app = app;
        var (other, _) = await StartAsync(0);
        await using var _other = other;
        Counter(app).Add(1, new KeyValuePair<string, object?>("kind", "own"));
        Counter(other).Add(1, new KeyValuePair<string, object?>("kind", "other"));

        var (_, text) = await GetAsync(new Uri($"http://127.0.0.1:{port}/metrics"));

        Assert.Contains("kind=\"own\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("kind=\"other\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("70000")]
    [InlineData("metrics")]
    public void A_port_that_is_none_stops_the_start(string port)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Management:Port", port)]).Build();

        Assert.Contains(
            "Management:Port",
            Assert.Throws<InvalidOperationException>(() => ManagementSettings.From(configuration)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_settings_there_is_none() =>
        Assert.Equal(new ManagementSettings("127.0.0.1", 0), ManagementSettings.From(new ConfigurationBuilder().Build()));

    private static Counter<long> Counter(WebApplication app) =>
        app
            .Services.GetRequiredService<IMeterFactory>()
            .Create("InvestmentAssistant.Tries")
            .CreateCounter<long>("investment_assistant.tries", "{try}");
}
