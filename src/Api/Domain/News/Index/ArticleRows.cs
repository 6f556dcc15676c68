using System.Text;
using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>The statements over the index of one kind of article.</summary>
public sealed class ArticleRows<TArticle>(
    ArticleIndexName<TArticle> index,
    ArticleWeeks<TArticle> weeks,
    [FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource database
)
    where TArticle : class, IIndexedArticle
{
    /// <summary>Counts matches up to this number: of a common word the exact number is not needed.</summary>
    public const int CountedMatches = 5_000;

    /// <summary>Matches that are ranked: the newest. Ranking has to read every one of them.</summary>
    public const int RankedMatches = 300;

    private const string NewestFirst = "published_at desc, id desc",
        BestFirst = "rank desc, " + NewestFirst;
    private const string Matching = "vector @@ @words::tsquery";

    /// <summary>Returns rows of the list of all articles, newest first, after a place or after a number of skipped rows.</summary>
    internal async Task<List<ArticleRow>> AllAsync(ArticleQuery query, ArticleRow? after, int skip, int limit, CancellationToken ct) =>
        (await ReadAsync(query, null, after, skip, limit, null, where => Newest($"{index.Rows} {where}"), ct)).Rows;

    /// <summary>
    /// Returns matches of a search, newest first or the best of the newest <see cref="RankedMatches"/>, and their number up to one more
    /// than <see cref="CountedMatches"/>. It looks into the newest weeks first: what they hold says how far back the next look must go
    /// (decision 196).
    /// </summary>
    internal async Task<FoundArticles> FindAsync(
        ArticleQuery query,
        ArticleWords words,
        ArticleRow? after,
        int skip,
        int limit,
        CancellationToken ct
    )
    {
        var spans = await weeks.SpansAsync(query.From, after is null ? query.To : after.AsOf ?? after.PublishedAt, ct);
        var needed = query.ByRank ? RankedMatches : skip + limit;
        List<ArticleRow>? page = null;
        for (var at = 0; ; )
        {
            var found = await MatchesAsync(spans[at]);
            if (found.Number > CountedMatches)
                return found with { Rows = page ?? await SortedAsync(needed > CountedMatches ? spans[^1] : spans[at]) };
            if (at == spans.Count - 1)
                return found with { Rows = page ?? found.Rows };
            if (found.Number >= needed)
                page ??= found.Rows;
            at = ArticleSpan.Next(spans, at, found.Number, CountedMatches);
        }

        // All matches of a span with their page; more than are counted, only that there are.
        Task<FoundArticles> MatchesAsync(ArticleSpan span)
        {
            var (best, order) = query.ByRank ? (Best("matches", after), BestFirst) : (Newest("matches"), NewestFirst);
            return ReadAsync(
                query,
                words,
                after,
                skip,
                limit,
                span,
                where =>
                    $"""
                        with matches as materialized (
                            select ctid as place, id, published_at from {index.Rows} {where} and {Matching} limit {CountedMatches + 1}),
                        number as (select count(*)::int as of from matches)
                        select id, published_at, rank, as_of, number.of
                        from number left join lateral ({best}) page on number.of <= {CountedMatches}
                        order by {order}
                        """,
                ct
            );
        }

        async Task<List<ArticleRow>> SortedAsync(ArticleSpan span)
        {
            var matches = (string where) =>
                $"(select ctid as place, id, published_at from {index.Rows} {where} and {Matching} offset 0) matches";
            return (
                await ReadAsync(
                    query,
                    words,
                    after,
                    skip,
                    limit,
                    span,
                    where => query.ByRank ? Best(matches(where), after) : Newest(matches(where)),
                    ct
                )
            ).Rows;
        }
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

    /// <summary>Counts the articles of a query without words.</summary>
    internal async Task<int> CountAsync(ArticleQuery query, CancellationToken ct)
    {
        var command = new NpgsqlBatchCommand();
        command.CommandText = $"select count(*)::int from {index.Rows} {Filters(query, null, command)}";
        await using var batch = database.CreateBatch(command, byWords: false);
        await using var reader = await batch.ReadRowsAsync(ct);
        await reader.ReadAsync(ct);
        return reader.GetInt32(0);
    }

    /// <summary>
    /// The query without a bound that leaves nothing out: what is counted for one such bound need not be counted again for the next.
    /// </summary>
    internal async Task<ArticleQuery> WithoutIdleBoundsAsync(ArticleQuery query, CancellationToken ct)
    {
        if (query is { From: null, To: null })
            return query;
        await using var command = database.CreateCommand($"select min(published_at), max(published_at) from {index.Rows}");
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var (oldest, newest) = (await reader.GetFieldValueAsync<Instant?>(0, ct), await reader.GetFieldValueAsync<Instant?>(1, ct));
        return query with { From = query.From <= oldest ? null : query.From, To = query.To >= newest ? null : query.To };
    }

    /// <summary>Rows of a statement over the filters, and the number it returns; a row of nulls carries only the number.</summary>
    private async Task<FoundArticles> ReadAsync(
        ArticleQuery query,
        ArticleWords? words,
        ArticleRow? after,
        int skip,
        int limit,
        ArticleSpan? span,
        Func<string, string> statement,
        CancellationToken ct
    )
    {
        var command = new NpgsqlBatchCommand();
        var where = Filters(query, span, command);
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
        await using var batch = database.CreateBatch(command, byWords: words is not null);
        await using var reader = await batch.ReadRowsAsync(ct);
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
    private static string Filters(ArticleQuery query, ArticleSpan? span, NpgsqlBatchCommand command)
    {
        var where = new StringBuilder("where true");
        for (var i = 0; i < query.AnyOf.Count; i++)
            Add($"facets && @any{i}", $"any{i}", query.AnyOf[i].ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        if (query.NoneOf.Count > 0)
            Add("not facets && @none", "none", query.NoneOf.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        if (span is { Weeks.Count: > 0 })
            Add("facets && @weeks", "weeks", span.Weeks.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
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
