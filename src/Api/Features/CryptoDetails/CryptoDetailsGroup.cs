using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CryptoDetails;

/// <summary>Endpoints below <c>/api/v1/crypto/details</c>.</summary>
public sealed class CryptoDetailsGroup() : ApiGroup("/api/v1/crypto/details", Tag)
{
    internal const string Tag = "Crypto details";
}
