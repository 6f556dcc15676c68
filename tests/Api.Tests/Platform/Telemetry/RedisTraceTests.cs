using System.Collections.Concurrent;
using System.Diagnostics;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Secrets;
using InvestmentAssistant.Api.Platform.Telemetry;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.StackExchangeRedis;
using OpenTelemetry.Trace;

namespace InvestmentAssistant.Api.Tests.Platform.Telemetry;

/// <summary>Commands of Redis are in the trace of what sent them.</summary>
public sealed class RedisTraceTests(LocalServices services)
{
    private static readonly ActivitySource s_source = new("InvestmentAssistant.RedisTraceTests");

    private sealed class Kept : BaseProcessor<Activity>
    {
        public ConcurrentQueue<Activity> Spans { get; } = new();

        public override void OnEnd(Activity data) => Spans.Enqueue(data);
    }

    [Fact]
    public async Task A_command_is_a_span_of_its_request()
    {
        var kept = new Kept();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Redis", (await services.RedisAsync()).Endpoint)])
            .Build();
        var collection = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSecretRedactor().AddBoards(configuration);
        collection.Configure<StackExchangeRedisInstrumentationOptions>(o => o.FlushInterval = TimeSpan.FromMilliseconds(50));
        collection.AddOpenTelemetry().WithTracing(traces => traces.AddOurTraces().AddProcessor(kept));
        await using var provider = collection.BuildServiceProvider();
        provider.GetRequiredService<TracerProvider>();
        var redis = provider.GetRequiredService<RedisConnection>();

        ActivityTraceId trace;
        using (var root = s_source.StartActivity("root"))
        {
            trace = root!.TraceId;
            await redis.ProveWriteAsync();
        }

        await Wait.Until(() => kept.Spans.Any(s => s.TraceId == trace && s.DisplayName.Contains("SET", StringComparison.Ordinal)));
    }
}
