using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Calendars.Documents;

/// <summary>When the results of a week were last read. Without it each run would ask for a quarter of weeks again.</summary>
public sealed record ResultsWeek
{
    /// <summary>Its Monday: 2026-10-26.</summary>
    public required string Id { get; init; }

    public required Instant ReadAt { get; init; }

    public static string IdOf(LocalDate monday) => LocalDatePattern.Iso.Format(monday);
}
