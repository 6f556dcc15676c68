using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Domain.News.Keys;
using InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Features.EarningsNews.Ingestion;
using InvestmentAssistant.Api.Features.EarningsNews.Sp500News;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using Marten;

namespace InvestmentAssistant.Api.Features.EarningsNews;

/// <summary>Articles about companies before and after their reports, by company and date, and by the S&amp;P 500's calendar.</summary>
public sealed class EarningsNewsFeature : IFeature
{
    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(EarningsNewsGroup.Tag, "실적 뉴스", "Earnings", "실적정보", "News around earnings reports.")
        {
            Place = 62,
            Examples = new Dictionary<string, string> { ["symbol"] = "AAPL", ["q"] = "apple" },
        },
        new(
            Sp500EarningsNewsGroup.Tag,
            "S&P 500 실적 뉴스",
            "Earnings",
            "실적정보",
            "News around earnings reports of the companies in the S&P 500."
        )
        {
            Place = 63,
            Examples = new Dictionary<string, string> { ["symbol"] = "AAPL" },
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<EarningsNewsOptions>(configuration.GetSection("EarningsNews"));
        services.AddArticleIndex<EarningsArticle>("earnings_news");
        services.AddArticleKeys<EarningsArticle>(
            "earnings_article",
            a => EarningsArticle.IdOf(a.EventId, a.Url),
            (a, key) => a with { Id = key }
        );
        services.AddDataSetJob<EarningsNewsJob>(fillOrder: 230);
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store) =>
        store
            .Schema.For<EarningsArticle>()
            .DocumentAlias("earnings_article")
            .Identity(a => a.Id)
            .Duplicate(a => a.EventId, notNull: true)
            .Duplicate(a => a.Symbol, notNull: true)
            .Duplicate(a => a.PublishedAt, notNull: true)
            .Index(a => new { a.Symbol, a.PublishedAt });
}
