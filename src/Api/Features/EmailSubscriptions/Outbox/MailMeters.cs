using System.Diagnostics.Metrics;
using InvestmentAssistant.Api.Platform.Telemetry;
using NodaTime.Extensions;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;

/// <summary>How a sender's turn with a mail ended.</summary>
public enum MailEnd
{
    Sent,

    /// <summary>Refused for a time: it is tried again.</summary>
    Delayed,

    /// <summary>Refused permanently, too often, or too late.</summary>
    GivenUp,

    /// <summary>There was nothing to send any more.</summary>
    Dropped,

    /// <summary>The mail server could not be reached.</summary>
    Unreachable,
}

/// <summary>Counts what becomes of mails, and shows how many wait and for how long.</summary>
public sealed class MailMeters : IReadMeters
{
    private static readonly string[] s_names = ["sent", "delayed", "given_up", "dropped", "unreachable"];

    private readonly MailOutbox _outbox;
    private readonly TimeProvider _time;
    private readonly Reading<OutboxState> _state;
    private readonly Counter<long> _ends;
    private readonly Instrument _waiting;

    public MailMeters(IMeterFactory factory, MailOutbox outbox, TimeProvider time)
    {
        (_outbox, _time, _state) = (outbox, time, new Reading<OutboxState>(time));
        var meter = factory.Create("InvestmentAssistant.Mails");
        _ends = meter.CreateCounter<long>("investment_assistant.mail.sends", "{mail}", "Mails that a sender took up, by how it ended.");
        foreach (var end in Enum.GetValues<MailEnd>())
            Count(end, 0);
        _waiting = meter.CreateObservableGauge(
            "investment_assistant.mail.outbox.depth",
            () => _state.Value is { } state ? [new Measurement<int>(state.Waiting)] : Array.Empty<Measurement<int>>(),
            "{mail}",
            "Mails that wait in the outbox of all replicas."
        );
        meter.CreateObservableGauge(
            "investment_assistant.mail.outbox.delay",
            () => _state.Value is { } state ? [new Measurement<double>(DelayOf(state))] : Array.Empty<Measurement<double>>(),
            "s",
            "Time for which the longest waiting mail could have been sent."
        );
    }

    /// <inheritdoc />
    public bool IsWatched => _waiting.Enabled;

    /// <inheritdoc />
    public async Task ReadAsync(CancellationToken ct) => _state.Set(await _outbox.ReadStateAsync(ct));

    /// <summary>Counts the end of a sender's turn.</summary>
    public void Ended(MailEnd end) => Count(end, 1);

    private void Count(MailEnd end, long mails) => _ends.Add(mails, new KeyValuePair<string, object?>("outcome", s_names[(int)end]));

    private double DelayOf(OutboxState state) => state.OldestDue is { } due ? (_time.GetUtcNow().ToInstant() - due).TotalSeconds : 0;
}
