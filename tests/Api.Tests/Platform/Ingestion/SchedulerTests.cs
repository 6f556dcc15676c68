using System.Collections.Concurrent;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Runs;
using InvestmentAssistant.Api.Platform.Ingestion.Scheduling;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Platform.Ingestion;

/// <summary>Schedulers of replicas that share one database.</summary>
public sealed class SchedulerTests(LocalServices services)
{
    private static void Add(IServiceCollection services, params IDataSetJob[] jobs)
    {
        foreach (var job in jobs)
            services.AddSingleton(job);
    }

    [Fact]
    public async Task Two_replicas_run_each_firing_once()
    {
        var database = await services.NewDatabaseAsync();
        await using (await ReplicaHost.BuildAsync(database))
        {
            // Applies the schema, so that the replicas below start at once.
        }
        // A busy machine may take longer to start two replicas than the firings were ahead.
        foreach (var ahead in new[] { 8, 30, 90 })
        {
            if (await FireOnceAsync(database, DateTimeOffset.UtcNow.AddSeconds(ahead)) is not { } runs)
                continue;
            Assert.All(runs, count => Assert.Equal(1, count));
            return;
        }
        Assert.Fail("The replicas were never started in time.");
    }

    /// <summary>
    /// How often each of five jobs ran, whose only firings begin then: one that runs on both replicas has run twice by the time the last
    /// one runs. Null when the replicas were not started by then.
    /// </summary>
    private static async Task<IReadOnlyList<int>?> FireOnceAsync(string database, DateTimeOffset first)
    {
        var jobs = Enumerable
            .Range(0, 5)
            .Select(n =>
                TestJob.Returning(
                    TestJob.Described(FormattableString.Invariant($"firing-{n}"), schedule: Once(first.AddSeconds(n))),
                    new JobOutcome(1)
                )
            )
            .ToArray();
        await using var one = await ReplicaHost.BuildAsync(database, s => Add(s, jobs));
        await using var other = await ReplicaHost.BuildAsync(database, s => Add(s, jobs));
        await Task.WhenAll(one.StartAsync(), other.StartAsync());
        if (DateTimeOffset.UtcNow >= first.AddSeconds(-1))
            return null;
        await Wait.Until(() => jobs.All(j => j.Runs > 0), TimeSpan.FromSeconds(150));
        return [.. jobs.Select(j => j.Runs)];
    }

    /// <summary>Returns the schedule of one firing, at a second of UTC.</summary>
    private static string Once(DateTimeOffset at) =>
        FormattableString.Invariant($"{at.Second} {at.Minute} {at.Hour} {at.Day} {at.Month} ? {at.Year}");

