using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Features.FinancialNews.Ingestion;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using Marten;

namespace InvestmentAssistant.Api.Features.FinancialNews;

/// <summary>News of the financial press in four categories, with the symbols they are about: lists, search, statistics.</summary>
public sealed class FinancialNewsFeature : IFeature
{
    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(FinancialNewsGroup.Tag, "금융 뉴스", "News", "뉴스", "Market news by category: general, forex, crypto, mergers.")
        {
            Place = 51,
            Examples = new Dictionary<string, string> { ["symbol"] = "AAPL", ["q"] = "apple" },
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddArticleIndex<FinancialArticle>("financial_news").AddDataSetJob<FinancialNewsJob>(fillOrder: 280);

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store) =>
        store
            .Schema.For<FinancialArticle>()
            .DocumentAlias("financial_article")
            .Identity(a => a.Id)
            .Duplicate(a => a.Category)
            .Duplicate(a => a.NewsId)
            .Index(a => new { a.Category, a.NewsId });
}
