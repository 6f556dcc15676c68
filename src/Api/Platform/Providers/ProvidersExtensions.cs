using System.Net;
using System.Net.Http.Headers;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Secrets;
using InvestmentAssistant.Api.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Platform.Providers;

public static class ProvidersExtensions
{
    /// <summary>Sent to every provider, as Wikimedia's rules demand: the caller's name and address.</summary>
    public const string UserAgent = "InvestmentAssistant/1.0 (+https://weinvesting.site)";

    /// <summary>Provider settings, budgets and the HTTP pipeline that typed clients stand on.</summary>
    public static IServiceCollection AddProviders(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var known in KnownProviders.All)
        {
            services.AddProviderOptions(known.Name);
            if (known.Auth is not null)
                services.AddKeyedSingleton(known.Name, known.Auth);
        }
        services.AddSingleton<IConfigureOptions<ProviderOptions>>(new ConfigureProviderOptions(configuration));
        services.TryAddSingleton<ProviderBudget>();
        services.TryAddSingleton<ProviderConnections>();
        services.AddSecretRedactor();
        services.AddMeters<ProviderMeters>().AddMeters<BudgetMeters>();
        services.AddSingleton<ISchemaPart, ProviderBudgetSchema>();
        return services;
    }

    /// <summary>
    /// Registers a typed client of a provider: base address, key, timeouts, jittered retry honouring Retry-After, breaker, size cap,
    /// content-type check, budget. Names the options <c>Providers:{provider}</c>. Failures come as <see cref="ProviderException"/>; success
    /// statuses only are returned. HTML is refused unless the request's Accept names text/html.
    /// </summary>
    public static IHttpClientBuilder AddProviderClient<TClient>(this IServiceCollection services, string provider)
        where TClient : class
    {
        services.AddProviderOptions(provider);
        services.AddMeters<ProviderMeters>();
        return services
            .AddHttpClient<TClient>(
                (container, client) =>
                {
                    var options = container.ProviderOptionsOf(provider);
                    // An unconfigured provider still needs an absolute address, so that its calls reach the handler that says so by name.
                    client.BaseAddress = options.BaseUrl ?? new Uri("http://not-configured.invalid/");
                    client.Timeout = Timeout.InfiniteTimeSpan; // the pipeline's own timeouts count, retries and waits included
                    client.DefaultRequestVersion = HttpVersion.Version20;
                    client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent);
                    client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
                }
            )
            .RemoveAllLoggers() // they write every address; ProviderGuardHandler says what failed, without the query
            // typed clients live in singletons; the pooled connections below are renewed instead
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(container =>
                container.GetRequiredService<ProviderConnections>().NewHandler(container.ProviderOptionsOf(provider).BaseUrl)
            )
            .AddProviderPipeline(provider);
    }

    private static ProviderOptions ProviderOptionsOf(this IServiceProvider container, string provider) =>
        container.GetRequiredService<IOptionsMonitor<ProviderOptions>>().Get(provider);

    private static void AddProviderOptions(this IServiceCollection services, string provider) =>
        services
            .AddOptions<ProviderOptions>(provider)
            .Validate(
                o => o.BaseUrl is null || o.BaseUrl.AbsoluteUri.EndsWith('/'),
                $"Providers:{provider}:BaseUrl needs a trailing slash."
            )
            .Validate(
                o => o is { CallsPerMinute: >= 0, CallsPerDay: >= 0, MaxReplyBytes: > 0 },
                $"Providers:{provider}: budgets and caps cannot be negative."
            );
}

/// <summary>
/// Defaults of the provider, then <c>Providers:{name}</c>, then the old environment name for a key that is still missing.
/// </summary>
internal sealed class ConfigureProviderOptions(IConfiguration configuration) : IConfigureNamedOptions<ProviderOptions>
{
    public void Configure(string? name, ProviderOptions options)
    {
        var known = KnownProviders.All.FirstOrDefault(k => k.Name == name);
        known?.SetDefaults(options);
        configuration.GetSection($"Providers:{name}").Bind(options);
        if (string.IsNullOrWhiteSpace(options.ApiKey) && known?.KeyVariable is { } variable)
            options.ApiKey = configuration[variable];
        options.ApiKey = string.IsNullOrWhiteSpace(options.ApiKey) ? null : options.ApiKey.Trim();
    }

    public void Configure(ProviderOptions options) { }
}
