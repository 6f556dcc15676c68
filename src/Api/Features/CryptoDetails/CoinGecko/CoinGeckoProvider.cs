using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;

public sealed class CoinGeckoProvider()
    : ProviderDefinition(CoinGeckoClient.Provider, "COINGECKO_API_KEY", new HeaderAuth("x-cg-demo-api-key"))
{
    /// <inheritdoc />
    public override void SetDefaults(ProviderOptions options)
    {
        options.BaseUrl = new Uri("https://api.coingecko.com/api/v3/");
        options.NeedsKey = true;
        options.CallsPerMinute = 30;
        // The demo plan's 10,000 calls a month, shared out over 31 days.
        options.CallsPerDay = 320;
    }
}
