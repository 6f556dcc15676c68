using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.FederalFundsRate;

/// <summary>Endpoints below <c>/api/v1/federal-funds-rate</c>.</summary>
public sealed class FederalFundsGroup() : ApiGroup("/api/v1/federal-funds-rate", Tag)
{
    internal const string Tag = "Federal funds rate";
}
