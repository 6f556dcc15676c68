using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.MarketNews;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Http;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Domain.News.Index;

/// <summary>Lists and search over a handful of articles, in a database of this test alone.</summary>
public abstract class ArticleIndexTestBase(LocalServices services) : IAsyncLifetime
{
    protected static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);
    protected ServiceProvider Provider { get; set; } = null!;
    private int _number;

    protected IDocumentStore Store => Provider.GetRequiredService<IDocumentStore>();

    public async ValueTask InitializeAsync()
    {
        Provider = await services.NewServicesAsync(
            (collection, configuration) =>
                collection
                    .AddSingleton(TimeProvider.System)
                    .AddSingleton<AnswerCache>()
                    .AddSingleton<IClock>(SystemClock.Instance)
                    .AddPersistence(configuration, [new MarketNewsFeature()])
                    .AddArticleIndex<MarketArticle>("market_news")
        );
    }

    public ValueTask DisposeAsync() => Provider.DisposeAsync();

    protected MarketArticle Article(
        string title,
        string? description = null,
        string? content = null,
        string source = "Gazette",
        Instant? at = null,
        string? category = null
    )
    {
        var url = $"https://gazette.example/{++_number}";
        return new MarketArticle
        {
            Id = MarketArticle.IdOf(source, url),
            Source = source,
            Title = title,
            Description = description,
            Content = content,
            Url = url,
            PublishedAt = at ?? Noon - Duration.FromMinutes(_number),
            FetchedAt = Noon,
            Categories = category is null ? [] : [category],
        };
    }

    protected async Task StoreAsync(params MarketArticle[] articles)
    {
        await using var session = Store.LightweightSession();
        session.Store(articles);
        await session.SaveChangesAsync(Ct);
    }

    protected async Task<int> SqlAsync(string sql)
    {
        await using var command = Provider.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        // 27,000 articles through the index's trigger: more than the usual half minute on a busy machine.
        command.CommandTimeout = 300;
        return await command.ExecuteScalarAsync(Ct) is int number ? number : 0;
    }

    // A cache of its own for every question: articles are added between them.
    protected Task<ArticleList<MarketArticle>> ReadAsync(ArticleQuery query, Window? window = null, string? cursor = null) =>
        IndexOf(new AnswerCache(TimeProvider.System)).ReadAsync(query, window ?? new Window(0, 20), cursor, Ct);

    private ArticleIndex<MarketArticle> IndexOf(AnswerCache cache) =>
        ActivatorUtilities.CreateInstance<ArticleIndex<MarketArticle>>(Provider, cache, cache.Aged());

    protected async Task<string[]> TitlesAsync(string text, bool byRank = false) =>
        [.. (await ReadAsync(new ArticleQuery { Text = text, ByRank = byRank })).Hits.Select(h => h.Article.Title)];
}
