namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// The providers' own addresses and free-plan budgets, used where the settings say nothing. Sources: the providers' public documents
/// (docs/providers.md names them); a paid plan raises its budget in the settings.
/// </summary>
public static class KnownProviders
{
    /// <param name="Name">Name in the settings: finnhub.</param>
    /// <param name="KeyVariable">The environment name under which existing installations keep the key.</param>
    /// <param name="Auth">How the key travels; null when there is none.</param>
    /// <param name="Defaults">Fills a fresh options object.</param>
    internal sealed record Known(string Name, string? KeyVariable, IProviderAuth? Auth, Action<ProviderOptions> Defaults);

    internal static readonly IReadOnlyList<Known> All =
    [
        new("finnhub", "FINNHUB_API_KEY", new HeaderAuth("X-Finnhub-Token"), o =>
        {
            o.BaseUrl = new Uri("https://finnhub.io/api/v1/");
            o.WebSocketUrl = new Uri("wss://ws.finnhub.io");
            o.NeedsKey = true;
            o.CallsPerMinute = 60;
        }),
        // 150 calls a second are allowed to an address; far below, because it "may be lowered without notice".
        new("bithumb", null, null, o =>
        {
            o.BaseUrl = new Uri("https://api.bithumb.com/");
            o.WebSocketUrl = new Uri("wss://ws-api.bithumb.com/websocket/v1");
            o.CallsPerMinute = 1200;
        }),
        new("wikipedia", null, null, o =>
        {
            o.BaseUrl = new Uri("https://en.wikipedia.org/wiki/");
            o.CallsPerMinute = 30;
        }),
        new("newsapi", "NEWSAPI_API_KEY", new HeaderAuth("X-Api-Key"), o =>
        {
            o.BaseUrl = new Uri("https://newsapi.org/v2/");
            o.NeedsKey = true;
            o.CallsPerDay = 100;
        }),
        new("alphavantage", "ALPHA_VANTAGE_API_KEY", new QueryAuth("apikey"), o =>
        {
            o.BaseUrl = new Uri("https://www.alphavantage.co/");
            o.NeedsKey = true;
            o.CallsPerMinute = 5;
            o.CallsPerDay = 25;
        }),
        // The demo plan's 10,000 calls a month, shared out over 31 days.
        new("coingecko", "COINGECKO_API_KEY", new HeaderAuth("x-cg-demo-api-key"), o =>
        {
            o.BaseUrl = new Uri("https://api.coingecko.com/api/v3/");
            o.NeedsKey = true;
            o.CallsPerMinute = 30;
            o.CallsPerDay = 320;
        }),
        new("x", "X_API_BEARER_TOKEN", new BearerAuth(), o =>
        {
            o.BaseUrl = new Uri("https://api.x.com/2/");
            o.NeedsKey = true;
            o.CallsPerMinute = 10;
            o.CallsPerDay = 500;
        }),
        // No public interface: its own routes, which want a member's token. Off unless somebody who may use it sets one (docs/providers.md).
        new("truthsocial", "TRUTHSOCIAL_TOKEN", new BearerAuth(), o =>
        {
            o.BaseUrl = new Uri("https://truthsocial.com/");
            o.NeedsKey = true;
            o.CallsPerMinute = 20;
            o.CallsPerDay = 1000;
        }),
    ];
}
