using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

/// <summary>Endpoints below <c>/api/v1/market-news-sentiment</c>.</summary>
public sealed class NewsSentimentGroup() : ApiGroup(Prefix, Tag)
{
    internal const string Prefix = "/api/v1/market-news-sentiment";
    internal const string Tag = "News with sentiment";
}
