using System.Text;
using InvestmentAssistant.Api.Platform.Http;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace InvestmentAssistant.Api.Platform.Articles.Index;

/// <summary>A row of the index.</summary>
/// <param name="Id">Key of the document.</param>
/// <param name="PublishedAt">First sort value of a list that is newest first.</param>
/// <param name="Rank">How well it matches; null without words to find.</param>
/// <param name="AsOf">Publication of the newest match when the list was begun, for lists that are ranked.</param>
internal sealed record ArticleRow(string Id, Instant PublishedAt, double? Rank, Instant? AsOf);

/// <summary>Place after a row: its sort values, and the page that it ended.</summary>
internal sealed record ArticlePlace(ArticleRow Row, int Page);

/// <summary>Words to find, in the database's language.</summary>
/// <param name="Query">A tsquery.</param>
/// <param name="Ranking">The same without what it excludes: with that, every rank would be all but nothing.</param>
/// <param name="FindsNothing">No word is left of what was typed: punctuation, or words like the and of.</param>
internal sealed record ArticleWords(string Query, string Ranking, bool FindsNothing);

/// <summary>The statements over the index of one kind of article.</summary>
public sealed class ArticleRows<TArticle>(ArticleIndexName<TArticle> index, NpgsqlDataSource database) where TArticle : class, IIndexedArticle
{
    /// <summary>Matches that are counted; of a word that half of all articles hold nobody needs the number.</summary>
    public const int CountedMatches = 10_000;

    /// <summary>Matches that are ranked: the newest. Ranking has to read every one of them.</summary>
    public const int RankedMatches = 500;

    /// <summary>
    /// More matches than this are looked for from the newest article on, fewer in the index of words: what both cost is about the same here. The database's own guess is off by
    /// ten times and more for phrases and for words that go together.
    /// </summary>
    internal const int FewMatches = 1_000;

    /// <summary>Articles looked through from the newest on. A word of which the newest of them hold too few was common once; its matches are then taken from the index of words.</summary>
    private const int Walked = 20_000;

    private const string Newest = "published_at desc, id desc";
    private const string Matching = "vector @@ @words::tsquery";

    /// <summary>The text of a query; null when it has none.</summary>
    internal async Task<ArticleWords?> WordsAsync(ArticleQuery query, CancellationToken ct)
    {
        var text = SearchText.Clean(query.Text);
        if (text.Length == 0) return null;
        await using var command = database.CreateCommand("select q::text, numnode(q), querytree(q) from search.query(@text) q");
        command.Parameters.AddWithValue("text", text);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var words = new ArticleWords(reader.GetString(0), reader.GetString(2), FindsNothing: reader.GetInt32(1) == 0);
        if (!words.FindsNothing && words.Ranking is "" or "T")
            throw ProblemException.BadParameter(query.TextParameter, $"{query.TextParameter} must hold a word to find, not only words to exclude.");
        return words;
    }

