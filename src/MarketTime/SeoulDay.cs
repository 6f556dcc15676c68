namespace InvestmentAssistant.MarketTime;

/// <summary>The day of the Korean crypto exchanges: 00:00 to 24:00 in Seoul. Crypto trades always, so a day is all there is.</summary>
public static class SeoulDay
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Seoul"];

    /// <summary>The date in Seoul.</summary>
    public static LocalDate DateOf(Instant at) => at.InZone(Zone).Date;

    /// <summary>When the day of that instant began.</summary>
    public static Instant StartOf(Instant at) => StartOf(DateOf(at));

    /// <summary>When that day begins in Seoul.</summary>
    public static Instant StartOf(LocalDate date) => Zone.AtStartOfDay(date).ToInstant();
}
