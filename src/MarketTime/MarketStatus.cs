using NodaTime.Text;

namespace InvestmentAssistant.MarketTime;

/// <summary>The <c>market_status</c> object of REST answers and streams.</summary>
/// <param name="IsOpen">Whether the regular session is on.</param>
/// <param name="Status">PRE, OPEN, POST or CLOSED.</param>
/// <param name="CurrentTimeEt">New York's time as text: 2026-11-23 15:30:00 EST.</param>
/// <param name="CurrentTimeUtc">The same moment.</param>
/// <param name="Timezone">Always US/Eastern, the name the front end knows.</param>
/// <param name="SessionDate">The session a price of this moment belongs to.</param>
/// <param name="NextOpen">The next regular open.</param>
/// <param name="NextClose">The next regular close.</param>
public sealed record MarketStatus(
    bool IsOpen,
    string Status,
    string CurrentTimeEt,
    Instant CurrentTimeUtc,
    string Timezone,
    LocalDate SessionDate,
    Instant NextOpen,
    Instant NextClose
)
{
    private static readonly ZonedDateTimePattern EasternText = ZonedDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd HH:mm:ss x",
        null
    );

    public static MarketStatus At(MarketCalendar calendar, Instant at)
    {
        var phase = calendar.PhaseAt(at);
        var status = phase switch
        {
            SessionPhase.Pre => "PRE",
            SessionPhase.Regular => "OPEN",
            SessionPhase.Post => "POST",
            _ => "CLOSED",
        };
        return new MarketStatus(
            phase == SessionPhase.Regular,
            status,
            EasternText.Format(at.InZone(MarketCalendar.NewYork)),
            at,
            "US/Eastern",
            calendar.SessionOf(at).Date,
            calendar.NextOpen(at),
            calendar.NextClose(at)
        );
    }
}
