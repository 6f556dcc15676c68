namespace InvestmentAssistant.Api.Features.Indicators.Series;

/// <summary>A known value with its period. Zero is a value.</summary>
public readonly record struct DatedValue(LocalDate Date, decimal Value);

/// <summary>
/// What all macro series share: ascending dated values without gaps filled in. Neighbours are found by date, never by position, so that a
/// month that was not published (October 2025) shifts nothing.
/// </summary>
public sealed class DatedSeries
{
    private readonly Dictionary<LocalDate, decimal> _byDate;

    /// <param name="values">In any order; dates unique.</param>
    public DatedSeries(IEnumerable<DatedValue> values)
    {
        Values = [.. values.OrderBy(v => v.Date)];
        _byDate = Values.ToDictionary(v => v.Date, v => v.Value);
    }

    /// <summary>Ascending.</summary>
    public IReadOnlyList<DatedValue> Values { get; }

    public DatedValue? Latest => Values.Count > 0 ? Values[^1] : null;

    /// <summary>The value published before the latest one.</summary>
    public DatedValue? Previous => Values.Count > 1 ? Values[^2] : null;

    /// <summary>The value of exactly that date, or null.</summary>
    public decimal? At(LocalDate date) => _byDate.TryGetValue(date, out var value) ? value : null;

    /// <summary>The newest value on or before that date, or null.</summary>
    public DatedValue? OnOrBefore(LocalDate date)
    {
        for (var i = Values.Count - 1; i >= 0; i--)
        {
            if (Values[i].Date <= date)
                return Values[i];
        }
        return null;
    }

    /// <summary>
    /// Values of the <paramref name="months"/> months that end with that date's, ascending: at most that many of a monthly series, fewer
    /// with gaps.
    /// </summary>
    public IReadOnlyList<DatedValue> Within(LocalDate end, int months)
    {
        var before = end.PlusMonths(-months);
        return [.. Values.Where(v => v.Date > before && v.Date <= end)];
    }

    /// <summary>Values of the given number of months up to the latest one, ascending.</summary>
    public IReadOnlyList<DatedValue> LastMonths(int months) => Latest is { } latest ? Within(latest.Date, months) : [];

    /// <summary>The last <paramref name="count"/> values, ascending; fewer when there are fewer.</summary>
    public IReadOnlyList<DatedValue> Last(int count) => [.. Values.Skip(Math.Max(0, Values.Count - count))];

    /// <summary>Value minus the value <paramref name="months"/> earlier by date; null without that one.</summary>
    public decimal? Change(LocalDate date, int months) =>
        At(date) is { } now && At(date.PlusMonths(-months)) is { } then ? now - then : null;

    /// <summary>(v_t - v_(t-months)) / v_(t-months) x 100, neighbours by date; null without that value or with 0 there.</summary>
    public decimal? PercentChange(LocalDate date, int months, int decimals) =>
        At(date) is { } now && At(date.PlusMonths(-months)) is { } then && then != 0
            ? Statistics.Round((now - then) / then * 100, decimals)
            : null;
}
