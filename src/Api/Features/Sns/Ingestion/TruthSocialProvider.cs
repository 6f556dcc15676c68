using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>
/// No public interface: its own routes, which need a member's token. Off unless an operator who may use it sets one (docs/providers.md).
/// </summary>
public sealed class TruthSocialProvider() : ProviderDefinition(TruthSocialClient.Provider, "TRUTHSOCIAL_TOKEN", new BearerAuth())
{
    /// <inheritdoc />
    public override void SetDefaults(ProviderOptions options)
    {
        options.BaseUrl = new Uri("https://truthsocial.com/");
        options.NeedsKey = true;
        options.CallsPerMinute = 20;
        options.CallsPerDay = 1000;
    }
}
