using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CompanyNews;

/// <summary>Endpoints below <c>/api/v1/company-news</c>.</summary>
public sealed class CompanyNewsGroup() : ApiGroup("/api/v1/company-news", Tag)
{
    internal const string Tag = "Company news";
}
