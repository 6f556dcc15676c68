using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Inflation;

/// <summary>Endpoints below <c>/api/v1/inflation</c>.</summary>
public sealed class InflationGroup() : ApiGroup("/api/v1/inflation", Tag)
{
    internal const string Tag = "Inflation";
}
