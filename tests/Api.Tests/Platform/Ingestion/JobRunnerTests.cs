using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Runs;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Testing;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Platform.Ingestion;

public sealed class JobRunnerTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 23, 22, 0));
    private readonly string _name = $"job-{Guid.NewGuid():N}";

    private Task<ReplicaHost> ReplicaAsync(params IDataSetJob[] jobs) =>
        ReplicaHost.BuildAsync(
            database.ConnectionString,
            services =>
            {
                foreach (var job in jobs)
                    services.AddSingleton(job);
            },
            _clock
        );

    private TestJob Job(Func<JobContext, CancellationToken, Task<JobOutcome>> run) => new(TestJob.Described(_name), run);

    private async Task<(RunResult Result, Run? Recorded)> RunAsync(IDataSetJob job, RunTrigger trigger = RunTrigger.Schedule)
    {
        await using var replica = await ReplicaAsync(job);
        var result = await replica.Get<JobRunner>().RunAsync(_name, trigger, null, Ct);
        return (result, (await replica.Get<RunHistory>().ReadAsync(_name, 10, Ct)).SingleOrDefault());
    }

    [Fact]
    public async Task A_run_is_recorded_with_what_it_did()
    {
        var (_, run) = await RunAsync(
            Job(
                (_, _) =>
                {
                    _clock.AdvanceSeconds(3);
                    return Task.FromResult(new JobOutcome(415, 2, Note: "two rows without a price"));
                }
            ),
            RunTrigger.Start
        );

        Assert.NotNull(run);
        Assert.Equal((RunOutcome.Succeeded, RunTrigger.Start, 415, 2), (run.Outcome, run.Trigger, run.Rows, run.Dropped));
        Assert.Equal("two rows without a price", run.Note);
        Assert.Equal(Duration.FromSeconds(3), run.EndedAt - run.StartedAt);
        Assert.Equal(Replica.Name, run.Instance);
    }

    [Theory]
    [InlineData(RunTrigger.Start, 3)]
    [InlineData(RunTrigger.Schedule, 3)]
    [InlineData(RunTrigger.Manual, 1)]
    public async Task A_run_that_lost_its_database_is_tried_again_unless_a_person_asked_for_it(RunTrigger trigger, int runs)
    {
        var begun = 0;
        await using var replica = await ReplicaAsync(
            Job((_, _) => ++begun < 3 ? throw new NpgsqlException("gone", new IOException()) : Task.FromResult(new JobOutcome(7)))
        );
        var runner = new JobRunner(
            replica.Get<JobCatalog>(),
            replica.Get<RunHistory>(),
            replica.Get<JobMeters>(),
            NullLogger<JobRunner>.Instance
        )
        {
            RetryAfter = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero],
        };

        var result = await runner.RunAsync(_name, trigger, null, Ct);

        Assert.Equal((runs, runs == 3), (begun, result.Outcome == RunOutcome.Succeeded));
        Assert.Equal(runs, (await replica.Get<RunHistory>().ReadAsync(_name, 10, Ct)).Count);
    }

    [Theory]
    [InlineData(RunTrigger.Schedule, false)]
    [InlineData(RunTrigger.Start, false)]
    [InlineData(RunTrigger.Manual, true)]
    public async Task A_job_knows_whether_a_person_asked_for_it(RunTrigger trigger, bool byHand)
    {
        bool? seen = null;
        await RunAsync(
            Job(
                (context, _) =>
                {
                    seen = context.ByHand;
                    return Task.FromResult(new JobOutcome(0));
                }
            ),
            trigger
        );
        Assert.Equal(byHand, seen);
    }

    [Theory]
    [InlineData(ProviderFailure.BudgetSpent, RunOutcome.Limited)]
    [InlineData(ProviderFailure.RateLimited, RunOutcome.Limited)]
    [InlineData(ProviderFailure.ServerError, RunOutcome.Failed)]
    [InlineData(ProviderFailure.NotConfigured, RunOutcome.Skipped)]
    public async Task What_the_provider_did_decides_the_outcome(ProviderFailure failure, RunOutcome expected)
    {
        var (result, run) = await RunAsync(Job((_, _) => throw new ProviderException(failure, "stub", "said no")));

        Assert.Equal(expected, result.Outcome);
        Assert.Equal(expected, run?.Outcome);
        Assert.Contains("said no", run?.Note);
    }

    [Fact]
    public async Task A_job_that_throws_is_recorded_as_failed_and_takes_nothing_down()
    {
        var (result, run) = await RunAsync(Job((_, _) => throw new InvalidOperationException("the table is empty")));

        Assert.Equal(RunOutcome.Failed, result.Outcome);
        Assert.Equal(RunOutcome.Failed, run?.Outcome);
        Assert.Contains("the table is empty", run?.Note);
    }

    [Fact]
    public async Task A_job_does_not_run_twice_at_once_on_two_replicas()
    {
        var go = new TaskCompletionSource();
        var slow = Job(
            async (_, ct) =>
            {
                await go.Task.WaitAsync(ct);
                return new JobOutcome(1);
            }
        );
        await using var first = await ReplicaAsync(slow);
        await using var second = await ReplicaAsync(slow);

        var running = first.Get<JobRunner>().RunAsync(_name, RunTrigger.Schedule, null, Ct);
        await Wait.Until(() => slow.Runs == 1);
        var refused = await second.Get<JobRunner>().RunAsync(_name, RunTrigger.Manual, null, Ct);
        go.SetResult();

        Assert.True(refused.IsRunningElsewhere);
        Assert.Equal(RunOutcome.Succeeded, (await running).Outcome);
        Assert.Equal(1, slow.Runs);
    }

    [Fact]
    public async Task A_run_whose_process_died_is_marked_abandoned_and_the_job_can_run_again()
    {
        var job = TestJob.Returning(TestJob.Described(_name), new JobOutcome(7));
        await using var replica = await ReplicaAsync(job);
        var lost = await replica.Get<RunHistory>().StartAsync(_name, RunTrigger.Schedule, Ct);

        // While its heartbeat is young, the run counts as alive.
        Assert.True((await replica.Get<JobRunner>().RunAsync(_name, RunTrigger.Schedule, null, Ct)).IsRunningElsewhere);

        await database.ScalarAsync($"update ingestion.runs set heartbeat_at = now() - interval '21 seconds' where id = {lost}");
        Assert.Equal(RunOutcome.Succeeded, (await replica.Get<JobRunner>().RunAsync(_name, RunTrigger.Schedule, null, Ct)).Outcome);

        var runs = await replica.Get<RunHistory>().ReadAsync(_name, 10, Ct);
        Assert.Equal([RunOutcome.Succeeded, RunOutcome.Abandoned], runs.Select(r => r.Outcome));
        Assert.NotNull(runs[1].EndedAt);
    }

    [Fact]
    public async Task Old_runs_are_forgotten_but_never_the_last_success()
    {
        var fail = false;
        var job = Job((_, _) => fail ? throw new InvalidOperationException("down") : Task.FromResult(new JobOutcome(1)));
        await using var replica = await ReplicaAsync(job);
        foreach (var failing in new[] { false, false, true })
        {
            fail = failing;
            await replica.Get<JobRunner>().RunAsync(_name, RunTrigger.Schedule, null, Ct);
            _clock.AdvanceDays(1);
        }

        await replica.Get<RunHistory>().PurgeAsync(_clock.GetCurrentInstant(), Ct);

        var kept = Assert.Single(await replica.Get<RunHistory>().ReadAsync(_name, 10, Ct));
        Assert.Equal((RunOutcome.Succeeded, Instant.FromUtc(2026, 11, 24, 22, 0)), (kept.Outcome, kept.StartedAt));
    }

    [Fact]
    public async Task The_state_of_a_data_set_follows_its_runs()
    {
        var fail = false;
        var job = Job((_, _) => fail ? throw new InvalidOperationException("down") : Task.FromResult(new JobOutcome(9)));
        var needsKey = TestJob.Returning(TestJob.Described("needs-a-key", provider: "finnhub"), new JobOutcome(1));
        await using var replica = await ReplicaAsync(job, needsKey);
        async Task<DataSetStatus> StatusAsync() => (await replica.Get<DataSetStatusReader>().ReadAsync(Ct))[0];

        Assert.Equal(DataSetState.Pending, (await StatusAsync()).State);
        await replica.Get<JobRunner>().RunAsync(_name, RunTrigger.Schedule, null, Ct);
        Assert.Equal(DataSetState.Fresh, (await StatusAsync()).State);
        _clock.AdvanceHours(25);
        Assert.Equal(DataSetState.Stale, (await StatusAsync()).State);
        fail = true;
        await replica.Get<JobRunner>().RunAsync(_name, RunTrigger.Schedule, null, Ct);

        var failing = await StatusAsync();
        Assert.Equal((DataSetState.Failing, 9), (failing.State, failing.Runs.LastSuccess?.Rows));
        Assert.Equal(Instant.FromUtc(2027, 1, 1, 0, 0), failing.NextRunAt);

        var other = (await replica.Get<DataSetStatusReader>().ReadAsync(Ct))[1];
        Assert.Equal((DataSetState.NotConfigured, null), (other.State, other.NextRunAt));
        Assert.Equal(RunOutcome.Skipped, (await replica.Get<JobRunner>().RunAsync("needs-a-key", RunTrigger.Schedule, null, Ct)).Outcome);
        Assert.Equal(0, needsKey.Runs);
    }

    public static TheoryData<string, JobOutcome, bool> EarlyStops =>
        new()
        {
            { "limit before anything came", JobOutcome.CutBy(s_limit, 0, 0, 0, 503, "companies"), false },
            { "limit after answers with nothing new", JobOutcome.CutBy(s_limit, 0, 0, 20, 483, "companies"), true },
            { "limit after rows", JobOutcome.CutBy(s_limit, 12, 0, 3, 500, "companies"), true },
            { "what it builds on is not there yet", new JobOutcome(0, Complete: false, Note: "the list is not there yet"), false },
            {
                "every question was refused",
                new JobOutcome(0, Complete: false) { Answered = 0, Left = 7 },
                false
            },
            { "a part of the work", new JobOutcome(5, Complete: false), true },
            { "nothing is new", new JobOutcome(0), true },
        };

    private static readonly ProviderException s_limit = new(ProviderFailure.BudgetSpent, "stub", "its day's calls are spent");

    [Theory, MemberData(nameof(EarlyStops))]
    public async Task P3_only_a_run_that_wrote_rows_or_found_nothing_new_moves_the_last_success(string what, JobOutcome stop, bool worked)
    {
        var outcome = new JobOutcome(9);
        var job = Job((_, _) => Task.FromResult(outcome));
        await using var replica = await ReplicaAsync(job);
        async Task<DataSetStatus> RunAndReadAsync()
        {
            await replica.Get<JobRunner>().RunAsync(_name, RunTrigger.Schedule, null, Ct);
            return (await replica.Get<DataSetStatusReader>().ReadAsync(Ct))[0];
        }

        var first = await RunAndReadAsync();
        outcome = stop;
        _clock.AdvanceHours(23);
        var second = await RunAndReadAsync();
        _clock.AdvanceHours(2);
        var third = (await replica.Get<DataSetStatusReader>().ReadAsync(Ct))[0];

        Assert.Equal(worked ? second.Runs.Last : first.Runs.Last, second.Runs.LastSuccess);
        Assert.Equal(DataSetState.Fresh, second.State);
        Assert.True(third.State == (worked ? DataSetState.Fresh : DataSetState.Stale), what);
        Assert.Equal(
            (
                stop.IsLimited ? RunOutcome.Limited
                : stop.Complete ? RunOutcome.Succeeded
                : RunOutcome.Partial,
                stop.Answered,
                stop.Left
            ),
            (second.Runs.Last!.Outcome, second.Runs.Last.Answered, second.Runs.Last.Left)
        );
    }

    [Fact]
    public async Task P3_a_data_set_that_only_ever_met_the_limit_stays_pending()
    {
        await using var replica = await ReplicaAsync(Job((_, _) => throw s_limit));
        await replica.Get<JobRunner>().RunAsync(_name, RunTrigger.Schedule, null, Ct);

        var status = (await replica.Get<DataSetStatusReader>().ReadAsync(Ct))[0];
        Assert.Equal((DataSetState.Pending, null, RunOutcome.Limited), (status.State, status.Runs.LastSuccess, status.Runs.Last?.Outcome));
    }

    [Fact]
    public async Task Two_jobs_of_one_name_or_a_broken_schedule_stop_the_start()
    {
        var one = TestJob.Returning(TestJob.Described(_name), new JobOutcome(1));
        await using var twice = await ReplicaAsync(one, one);
        Assert.Contains(_name, Assert.Throws<InvalidOperationException>(twice.Get<JobCatalog>).Message);

        await using var broken = await ReplicaAsync(TestJob.Returning(TestJob.Described(_name, schedule: "every day"), new JobOutcome(1)));
        Assert.Contains("every day", Assert.Throws<InvalidOperationException>(broken.Get<JobCatalog>).Message);
    }
}
