using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Cpi;

/// <summary>Endpoints below <c>/api/v1/cpi</c>.</summary>
public sealed class CpiGroup() : ApiGroup("/api/v1/cpi", Tag)
{
    internal const string Tag = "CPI";
}
