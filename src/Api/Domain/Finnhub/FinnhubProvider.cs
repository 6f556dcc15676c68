using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Finnhub;

public sealed class FinnhubProvider() : ProviderDefinition(FinnhubClient.Provider, "FINNHUB_API_KEY", new HeaderAuth("X-Finnhub-Token"))
{
    /// <inheritdoc />
    public override void SetDefaults(ProviderOptions options)
    {
        options.BaseUrl = new Uri("https://finnhub.io/api/v1/");
        options.WebSocketUrl = new Uri("wss://ws.finnhub.io");
        options.NeedsKey = true;
        options.CallsPerMinute = 60;
    }
}
