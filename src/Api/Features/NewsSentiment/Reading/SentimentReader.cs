using System.Globalization;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Persistence;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Reading;

/// <summary>A window of a list.</summary>
/// <param name="HasNext">Whether articles follow.</param>
public sealed record NewsWindow(IReadOnlyList<SentimentArticle> Articles, bool HasNext);

/// <summary>Lists of articles and their summaries.</summary>
public sealed class SentimentReader(
    [FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource database,
    IDocumentStore documents,
    IClock clock
)
{
    /// <summary>The columns of a summary; the bands are those of <see cref="Mood"/>.</summary>
    private static readonly string s_summary = $"""
        count(*)::int, round(avg(score), 4), round(sum(score * relevance) / nullif(sum(relevance) filter (where score is not null), 0), 4),
        {CountIf(Bands.Bullish)}, {CountIf(Bands.Bearish)}, {CountIf(Bands.Neutral)},
        {string.Join(", ", Mood.All.Select(m => CountIf(Bands.Of(m))))}
        """;

    /// <summary>Figures of a selection.</summary>
    public async Task<SentimentSummary> SummaryAsync(Selection selection, CancellationToken ct)
    {
        await using var command = database.CreateCommand();
        command.CommandText =
            $"select {s_summary} from {Mentions.Table} where {selection.Where(clock.GetCurrentInstant(), command.Parameters)}";
        await using var rows = await command.ExecuteReaderAsync(ct);
        await rows.ReadAsync(ct);
        return SentimentSummary.Of(
            Number(rows, 1),
            Number(rows, 2),
            rows.GetInt32(0),
            rows.GetInt32(3),
            rows.GetInt32(4),
            rows.GetInt32(5),
            [.. Mood.All.Select((_, i) => rows.GetInt32(6 + i))]
        );
    }

    /// <summary>A window of the articles of a selection, or what follows a cursor's place.</summary>
    public async Task<NewsWindow> WindowAsync(
        Selection selection,
        NewsOrder order,
        Window window,
        TimePosition? after,
        CancellationToken ct
    )
    {
        var keys = await KeysAsync(selection, order, window, after, ct);
        await using var session = documents.QuerySession();
        var found = (await session.LoadManyAsync<SentimentArticle>(ct, keys)).ToDictionary(a => a.Id, StringComparer.Ordinal);
        return new NewsWindow([.. keys.Take(window.Limit).Select(k => found[k])], keys.Length > window.Limit);
    }

    /// <summary>The latest batch and how many there are; the batch of that number, which may be unknown, when one is asked for.</summary>
    public async Task<(SentimentBatch? Batch, SentimentBatch? Latest, int Total)> BatchAsync(int? id, CancellationToken ct)
    {
        await using var session = documents.QuerySession();
        var latest = await session.Query<SentimentBatch>().OrderByDescending(b => b.Id).FirstOrDefaultAsync(ct);
        var asked = id is null ? latest : await session.LoadAsync<SentimentBatch>(id.Value, ct);
        return (asked, latest, await session.Query<SentimentBatch>().CountAsync(ct));
    }

    /// <summary>One more than the window holds, to see whether it is the last.</summary>
    private async Task<string[]> KeysAsync(Selection selection, NewsOrder order, Window window, TimePosition? after, CancellationToken ct)
    {
        await using var command = database.CreateCommand();
        var where = selection.Where(clock.GetCurrentInstant(), command.Parameters);
        if (after is not null)
            where += " and " + order.After(after, command.Parameters);
        var skip = after is null ? window.Skip : 0;
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"select article from {Mentions.Table} where {where} order by {order.Sql} limit {window.Limit + 1} offset {skip}"
        );
        await using var rows = await command.ExecuteReaderAsync(ct);
        var keys = new List<string>(window.Limit + 1);
        while (await rows.ReadAsync(ct))
            keys.Add(rows.GetString(0));
        return [.. keys];
    }

    private static string CountIf(string condition) => $"(count(*) filter (where {condition}))::int";

    private static decimal? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDecimal(column);
}
