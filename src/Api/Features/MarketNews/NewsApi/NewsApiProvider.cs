using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.MarketNews.NewsApi;

public sealed class NewsApiProvider() : ProviderDefinition(NewsApiClient.Provider, "NEWSAPI_API_KEY", new HeaderAuth("X-Api-Key"))
{
    /// <inheritdoc />
    public override void SetDefaults(ProviderOptions options)
    {
        options.BaseUrl = new Uri("https://newsapi.org/v2/");
        options.NeedsKey = true;
        options.CallsPerDay = 100;
    }
}
