using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Series;

/// <summary>Dates as the wire writes them in texts, and what is said when there is no value.</summary>
public static class Wording
{
    /// <summary>2024-08-01.</summary>
    public static string Day(LocalDate date) => FormattableString.Invariant($"{date:uuuu-MM-dd}");

    /// <summary>2024-08.</summary>
    public static string Month(LocalDate date) => FormattableString.Invariant($"{date:uuuu-MM}");

    /// <summary>404 before the first fill.</summary>
    public static ProblemException NothingHeld(string title) =>
        ProblemException.NotFound($"{title}: no data is held yet; /api/v1/ingestion/status says why.");

    /// <summary>404 for a period without a value, naming the nearest ones that have one.</summary>
    /// <param name="title">Of the series.</param>
    /// <param name="asked">In words: 2025-10, 1875.</param>
    /// <param name="date">First day of what was asked for.</param>
    /// <param name="held">Dates with a value, ascending.</param>
    /// <param name="write">Writes a date as the client would ask for it.</param>
    public static ProblemException NoSuchDate(
        string title,
        string asked,
        LocalDate date,
        IEnumerable<LocalDate> held,
        Func<LocalDate, string> write
    )
    {
        LocalDate? before = null,
            after = null;
        foreach (var one in held)
        {
            if (one < date)
                before = one;
            else
                after ??= one;
        }
        var nearest = string.Join(" and ", new[] { before, after }.OfType<LocalDate>().Select(write));
        return nearest.Length == 0
            ? NothingHeld(title)
            : ProblemException.NotFound($"{title}: nothing is held for {asked}. Nearest: {nearest}.");
    }
}
