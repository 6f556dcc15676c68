using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Sp500.Wikipedia;

public sealed class WikipediaProvider() : ProviderDefinition(WikipediaClient.Provider)
{
    /// <inheritdoc />
    public override void SetDefaults(ProviderOptions options)
    {
        options.BaseUrl = new Uri("https://en.wikipedia.org/wiki/");
        options.CallsPerMinute = 30;
    }
}
