using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>Endpoints below <c>/api/v1/stocks/sp500</c>.</summary>
public sealed class Sp500Group() : ApiGroup("/api/v1/stocks/sp500", Tag)
{
    internal const string Tag = "S&P 500";
}