    [Fact]
    public async Task A_scheduler_whose_connections_were_all_killed_goes_on()
    {
        var database = await services.NewDatabaseAsync();
        var job = TestJob.Returning(TestJob.Described("every-second", schedule: "* * * * * ?"), new JobOutcome(1));
        await using var replica = await ReplicaHost.BuildAsync(database, s => Add(s, job));
        await replica.StartAsync();
        await Wait.Until(() => job.Runs > 0);

        await using (var killer = new NpgsqlConnection(database))
        {
            await killer.OpenAsync(Ct);
            await using var kill = new NpgsqlCommand(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> "
                    + "pg_backend_pid()",
                killer
            );
            Assert.True((long)(await kill.ExecuteScalarAsync(Ct))! > 0);
        }
        var runs = job.Runs;

        await Wait.Until(() => job.Runs > runs + 1, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_run_by_hand_is_asked_for_on_any_replica_and_recorded_as_manual()
    {
        var database = await services.NewDatabaseAsync();
        var job = TestJob.Returning(TestJob.Described("yearly"), new JobOutcome(3));
        await using var asking = await ReplicaHost.BuildAsync(database, s => Add(s, job));
        Assert.False(await asking.Get<IJobRequests>().RequestAsync("yearly", Ct)); // no ingest replica has started yet

        await using var running = await ReplicaHost.BuildAsync(database, s => Add(s, job));
        await running.StartAsync();
        await Wait.Until(() => asking.Get<IJobRequests>().RequestAsync("yearly", Ct));

        var history = asking.Get<RunHistory>();
        await Wait.Until(async () =>
            (await history.ReadAsync("yearly", 1, Ct)) is [{ Outcome: RunOutcome.Succeeded, Trigger: RunTrigger.Manual }]
        );
    }

    [Fact]
    public async Task A_start_fills_what_is_missing_in_the_order_of_the_catalog_and_leaves_what_is_fresh()
    {
        var database = await services.NewDatabaseAsync();
        var order = new ConcurrentQueue<string>();
        TestJob Filling(string name) => new(TestJob.Described(name, runAtStart: true), (_, _) =>
            {
                order.Enqueue(name);
                return Task.FromResult(new JobOutcome(1));
            });
        var jobs = new IDataSetJob[] { Filling("first"), Filling("second"), Filling("third") };
        await using (var replica = await ReplicaHost.BuildAsync(database, s => Add(s, jobs)))
        {
            await replica.Get<JobRunner>().RunAsync("second", RunTrigger.Manual, null, Ct);
            order.Clear();
            await using var other = await ReplicaHost.BuildAsync(database, s => Add(s, jobs));
            await Task.WhenAll(replica.StartAsync(), other.StartAsync());
            await Wait.Until(async () => (await replica.Get<DataSetStatusReader>().ReadAsync(Ct)).All(s => s.State == DataSetState.Fresh));
        }
        Assert.Equal(["first", "third"], order);
    }

    [Fact]
    public async Task G7_a_start_fills_what_the_boards_need_and_waits_for_their_first_prices_before_all_else()
    {
        var database = await services.NewDatabaseAsync();
        var order = new ConcurrentQueue<string>();
        TestJob Filling(DataSetDescription description) => new(description, (_, _) =>
            {
                order.Enqueue(description.Name);
                return Task.FromResult(new JobOutcome(1));
            });
        var jobs = new IDataSetJob[]
        {
            Filling(TestJob.Described("news", runAtStart: true)),
            Filling(TestJob.Described("history", provider: "wikipedia", runAtStart: true)),
            Filling(TestJob.Described("list", runAtStart: true) with { ForBoards = true }),
        };
        var feed = new OrderedFeed(order);
        await using var replica = await ReplicaHost.BuildAsync(
            database,
            s =>
            {
                Add(s, jobs);
                s.AddSingleton<ILiveFeed>(feed);
            },
            clock: null,
            ("Providers:wikipedia:BaseUrl", "http://127.0.0.1:1")
        );

        await replica.StartAsync();

        await Wait.Until(() => order.Count == 4, TimeSpan.FromSeconds(60));
        Assert.Equal(["list", "prices"], order.Take(2).Order());
        Assert.Equal(["history", "news"], order.Skip(2).Order());
    }

    /// <summary>A feed whose first event is noted beside the jobs' runs.</summary>
    private sealed class OrderedFeed(ConcurrentQueue<string> order) : ILiveFeed
    {
        public string Name => "prices-live";

        public string Provider => "own";

        public async Task RunAsync(FeedHealth health, CancellationToken ct)
        {
            order.Enqueue("prices");
            health.Event(NodaTime.Instant.FromUtc(2026, 11, 23, 14, 30));
            await Task.Delay(Timeout.Infinite, ct);
        }
    }

    [Fact]
    public async Task A_firing_in_the_middle_of_a_first_fill_does_not_take_the_place_of_the_data_sets_own_turn()
    {
        var database = await services.NewDatabaseAsync();
        var fired = new TaskCompletionSource();
        var slow = new TestJob(TestJob.Described("what-it-builds-on", runAtStart: true), async (_, token) =>
        {
            await fired.Task.WaitAsync(token);
            return new JobOutcome(1);
        });
        var built = new TestJob(TestJob.Described("built-on-it", schedule: "0/5 * * * * ?", runAtStart: true), (_, _) =>
        {
            fired.TrySetResult();
            return Task.FromResult(new JobOutcome(0));
        });
        await using var replica = await ReplicaHost.BuildAsync(database, s => Add(s, slow, built));

        await replica.StartAsync();

        await Wait.Until(() => built.Runs >= 2, TimeSpan.FromSeconds(60));
        await Wait.Until(
            async () => (await replica.Get<RunHistory>().LatestAsync(["built-on-it"], Ct))[0].LastSuccess?.Trigger == RunTrigger.Start,
            TimeSpan.FromSeconds(30)
        );
    }

    [Fact]
    public async Task A_start_fills_what_builds_on_another_provider_after_it()
    {
        var database = await services.NewDatabaseAsync();
        var order = new ConcurrentQueue<string>();
        TestJob Filling(DataSetDescription description, Task until) => new(description, async (_, token) =>
            {
                await until.WaitAsync(token);
                order.Enqueue(description.Name);
                return new JobOutcome(1);
            });
        var other = new TaskCompletionSource();
        var jobs = new IDataSetJob[]
        {
            Filling(TestJob.Described("news", runAtStart: true) with { After = ["calendar", "not-there"] }, Task.CompletedTask),
            Filling(TestJob.Described("calendar", provider: "wikipedia", runAtStart: true), other.Task),
        };
        await using var replica = await ReplicaHost.BuildAsync(
            database,
            s => Add(s, jobs),
            clock: null,
            ("Providers:wikipedia:BaseUrl", "http://127.0.0.1:1")
        );

        await replica.StartAsync();
        await Wait.Until(() => ((TestJob)jobs[1]).Runs == 1);
        other.SetResult();

        await Wait.Until(() => order.Count == 2, TimeSpan.FromSeconds(30));
        Assert.Equal(["calendar", "news"], order);
    }

    [Fact]
    public async Task The_next_replica_repeats_a_first_fill_whose_process_died()
    {
        var database = await services.NewDatabaseAsync();
        var job = TestJob.Returning(TestJob.Described("first-fill", runAtStart: true), new JobOutcome(1));
        await using var replica = await ReplicaHost.BuildAsync(database, s => Add(s, job));
        await replica.Get<RunHistory>().StartAsync("first-fill", RunTrigger.Start, Ct);
        // Three seconds short of being taken for dead.
        await using (
            var age = replica
                .Get<NpgsqlDataSource>()
                .CreateCommand("update ingestion.runs set heartbeat_at = now() - interval '17 seconds'")
        )
            await age.ExecuteNonQueryAsync(Ct);

        await replica.StartAsync();

        await Wait.Until(async () =>
            (await replica.Get<RunHistory>().ReadAsync("first-fill", 5, Ct)).Select(r => r.Outcome).ToList()
                is [RunOutcome.Succeeded, RunOutcome.Abandoned]
            && job.Runs == 1
        );
    }

    [Fact]
    public async Task In_a_replay_jobs_follow_the_recordings_clock()
    {
        var clock = new FakeClock(Instant.FromUtc(2014, 6, 9, 13, 29));
        var job = TestJob.Returning(TestJob.Described("at-the-half", schedule: "0 30 * * * ?"), new JobOutcome(1));
        await using var replica = await ReplicaHost.BuildAsync(
            await services.NewDatabaseAsync(),
            s => Add(s, job),
            clock,
            ("Clock:Start", "2014-06-09T13:00:00Z")
        );
        await replica.StartAsync();
        Assert.Equal(0, job.Runs);

        // The recording's hour passes in the time a few looks at the clock take.
        await Wait.Until(() =>
        {
            clock.AdvanceMinutes(1);
            return job.Runs > 0;
        });

        var history = replica.Get<RunHistory>();
        await Wait.Until(async () => await history.ReadAsync("at-the-half", 1, Ct) is [{ Outcome: RunOutcome.Succeeded }]);
        var started = (await history.ReadAsync("at-the-half", 1, Ct))[0].StartedAt;
        Assert.InRange(started, Instant.FromUtc(2014, 6, 9, 13, 30), clock.GetCurrentInstant());
    }
}
