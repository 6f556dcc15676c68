using InvestmentAssistant.Api.Features.EmailSubscriptions.Transport;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Persistence;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;

/// <summary>
/// Looks into the outbox every second on every ingest replica, with several senders side by side; a line that is down is tried at longer
/// and longer pauses.
/// </summary>
public sealed class MailSender(
    MailRound round,
    IMailTransport transport,
    EmailSettings settings,
    SchemaGate gate,
    AppRoles roles,
    ILogger<MailSender> log
) : BackgroundService
{
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!roles.Ingest)
            return;
        try
        {
            await gate.WaitAsync(stoppingToken);
            if (transport.Obstacle is { } obstacle)
            {
                log.LogWarning("{Obstacle}", obstacle);
                return;
            }
            log.LogInformation("Mails go to {Destination}", transport.Destination);
            await Task.WhenAll(Enumerable.Range(0, settings.Senders).Select(_ => SendForEverAsync(stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutdown.
        }
    }

    private async Task SendForEverAsync(CancellationToken stop)
    {
        for (var pause = s_betweenLooks; ; await Task.Delay(pause * (0.75 + Random.Shared.NextDouble() / 2), stop))
        {
            try
            {
                await round.SendDueAsync(stop);
                pause = s_betweenLooks;
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
                log.LogWarning("No mail can be sent just now, next try in {Pause} s: {Reason}", (int)pause.TotalSeconds, e.Message);
            }
        }
    }
}
