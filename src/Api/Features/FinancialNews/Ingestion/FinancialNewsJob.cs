using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using Marten;

namespace InvestmentAssistant.Api.Features.FinancialNews.Ingestion;

/// <summary>
/// Fetches what is newer than the newest number held of each category, page by page until a page brings nothing new. A page is written
/// before the next is asked for: a run that ends early is taken up by the next one. A category that fails does not keep the others away.
/// </summary>
public sealed class FinancialNewsJob(FinnhubClient provider, IDocumentStore store, IClock clock) : IDataSetJob
{
    /// <summary>Held articles of a category that new ones are compared with: some days of them.</summary>
    private const int Compared = 1_000;

    /// <summary>Name of the data set.</summary>
    public const string Name = "financial-news";

    public DataSetDescription Description { get; } =
        new(Name, FinnhubClient.Provider, "Financial news", "0 30 * * * ?", Duration.FromHours(3));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var (rows, dropped, answered) = (0, 0, 0);
        var failures = ItemFailures.OfParts();
        foreach (var category in NewsCategory.Names)
        {
            var end = await failures.TryAsync(category, async () =>
            {
                await foreach (var page in PagesAsync(category, ct))
                {
                    await WriteAsync(page.Articles, ct);
                    (rows, dropped) = (rows + page.Articles.Count, dropped + page.Dropped);
                    context.Progress($"{category}: {rows} articles of all categories");
                }
                answered++;
            });
            if (end is ItemEnd.Limited)
                return JobOutcome.CutBy(failures.Limit!, rows, dropped, answered, NewsCategory.Names.Count - answered, "categories");
        }
        if (failures.First is not { } failure)
            return new JobOutcome(rows, dropped) { Answered = answered };
        var left = NewsCategory.Names.Count - answered;
        if (failure.IsLimit)
            return JobOutcome.CutBy(failure, rows, dropped, answered, left, "categories");
        if (rows == 0)
            throw failure;
        return new JobOutcome(rows, dropped, Complete: false, failure.Message) { Answered = answered, Left = left };
    }

    private sealed record Page(IReadOnlyList<FinancialArticle> Articles, int Dropped);

    /// <summary>Pages of new articles, each in order; one may be of nothing that can be used.</summary>
    private async IAsyncEnumerable<Page> PagesAsync(
        string category,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var newest = await NewestAsync(category, ct);
        while (true)
        {
            var sent = await provider.NewsAsync(category, newest, ct);
            var now = clock.GetCurrentInstant();
            // Only articles above the given number are new, so a page that repeats is the last.
            var fresh = sent.Rows.Where(a => !(a.Id <= newest)).ToList();
            if (fresh.Count == 0)
                yield break;
            var mapped = fresh.Select(a => FinancialArticleMapping.Map(a, category, now)).ToList();
            var articles = await WithoutDoublesAsync(category, mapped.OfType<FinancialArticle>().OrderBy(a => a.NewsId), ct);
            yield return new Page(articles, sent.Dropped + mapped.Count(a => a is null));
            if (fresh.Max(a => a.Id) is not { } top)
                yield break;
            newest = top;
        }
    }

    /// <summary>
    /// The provider now and then gives an article that it has a second number, with another spelling of its address: the first one counts.
    /// It comes soon after, so the newest of
    /// the category are compared.
    /// </summary>
    private async Task<List<FinancialArticle>> WithoutDoublesAsync(
        string category,
        IEnumerable<FinancialArticle> articles,
        CancellationToken ct
    )
    {
        await using var session = store.QuerySession();
        var held = await session
            .Query<FinancialArticle>()
            .Where(a => a.Category == category && a.Url != null)
            .OrderByDescending(a => a.NewsId)
            .Take(Compared)
            .Select(a => a.Url!)
            .ToListAsync(ct);
        var addresses = held.Select(ArticleUrl.Key).ToHashSet(StringComparer.Ordinal);
        return [.. articles.DistinctBy(a => a.NewsId).Where(a => a.Url is null || addresses.Add(ArticleUrl.Key(a.Url)))];
    }

    private async Task<long> NewestAsync(string category, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return (
            await session
                .Query<FinancialArticle>()
                .Where(a => a.Category == category)
                .OrderByDescending(a => a.NewsId)
                .FirstOrDefaultAsync(ct)
        )?.NewsId
            ?? 0;
    }

    private async Task WriteAsync(IReadOnlyList<FinancialArticle> articles, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store(articles.ToArray());
        await session.SaveChangesAsync(ct);
    }
}
