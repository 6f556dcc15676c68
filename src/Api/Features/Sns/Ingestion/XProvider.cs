using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

public sealed class XProvider() : ProviderDefinition(XClient.Provider, "X_API_BEARER_TOKEN", new BearerAuth())
{
    /// <inheritdoc />
    public override void SetDefaults(ProviderOptions options)
    {
        options.BaseUrl = new Uri("https://api.x.com/2/");
        options.NeedsKey = true;
        options.CallsPerMinute = 10;
        options.CallsPerDay = 500;
    }
}
