using System.Text;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>The statements over the index of one kind of article.</summary>
public sealed class ArticleRows<TArticle>(
    ArticleIndexName<TArticle> index,
    [FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource database
)
    where TArticle : class, IIndexedArticle
{
    /// <summary>
    /// Counts matches up to this number: of a common word the exact number is not needed. With more matches articles are read from the
    /// newest on, with fewer the index of words. The database's own guess, by which it would choose, is off by ten times and more for
    /// phrases, exclusions and words that go together.
    /// </summary>
    public const int CountedMatches = 5_000;

    /// <summary>Matches that are ranked: the newest. Ranking has to read every one of them.</summary>
    public const int RankedMatches = 300;

    /// <summary>
    /// Articles looked through from the newest on. A word of which the newest of them hold too few was common once; its matches are then
    /// taken from the index of words.
    /// </summary>
    private const int Walked = 20_000;

    private const string NewestFirst = "published_at desc, id desc",
        BestFirst = "rank desc, " + NewestFirst;
    private const string Matching = "vector @@ @words::tsquery";

    /// <summary>The text of a query; null when it has none.</summary>
    /// <exception cref="ProblemException">400: nothing but exclusions.</exception>
    internal async Task<ArticleWords?> WordsAsync(ArticleQuery query, CancellationToken ct)
    {
        var text = SearchText.Clean(query.Text);
        if (text.Length == 0)
            return null;
        var terms = await ReadTermsAsync(SearchText.Terms(text), ct);
        string[] tickers = [.. terms.Where(t => t.MayBeTicker(terms)).Select(t => t.Words).Distinct()];
        return ArticleWords.Of(terms, tickers.Length == 0 ? new HashSet<string>() : await KnownTickersAsync(tickers, ct))
            ?? throw ProblemException.BadParameter(
                query.TextParameter,
                $"{query.TextParameter} must hold a word to find, not only words to exclude."
            );
    }

    private async Task<IReadOnlyList<ReadTerm>> ReadTermsAsync(IReadOnlyList<SearchTerm> terms, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select case when numnode(q) = 0 then '' else p end, q::text, p !~ ' ' and to_tsvector('pg_catalog.english', p) = ''::tsvector
            from unnest($1::text[]) with ordinality as typed (t, n),
                lateral (select trim(search.plain(t)) as p, search.term(t) as q) words
            order by n
            """
        );
        command.WithValues([terms.Select(t => t.Text).ToArray()]);
        var read = new List<ReadTerm>(terms.Count);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            read.Add(new ReadTerm(terms[read.Count], reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        return read;
    }

    /// <summary>Those of the words that some article has as a ticker: one that no article has is taken for the word that it is.</summary>
    private async Task<IReadOnlySet<string>> KnownTickersAsync(string[] words, CancellationToken ct)
    {
        var command = new NpgsqlBatchCommand(
            $"select w from unnest($1::text[]) w where exists (select from {index.Rows} where vector @@ quote_literal('$' || w)::tsquery)"
        );
        command.WithValues([words]);
        var known = new HashSet<string>(StringComparer.Ordinal);
        await using var batch = Batch(command, byWords: true);
        await using var reader = await RowsOfAsync(batch, ct);
        while (await reader.ReadAsync(ct))
            known.Add(reader.GetString(0));
        return known;
    }

    /// <summary>Returns rows of the list of all articles, newest first, after a place or after a number of skipped rows.</summary>
    internal async Task<List<ArticleRow>> AllAsync(ArticleQuery query, ArticleRow? after, int skip, int limit, CancellationToken ct) =>
        (await ReadAsync(query, null, after, skip, limit, where => Newest($"{index.Rows} {where}"), byWords: false, ct)).Rows;

    /// <summary>
    /// Returns matches from the index of words, up to a limit: newest first, or the best of the newest <see cref="RankedMatches"/>. Null
    /// when there are more than a few of them, which is known from reading only those few.
    /// </summary>
    internal async Task<FoundArticles?> FewAsync(
        ArticleQuery query,
        ArticleWords words,
        ArticleRow? after,
        int skip,
        int limit,
        CancellationToken ct
    )
    {
        var (page, order) = query.ByRank ? (Best("matches", after), BestFirst) : (Newest("matches"), NewestFirst);
        var found = await ReadAsync(
            query,
            words,
            after,
            skip,
            limit,
            where =>
                $"""
                    with matches as materialized (
                        select ctid as place, id, published_at from {index.Rows} {where} and {Matching} limit {CountedMatches + 1}),
                    number as (select count(*)::int as of from matches)
                    select id, published_at, rank, as_of, number.of
                    from number left join lateral ({page}) page on number.of <= {CountedMatches}
                    order by {order}
                    """,
            byWords: true,
            ct
        );
        return found.Number > CountedMatches ? null : found;
    }

    /// <summary>The same of matches that are more than a few: looked for from the newest article on.</summary>
    internal async Task<List<ArticleRow>> ManyAsync(
        ArticleQuery query,
        ArticleWords words,
        ArticleRow? after,
        int skip,
        int limit,
        CancellationToken ct
    )
    {
        var walked = await FromAsync(
            where =>
                $"(select ctid as place, id, published_at, vector from {index.Rows} {where} order by {NewestFirst} limit "
                + $"{Walked}) newest where {Matching}",
            false
        );
        if (query.ByRank ? walked.Number == RankedMatches : walked.Rows.Count == limit)
            return walked.Rows;
        return (
            await FromAsync(
                where => $"(select ctid as place, id, published_at from {index.Rows} {where} and {Matching} offset 0) matches",
                true
            )
        ).Rows;

        Task<FoundArticles> FromAsync(Func<string, string> source, bool byWords) =>
            ReadAsync(
                query,
                words,
                after,
                skip,
                limit,
                where => query.ByRank ? Best(source(where), after) : Newest(source(where)),
                byWords,
                ct
            );
    }

    private static string Newest(string from) =>
        $"select id, published_at, null::float8 as rank, null::timestamptz as as_of, 0 as number from {from} order by "
        + $"{NewestFirst} limit @limit offset @skip";

    // Vectors are wide: they are looked up for those that are ranked, and not carried through the sorting of all.
    private string Best(string from, ArticleRow? after) =>
        $"""
            select id, published_at, rank, as_of, ranked as number from (
                select i.id, i.published_at, ts_rank(i.vector, @ranking::tsquery, 1)::float8 as rank,
                    max(i.published_at) over () as as_of, (count(*) over ())::int as ranked
                from (select place from {from} order by {NewestFirst} limit {RankedMatches}) newest
                join {index.Rows} i on i.ctid = newest.place) best
            {(after is null ? "" : "where (rank, published_at, id) < (@rank, @at, @key)")}
            order by {BestFirst} limit @limit offset @skip
            """;

    /// <summary>Counts the articles of the query; of a search up to one more than <see cref="CountedMatches"/>.</summary>
    internal async Task<int> CountAsync(ArticleQuery query, ArticleWords? words, CancellationToken ct)
    {
        var command = new NpgsqlBatchCommand();
        var where = Filters(query, command);
        if (words is not null)
        {
            where += " and " + Matching;
            command.With(("words", words.Query));
        }
        command.CommandText = words is null
            ? $"select count(*)::int from {index.Rows} {where}"
            : $"select count(*)::int from (select from {index.Rows} {where} limit {CountedMatches + 1}) matches";
        await using var batch = Batch(command, byWords: words is not null);
        await using var reader = await RowsOfAsync(batch, ct);
        await reader.ReadAsync(ct);
        return reader.GetInt32(0);
    }

    /// <summary>
    /// Where the planner takes matches for many, reading the whole table until a limit is reached seems cheapest to it, or reading all
    /// articles from the newest on; where it is wrong, that costs forty milliseconds instead of two. So a statement that is to go by the
    /// index of words has no other way.
    /// </summary>
    private NpgsqlBatch Batch(NpgsqlBatchCommand command, bool byWords)
    {
        var batch = database.CreateBatch();
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(
                byWords
                    ? "select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)"
                    : "select set_config('enable_seqscan', 'off', true)"
            )
        );
        batch.BatchCommands.Add(command);
        return batch;
    }

    private static async Task<NpgsqlDataReader> RowsOfAsync(NpgsqlBatch batch, CancellationToken ct)
    {
        var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        return reader;
    }

    /// <summary>Rows of a statement over the filters, and the number it returns; a row of nulls carries only the number.</summary>
    private async Task<FoundArticles> ReadAsync(
        ArticleQuery query,
        ArticleWords? words,
        ArticleRow? after,
        int skip,
        int limit,
        Func<string, string> statement,
        bool byWords,
        CancellationToken ct
    )
    {
        var command = new NpgsqlBatchCommand();
        var where = Filters(query, command);
        var byRank = words is not null && query.ByRank;
        if (words is not null)
            command.With(("words", words.Query));
        if (byRank)
            command.With(("ranking", words!.Ranking));
        if (after is not null)
        {
            // By rank: the matches that were ranked when the list was begun, without those that came since. Else the first half is what the
            // index knows.
            where += byRank ? " and published_at <= @as_of" : " and published_at <= @at and (published_at, id) < (@at, @key)";
            command.With(("at", after.PublishedAt), ("key", after.Id));
            if (byRank)
            {
                command.With(("as_of", after.AsOf ?? after.PublishedAt), ("rank", after.Rank ?? 0));
            }
        }
        command.With(("limit", limit), ("skip", skip));
        command.CommandText = statement(where);

        var (rows, number) = (new List<ArticleRow>(limit), 0);
        await using var batch = Batch(command, byWords);
        await using var reader = await RowsOfAsync(batch, ct);
        while (await reader.ReadAsync(ct))
        {
            number = reader.GetInt32(4);
            if (await reader.IsDBNullAsync(0, ct))
                continue;
            rows.Add(
                new ArticleRow(
                    reader.GetString(0),
                    await reader.GetFieldValueAsync<Instant>(1, ct),
                    await reader.GetFieldValueAsync<double?>(2, ct),
                    await reader.GetFieldValueAsync<Instant?>(3, ct)
                )
            );
        }
        return new FoundArticles(rows, number);
    }

    /// <summary>Everything but the words.</summary>
    private static string Filters(ArticleQuery query, NpgsqlBatchCommand command)
    {
        var where = new StringBuilder("where true");
        for (var i = 0; i < query.AnyOf.Count; i++)
            Add($"facets && @any{i}", $"any{i}", query.AnyOf[i].ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        if (query.NoneOf.Count > 0)
            Add("not facets && @none", "none", query.NoneOf.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        if (query.From is { } from)
            Add("published_at >= @from", "from", from, NpgsqlDbType.TimestampTz);
        if (query.To is { } to)
            Add("published_at <= @to", "to", to, NpgsqlDbType.TimestampTz);
        return where.ToString();

        void Add(string condition, string name, object value, NpgsqlDbType type)
        {
            where.Append(" and ").Append(condition);
            command.Parameters.AddWithValue(name, type, value);
        }
    }
}
