using System.Net;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

/// <summary>Who the client is behind proxies: the forwarded headers of ours are believed, those of anybody else are not.</summary>
public sealed class TrustedProxyTests
{
    private static async Task<WebApplication> StartAsync(params string[] trusted)
    {
        var settings = new HttpSettings
        {
            DataSource = "simulated",
            CorsOrigins = [],
            CorsAllowLoopback = false,
            RequestsPerMinute = 2,
            LoopbackIsExempt = true,
            MaxRequestBodyBytes = 1024,
            MaxBufferedAnswerBytes = 64 * 1024,
            TrustedProxies = trusted,
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSerilog(new LoggerConfiguration().CreateLogger());
        builder.Services.AddSingleton(settings).AddSingleton(TimeProvider.System).AddHttpPipeline(settings).AddRouting();
        var app = builder.Build();
        app.UseHttpPipeline();
        app.MapGet("/who", (HttpContext http) => $"{http.Request.Scheme} {http.Connection.RemoteIpAddress}");
        await app.StartAsync(Ct);
        return app;
    }

    private static async Task<(int Status, string Body)> AskAsync(
        WebApplication app,
        string peer,
        string? forwardedFor,
        string? proto = "https"
    )
    {
        var answer = await app.GetTestServer()
            .SendAsync(
                http =>
                {
                    http.Connection.RemoteIpAddress = IPAddress.Parse(peer);
                    http.Request.Method = "GET";
                    http.Request.Path = "/who";
                    if (forwardedFor is not null)
                        http.Request.Headers["X-Forwarded-For"] = forwardedFor;
                    if (proto is not null)
                        http.Request.Headers["X-Forwarded-Proto"] = proto;
                },
                Ct
            );
        using var reader = new StreamReader(answer.Response.Body);
        return (answer.Response.StatusCode, await reader.ReadToEndAsync(Ct));
    }

    [Theory]
    [InlineData("10.42.3.4", "203.0.113.9", "https 203.0.113.9")]
    [InlineData("::ffff:10.42.3.4", "203.0.113.9", "https 203.0.113.9")]
    [InlineData("192.0.2.1", "2001:db8::7", "https 2001:db8::7")]
    [InlineData("fd00::1", "203.0.113.9", "https 203.0.113.9")]
    // A proxy appends: what the client wrote itself stands further left and is not believed.
    [InlineData("10.42.3.4", "127.0.0.1, 203.0.113.9", "https 203.0.113.9")]
    // Two of ours, one behind the other.
    [InlineData("10.42.3.4", "203.0.113.9, 192.0.2.1", "https 203.0.113.9")]
    public async Task A_trusted_proxy_says_who_the_client_is(string peer, string forwardedFor, string seen)
    {
        await using var app = await StartAsync("10.42.0.0/16", "192.0.2.1", "fd00::1");

        Assert.Equal((200, seen), await AskAsync(app, peer, forwardedFor));
    }

    [Theory]
    [InlineData("10.43.0.1", "203.0.113.9", "http 10.43.0.1")]
    [InlineData("192.0.2.2", "127.0.0.1", "http 192.0.2.2")]
    [InlineData("fd00::2", "203.0.113.9", "http fd00::2")]
    [InlineData("10.42.3.4", "not an address", "http 10.42.3.4")]
    [InlineData("10.42.3.4", null, "https 10.42.3.4")]
    public async Task An_untrusted_peer_cannot_name_the_client(string peer, string? forwardedFor, string seen)
    {
        await using var app = await StartAsync("10.42.0.0/16", "192.0.2.1", "fd00::1");

        Assert.Equal((200, seen), await AskAsync(app, peer, forwardedFor));
    }

    [Fact]
    public async Task Without_the_setting_no_header_is_believed()
    {
        await using var app = await StartAsync();

        Assert.Equal((200, "http 10.42.3.4"), await AskAsync(app, "10.42.3.4", "203.0.113.9"));
    }

    [Fact]
    public async Task Requests_are_counted_by_client_and_not_by_proxy()
    {
        await using var app = await StartAsync("10.42.0.0/16");

        List<int> mine = [],
            another = [],
            liar = [];
        for (var i = 0; i < 3; i++)
        {
            mine.Add((await AskAsync(app, "10.42.3.4", "203.0.113.9")).Status);
            another.Add((await AskAsync(app, "10.42.3.4", "203.0.113.10")).Status);
            // Not behind a proxy of ours, and inventing a new address, or this machine's, for each request.
            liar.Add((await AskAsync(app, "198.51.100.1", i == 0 ? "127.0.0.1" : $"203.0.113.{i}")).Status);
        }

        Assert.Equal([200, 200, 429], mine);
        Assert.Equal([200, 200, 429], another);
        Assert.Equal([200, 200, 429], liar);
    }

    [Fact]
    public async Task A_proxy_cannot_make_its_clients_this_machine()
    {
        await using var app = await StartAsync("10.42.0.0/16");

        List<int> statuses = [];
        for (var i = 0; i < 3; i++)
            statuses.Add((await AskAsync(app, "10.42.3.4", "127.0.0.1")).Status);

        Assert.Equal([200, 200, 429], statuses);
    }

    [Fact]
    public async Task An_address_that_is_none_stops_the_start()
    {
        await Assert.ThrowsAsync<FormatException>(() => StartAsync("ingress.example"));
    }
}
