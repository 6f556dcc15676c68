using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Features.Sns.Ingestion;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Platform.Text;
using Marten;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>Posts of X and Truth Social, what they are about, how they sound, and what prices did after them.</summary>
public sealed class SnsFeature : IFeature
{
    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(SnsGroup.Tag, "소셜", "Social media", "소셜미디어", "Posts of people whom markets follow, and what prices did after them.")
        {
            Place = 90,
            Examples = new Dictionary<string, string> { ["symbol"] = "AAPL" },
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<SnsOptions>(configuration.GetSection("Sns"));
        services.AddTextFold();
        services.AddSingleton(s => new SocialAccounts(
            s.GetRequiredService<IOptions<SnsOptions>>(),
            s.GetRequiredService<HttpSettings>().DataSource
        ));
        services
            .AddSingleton<PostReader>()
            .AddSingleton<SnsFigures>()
            .AddSingleton<PostStore>()
            .AddSingleton<TimelineWalk>()
            .AddSingleton<TruthSocialTimelines>()
            .AddSingleton<TruthSocialLook>();
        services.AddProviderClient<XClient>(XClient.Provider);
        services.AddProviderClient<TruthSocialClient>(TruthSocialClient.Provider);
        services.AddDataSetJob<XPostsJob>(fillOrder: 330);
        services.AddDataSetJob<TruthSocialPostsJob>(fillOrder: 340);
        services.AddDataSetJob<TruthSocialTrendsJob>(fillOrder: 350);
        services
            .AddSingleton<AnalysisStore>()
            .AddSingleton<AssetMatcher>()
            .AddSingleton<PriceFinder>()
            .AddSingleton<EventStudy>()
            .AddSingleton<MarketDataReader>();
        services.AddSingleton<PostMinutes>().AddSingleton<PostBarStore>().AddSingleton<PostMinuteKeeper>().AddSingleton<ListedNames>();
        services.AddDataSetJob<AnalysisJob>(fillOrder: 360);
        services.AddDataSetJob<PastStockHoursJob>(fillOrder: 370);
        services.AddDataSetJob<PastCoinHoursJob>(fillOrder: 380);
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store)
    {
        store
            .Schema.For<SocialPost>()
            .DocumentAlias("social_post")
            .Identity(p => p.Id)
            .Duplicate(p => p.Source)
            .Duplicate(p => p.PostId)
            .Duplicate(p => p.LatestId)
            .Duplicate(p => p.Author)
            .Duplicate(p => p.CreatedAt)
            .Duplicate(p => p.IsListed)
            .Duplicate(p => p.TextHash);
        store.Schema.For<SocialAccount>().DocumentAlias("social_account").Identity(a => a.Id);
        store.Schema.For<SocialFetch>().DocumentAlias("social_fetch").Identity(f => f.Id);
        store.Schema.For<PostBars>().DocumentAlias("post_bars").Identity(b => b.Id);
        store
            .Schema.For<PostAnalysis>()
            .DocumentAlias("post_analysis")
            .Identity(a => a.Id)
            .Duplicate(a => a.PostSource)
            .Duplicate(a => a.PostId)
            .Duplicate(a => a.PostedAt)
            .Duplicate(a => a.Status)
            .Duplicate(a => a.Fingerprint)
            .Duplicate(a => a.NextLookAt);
    }
}
