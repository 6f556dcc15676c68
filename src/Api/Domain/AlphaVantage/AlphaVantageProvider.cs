using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.AlphaVantage;

public sealed class AlphaVantageProvider()
    : ProviderDefinition(AlphaVantageClient.Provider, "ALPHA_VANTAGE_API_KEY", new QueryAuth("apikey"))
{
    /// <inheritdoc />
    public override void SetDefaults(ProviderOptions options)
    {
        options.BaseUrl = new Uri("https://www.alphavantage.co/");
        options.NeedsKey = true;
        options.CallsPerMinute = 5;
        options.CallsPerDay = 25;
    }
}
