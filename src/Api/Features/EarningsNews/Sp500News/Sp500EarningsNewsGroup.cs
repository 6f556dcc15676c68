using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.EarningsNews.Sp500News;

/// <summary>Endpoints below <c>/api/v1/sp500-earnings-news</c>.</summary>
public sealed class Sp500EarningsNewsGroup() : ApiGroup("/api/v1/sp500-earnings-news", Tag)
{
    internal const string Tag = "S&P 500 earnings news";
}
