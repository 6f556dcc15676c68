namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>The market's time: its calendar, its clock (a replay's own), and the wall's time for delays.</summary>
public sealed record MarketClock(MarketCalendar Calendar, IClock Clock, TimeProvider Time)
{
    public Instant Now => Clock.GetCurrentInstant();
}
