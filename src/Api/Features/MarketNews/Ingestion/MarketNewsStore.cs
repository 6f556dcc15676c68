using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Features.MarketNews.NewsApi;
using Marten;

namespace InvestmentAssistant.Api.Features.MarketNews.Ingestion;

/// <summary>Result of writing articles.</summary>
/// <param name="Changed">Articles that are new or say something new.</param>
/// <param name="Dropped">Rows that could not be used.</param>
public readonly record struct Written(int Changed, int Dropped)
{
    public static Written operator +(Written a, Written b) => new(a.Changed + b.Changed, a.Dropped + b.Dropped);
}

/// <summary>
/// Writes articles over what is held, each call in one transaction: a run that is killed has lost nothing that an earlier call wrote.
/// </summary>
public sealed class MarketNewsStore(IDocumentStore store, IClock clock)
{
    /// <param name="pages">Of one question.</param>
    /// <param name="category">The headline category they are of.</param>
    /// <param name="query">The word they were found by.</param>
    /// <param name="since">Articles published before are none of this question's and are left out.</param>
    /// <param name="finished">A day of the past that needs no more asking after this.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Written> WriteAsync(
        IReadOnlyList<NewsApiPage> pages,
        string? category,
        string? query,
        Instant? since,
        LocalDate? finished,
        CancellationToken ct
    )
    {
        var now = clock.GetCurrentInstant();
        var sent = pages.SelectMany(p => p.Articles).Select(a => MarketArticleMapping.Map(a, category, query, now)).ToList();
        var articles = sent.OfType<MarketArticle>()
            .Where(a => !(a.PublishedAt < since))
            .GroupBy(a => a.Id, StringComparer.Ordinal)
            .Select(g => g.Aggregate((held, later) => later.Over(held)))
            .ToList();

        await using var session = store.LightweightSession();
        var held = (await session.LoadManyAsync<MarketArticle>(ct, articles.Select(a => a.Id))).ToDictionary(
            a => a.Id,
            StringComparer.Ordinal
        );
        var changed = 0;
        foreach (var article in articles)
        {
            var merged = held.TryGetValue(article.Id, out var old) ? article.Over(old) : article;
            if (old is null || !SaysTheSame(old, merged))
                changed++;
            session.Store(merged);
        }
        if (finished is { } day)
        {
            var history = await HistoryAsync(session, ct);
            session.Store(history with { Days = [.. history.Days.Append(day).Distinct().Order()] });
        }
        await session.SaveChangesAsync(ct);
        return new Written(changed, pages.Sum(p => p.Dropped) + sent.Count(a => a is null));
    }

    /// <summary>The UTC days that need no more asking.</summary>
    public async Task<IReadOnlySet<LocalDate>> FinishedAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return (await HistoryAsync(session, ct)).Days.ToHashSet();
    }

    private static async Task<MarketNewsHistory> HistoryAsync(IQuerySession session, CancellationToken ct) =>
        await session.LoadAsync<MarketNewsHistory>(MarketNewsHistory.Key, ct) ?? new MarketNewsHistory { Id = MarketNewsHistory.Key };

    private static bool SaysTheSame(MarketArticle held, MarketArticle now) =>
        held.Categories.SequenceEqual(now.Categories, StringComparer.Ordinal)
        && held.Queries.SequenceEqual(now.Queries, StringComparer.Ordinal)
        && held with { FetchedAt = now.FetchedAt, Categories = now.Categories, Queries = now.Queries } == now;
}
