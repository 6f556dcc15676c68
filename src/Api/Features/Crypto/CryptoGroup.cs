using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Crypto;

/// <summary>Endpoints below <c>/api/v1/crypto</c>.</summary>
public sealed class CryptoGroup() : ApiGroup("/api/v1/crypto", Tag)
{
    internal const string Tag = "Crypto";
}
