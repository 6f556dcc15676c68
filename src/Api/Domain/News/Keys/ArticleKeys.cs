using Marten;

namespace InvestmentAssistant.Api.Domain.News.Keys;

/// <summary>Brings the held articles of one kind to the present rule of addresses.</summary>
public interface IArticleKeys
{
    /// <summary>The kind: market_article.</summary>
    string Kind { get; }

    /// <summary>Gives every held article the key that it would get today; of articles that become one, one stays.</summary>
    /// <returns>How many got another key or went.</returns>
    Task<int> BringUpToDateAsync(CancellationToken ct);
}

/// <summary>The keys of documents whose id is made from their address.</summary>
/// <param name="store">Where they are.</param>
/// <param name="kind">Their document alias.</param>
/// <param name="keyOf">The key an article has by the present rule.</param>
/// <param name="withKey">The article under another key.</param>
/// <param name="follow">Statement that moves what hangs on the key elsewhere: new key, old key; null when nothing does.</param>
public sealed class ArticleKeys<TArticle>(
    IDocumentStore store,
    string kind,
    Func<TArticle, string> keyOf,
    Func<TArticle, string, TArticle> withKey,
    string? follow = null
) : IArticleKeys
    where TArticle : class, IArticle
{
    private const int PageSize = 500;

    public string Kind => kind;

    public async Task<int> BringUpToDateAsync(CancellationToken ct)
    {
        var changed = 0;
        for (var after = ""; ; )
        {
            await using var session = store.LightweightSession();
            var page = await session.QueryAsync<TArticle>($"where d.id > ? order by d.id limit {PageSize}", ct, after);
            if (page.Count == 0)
                return changed;
            after = page[^1].Id;
            var moving = page.Select(article => (Old: article, Key: keyOf(article))).Where(m => m.Key != m.Old.Id).ToList();
            if (moving.Count == 0)
                continue;

            var taken = (await session.LoadManyAsync<TArticle>(ct, moving.Select(m => m.Key).Distinct().ToArray()))
                .Select(a => a.Id)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var (old, key) in moving)
            {
                // The one that has the key stays: it is of the present rule, or came first.
                if (taken.Add(key))
                    session.Store(withKey(old, key));
                session.Delete<TArticle>(old.Id);
                if (follow is not null)
                    session.QueueSqlCommand(follow, key, old.Id);
            }
            await session.SaveChangesAsync(ct);
            changed += moving.Count;
        }
    }
}
