using InvestmentAssistant.Api.Features.Indicators.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.Indicators.Series;

/// <summary>A whole series as it is held.</summary>
public sealed class HeldSeries(MacroSeries series, SeriesSource? source, IReadOnlyList<Observation> ascending)
{
    public MacroSeries Series => series;

    /// <summary>Ascending by date.</summary>
    public IReadOnlyList<Observation> Rows => ascending;

    public DatedSeries Values { get; } = new(ascending.Select(o => new DatedValue(o.Date, o.Value)));

    public string Interval => source?.Interval ?? series.Interval;

    public string Unit => source?.Unit ?? series.Unit;

    public string Name => source?.Name ?? series.Title;

    /// <summary>This monthly series, and of a daily one the days after the last month that is published.</summary>
    public HeldSeries Then(HeldSeries days) =>
        new(
            series,
            source,
            [.. ascending, .. ascending is [.., var last] ? days.Rows.Where(o => o.Date >= last.Date.PlusMonths(1)) : days.Rows]
        );

    /// <summary>The latest value; 404 when none is held.</summary>
    public DatedValue Latest() => Values.Latest ?? throw Wording.NothingHeld(series.Title);

    /// <summary>Rows newest first, or oldest first with <c>asc</c>.</summary>
    public IEnumerable<Observation> Ordered(string orderBy) => orderBy == "asc" ? Rows : Rows.Reverse();

    /// <summary>The newest rows, newest first; 404 when none is stored.</summary>
    public IEnumerable<Observation> Recent(int count) =>
        Rows.Count == 0 ? throw Wording.NothingHeld(series.Title) : Rows.Reverse().Take(count);

    /// <summary>The row of exactly that date; 404 naming the nearest.</summary>
    public Observation On(LocalDate date, string asked, Func<LocalDate, string> write) =>
        Rows.FirstOrDefault(o => o.Date == date) ?? throw Wording.NoSuchDate(series.Title, asked, date, Rows.Select(o => o.Date), write);
}

/// <summary>
/// Reads series whole: the longest has about 1,400 rows, and nearly every figure needs neighbours. They change once a month, so they are
/// kept for some seconds in memory.
/// </summary>
public sealed class SeriesReader(IDocumentStore store, AgedAnswers cache)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(10);

    /// <param name="series">Which.</param>
    /// <param name="ct">Of the request.</param>
    public async Task<HeldSeries> ReadAsync(MacroSeries series, CancellationToken ct) =>
        await cache.GetAsync("indicators:" + series.Key, s_freshFor, c => LoadAsync(series, c), ct);

    private async Task<HeldSeries> LoadAsync(MacroSeries series, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var rows = await session.Query<Observation>().Where(o => o.Series == series.Key).ToListAsync(ct);
        return new HeldSeries(series, await session.LoadAsync<SeriesSource>(series.Key, ct), [.. rows.OrderBy(o => o.Date)]);
    }
}
