using System.Text.Json;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using Marten;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Ingestion;

/// <summary>
/// Writes answers over what is held, an answer a transaction: a run that is killed has lost nothing that it had, and its repetition ends
/// the same.
/// </summary>
public sealed class SentimentStore(IDocumentStore store)
{
    /// <summary>
    /// Replaces the mentions of articles that are stored already: a later answer may have other scores, or fewer tickers.
    /// </summary>
    private const string Forget = $"delete from {Mentions.Table} where article = any(?)";

    private const string Remember = $"""
        insert into {Mentions.Table} (kind, name, article, published_at, batch_id, score, relevance, label)
        select kind, name, article, published_at, batch_id, score, relevance, label
        from jsonb_to_recordset(?::jsonb) as m (kind smallint, name text, article text, published_at timestamptz, batch_id int, score
        numeric, relevance numeric, label text)
        """;

    /// <summary>When each query was last asked.</summary>
    public async Task<IReadOnlyDictionary<string, Instant>> ProgressAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return (await session.Query<SentimentProgress>().ToListAsync(ct)).ToDictionary(p => p.Id, p => p.AskedAt, StringComparer.Ordinal);
    }

    /// <summary>
    /// Stores the articles of an answer in their batch and, with <paramref name="asked"/>, that its query has been asked up to now.
    /// </summary>
    /// <returns>How many articles were new or changed.</returns>
    public async Task<int> WriteAsync(
        int batch,
        IReadOnlyList<SentimentArticle> articles,
        Instant now,
        SentimentQuery? asked,
        CancellationToken ct
    )
    {
        await using var session = store.LightweightSession();
        var held = (await session.LoadManyAsync<SentimentArticle>(ct, articles.Select(a => a.Id).ToArray())).ToDictionary(
            a => a.Id,
            StringComparer.Ordinal
        );
        var changed = articles.Select(a => Merged(a, held.GetValueOrDefault(a.Id))).OfType<SentimentArticle>().ToList();
        if (changed.Count > 0)
        {
            session.Store<SentimentArticle>(changed);
            session.Store(new SentimentBatch { Id = batch, CollectedAt = now });
            var rewritten = changed.Where(a => held.ContainsKey(a.Id)).Select(a => a.Id).ToArray();
            if (rewritten.Length > 0)
                session.QueueSqlCommand(Forget, [rewritten]);
            session.QueueSqlCommand(Remember, JsonSerializer.Serialize(changed.SelectMany(RowsOf)));
        }
        if (asked is not null)
            session.Store(new SentimentProgress { Id = asked.Params, AskedAt = now });
        await session.SaveChangesAsync(ct);
        return changed.Count;
    }

    /// <summary>
    /// Returns the article to store; null for a repetition in one batch, and for an article of an earlier batch than the stored one.
    /// </summary>
    private static SentimentArticle? Merged(SentimentArticle come, SentimentArticle? held)
    {
        if (held is null)
            return come;
        if (come.BatchId < held.BatchId)
            return null;
        var merged = come with { CreatedAt = held.CreatedAt };
        // In one batch the query that brought it first stays its query.
        if (come.BatchId == held.BatchId)
            merged = merged with { QueryType = held.QueryType, QueryParams = held.QueryParams };
        return IsSame(merged, held) ? null : merged;
    }

    private static bool IsSame(SentimentArticle one, SentimentArticle other) =>
        one.Topics.SequenceEqual(other.Topics)
        && one.Tickers.SequenceEqual(other.Tickers)
        && one with { Topics = other.Topics, Tickers = other.Tickers, FetchedAt = other.FetchedAt } == other;

    /// <summary>The article as a whole, its topics with its own score, its tickers with theirs.</summary>
    private static IEnumerable<object> RowsOf(SentimentArticle article)
    {
        yield return Row(SubjectKind.Whole, "", article.Score, null, article.Label);
        foreach (var topic in article.Topics)
            yield return Row(SubjectKind.Topic, topic.Topic, article.Score, topic.Relevance, article.Label);
        foreach (var ticker in article.Tickers)
            yield return Row(SubjectKind.Ticker, ticker.Ticker, ticker.Score, ticker.Relevance, ticker.Label);

        object Row(SubjectKind kind, string name, decimal? score, decimal? relevance, string? label) =>
            new
            {
                kind = (int)kind,
                name,
                article = article.Id,
                published_at = article.PublishedAt.ToString(),
                batch_id = article.BatchId,
                score,
                relevance,
                label,
            };
    }
}