    /// <summary>At most so many rows of a list that is newest first, after a place or after so many others.</summary>
    /// <param name="query">Which articles.</param>
    /// <param name="words">Words to find; null for all articles.</param>
    /// <param name="areMany">Whether there are more than <see cref="FewMatches"/>.</param>
    /// <param name="after">The last row before; null without one.</param>
    /// <param name="skip">Rows left out.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<List<ArticleRow>> NewestAsync(
        ArticleQuery query, ArticleWords? words, bool areMany, ArticleRow? after, int skip, int limit, CancellationToken ct)
    {
        if (words is not null && areMany && await ReadAsync(Walk) is { } walked && walked.Count == limit) return walked;
        return await ReadAsync(words is null ? Plain : FromWords);

        string Plain(string where) => $"select id, published_at, null::float8, null::timestamptz from {index.Rows} {where} order by {Newest}";

        // Materialized: else a limit tempts the planner to walk through all articles for a word that hardly any has.
        string FromWords(string where) =>
            $"""
             with matches as materialized (select id, published_at from {index.Rows} {where} and {Matching})
             select id, published_at, null::float8, null::timestamptz from matches order by {Newest}
             """;

        string Walk(string where) =>
            $"""
             select id, published_at, null::float8, null::timestamptz
             from (select id, published_at, vector from {index.Rows} {where} order by {Newest} limit {Walked}) newest where {Matching} order by {Newest}
             """;

        async Task<List<ArticleRow>> ReadAsync(Func<string, string> statement)
        {
            await using var command = database.CreateCommand();
            var where = Filters(query, command);
            if (words is not null) command.Parameters.AddWithValue("words", words.Query);
            if (after is not null)
            {
                // The first half is what the index knows.
                where += " and published_at <= @at and (published_at, id) < (@at, @key)";
                command.Parameters.AddWithValue("at", after.PublishedAt);
                command.Parameters.AddWithValue("key", after.Id);
            }
            command.CommandText = statement(where) + " limit @limit offset @skip";
            return await RowsAsync(command, skip, limit, ct);
        }
    }

    /// <summary>At most so many of the newest <see cref="RankedMatches"/> matches, the best first, after a place or after so many others.</summary>
    internal async Task<List<ArticleRow>> BestAsync(ArticleQuery query, ArticleWords words, ArticleRow? after, int skip, int limit, CancellationToken ct)
    {
        await using var command = database.CreateCommand();
        var where = Filters(query, command);
        command.Parameters.AddWithValue("words", words.Query);
        command.Parameters.AddWithValue("ranking", words.Ranking);
        var place = "";
        if (after is not null)
        {
            // The matches that were ranked when the list was begun, without those that came since.
            where += " and published_at <= @as_of";
            place = "where (rank, published_at, id) < (@rank, @at, @key)";
            command.Parameters.AddWithValue("as_of", after.AsOf ?? after.PublishedAt);
            command.Parameters.AddWithValue("rank", after.Rank ?? 0);
            command.Parameters.AddWithValue("at", after.PublishedAt);
            command.Parameters.AddWithValue("key", after.Id);
        }
        command.CommandText =
            $"""
             select id, published_at, rank, as_of from (
                 select id, published_at, ts_rank(vector, @ranking::tsquery, 1)::float8 as rank, max(published_at) over () as as_of
                 from (select id, published_at, vector from {index.Rows} {where} and {Matching} order by {Newest} limit {RankedMatches}) candidates) matches
             {place} order by rank desc, {Newest} limit @limit offset @skip
             """;
        return await RowsAsync(command, skip, limit, ct);
    }

    /// <summary>How many articles the query has, counted up to <paramref name="most"/>.</summary>
    internal async Task<int> CountAsync(ArticleQuery query, ArticleWords? words, int most, CancellationToken ct)
    {
        await using var command = database.CreateCommand();
        var where = Filters(query, command);
        if (words is not null)
        {
            where += " and " + Matching;
            command.Parameters.AddWithValue("words", words.Query);
        }
        command.CommandText = most == int.MaxValue
            ? $"select count(*)::int from {index.Rows} {where}"
            : $"select count(*)::int from (select from {index.Rows} {where} limit {most}) matches";
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<List<ArticleRow>> RowsAsync(NpgsqlCommand command, int skip, int limit, CancellationToken ct)
    {
        command.Parameters.AddWithValue("limit", limit);
        command.Parameters.AddWithValue("skip", skip);
        var rows = new List<ArticleRow>(limit);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new ArticleRow(
                reader.GetString(0), await reader.GetFieldValueAsync<Instant>(1, ct), await reader.GetFieldValueAsync<double?>(2, ct),
                await reader.GetFieldValueAsync<Instant?>(3, ct)));
        }
        return rows;
    }

    /// <summary>Everything but the words.</summary>
    private static string Filters(ArticleQuery query, NpgsqlCommand command)
    {
        var where = new StringBuilder("where true");
        for (var i = 0; i < query.AnyOf.Count; i++) Add($"facets && @any{i}", $"any{i}", query.AnyOf[i].ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        if (query.NoneOf.Count > 0) Add("not facets && @none", "none", query.NoneOf.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        if (query.From is { } from) Add("published_at >= @from", "from", from, NpgsqlDbType.TimestampTz);
        if (query.To is { } to) Add("published_at <= @to", "to", to, NpgsqlDbType.TimestampTz);
        return where.ToString();

        void Add(string condition, string name, object value, NpgsqlDbType type)
        {
            where.Append(" and ").Append(condition);
            command.Parameters.AddWithValue(name, type, value);
        }
    }
}
