using InvestmentAssistant.Api.Platform.Http.Paging;
using Marten;

namespace InvestmentAssistant.Api.Features.Calendars;

/// <summary>A page of a calendar.</summary>
/// <param name="TotalCount">Rows of all pages.</param>
public sealed record CalendarPage<T>(IReadOnlyList<T> Items, int TotalCount);

/// <summary>Cuts the calendars' lists.</summary>
public static class CalendarList
{
    /// <summary>For the descriptions of the lists.</summary>
    public const string Order =
        "Dates ascend, equal ones by symbol. Without dates the list begins today (New York), or earlier when the limit has room for more "
        + "than all coming rows.";

    /// <summary>
    /// A page of rows in the order of the calendar. With <paramref name="coming"/> given, rows before today are left out as far as the
    /// limit has no room for them: a calendar is mostly asked for coming events, and a client that wants all of it asks with a large limit.
    /// </summary>
    /// <param name="ordered">All rows that fit the filters, ascending.</param>
    /// <param name="coming">Those of them from today on; null where the client named the dates.</param>
    /// <param name="window">Offset and limit.</param>
    /// <param name="ct">Of the request.</param>
    public static async Task<CalendarPage<T>> PageAsync<T>(
        IQueryable<T> ordered,
        IQueryable<T>? coming,
        Window window,
        CancellationToken ct
    )
        where T : notnull
    {
        var total = await ordered.CountAsync(ct);
        var hidden = coming is null ? 0 : Math.Max(0, total - Math.Max(window.Limit, await coming.CountAsync(ct)));
        var rows = await ordered.WindowAsync(window with { Skip = hidden + window.Skip }, ct);
        return new CalendarPage<T>(rows, total - hidden);
    }

    /// <summary>
    /// The first rows of two lists, the second only as far as the first leaves room: coming ones, nearest first, then past ones, newest
    /// first.
    /// </summary>
    public static async Task<IReadOnlyList<T>> FirstAsync<T>(int limit, IQueryable<T> coming, IQueryable<T> past, CancellationToken ct)
        where T : notnull
    {
        var ahead = await coming.Take(limit).ToListAsync(ct);
        return ahead.Count == limit ? ahead : [.. ahead, .. await past.Take(limit - ahead.Count).ToListAsync(ct)];
    }

    public static CalendarPage<TItem> Select<T, TItem>(this CalendarPage<T> page, Func<T, TItem> shape) =>
        new([.. page.Items.Select(shape)], page.TotalCount);
}
