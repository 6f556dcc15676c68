using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Reading;

/// <summary>A topic or ticker and what the news says of it.</summary>
/// <param name="Name">The topic's or ticker's name.</param>
/// <param name="Score">Mean of its scores, 4 decimals; null when no article has one.</param>
/// <param name="WeightedScore">The same, weighted by relevance.</param>
/// <param name="Count">Articles, each once.</param>
/// <param name="Scored">Those of them that have a score.</param>
/// <param name="Relevance">Mean relevance, 4 decimals.</param>
/// <param name="Trend">Mean of the newer half of the span less that of the older half; null when one of them has no score.</param>
/// <param name="LatestAt">Its newest article.</param>
public sealed record NameFigures(
    string Name,
    decimal? Score,
    decimal? WeightedScore,
    int Count,
    int Scored,
    decimal? Relevance,
    decimal? Trend,
    Instant LatestAt
);

/// <summary>Topics and tickers side by side: which are held, how they rank, which go together.</summary>
public sealed class NameReader([FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource database)
{
    /// <summary>Figures of every name that is in the news since, by name.</summary>
    /// <param name="kind">Topics or tickers.</param>
    /// <param name="from">Published at or after.</param>
    /// <param name="middle">Where the newer half of the span begins.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<NameFigures>> FiguresAsync(SubjectKind kind, Instant from, Instant middle, CancellationToken ct) =>
        ReadAsync(
            $"""
            select name, round(avg(score), 4), round(sum(score * relevance) / nullif(sum(relevance) filter (where score is not null), 0),
            4), count(*)::int,
                   count(score)::int, round(avg(relevance), 4), round(avg(score) filter (where published_at >= $3) - avg(score) filter
                   (where published_at < $3), 4), max(published_at)
            from {Mentions.Table} where kind = $1 and published_at >= $2
            group by name order by name
            """,
            Figures,
            ct,
            (short)kind,
            from,
            middle
        );

    /// <summary>
    /// The other kind's names in the articles of a subject: a topic's tickers with each ticker's own score, a ticker's topics with what
    /// those articles say of the ticker. Most articles first.
    /// </summary>
    public Task<IReadOnlyList<NameFigures>> RelatedToAsync(Subject subject, Instant from, Instant middle, int limit, CancellationToken ct)
    {
        var score = subject.Kind == SubjectKind.Ticker ? "own.score" : "other.score";
        return ReadAsync(
            $"""
            select other.name, round(avg({score}), 4), round(sum({score} * other.relevance) / nullif(sum(other.relevance) filter (where
            {score} is not null), 0), 4),
                   count(*)::int, count({score})::int, round(avg(other.relevance), 4),
                   round(avg({score}) filter (where own.published_at >= $5) - avg({score}) filter (where own.published_at < $5), 4),
                   max(own.published_at)
            from {Mentions.Table} own join {Mentions.Table} other on other.article = own.article and other.kind = $4
            where own.kind = $1 and own.name = $2 and own.published_at >= $3
            group by other.name order by count(*) desc, avg(other.relevance) desc, other.name limit $6
            """,
            Figures,
            ct,
            (short)subject.Kind,
            subject.Name,
            from,
            (short)OtherThan(subject.Kind),
            middle,
            limit
        );
    }

    /// <summary>For each of the names, the ten of the other kind that most of its articles have too.</summary>
    public async Task<ILookup<string, string>> RelatedAsync(
        SubjectKind kind,
        IReadOnlyCollection<string> names,
        Instant from,
        CancellationToken ct
    ) =>
        (
            await ReadAsync(
                $"""
                select name, related from (
                    select own.name, other.name as related, row_number() over (partition by own.name order by count(*) desc,
                    avg(other.relevance) desc, other.name) as place
                    from {Mentions.Table} own join {Mentions.Table} other on other.article = own.article and other.kind = $4
                    where own.kind = $1 and own.name = any($2) and own.published_at >= $3
                    group by own.name, other.name) ranked
                where place <= 10 order by name, place
                """,
                row => (Name: row.GetString(0), Related: row.GetString(1)),
                ct,
                (short)kind,
                names.ToArray(),
                from,
                (short)OtherThan(kind)
            )
        ).ToLookup(r => r.Name, r => r.Related, StringComparer.Ordinal);

    private static SubjectKind OtherThan(SubjectKind kind) => kind == SubjectKind.Topic ? SubjectKind.Ticker : SubjectKind.Topic;

    private static NameFigures Figures(NpgsqlDataReader row) =>
        new(
            row.GetString(0),
            Number(row, 1),
            Number(row, 2),
            row.GetInt32(3),
            row.GetInt32(4),
            Number(row, 5),
            Number(row, 6),
            row.GetFieldValue<Instant>(7)
        );

    private static decimal? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDecimal(column);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        string sql,
        Func<NpgsqlDataReader, T> shape,
        CancellationToken ct,
        params object[] values
    )
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.WithValues([value]);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var read = new List<T>();
        while (await rows.ReadAsync(ct))
            read.Add(shape(rows));
        return read;
    }
}
