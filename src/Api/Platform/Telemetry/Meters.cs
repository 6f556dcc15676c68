using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvestmentAssistant.Api.Platform.Telemetry;

/// <summary>
/// The instruments of one part of the system, registered with <see cref="MetersExtensions.AddMeters{T}"/>. The part that counts owns them;
/// all of them are there from the start of the host, so that a scrape sees a zero and not a gap.
/// </summary>
public interface IMeters;

/// <summary>Instruments over what a store knows: a scrape waits for no store, so the values are read beside it.</summary>
public interface IReadMeters : IMeters
{
    /// <summary>Whether anything exports them; if not, nothing is read.</summary>
    bool IsWatched { get; }

    /// <summary>Reads the values. What it throws is logged, and the last values stay for a while (<see cref="Reading{T}"/>).</summary>
    Task ReadAsync(CancellationToken ct);
}

/// <summary>What was read last from a store; null once that is five minutes ago, so that nobody takes it for the present.</summary>
public sealed class Reading<T>(TimeProvider time)
    where T : class
{
    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(5);

    private volatile Known? _known;

    /// <summary>The last value; null when there is none, or none that is young enough.</summary>
    public T? Value => _known is { } known && time.GetElapsedTime(known.At) < s_life ? known.Value : null;

    /// <summary>Takes what was read just now.</summary>
    public void Set(T value) => _known = new Known(value, time.GetTimestamp());

    private sealed record Known(T Value, long At);
}

/// <summary>Creates all instruments when the host starts, and reads those of stores every 15 s, on ingest replicas alone.</summary>
internal sealed class MetersAtStart(IEnumerable<IMeters> meters, AppRoles roles, TimeProvider time, ILogger<MetersAtStart> log)
    : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly IReadOnlyList<IReadMeters> _read = [.. meters.OfType<IReadMeters>()];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!roles.Ingest)
            return;
        using var timer = new PeriodicTimer(s_every, time);
        try
        {
            do
            {
                foreach (var one in _read.Where(m => m.IsWatched))
                    await ReadAsync(one, stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutdown.
        }
    }

    private async Task ReadAsync(IReadMeters one, CancellationToken ct)
    {
        try
        {
            // Left alone when it hangs, not cancelled: the driver's cancel waits for the server on the thread that asks for it.
            await one.ReadAsync(CancellationToken.None).WaitAsync(s_patience, time, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogDebug("{Meters} could not be read: {Reason}", one.GetType().Name, e.Message);
        }
    }
}

public static class MetersExtensions
{
    /// <summary>Registers the instruments of a part.</summary>
    public static IServiceCollection AddMeters<T>(this IServiceCollection services)
        where T : class, IMeters
    {
        services.AddMetrics();
        if (services.Any(s => s.ServiceType == typeof(T)))
            return services;
        services.TryAddSingleton<T>();
        return services.AddSingleton<IMeters>(s => s.GetRequiredService<T>());
    }
}
