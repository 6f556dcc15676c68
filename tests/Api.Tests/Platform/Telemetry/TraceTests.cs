using System.Collections.Concurrent;
using System.Diagnostics;
using InvestmentAssistant.Api.Platform.Secrets;
using InvestmentAssistant.Api.Platform.Telemetry;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace InvestmentAssistant.Api.Tests.Platform.Telemetry;

/// <summary>Case P1: no secret leaves the process in a trace.</summary>
public sealed class TraceTests
{
    private const string Key = "K7-of-the-caller-9";

    private static readonly ActivitySource s_source = new("InvestmentAssistant.TraceTests");

    /// <summary>Keeps what an exporter would send: spans that are recorded.</summary>
    private sealed class Kept : BaseProcessor<Activity>
    {
        public ConcurrentQueue<Activity> Spans { get; } = new();

        public override void OnEnd(Activity data)
        {
            if (data.Recorded)
                Spans.Enqueue(data);
        }
    }

    /// <summary>Returns the spans of a piece of work: those of its trace alone, for other tests trace too.</summary>
    private static async Task<IReadOnlyList<Activity>> TracedAsync(Func<Task> work)
    {
        var kept = new Kept();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("FINNHUB_API_KEY", Key)]).Build())
            .AddSecretRedactor();
        services.AddOpenTelemetry().WithTracing(traces => traces.AddOurTraces().AddProcessor(kept));
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<TracerProvider>();
        ActivityTraceId trace;
        using (var root = s_source.StartActivity("root"))
        {
            trace = root!.TraceId;
            await work();
        }
        return [.. kept.Spans.Where(s => s.TraceId == trace)];
    }

    private static string Written(Activity span) =>
        string.Join(
            '\n',
            span.TagObjects.Select(t => $"{t.Key}={t.Value}")
                .Concat(span.Events.SelectMany(e => e.Tags.Select(t => $"{t.Key}={t.Value}").Prepend(e.Name)))
                .Prepend(span.DisplayName)
                .Append(span.StatusDescription)
        );

    [Fact]
    public async Task P1_a_key_in_an_address_is_in_no_span_of_a_call()
    {
        await using var stub = await StubProvider.StartAsync();
        using var http = new HttpClient();

        var spans = await TracedAsync(async () =>
            Assert.NotEmpty(await http.GetStringAsync(new Uri($"{stub.Address}quote/{Key}?symbol=AAPL&token={Key}"), Ct))
        );

        Assert.Contains(Key, stub.Requests.Single().Query, StringComparison.Ordinal);
        var call = Assert.Single(spans, s => s.Kind == ActivityKind.Client);
        Assert.Contains("url.full=", Written(call), StringComparison.Ordinal);
        Assert.All(spans, s => Assert.DoesNotContain(Key, Written(s), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task P1_a_secret_is_taken_out_of_names_attributes_and_status()
    {
        var spans = await TracedAsync(() =>
        {
            using var span = s_source.StartActivity("asked with " + Key);
            span!.SetTag("where", "token=" + Key).SetTag("count", 3).SetStatus(ActivityStatusCode.Error, "refused " + Key);
            return Task.CompletedTask;
        });

        var written = Written(Assert.Single(spans, s => s.DisplayName.StartsWith("asked", StringComparison.Ordinal)));
        Assert.DoesNotContain(Key, written, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"where=token={SecretRedactor.Mark}", written, StringComparison.Ordinal);
        Assert.Contains($"refused {SecretRedactor.Mark}", written, StringComparison.Ordinal);
        Assert.Contains("count=3", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task P1_a_span_whose_exception_quotes_a_secret_stays_here()
    {
        var spans = await TracedAsync(() =>
        {
            using (var bad = s_source.StartActivity("bad"))
                bad!.AddException(new InvalidOperationException("refused " + Key));
            using (var good = s_source.StartActivity("good"))
                good!.AddException(new InvalidOperationException("refused"));
            return Task.CompletedTask;
        });

        Assert.Equal(["good", "root"], spans.Select(s => s.DisplayName));
    }
}
