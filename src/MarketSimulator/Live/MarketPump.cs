namespace InvestmentAssistant.MarketSimulator.Live;

/// <summary>Sends each trade when the market's clock has passed its time.</summary>
internal sealed class MarketPump(
    IClock clock,
    TimeProvider time,
    EquityTrades equities,
    CryptoTrades crypto,
    SimulatorOptions options,
    ILogger<MarketPump> log
) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(30);

    /// <summary>A walk that fell behind further than this (a sleeping machine) goes on from now; a recording is never cut.</summary>
    private static readonly Duration MaxGap = Duration.FromMinutes(2);

    private Instant _start;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _start = clock.GetCurrentInstant();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Live)
            return;
        using var timer = new PeriodicTimer(Beat, time);
        // A replay's clock stands still until its origin: nothing leaves before it runs, and then its very first trade does.
        var sent = _start - Duration.Epsilon;
        var pinged = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var now = clock.GetCurrentInstant();
                if (now <= _start || now <= sent)
                    continue;
                if (options.Replay is null && now - sent > MaxGap)
                    sent = now - MaxGap;
                equities.Publish(sent, now);
                crypto.Publish(sent, now);
                sent = now;
                if (time.GetElapsedTime(pinged) >= PingEvery)
                {
                    pinged = time.GetTimestamp();
                    equities.Ping();
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The market stumbled; it goes on with the next beat.");
            }
        }
    }
}
