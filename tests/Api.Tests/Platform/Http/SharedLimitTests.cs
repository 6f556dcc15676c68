using System.Net;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using StackExchange.Redis;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

/// <summary>Limits of two replicas over one Redis.</summary>
public sealed class SharedLimitTests(LocalServices services)
{
    private const int Limit = 6;

    private static async Task<WebApplication> StartAsync(string redis)
    {
        var settings = new HttpSettings
        {
            DataSource = "simulated",
            CorsOrigins = [],
            CorsAllowLoopback = false,
            RequestsPerMinute = Limit,
            LoopbackIsExempt = false,
            MaxRequestBodyBytes = 1024,
            MaxBufferedAnswerBytes = 64 * 1024,
            TrustedProxies = [],
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSerilog(new LoggerConfiguration().CreateLogger());
        var options = ConfigurationOptions.Parse(redis);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        builder.Services.AddSingleton(_ => new RedisConnection(options));
        builder.Services.AddSingleton(settings).AddSingleton(TimeProvider.System).AddHttpPipeline(settings).AddRouting();
        var app = builder.Build();
        app.UseHttpPipeline();
        app.MapGet("/hello", () => "hello");
        await app.StartAsync(Ct);
        var connection = app.Services.GetRequiredService<RedisConnection>();
        await connection.GetAsync();
        await Wait.Until(() => connection.IsConnected);
        return app;
    }

    private static async Task<(int Status, string Left)> AskAsync(WebApplication app, string address)
    {
        var answer = await app.GetTestServer()
            .SendAsync(
                http =>
                {
                    http.Connection.RemoteIpAddress = IPAddress.Parse(address);
                    http.Request.Method = "GET";
                    http.Request.Path = "/hello";
                },
                Ct
            );
        return (answer.Response.StatusCode, answer.Response.Headers["RateLimit-Remaining"].ToString());
    }

    [Fact]
    public async Task Replicas_count_an_address_together_and_each_for_itself_while_Redis_is_away()
    {
        await using var redis = await services.NewRedisAsync();
        await using var one = await StartAsync(redis.Endpoint);
        await using var other = await StartAsync(redis.Endpoint);

        for (var i = 0; i < Limit / 2; i++)
        {
            Assert.Equal(200, (await AskAsync(one, "203.0.113.7")).Status);
            Assert.Equal(200, (await AskAsync(other, "203.0.113.7")).Status);
        }
        Assert.Equal((429, "0"), await AskAsync(one, "203.0.113.7"));
        Assert.Equal((429, "0"), await AskAsync(other, "203.0.113.7"));
        Assert.Equal((200, "5"), await AskAsync(other, "203.0.113.8"));

        await redis.StopServerAsync();
        await Wait.Until(() => !one.Services.GetRequiredService<RedisConnection>().IsConnected);
        // This replica has counted three of its own and a refused one; it lets the rest through.
        Assert.Equal(200, (await AskAsync(one, "203.0.113.7")).Status);
        Assert.Equal((200, "5"), await AskAsync(one, "203.0.113.9"));
    }
}
