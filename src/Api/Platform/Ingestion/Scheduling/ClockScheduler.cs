using System.Threading.Channels;
using InvestmentAssistant.Api.Platform.Ingestion.Runs;
using InvestmentAssistant.Api.Platform.Persistence;

namespace InvestmentAssistant.Api.Platform.Ingestion.Scheduling;

/// <summary>
/// The scheduler of a replay, whose clock runs on the recording's time and faster than the real one: it looks at that clock ten times a
/// second and runs what has come due, in this one process. Firings that pass while the same job still runs are one firing, as in the real
/// scheduler.
/// </summary>
public sealed class ClockScheduler(JobCatalog catalog, JobRunner runner, SchemaGate gate, AppRoles roles, IClock clock)
    : BackgroundService,
        IJobRequests
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(100);
    private readonly Channel<string> _requests = Channel.CreateUnbounded<string>();

    public Task<bool> RequestAsync(string name, CancellationToken ct) =>
        Task.FromResult(roles.Ingest && catalog.Find(name) is not null && _requests.Writer.TryWrite(name));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!roles.Ingest)
            return;
        try
        {
            await gate.WaitAsync(stoppingToken);
            await Task.WhenAll(catalog.Jobs.Select(j => KeepAsync(j.Description.Name, stoppingToken)).Append(AnswerAsync(stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutdown.
        }
    }

    private async Task KeepAsync(string name, CancellationToken ct)
    {
        while (catalog.NextFiring(name, clock.GetCurrentInstant()) is { } due)
        {
            while (clock.GetCurrentInstant() < due)
                await Task.Delay(s_tick, ct);
            await runner.RunAsync(name, RunTrigger.Schedule, progress: null, ct);
        }
    }

    private async Task AnswerAsync(CancellationToken ct)
    {
        await foreach (var name in _requests.Reader.ReadAllAsync(ct))
            await runner.RunAsync(name, RunTrigger.Manual, progress: null, ct);
    }
}
