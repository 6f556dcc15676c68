using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Domain.News.Keys;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Features.MarketNews.Ingestion;
using InvestmentAssistant.Api.Features.MarketNews.NewsApi;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;

namespace InvestmentAssistant.Api.Features.MarketNews;

/// <summary>News of the general press on the economy and politics, in English and Korean: lists, search, statistics.</summary>
public sealed class MarketNewsFeature : IFeature
{
    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(MarketNewsGroup.Tag, "시장 뉴스", "News", "뉴스", "Market news from many sources, with full text search.")
        {
            Place = 50,
            Examples = new Dictionary<string, string> { ["q"] = "apple" },
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddProviderClient<NewsApiClient>(NewsApiClient.Provider);
        services.AddArticleIndex<MarketArticle>("market_news").AddSingleton<MarketNewsStore>().AddScoped<MarketNewsReader>();
        services.AddArticleKeys<MarketArticle>("market_article", a => MarketArticle.IdOf(a.Source, a.Url), (a, key) => a with { Id = key });
        services.AddDataSetJob<MarketNewsJob>(fillOrder: 300).AddDataSetJob<MarketNewsHistoryJob>(fillOrder: 310);
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store)
    {
        store.Schema.For<MarketArticle>().DocumentAlias("market_article").Identity(a => a.Id);
        store.Schema.For<MarketNewsHistory>().DocumentAlias("market_news_history").Identity(h => h.Id);
    }
}
