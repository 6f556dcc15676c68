using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Domain.News.Keys;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Features.NewsSentiment.Ingestion;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using Marten;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

/// <summary>News with a provider's sentiment scores: for the market, topics and tickers.</summary>
public sealed class NewsSentimentFeature : IFeature
{
    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(
            NewsSentimentGroup.Tag,
            "감성 뉴스",
            "News",
            "뉴스",
            "News with scores of sentiment: search, rankings of tickers and topics, trends."
        )
        {
            Place = 53,
            Examples = new Dictionary<string, string> { ["symbol"] = "AAPL", ["q"] = "apple" },
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ISchemaPart, Mentions>();
        services.AddSingleton<SentimentReader>().AddSingleton<NameReader>().AddSingleton<TrendReader>().AddScoped<SentimentAnswers>();
        services.AddArticleKeys<SentimentArticle>(
            "sentiment_article",
            a => ArticleKey.Of(ArticleUrl.Key(a.Url)),
            (a, key) => a with { Id = key },
            Mentions.Follow
        );
        services.AddSingleton<SentimentStore>().AddDataSetJob<NewsSentimentJob>(fillOrder: 320);
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store)
    {
        store.Schema.For<SentimentArticle>().DocumentAlias("sentiment_article").Identity(a => a.Id);
        store.Schema.For<SentimentBatch>().DocumentAlias("sentiment_batch").Identity(b => b.Id);
        store.Schema.For<SentimentProgress>().DocumentAlias("sentiment_progress").Identity(p => p.Id);
    }
}
