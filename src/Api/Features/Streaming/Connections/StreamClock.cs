using InvestmentAssistant.Api.Features.Streaming.Hub;
using InvestmentAssistant.Api.Features.Streaming.Wire;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Streaming.Connections;

/// <summary>
/// The one timer of all streams, and their end: a stopping process sends its clients a time to come back and closes them in waves, so that
/// they do not all fall on the next replica at once.
/// </summary>
internal sealed class StreamClock(IEnumerable<TopicHub> hubs, StreamGate gate, IOptions<StreamOptions> options, ILogger<StreamClock> log)
    : BackgroundService,
        IHostedLifecycleService
{
    private const int Waves = 10;
    private const int SweepEvery = 10;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly IReadOnlyList<TopicHub> _hubs = [.. hubs];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        var count = 0;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var sweep = ++count % SweepEvery == 0;
                var now = Environment.TickCount64;
                foreach (var hub in _hubs)
                    Tick(hub, now, sweep);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    /// <summary>One topic's fault is not another's, and never the end of the clock, which would be that of the process.</summary>
    private void Tick(TopicHub hub, long now, bool sweep)
    {
        try
        {
            hub.Tick(now, sweep);
        }
        catch (Exception e)
        {
            log.LogError(e, "A tick of the streams of {Topic} failed", hub.Topic);
        }
    }

    /// <summary>Before the server stops listening: going_away, then 1001 in waves.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        gate.IsDraining = true;
        var grace = options.Value.CloseGrace;
        var everyone = _hubs.SelectMany(h => h.Everyone()).ToArray();
        if (everyone.Length == 0)
            return;
        log.LogInformation("Closing {Count} streams", everyone.Length);
        Random.Shared.Shuffle(everyone);
        foreach (var (subscriber, dialect) in everyone)
        {
            if (dialect == Dialect.Changes)
                subscriber.Enqueue(GoingAway(subscriber.Format, Random.Shared.Next(500, 5_000)));
        }
        for (var wave = 0; wave < Waves; wave++)
        {
            for (var i = wave; i < everyone.Length; i += Waves)
                everyone[i].Subscriber.Close(CloseCodes.GoingAway, "going away", grace);
            await Task.Delay(options.Value.DrainTime / Waves, CancellationToken.None);
        }
        await Task.WhenAny(Task.WhenAll(everyone.Select(e => e.Subscriber.Ended)), Task.Delay(grace, CancellationToken.None));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static byte[] GoingAway(FrameFormat format, int retryAfter) =>
        Frame.Of(
            format,
            "going_away",
            null,
            Messages.Json(j =>
            {
                j.WriteString("type", "going_away");
                j.WriteNumber("retry_after_ms", retryAfter);
            })
        );
}
