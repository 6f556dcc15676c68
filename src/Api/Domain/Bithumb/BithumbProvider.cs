using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Bithumb;

public sealed class BithumbProvider() : ProviderDefinition(BithumbClient.Provider)
{
    /// <inheritdoc />
    public override void SetDefaults(ProviderOptions options)
    {
        options.BaseUrl = new Uri("https://api.bithumb.com/");
        options.WebSocketUrl = new Uri("wss://ws-api.bithumb.com/websocket/v1");
        // 150 calls a second are allowed to an address; far below, because it "may be lowered without notice".
        options.CallsPerMinute = 1200;
    }
}
