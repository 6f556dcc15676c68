using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>Endpoints below <c>/api/v1/etf</c>.</summary>
public sealed class EtfGroup() : ApiGroup("/api/v1/etf", Tag)
{
    internal const string Tag = "ETF";
}
