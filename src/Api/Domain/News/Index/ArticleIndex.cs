using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Persistence;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>
/// Lists of one kind of article: newest first or best match first, filtered, searched, by page or by cursor. Rows are chosen in the index;
/// documents and the snippets of a search are then read by key.
/// </summary>
public sealed class ArticleIndex<TArticle>(
    ArticleIndexName<TArticle> index,
    ArticleRows<TArticle> rows,
    ArticleTerms<TArticle> terms,
    [FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource database,
    IDocumentStore store,
    AgedAnswers pages,
    AnswerCache counts
)
    where TArticle : class, IIndexedArticle
{
    private static readonly TimeSpan s_countedFor = TimeSpan.FromSeconds(15);

    /// <summary>Time for which one read serves all requests for the same list.</summary>
    private static readonly TimeSpan s_sharedFor = TimeSpan.FromSeconds(2);

    /// <summary>Sizes and depth of pages that are kept for that: few enough that they cannot fill the memory.</summary>
    private static readonly int[] s_sharedSizes = [10, 20, 50, 100];

    /// <summary>The window of the list; with a cursor, as many rows after it.</summary>
    /// <param name="query">Which articles, in which order.</param>
    /// <param name="window">Which of them.</param>
    /// <param name="cursor">Given out with the rows before; null for the window.</param>
    /// <param name="ct">Of the request.</param>
    /// <exception cref="ProblemException">400: a cursor of another list, or a text of nothing but exclusions.</exception>
    public async Task<ArticleList<TArticle>> ReadAsync(ArticleQuery query, Window window, string? cursor, CancellationToken ct)
    {
        return cursor is null && IsShared(query, window)
            ? await pages.GetAsync(
                $"articles:{index.Name}:{window}\u001f{query.Key}",
                s_sharedFor,
                c => FindAsync(query, window, null, c),
                ct
            )
            : await FindAsync(query, window, cursor, ct);
    }

    private static bool IsShared(ArticleQuery query, Window window) =>
        query is { Text: null or "", From: null, To: null, NoneOf: [], AnyOf: [] or [[_]] }
        && query.AnyOf.All(f => f[0].StartsWith(Facet.Category, StringComparison.Ordinal))
        && s_sharedSizes.Contains(window.Limit)
        && window.Skip % window.Limit == 0
        && window.Skip + window.Limit <= s_sharedSizes[^1];

    private async Task<ArticleList<TArticle>> FindAsync(ArticleQuery query, Window window, string? cursor, CancellationToken ct)
    {
        var list = $"{index.Name}\u001f{query.Key}";
        var after = Cursor.Read<ArticlePlace>(list, cursor);
        if (after is not null)
            window = Window.OfPage(after.Page + 1, window.Limit);

        var words = await terms.ReadAsync(query, ct);
        if (words is { FindsNothing: true })
            return new ArticleList<TArticle>(0, true, [], window, false, null);

        // One row more than requested shows whether others follow.
        var (skip, limit) = (after is null ? window.Skip : 0, window.Limit + 1);
        var counting = words is null || after is not null ? CountAsync(query, words, ct) : null;
        var matches = words is null ? null : await rows.FindAsync(query, words, after?.Row, skip, limit, ct);
        var found = matches?.Rows ?? await rows.AllAsync(query, after?.Row, skip, limit, ct);
        var hasNext = found.Count == limit;
        if (hasNext)
            found.RemoveAt(window.Limit);
        var hits = await LoadAsync(found, words, ct);

        var total = Math.Max(counting is null ? matches!.Number : await counting, window.Skip + found.Count);
        var isExact = words is null || total <= Counted;
        return new ArticleList<TArticle>(
            isExact ? total : Counted,
            isExact,
            hits,
            window,
            hasNext,
            hasNext ? Cursor.Write(list, new ArticlePlace(found[^1], window.Page)) : null
        );
    }

    private async Task<int> CountAsync(ArticleQuery query, ArticleWords? words, CancellationToken ct)
    {
        var counted = words is null ? await rows.WithoutIdleBoundsAsync(query, ct) : query;
        var key = $"articles:count:{ArticleKey.Of($"{index.Name}\u001f{counted.Key}")}";
        return (await counts.GetAsync(key, s_countedFor, async c => new Number(await ReadAsync(c)), ct)).Value.Value;

        async Task<int> ReadAsync(CancellationToken c) =>
            words is null ? await rows.CountAsync(counted, c) : (await rows.FindAsync(counted, words, null, 0, 1, c)).Number;
    }

    private const int Counted = ArticleRows<TArticle>.CountedMatches;

    private sealed record Number(int Value);

    private async Task<IReadOnlyList<ArticleHit<TArticle>>> LoadAsync(List<ArticleRow> found, ArticleWords? words, CancellationToken ct)
    {
        if (found.Count == 0)
            return [];
        string[] ids = [.. found.Select(r => r.Id)];
        var marking = words is null ? null : MarkAsync(ids, words, ct);
        await using var session = store.QuerySession();
        var documents = (await session.LoadManyAsync<TArticle>(ct, ids)).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var marked = marking is null ? null : await marking;
        // An article that was withdrawn between the two reads is left out.
        return
        [
            .. from row in found
            where documents.ContainsKey(row.Id)
            let marks = marked?.GetValueOrDefault(row.Id)
            select new ArticleHit<TArticle>(documents[row.Id], marks?.Title, marks?.Snippet, marks?.Rank),
        ];
    }

    /// <summary>
    /// Characters that a snippet is searched in: marking takes time by the length, and texts that were stored before it was bounded are
    /// long.
    /// </summary>
    private const int SnippetFrom = 12_000;

    private sealed record Marks(string? Title, string? Snippet, double Rank);

    /// <summary>Titles and snippets with found words marked, and ranks. Slow by the article, so only for those that are shown.</summary>
    private async Task<Dictionary<string, Marks>> MarkAsync(string[] ids, ArticleWords words, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"""
            select d.id, search.snippet(d.data ->> 'title', @words::tsquery, 'HighlightAll=true'),
                search.snippet(left(concat_ws(' ', d.data ->> 'description', d.data ->> 'content'), {SnippetFrom}), @words::tsquery,
                'MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter=" … "'),
                ts_rank(i.vector, @words::tsquery, 1)::float8
            from {index.DocumentsOf(store)} d join {index.Rows} i on i.id = d.id where d.id = any(@ids)
            """
        );
        command.With(("words", words.Ranking), ("ids", ids));
        var marks = new Dictionary<string, Marks>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            marks[reader.GetString(0)] = new Marks(
                await reader.GetFieldValueAsync<string?>(1, ct),
                await reader.GetFieldValueAsync<string?>(2, ct),
                reader.GetDouble(3)
            );
        return marks;
    }
}
