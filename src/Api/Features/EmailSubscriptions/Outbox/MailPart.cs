using InvestmentAssistant.Api.Features.EmailSubscriptions.Transport;
using InvestmentAssistant.Api.Platform.Telemetry;
using NodaTime.Extensions;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;

/// <summary>
/// The mails in the health answer: down while mails have to wait, or no mail server is set where there should be one. It affects no other
/// answer, so it is shown without changing the state of the whole.
/// </summary>
public sealed class MailPart(MailOutbox outbox, IMailTransport transport, TimeProvider time) : IHealthPart
{
    /// <summary>
    /// A mail that was due for this long is not being sent: no replica has the ingest role, or the mail server takes none.
    /// </summary>
    private static readonly Duration s_patience = Duration.FromMinutes(10);

    public string Name => "mail";

    public PartWeight Weight => PartWeight.NoEffect;

    public Type DataType => typeof(OutboxState);

    public async Task<PartFinding> CheckAsync(CancellationToken ct)
    {
        var state = await outbox.ReadStateAsync(ct);
        var isStuck = state.OldestDue is { } since && time.GetUtcNow().ToInstant() - since > s_patience;
        var words = $"{state.Waiting} waiting, {state.Failed} failed in 7 days{(state.LastError is { } error ? $"; last: {error}" : "")}";
        return transport.Obstacle is { } obstacle
            ? new PartFinding(false, $"{obstacle}; {words}", state)
            : new PartFinding(!isStuck && state.Troubled == 0, words, state);
    }
}
