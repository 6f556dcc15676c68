using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Reading;

/// <summary>An hour or a day of scored news; those without any are left out.</summary>
/// <param name="Timestamp">Where it begins, UTC.</param>
/// <param name="AvgSentimentScore">Mean of its scores, 4 decimals.</param>
/// <param name="NewsCount">Scored articles, each once.</param>
/// <param name="BullishCount">Scores above 0.1.</param>
/// <param name="BearishCount">Scores below -0.1.</param>
/// <param name="NeutralCount">Scores between, both ends included.</param>
public sealed record TrendPoint(
    Instant Timestamp,
    decimal AvgSentimentScore,
    int NewsCount,
    int BullishCount,
    int BearishCount,
    int NeutralCount
);

/// <summary>Sentiment over time.</summary>
public sealed class TrendReader([FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource database)
{
    /// <summary>Points of each subject, oldest first.</summary>
    /// <param name="kind">What the names are names of.</param>
    /// <param name="names">A name without news gives no points.</param>
    /// <param name="hourly">Hours; else days, of UTC.</param>
    /// <param name="from">Published at or after.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ILookup<string, TrendPoint>> ReadAsync(
        SubjectKind kind,
        IReadOnlyCollection<string> names,
        bool hourly,
        Instant from,
        CancellationToken ct
    )
    {
        await using var command = database.CreateCommand(
            $"""
            select name, date_trunc($1, published_at, 'UTC') as start, round(avg(score), 4), count(*)::int, (count(*) filter (where score >
            $5))::int,
                   (count(*) filter (where score < -$5))::int
            from {Mentions.Table} where kind = $2 and name = any($3) and published_at >= $4 and score is not null
            group by name, start order by name, start
            """
        );
        foreach (var value in new object[] { hourly ? "hour" : "day", (short)kind, names.ToArray(), from, Mood.Edge })
            command.WithValues([value]);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var points = new List<(string Name, TrendPoint Point)>();
        while (await rows.ReadAsync(ct))
        {
            var (count, bullish, bearish) = (rows.GetInt32(3), rows.GetInt32(4), rows.GetInt32(5));
            var start = await rows.GetFieldValueAsync<Instant>(1, ct);
            points.Add((rows.GetString(0), new TrendPoint(start, rows.GetDecimal(2), count, bullish, bearish, count - bullish - bearish)));
        }
        return points.ToLookup(p => p.Name, p => p.Point, StringComparer.Ordinal);
    }
}
