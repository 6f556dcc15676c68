using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.FinancialNews;

/// <summary>Endpoints below <c>/api/v1/financial-news</c>.</summary>
public sealed class FinancialNewsGroup() : ApiGroup("/api/v1/financial-news", Tag)
{
    internal const string Tag = "Financial news";
}
