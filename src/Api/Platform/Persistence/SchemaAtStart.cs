namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary>
/// Opens the gate once the schema of this build is in place. With <c>Schema:ApplyAtStart=true</c> this process applies it; else it waits
/// for <c>Api schema apply</c>, so that a roll-out can start both in any order and new replicas get no request before their tables are
/// there. The first attempt is waited for, so that all else finds its tables; when PostgreSQL is down the process starts all the same and
/// goes on trying.
/// </summary>
public sealed class SchemaAtStart(SchemaApplier applier, SchemaGate gate, IConfiguration configuration, ILogger<SchemaAtStart> log)
    : BackgroundService
{
    private static readonly TimeSpan FirstAttempt = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly bool _applies = configuration.GetValue("Schema:ApplyAtStart", false);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(FirstAttempt);
        await TryAsync(limit.Token, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); !gate.IsOpen; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), stoppingToken);
            await TryAsync(stoppingToken, stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken ct, CancellationToken shutdown)
    {
        try
        {
            if (_applies)
                await applier.ApplyAsync(ct);
            if (_applies || await applier.IsAppliedAsync(ct))
                gate.Open();
            else
                Missed("the schema of this build is not applied yet; Api schema apply does it");
        }
        catch (Exception error) when (error is not OperationCanceledException || !shutdown.IsCancellationRequested)
        {
            Missed(error.Message);
        }
    }

    private void Missed(string reason)
    {
        if (gate.LastError != reason)
            log.LogWarning("The schema is not in place: {Reason}", reason);
        gate.Failed(reason);
    }
}
