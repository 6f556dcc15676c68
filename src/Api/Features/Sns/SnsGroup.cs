using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>Endpoints below <c>/api/v1/sns</c>.</summary>
public sealed class SnsGroup() : ApiGroup("/api/v1/sns", Tag)
{
    internal const string Tag = "Social";
}
