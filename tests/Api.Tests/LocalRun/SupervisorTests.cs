using System.Net;
using System.Net.Sockets;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.LocalRun.Services;

namespace InvestmentAssistant.Api.Tests.LocalRun;

/// <summary>How a part of <c>./run</c> that ends is started again, with pauses that pass at once.</summary>
[Collection(LongestFirst.Programs)]
public sealed class SupervisorTests(LocalServices services) : IDisposable
{
    private readonly QuickTime _time = new();
    private readonly StringWriter _output = new();
    private ChildProcess? _process;

    [Fact]
    public async Task Pauses_double_up_to_half_a_minute_and_begin_again_after_a_minute_of_life()
    {
        var lives = 0;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await LaunchAsync();

        await NewSupervisor()
            .KeepAsync(
                () => _process!,
                async _ =>
                {
                    lives++;
                    // The eighth process lives for a minute; the watch ends with the tenth.
                    await LaunchAsync();
                    await _process!.Exited;
                    if (lives is 8)
                        _time.Pass(TimeSpan.FromMinutes(1));
                    if (lives is 10)
                        await over.CancelAsync();
                },
                over.Token
            );

        Assert.Equal([1, 2, 4, 8, 16, 30, 30, 30, 1, 2], _time.Pauses.Select(p => (int)p.TotalSeconds).Take(10));
        Assert.Contains("(exit code 3)", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fifth_start_in_a_row_that_fails_ends_the_watch_with_its_reason()
    {
        var starts = 0;
        await LaunchAsync();

        var failure = await Assert.ThrowsAsync<LocalRunException>(() =>
            NewSupervisor()
                .KeepAsync(
                    () => _process!,
                    // One success in between: only five in a row count.
                    async _ =>
                    {
                        if (++starts is not 5)
                            throw new LocalRunException($"start {starts} failed; its log ends with:\n    the reason");
                        await LaunchAsync();
                    },
                    Ct
                )
        );

        Assert.Equal(10, starts);
        Assert.Contains("start 10 failed", failure.Message, StringComparison.Ordinal);
        Assert.Contains("the reason", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the reason", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_during_a_pause_starts_nothing()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await LaunchAsync();
        _time.InsteadOfPassing = stop.Cancel;

        await NewSupervisor().KeepAsync(() => _process!, _ => throw new InvalidOperationException("It was started."), stop.Token);

        Assert.True(_process!.HasExited);
    }

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task A_program_whose_port_another_one_answers_on_has_not_started()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var probe = new HealthProbe();
        var spec = new ChildSpec("part", ["/bin/sh", "-c", "echo taken; exit 4"], services.Log($"part-{Guid.NewGuid():N}"));
        // It takes connections and never answers.
        var program = new WebProgram("The part", spec, $"http://{other.LocalEndpoint}/", probe);

        var failure = await Assert.ThrowsAsync<LocalRunException>(() => program.StartAsync(Ct));

        Assert.Contains("exit code 4", failure.Message, StringComparison.Ordinal);
        Assert.Contains("taken", failure.Message, StringComparison.Ordinal);
    }

    private Supervisor NewSupervisor() => new("Part", _output, _time);

    private async Task LaunchAsync() =>
        _process = await ChildProcess.StartAsync(
            new ChildSpec("part", ["/bin/sh", "-c", "exit 3"], services.Log($"part-{Guid.NewGuid():N}"))
        );

    /// <summary>A clock whose timers are due at once, and which moves when the test says so.</summary>
    private sealed class QuickTime : TimeProvider
    {
        private long _now;

        public List<TimeSpan> Pauses { get; } = [];

        /// <summary>What happens when a pause begins, which then never ends.</summary>
        public Action? InsteadOfPassing { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan span) => Interlocked.Add(ref _now, span.Ticks);

        public override long GetTimestamp() => Interlocked.Read(ref _now);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Pauses.Add(dueTime);
            InsteadOfPassing?.Invoke();
            return System.CreateTimer(callback, state, InsteadOfPassing is null ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period);
        }
    }
}
