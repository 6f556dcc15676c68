using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.MarketNews;

/// <summary>Endpoints below <c>/api/v1/market-news</c>.</summary>
public sealed class MarketNewsGroup() : ApiGroup("/api/v1/market-news", Tag)
{
    internal const string Tag = "Market news";
}
