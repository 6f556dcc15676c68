namespace InvestmentAssistant.Api.Platform.Http.Paging;

/// <summary>
/// A cut of an ordered list: how many rows to skip and how many to take. Page and limit, skip and limit, offset and limit all become one.
/// </summary>
/// <param name="Skip">Rows left out at the beginning.</param>
/// <param name="Limit">Rows at most.</param>
public readonly record struct Window(int Skip, int Limit)
{
    /// <summary>Page and limit have passed <see cref="PagingRules"/>, so the product fits.</summary>
    public static Window OfPage(int page, int limit) => new(checked((page - 1) * limit), limit);

    /// <summary>The page that begins in this window, from 1.</summary>
    public int Page => (Skip / Limit) + 1;

    /// <summary>Whether rows follow this window.</summary>
    public bool HasNext(int total) => (long)Skip + Limit < total;

    /// <summary>The rows of this window.</summary>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> all) => [.. all.Skip(Skip).Take(Limit)];
}
