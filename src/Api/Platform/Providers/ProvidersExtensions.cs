namespace InvestmentAssistant.Api.Platform.Providers;

public static class ProvidersExtensions
{
    /// <summary>Provider settings, budgets and the HTTP pipeline that typed clients stand on.</summary>
    public static IServiceCollection AddProviders(this IServiceCollection services, IConfiguration configuration) => services;

    /// <summary>
    /// Registers a typed client of a provider: base address, key, timeouts, jittered retry honouring Retry-After, breaker, size cap, content-type check,
    /// budget. Names the options <c>Providers:{provider}</c>.
    /// </summary>
    public static IHttpClientBuilder AddProviderClient<TClient>(this IServiceCollection services, string provider) where TClient : class =>
        services.AddHttpClient<TClient>();
}
