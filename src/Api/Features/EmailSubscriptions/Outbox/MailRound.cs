using System.Diagnostics;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Mails;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Transport;
using NodaTime.Extensions;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;

/// <summary>
/// Sends what is due in the outbox. A mail is recorded as sent after it was taken over: a sender that dies in between makes the next one
/// send it again (under the same name), so that no address is skipped (decision 0141).
/// </summary>
public sealed class MailRound(
    MailOutbox outbox,
    MailWriter writer,
    IMailTransport transport,
    TimeProvider time,
    MailMeters meters,
    ILogger<MailRound> log
)
{
    private static readonly ActivitySource s_traces = new("InvestmentAssistant.Mails");
    private static readonly TimeSpan s_sendDeadline = TimeSpan.FromSeconds(60);

    /// <summary>Waits after the first, second ... refusal for a time; after the last the mail is given up.</summary>
    private static readonly Duration[] s_retries =
    [
        Duration.FromMinutes(1),
        Duration.FromMinutes(5),
        Duration.FromMinutes(30),
        Duration.FromHours(2),
        Duration.FromHours(6),
    ];

    /// <summary>Sends all that is due, one after the other.</summary>
    /// <param name="stop">Ends it between two mails: one that is on its way is finished.</param>
    /// <returns>How many went out.</returns>
    /// <exception cref="MailException">Unreachable: none can go out just now.</exception>
    public async Task<int> SendDueAsync(CancellationToken stop)
    {
        var sent = 0;
        await using var line = transport.Open();
        while (!stop.IsCancellationRequested)
        {
            await using var claim = await outbox.ClaimAsync(stop);
            if (claim is null)
                break;
            if (await TracedAsync(claim, line))
                sent++;
        }
        return sent;
    }

    private async Task<bool> TracedAsync(MailClaim claim, IMailLine line)
    {
        using var trace = s_traces.StartActivity("mail", ActivityKind.Producer);
        trace?.SetTag("kind", claim.Order.Kind.ToString());
        try
        {
            var end = await SendAsync(claim, line);
            meters.Ended(end);
            trace?.SetTag("outcome", end.ToString());
            return end == MailEnd.Sent;
        }
        catch (MailException e)
        {
            meters.Ended(MailEnd.Unreachable);
            trace?.SetStatus(ActivityStatusCode.Error, e.Message);
            throw;
        }
    }

    private async Task<MailEnd> SendAsync(MailClaim claim, IMailLine line)
    {
        // Not the process's own end: a mail on its way is finished, and its record written.
        using var deadline = new CancellationTokenSource(s_sendDeadline, time);
        var order = claim.Order;
        if (order.ExpiresAt <= time.GetUtcNow().ToInstant())
        {
            await claim.GiveUpAsync("it could not be sent in time", CancellationToken.None);
            return MailEnd.GivenUp;
        }
        try
        {
            if (await writer.WriteAsync(order, deadline.Token) is not { } message)
            {
                await claim.DropAsync(CancellationToken.None);
                return MailEnd.Dropped;
            }
            await line.SendAsync(message, order.Key, deadline.Token);
        }
        catch (MailException e) when (e.Fault == MailFault.Unreachable)
        {
            await claim.PostponeAsync(e.Message, Duration.FromSeconds(30), CancellationToken.None);
            throw;
        }
        catch (Exception e)
        {
            return await RefusedAsync(claim, e);
        }
        await claim.SentAsync(CancellationToken.None);
        log.LogDebug("{Mail} is sent to {Address}", order.Key, EmailAddress.Masked(order.Recipient.Address ?? ""));
        return MailEnd.Sent;
    }

    private async Task<MailEnd> RefusedAsync(MailClaim claim, Exception why)
    {
        var order = claim.Order;
        // What a fault of ours says may name anything.
        var reason = why is MailException ? why.Message : $"it could not be written ({why.GetType().Name})";
        if (why is not MailException)
            log.LogError(why, "{Mail} could not be written", order.Key);
        if (why is MailException { Fault: MailFault.ForGood } || order.Attempts >= s_retries.Length)
        {
            log.LogWarning("{Mail} is given up after {Attempts} attempts: {Reason}", order.Key, order.Attempts + 1, reason);
            await claim.GiveUpAsync(reason, CancellationToken.None);
            return MailEnd.GivenUp;
        }
        log.LogInformation(
            "{Mail} has to wait {Wait} after attempt {Attempt}: {Reason}",
            order.Key,
            s_retries[order.Attempts],
            order.Attempts + 1,
            reason
        );
        await claim.RetryAsync(reason, s_retries[order.Attempts], CancellationToken.None);
        return MailEnd.Delayed;
    }
}
