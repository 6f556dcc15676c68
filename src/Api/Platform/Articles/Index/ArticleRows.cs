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
    public const int RankedMatches = 1_000;

    private const string Newest = "published_at desc, id desc";
    private const string Best = "rank desc, " + Newest;
    private const string Rank = "ts_rank(vector, @ranking::tsquery, 1)::float8";

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

    /// <summary>At most so many rows, after a place or after so many others.</summary>
    internal async Task<List<ArticleRow>> FindAsync(ArticleQuery query, ArticleWords? words, ArticleRow? after, int skip, int limit, CancellationToken ct)
    {
        await using var command = database.CreateCommand();
        var where = Conditions(query, words, command);
        var ranked = query.ByRank && words is not null;
        if (words is not null) command.Parameters.AddWithValue("ranking", words.Ranking);
        if (after is not null)
        {
            command.Parameters.AddWithValue("at", after.PublishedAt);
            command.Parameters.AddWithValue("key", after.Id);
            if (ranked)
            {
                command.Parameters.AddWithValue("rank", after.Rank ?? 0);
                command.Parameters.AddWithValue("as_of", after.AsOf ?? after.PublishedAt);
                where += " and published_at <= @as_of";
            }
            else
            {
                where += " and (published_at, id) < (@at, @key)";
            }
        }
        command.Parameters.AddWithValue("limit", limit);
        command.Parameters.AddWithValue("skip", skip);
        command.CommandText = ranked
            ? $"""
               select id, published_at, rank, as_of from (
                   select id, published_at, {Rank} as rank, max(published_at) over () as as_of
                   from (select id, published_at, vector from {index.Rows} {where} order by {Newest} limit {RankedMatches}) candidates) matches
               {(after is null ? "" : "where (rank, published_at, id) < (@rank, @at, @key)")}
               order by {Best} limit @limit offset @skip
               """
            : $"select id, published_at, {(words is null ? "null::float8" : Rank)}, null::timestamptz from {index.Rows} {where} order by {Newest} limit @limit offset @skip";

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

    /// <summary>How many articles the query has; with words at most <see cref="CountedMatches"/> and one.</summary>
    internal async Task<int> CountAsync(ArticleQuery query, ArticleWords? words, CancellationToken ct)
    {
        await using var command = database.CreateCommand();
        var where = Conditions(query, words, command);
        command.CommandText = words is null
            ? $"select count(*)::int from {index.Rows} {where}"
            : $"select count(*)::int from (select from {index.Rows} {where} limit {CountedMatches + 1}) matches";
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    private static string Conditions(ArticleQuery query, ArticleWords? words, NpgsqlCommand command)
    {
        var where = new StringBuilder("where true");
        if (words is not null) Add("vector @@ @words::tsquery", "words", words.Query, NpgsqlDbType.Text);
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
