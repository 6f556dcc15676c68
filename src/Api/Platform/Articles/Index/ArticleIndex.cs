using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Articles.Index;

/// <summary>
/// Lists of one kind of article: newest first or best match first, filtered, searched, by page or by cursor. Rows are chosen in the index; documents and the snippets of a
/// search are then read by key.
/// </summary>
public sealed class ArticleIndex<TArticle>(
    ArticleIndexName<TArticle> index, ArticleRows<TArticle> rows, NpgsqlDataSource database, IDocumentStore store, AnswerCache cache)
    where TArticle : class, IIndexedArticle
{
    private static readonly TimeSpan s_countedFor = TimeSpan.FromSeconds(15);

    /// <summary>What many readers ask for alike is read once for all of them.</summary>
    private static readonly TimeSpan s_sharedFor = TimeSpan.FromSeconds(2);

    /// <summary>Rows that are near enough to the top for that.</summary>
    private const int SharedRows = 200;

    /// <summary>The window of the list; with a cursor, as many rows after it.</summary>
    /// <param name="query">Which articles, in which order.</param>
    /// <param name="window">Which of them.</param>
    /// <param name="cursor">Given out with the rows before; null for the window.</param>
    /// <param name="http">Hears the age of what is served while PostgreSQL is gone.</param>
    /// <param name="ct">Of the request.</param>
    /// <exception cref="ProblemException">400: a cursor of another list, or a text of nothing but exclusions.</exception>
    public async Task<ArticleList<TArticle>> ReadAsync(ArticleQuery query, Window window, string? cursor, HttpContext http, CancellationToken ct)
    {
        var isShared = cursor is null && string.IsNullOrEmpty(query.Text) && query is { From: null, To: null } && window.Skip + window.Limit <= SharedRows;
        return isShared
            ? (await cache.GetAsync($"articles:{index.Name}:{window}\u001f{query.Key}", s_sharedFor, c => ReadAsync(query, window, null, c), ct)).AnnouncedTo(http)
            : await ReadAsync(query, window, cursor, ct);
    }

    private async Task<ArticleList<TArticle>> ReadAsync(ArticleQuery query, Window window, string? cursor, CancellationToken ct)
    {
        var list = $"{index.Name}\u001f{query.Key}";
        var after = Cursor.Read<ArticlePlace>(list, cursor);
        if (after is not null) window = Window.OfPage(after.Page + 1, window.Limit);

        var words = await rows.WordsAsync(query, ct);
        if (words is { FindsNothing: true }) return new ArticleList<TArticle>(0, true, [], window, false, null);

        var counted = cache.GetAsync($"articles:{list}", s_countedFor, async c => new Counted(await rows.CountAsync(query, words, c)), ct);
        // One row more than asked for tells whether others follow.
        var found = await rows.FindAsync(query, words, after?.Row, after is null ? window.Skip : 0, window.Limit + 1, ct);
        var hasNext = found.Count > window.Limit;
        if (hasNext) found.RemoveAt(window.Limit);
        var hits = await LoadAsync(found, words, ct);

        var total = Math.Max((await counted).Value.Rows, window.Skip + found.Count);
        var isExact = words is null || total <= ArticleRows<TArticle>.CountedMatches;
        return new ArticleList<TArticle>(
            isExact ? total : ArticleRows<TArticle>.CountedMatches, isExact, hits, window, hasNext,
            hasNext ? Cursor.Write(list, new ArticlePlace(found[^1], window.Page)) : null);
    }

    private sealed record Counted(int Rows);

    private async Task<IReadOnlyList<ArticleHit<TArticle>>> LoadAsync(List<ArticleRow> found, ArticleWords? words, CancellationToken ct)
    {
        if (found.Count == 0) return [];
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
               select new ArticleHit<TArticle>(documents[row.Id], marks?.Title, marks?.Snippet, row.Rank),
        ];
    }

    private sealed record Marks(string? Title, string? Snippet);

    /// <summary>Titles and snippets with found words marked. Slow by the article, so only for those that are shown.</summary>
    private async Task<Dictionary<string, Marks>> MarkAsync(string[] ids, ArticleWords words, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"""
             select id, search.snippet(data ->> 'title', @words::tsquery, 'HighlightAll=true'),
                 search.snippet(concat_ws(' ', data ->> 'description', data ->> 'content'), @words::tsquery, 'MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter=" … "')
             from {index.DocumentsOf(store)} where id = any(@ids)
             """);
        command.Parameters.AddWithValue("words", words.Ranking);
        command.Parameters.AddWithValue("ids", ids);
        var marks = new Dictionary<string, Marks>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            marks[reader.GetString(0)] = new Marks(await reader.GetFieldValueAsync<string?>(1, ct), await reader.GetFieldValueAsync<string?>(2, ct));
        return marks;
    }
}
