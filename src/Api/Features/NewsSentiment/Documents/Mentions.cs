using InvestmentAssistant.Api.Platform.Persistence;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Documents;

/// <summary>Kind of a mention; the number is its column.</summary>
public enum SubjectKind
{
    /// <summary>The article as a whole: one row an article, with its overall score.</summary>
    Whole = 0,

    /// <summary>A topic, with the article's overall score: topics have none of their own.</summary>
    Topic = 1,

    /// <summary>A ticker, with that ticker's own score.</summary>
    Ticker = 2,
}

/// <summary>
/// One row for all that an article is about, for itself as a whole and for each topic and ticker, with the score that counts there. Lists,
/// averages, rankings and trends of all three are then the same few statements over this table, and an index holds all that an average
/// needs. Written in the transaction of the article.
/// </summary>
public sealed class Mentions : ISchemaPart
{
    internal const string Table = PersistenceExtensions.DocumentSchema + ".sentiment_mentions";

    /// <summary>Gives the mentions of an article to its new key, or deletes them where that key has its own: new key, old key.</summary>
    internal const string Follow = $"""
        with moved as (select ?::text as key, ?::text as old),
            gone as (delete from {Table} m using moved where m.article = moved.old returning m.*)
        insert into {Table} (kind, name, article, published_at, batch_id, score, relevance, label)
        select g.kind, g.name, moved.key, g.published_at, g.batch_id, g.score, g.relevance, g.label from gone g, moved
        where not exists (select from {Table} h where h.article = moved.key)
        on conflict do nothing
        """;

    public string Name => "sentiment-mentions";

    public string Sql =>
        $"""
            create table if not exists {Table} (
                kind smallint not null,
                name text collate "C" not null,
                article text collate "C" not null,
                published_at timestamptz not null,
                batch_id integer not null,
                score numeric,
                relevance numeric,
                label text,
                primary key (kind, name, article)
            );
            create index if not exists sentiment_mentions_of on {Table} (kind, name, published_at desc, article desc) include (score,
            relevance);
            create index if not exists sentiment_mentions_since on {Table} (kind, published_at) include (name, score, relevance);
            create index if not exists sentiment_mentions_batch on {Table} (batch_id, published_at desc, article desc) where kind = 0;
            create index if not exists sentiment_mentions_article on {Table} (article, kind) include (name, score, relevance);
            """;
}
