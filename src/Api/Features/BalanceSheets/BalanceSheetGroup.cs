using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>Endpoints below <c>/api/v1/balance-sheet</c>.</summary>
public sealed class BalanceSheetGroup() : ApiGroup("/api/v1/balance-sheet", Tag)
{
    internal const string Tag = "Balance sheets";
}
