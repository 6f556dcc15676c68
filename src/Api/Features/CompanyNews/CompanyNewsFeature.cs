using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Domain.News.Keys;
using InvestmentAssistant.Api.Features.CompanyNews.Documents;
using InvestmentAssistant.Api.Features.CompanyNews.Ingestion;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using Marten;

namespace InvestmentAssistant.Api.Features.CompanyNews;

/// <summary>The movers of each session and the news of companies.</summary>
public sealed class CompanyNewsFeature : IFeature
{
    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(CompanyNewsGroup.Tag, "기업 뉴스", "News", "뉴스", "News of companies, and of those that moved most.")
        {
            Place = 52,
            Examples = new Dictionary<string, string> { ["symbol"] = "AAPL" },
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<CompanyNewsOptions>(configuration.GetSection(CompanyNewsOptions.Section));
        services
            .AddSingleton<SessionMovers>()
            .AddSingleton<ProviderMovers>()
            .AddSingleton<ChosenMovers>()
            .AddSingleton<CompanyArticles>()
            .AddScoped<CompanyNewsReader>();
        services.AddArticleKeys<CompanyArticle>(
            "company_article",
            a => ArticleKey.Of(a.Symbol, ArticleUrl.Key(a.Url)),
            (a, key) => a with { Id = key }
        );
        // In the order of a first fill: the movers and their news come before the news of all companies.
        services.AddDataSetJob<CompanyMoversJob>(fillOrder: 100).AddDataSetJob<CompanyNewsJob>(fillOrder: 110);
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store)
    {
        store.Schema.For<MoverBatch>().DocumentAlias("mover_batch").Identity(b => b.Id);
        store
            .Schema.For<CompanyArticle>()
            .DocumentAlias("company_article")
            .Identity(a => a.Id)
            .Duplicate(a => a.Symbol, notNull: true)
            .Duplicate(a => a.PublishedAt, notNull: true)
            .Index(a => new { a.Symbol, a.PublishedAt });
    }
}
