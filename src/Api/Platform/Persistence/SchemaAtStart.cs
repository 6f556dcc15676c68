namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary>
/// With <c>Schema:ApplyAtStart=true</c> applies the schema when the process starts, else opens the gate at once (the schema is then applied by
/// <c>Api schema apply</c> in the roll-out). The first attempt is waited for, so that all else finds its tables; when
/// PostgreSQL is down the process starts all the same and goes on trying.
/// </summary>
public sealed class SchemaAtStart(SchemaApplier applier, SchemaGate gate, IConfiguration configuration, ILogger<SchemaAtStart> log) : BackgroundService
{
    private static readonly TimeSpan FirstAttempt = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue("Schema:ApplyAtStart", false)) gate.Open();
        else
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(FirstAttempt);
            await TryAsync(limit.Token, cancellationToken);
        }
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
            await applier.ApplyAsync(ct);
            gate.Open();
        }
        catch (Exception error) when (error is not OperationCanceledException || !shutdown.IsCancellationRequested)
        {
            gate.Failed(error);
            log.LogWarning("The schema could not be applied yet: {Reason}", error.Message);
        }
    }
}
