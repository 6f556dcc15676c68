using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

/// <summary>Endpoints below <c>/api/v1/treasury-yield</c>.</summary>
public sealed class TreasuryYieldGroup() : ApiGroup("/api/v1/treasury-yield", Tag)
{
    internal const string Tag = "Treasury yield";
}
