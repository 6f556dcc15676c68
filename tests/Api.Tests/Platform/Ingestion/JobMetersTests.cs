using System.Collections.Concurrent;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Feeds;
using InvestmentAssistant.Api.Platform.Ingestion.Runs;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Platform.Ingestion;

/// <summary>What operators see of jobs and of the providers that they ask.</summary>
public sealed class JobMetersTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _log = new();
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 23, 22, 0));
    private readonly string _name = $"job-{Guid.NewGuid():N}";
    private StubProvider _stub = null!;

    public async ValueTask InitializeAsync() => _stub = await StubProvider.StartAsync();

    public ValueTask DisposeAsync() => _stub.DisposeAsync();

    private Task<ReplicaHost> ReplicaAsync(string provider, Func<JobContext, CancellationToken, Task<JobOutcome>> run) =>
        ReplicaAsync(provider, _ => run);

    /// <summary>A replica with one job, which may use what the container has.</summary>
    private Task<ReplicaHost> ReplicaAsync(
        string provider,
        Func<IServiceProvider, Func<JobContext, CancellationToken, Task<JobOutcome>>> run
    ) =>
        ProviderClientTests.ReplicaAsync(
            database.ConnectionString,
            _log,
            provider,
            _stub.Address,
            services => services.AddSingleton<IDataSetJob>(s => new TestJob(TestJob.Described(_name), run(s))),
            _clock
        );

    [Fact]
    public async Task Runs_rows_and_the_age_of_the_data_are_counted_by_data_set()
    {
        var fails = false;
        await using var replica = await ReplicaAsync("stub-meters", (_, _) =>
            fails ? throw new InvalidOperationException("no") : Task.FromResult(new JobOutcome(415, 2))
        );
        using var probe = new MeterProbe(replica.Get<IServiceProvider>());
        double Of(string name, params string[] tags) => probe.Of("investment_assistant." + name, [.. tags, $"data_set={_name}"]);
        var ages = replica.Get<JobAgeMeters>();
        Assert.True(ages.IsWatched);

        await replica.Get<JobRunner>().RunAsync(_name, RunTrigger.Schedule, null, Ct);
        fails = true;
        _clock.AdvanceHours(2);
        await replica.Get<JobRunner>().RunAsync(_name, RunTrigger.Schedule, null, Ct);
        await ages.ReadAsync(Ct);

        Assert.Equal((1, 1), (Of("job.runs", "outcome=succeeded"), Of("job.runs", "outcome=failed")));
        Assert.Equal((415, 2), (Of("job.rows", "outcome=written"), Of("job.rows", "outcome=dropped")));
        Assert.True(Of("job.duration") > 0);
        Assert.Equal((7_200, 86_400), (Of("data_set.age"), Of("data_set.max_age")));
    }

    [Fact]
    public async Task A_run_whose_calls_fail_34_times_warns_once_with_the_count_and_the_first()
    {
        _stub.Answer = (http, _) =>
        {
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        await using var replica = await ReplicaAsync("stub-34", services => async (_, ct) =>
            {
                var client = services.GetRequiredService<ProviderClientTests.StubClient>();
                for (var i = 0; i < 34; i++)
                    await Assert.ThrowsAsync<ProviderException>(() => client.GetAsync($"thing-{i}", ct));
                return new JobOutcome(0);
            });
        using var probe = new MeterProbe(replica.Get<IServiceProvider>());

        await replica.Get<JobRunner>().RunAsync(_name, RunTrigger.Schedule, null, Ct);

        Assert.Equal(34, probe.Of("investment_assistant.provider.calls", "provider=stub-34", "outcome=rejected"));
        var warning = Assert.Single(_log, l => l.StartsWith("Warning", StringComparison.Ordinal));
        Assert.Contains("34", warning, StringComparison.Ordinal);
        Assert.Contains("/thing-0", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("/thing-1", warning, StringComparison.Ordinal);

        // Outside a run each failure is worth its own.
        await ProviderClientTests.FailureAsync(replica, "thing-35");
        Assert.Contains(_log, l => l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains("/thing-35", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_shows_its_connection_its_events_and_how_late_they_are()
    {
        await using var replica = await ReplicaAsync("stub-feed", (_, _) => Task.FromResult(new JobOutcome(0)));
        using var probe = new MeterProbe(replica.Get<IServiceProvider>());
        var health = new FeedHealth { IsConnected = true };
        replica.Get<FeedMeters>().Follow("tides-live", health);
        var now = _clock.GetCurrentInstant();
        double Of(string name) => probe.Of("investment_assistant.feed." + name, "feed=tides-live");

        health.Event(now - Duration.FromSeconds(3));
        health.Drop();
        health.Arrived(now - Duration.FromSeconds(3), now);
        health.Arrived(newest: null, now);
        // A provider's clock may be ahead of ours.
        health.Arrived(now + Duration.FromSeconds(1), now);

        Assert.Equal((1, 1, 1, 3), (Of("connections"), Of("events"), Of("dropped"), Of("lag")));
        health.IsConnected = false;
        Assert.Equal(0, Of("connections"));
    }
}
