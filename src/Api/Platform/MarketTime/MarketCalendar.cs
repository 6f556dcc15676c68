using NodaTime;

namespace InvestmentAssistant.Api.Platform.MarketTime;

/// <summary>One NYSE trading day. Instants are UTC; <see cref="Date"/> is the day in New York.</summary>
public sealed record Session(LocalDate Date, Instant PreOpen, Instant Open, Instant Close, Instant PostClose, bool IsEarlyClose);

/// <summary>Where an instant lies in the trading day.</summary>
public enum SessionPhase { Closed, Pre, Regular, Post }

/// <summary>NYSE sessions from 1990 to 2040 in America/New_York.</summary>
public sealed class MarketCalendar
{
    /// <summary>The sessions with start &lt;= date &lt;= end, ascending.</summary>
    public IReadOnlyList<Session> Sessions(LocalDate start, LocalDate end) => throw new NotImplementedException();

    /// <summary>The session of that day, or null when the exchange is closed all day.</summary>
    public Session? SessionOn(LocalDate date) => throw new NotImplementedException();

    /// <summary>The last session strictly before that day.</summary>
    public Session Previous(LocalDate date) => throw new NotImplementedException();

    /// <summary>The first session strictly after that day.</summary>
    public Session Next(LocalDate date) => throw new NotImplementedException();

    /// <summary>
    /// The session a price of that instant belongs to: from 04:00 New York of a trading day its own session; after its end, over
    /// nights, weekends and holidays, the session just ended.
    /// </summary>
    public Session SessionOf(Instant at) => throw new NotImplementedException();

    /// <summary>Pre-market 04:00 to the open, regular, post to four hours after the close, else closed.</summary>
    public SessionPhase PhaseAt(Instant at) => throw new NotImplementedException();

    /// <summary>The first regular open strictly after that instant.</summary>
    public Instant NextOpen(Instant at) => throw new NotImplementedException();

    /// <summary>The first regular close strictly after that instant.</summary>
    public Instant NextClose(Instant at) => throw new NotImplementedException();
}
