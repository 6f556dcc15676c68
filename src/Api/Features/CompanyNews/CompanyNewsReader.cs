using InvestmentAssistant.Api.Features.CompanyNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using Marten;

namespace InvestmentAssistant.Api.Features.CompanyNews;

/// <summary>A batch and the span in which it was, or is, the latest.</summary>
/// <param name="Until">When the next batch came; null for the latest.</param>
public sealed record HeldBatch(MoverBatch Batch, Instant? Until);

/// <summary>Batches and articles, kept in memory for some seconds; without PostgreSQL the last answers go on.</summary>
public sealed class CompanyNewsReader(IDocumentStore store, AgedAnswers cache, IClock clock)
{
    private const int SharedArticles = 200;

    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(15);

    /// <summary>The batch of that number, else the latest.</summary>
    /// <exception cref="ProblemException">404: there is no such batch, or none at all yet.</exception>
    public async Task<HeldBatch> BatchAsync(int? id, CancellationToken ct) =>
        await FindBatchAsync(id, ct)
        ?? throw ProblemException.NotFound(
            id is null
                ? "No batch of movers is held yet; /api/v1/ingestion/status says why."
                : $"There is no batch {id}: a batch has the number of its session's day, and is taken after its close."
        );

    /// <inheritdoc cref="BatchAsync"/>
    /// <returns>Null when there is none.</returns>
    public async Task<HeldBatch?> FindBatchAsync(int? id, CancellationToken ct) =>
        (await cache.GetAsync($"company-news:batch:{id}", s_freshFor, c => LoadBatchAsync(id, c), ct)).Batch;

    /// <summary>
    /// Articles of the last days about the movers of a batch, newest first. For an earlier batch the days are those before the next one
    /// came: it then answers as it did.
    /// </summary>
    /// <param name="batch">Whose movers.</param>
    /// <param name="symbols">Those that are shown; the latest batch is read whole, since its readers page through it.</param>
    /// <param name="days">Days of news.</param>
    /// <param name="ct">Of the request.</param>
    public async Task<ILookup<string, CompanyArticle>> ArticlesAsync(
        HeldBatch batch,
        IReadOnlyCollection<string> symbols,
        int days,
        CancellationToken ct
    ) =>
        batch.Until is { } until
            ? await LoadArticlesAsync(symbols, days, until, ct)
            : await cache.GetAsync(
                $"company-news:articles:{batch.Batch.Id}:{days}",
                s_freshFor,
                c => LoadArticlesAsync([.. batch.Batch.Symbols], days, clock.GetCurrentInstant(), c),
                ct
            );

    /// <summary>
    /// Articles of the last days about one company, newest first. What is far down its list is not kept, so that no client fills the
    /// memory.
    /// </summary>
    public async Task<Paged<CompanyArticle>> PageAsync(string symbol, int days, Window window, CancellationToken ct) =>
        window.Skip + window.Limit > SharedArticles
            ? await LoadPageAsync(symbol, days, window, ct)
            : await cache.GetAsync(
                $"company-news:symbol:{symbol}:{days}:{window}",
                s_freshFor,
                c => LoadPageAsync(symbol, days, window, c),
                ct
            );

    /// <summary>Whether any article about the company is held.</summary>
    public async Task<bool> HasAnyAsync(string symbol, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<CompanyArticle>().AnyAsync(a => a.Symbol == symbol, ct);
    }

    private sealed record Found(HeldBatch? Batch);

    private async Task<Found> LoadBatchAsync(int? id, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var batch = id is { } number
            ? await session.LoadAsync<MoverBatch>(number, ct)
            : await session.Query<MoverBatch>().OrderByDescending(b => b.Id).FirstOrDefaultAsync(ct);
        if (batch is null)
            return new Found(null);
        var next = await session.Query<MoverBatch>().Where(b => b.Id > batch.Id).OrderBy(b => b.Id).FirstOrDefaultAsync(ct);
        return new Found(new HeldBatch(batch, next?.LastUpdated));
    }

    private async Task<ILookup<string, CompanyArticle>> LoadArticlesAsync(
        IReadOnlyCollection<string> symbols,
        int days,
        Instant end,
        CancellationToken ct
    )
    {
        var start = end - Duration.FromDays(days);
        var wanted = symbols.ToArray();
        await using var session = store.QuerySession();
        var articles = await session
            .Query<CompanyArticle>()
            .Where(a => a.Symbol.IsOneOf(wanted) && a.PublishedAt >= start && a.PublishedAt <= end)
            .OrderByDescending(a => a.PublishedAt)
            .ThenBy(a => a.Id)
            .ToListAsync(ct);
        return articles.ToLookup(a => a.Symbol, StringComparer.Ordinal);
    }

    private async Task<Paged<CompanyArticle>> LoadPageAsync(string symbol, int days, Window window, CancellationToken ct)
    {
        var (end, start) = (clock.GetCurrentInstant(), clock.GetCurrentInstant() - Duration.FromDays(days));
        await using var session = store.QuerySession();
        return await session
            .Query<CompanyArticle>()
            .Where(a => a.Symbol == symbol && a.PublishedAt >= start && a.PublishedAt <= end)
            .OrderByDescending(a => a.PublishedAt)
            .ThenBy(a => a.Id)
            .PageAsync(window, a => a, ct);
    }
}
