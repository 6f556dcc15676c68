using Marten;

namespace InvestmentAssistant.Api.Platform.Http.Paging;

/// <summary>
/// A page of a list, in the envelope that most lists have. A route whose envelope has other names keeps its own and takes its figures from
/// <see cref="Window"/>.
/// </summary>
/// <param name="Total">Rows of all pages.</param>
/// <param name="Items">The rows of this page.</param>
/// <param name="Page">From 1.</param>
/// <param name="Limit">Rows a page.</param>
/// <param name="HasNext">Whether rows follow this page.</param>
/// <param name="NextCursor">Where the list offers it: continues after the last of these rows, also when rows were added; null at the
/// end.</param>
public sealed record Paged<T>(int Total, IReadOnlyList<T> Items, int Page, int Limit, bool HasNext, string? NextCursor = null);

/// <summary>Pages of lists that are ordered already: an order needs a tie-breaker, or rows are repeated and missed between pages.</summary>
public static class Paged
{
    /// <summary>The page of a window that was cut out of <paramref name="total"/> rows.</summary>
    public static Paged<T> Of<T>(Window window, int total, IReadOnlyList<T> items, string? nextCursor = null) =>
        new(total, items, window.Page, window.Limit, window.HasNext(total), nextCursor);

    /// <summary>Cuts the window out of a list in memory.</summary>
    public static Paged<T> Of<TRow, T>(Window window, IReadOnlyList<TRow> all, Func<TRow, T> shape) =>
        Of(window, all.Count, window.Of(all).Select(shape).ToList());

    /// <summary>Asks the store for the window and the total; <paramref name="ordered"/> is a Marten query with its order.</summary>
    public static async Task<Paged<T>> PageAsync<TRow, T>(
        this IQueryable<TRow> ordered,
        Window window,
        Func<TRow, T> shape,
        CancellationToken ct
    )
        where TRow : notnull
    {
        var total = await ordered.CountAsync(ct);
        return Of(window, total, [.. (await ordered.WindowAsync(window, ct)).Select(shape)]);
    }

    /// <summary>Asks the store for the window alone: the bare list.</summary>
    public static Task<IReadOnlyList<TRow>> WindowAsync<TRow>(this IQueryable<TRow> ordered, Window window, CancellationToken ct)
        where TRow : notnull => ordered.Skip(window.Skip).Take(window.Limit).ToListAsync(ct);
}
