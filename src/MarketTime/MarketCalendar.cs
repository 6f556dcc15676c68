namespace InvestmentAssistant.MarketTime;

/// <summary>One NYSE trading day. Instants are UTC; <see cref="Date"/> is the day in New York.</summary>
public sealed record Session(LocalDate Date, Instant PreOpen, Instant Open, Instant Close, Instant PostClose, bool IsEarlyClose)
{
    /// <summary>Whether that instant is in the regular session: Open &lt;= at &lt; Close.</summary>
    public bool IsRegular(Instant at) => Open <= at && at < Close;
}

/// <summary>Where an instant lies in the trading day.</summary>
public enum SessionPhase
{
    Closed,
    Pre,
    Regular,
    Post,
}

/// <summary>
/// NYSE sessions from 1990 to 2040 in America/New_York. All are computed once; every question is then an array look-up without allocation,
/// because some are asked for every trade. Dates and instants outside those years: <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed class MarketCalendar
{
    public static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    /// <summary>The first date the calendar knows.</summary>
    public static readonly LocalDate FirstDate = new(1990, 1, 1);

    /// <summary>The last date the calendar knows.</summary>
    public static readonly LocalDate LastDate = new(2040, 12, 31);

    private static readonly long FirstUnixDay = Period.DaysBetween(new LocalDate(1970, 1, 1), FirstDate);

    /// <summary>Midnight in New York before the first date and after the last one.</summary>
    private static readonly Instant Start = NewYork.AtStartOfDay(FirstDate).ToInstant();
    private static readonly Instant End = NewYork.AtStartOfDay(LastDate.PlusDays(1)).ToInstant();

    private readonly Session[] _sessions;

    /// <summary>By day since <see cref="FirstDate"/>: index of the last session on or before that day, -1 before the first. One day longer
    /// than the calendar, because the last evening in New York is the next day in UTC.</summary>
    private readonly int[] _lastOnOrBefore;

    public MarketCalendar()
    {
        var sessions = new List<Session>();
        var days = Period.DaysBetween(FirstDate, LastDate) + 1;
        _lastOnOrBefore = new int[days + 1];
        for (var day = 0; day < days; day++)
        {
            var date = FirstDate.PlusDays(day);
            if (NyseHours.On(date) is var (open, close))
            {
                var closeAt = At(date, close);
                sessions.Add(
                    new Session(
                        date,
                        At(date, NyseHours.PreOpen),
                        At(date, open),
                        closeAt,
                        closeAt + NyseHours.AfterHours,
                        close < NyseHours.Close
                    )
                );
            }
            _lastOnOrBefore[day] = sessions.Count - 1;
        }
        _lastOnOrBefore[days] = sessions.Count - 1;
        _sessions = [.. sessions];
    }

    /// <summary>The sessions with start &lt;= date &lt;= end, ascending; none when start is after end.</summary>
    public IReadOnlyList<Session> Sessions(LocalDate start, LocalDate end)
    {
        var (first, last) = (IndexBefore(start) + 1, IndexOnOrBefore(end));
        return new ArraySegment<Session>(_sessions, first, Math.Max(0, last - first + 1));
    }

    /// <summary>The session of that day, or null when the exchange is closed all day.</summary>
    public Session? SessionOn(LocalDate date)
    {
        var i = IndexOnOrBefore(date);
        return i >= 0 && _sessions[i].Date == date ? _sessions[i] : null;
    }

    /// <summary>The last session strictly before that day.</summary>
    public Session Previous(LocalDate date) => At(IndexBefore(date), nameof(date), date);

    /// <summary>The first session strictly after that day.</summary>
    public Session Next(LocalDate date) => At(IndexOnOrBefore(date) + 1, nameof(date), date);

    /// <summary>
    /// The session a price of that instant belongs to: from 04:00 New York of a trading day its own session; after its end, over
    /// nights, weekends and holidays, the session just ended.
    /// </summary>
    public Session SessionOf(Instant at) => At(IndexOf(at), nameof(at), at);

    /// <summary>
    /// As <see cref="SessionOf"/>, for instants from outside that may be nonsense: false when the calendar does not know them.
    /// </summary>
    public bool TrySessionOf(Instant at, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Session? session)
    {
        session = Covers(at) && IndexOf(at) is var i and >= 0 ? _sessions[i] : null;
        return session is not null;
    }

    /// <summary>Pre-market 04:00 to the open, regular, post to four hours after the close, else closed.</summary>
    public SessionPhase PhaseAt(Instant at)
    {
        var i = IndexOf(at);
        if (i < 0)
            return SessionPhase.Closed;
        var session = _sessions[i];
        return at < session.Open ? SessionPhase.Pre
            : at < session.Close ? SessionPhase.Regular
            : at < session.PostClose ? SessionPhase.Post
            : SessionPhase.Closed;
    }

    /// <summary>The first regular open strictly after that instant.</summary>
    public Instant NextOpen(Instant at)
    {
        var i = IndexOf(at);
        return i >= 0 && at < _sessions[i].Open ? _sessions[i].Open : At(i + 1, nameof(at), at).Open;
    }

    /// <summary>The first regular close strictly after that instant.</summary>
    public Instant NextClose(Instant at)
    {
        var i = IndexOf(at);
        return i >= 0 && at < _sessions[i].Close ? _sessions[i].Close : At(i + 1, nameof(at), at).Close;
    }

    /// <summary>Whether the calendar knows that date.</summary>
    public static bool Covers(LocalDate date) => FirstDate <= date && date <= LastDate;

    /// <summary>Whether the calendar knows that instant's date in New York.</summary>
    public static bool Covers(Instant at) => Start <= at && at < End;

    private int IndexOnOrBefore(LocalDate date) =>
        Covers(date) ? _lastOnOrBefore[Period.DaysBetween(FirstDate, date)] : throw OutOfRange(nameof(date), date);

    private int IndexBefore(LocalDate date)
    {
        var i = IndexOnOrBefore(date);
        return i >= 0 && _sessions[i].Date == date ? i - 1 : i;
    }

    /// <summary>Index of the last session that has begun by that instant; -1 before the first. Exact with the UTC day, because 04:00 in New
    /// York is 08:00 or 09:00 UTC of the same date.</summary>
    private int IndexOf(Instant at)
    {
        if (!Covers(at))
            throw OutOfRange(nameof(at), at);
        var i = _lastOnOrBefore[(at.ToUnixTimeSeconds() / 86_400) - FirstUnixDay];
        return i >= 0 && at < _sessions[i].PreOpen ? i - 1 : i;
    }

    private Session At<T>(int index, string parameter, T value) =>
        (uint)index < (uint)_sessions.Length ? _sessions[index] : throw OutOfRange(parameter, value);

    private static ArgumentOutOfRangeException OutOfRange<T>(string parameter, T value) =>
        new(parameter, value, $"The market calendar knows the sessions of {FirstDate.Year} to {LastDate.Year}.");

    private static Instant At(LocalDate date, LocalTime time) => NewYork.AtStrictly(date + time).ToInstant();
}
