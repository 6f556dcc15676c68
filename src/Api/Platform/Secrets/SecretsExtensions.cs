using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvestmentAssistant.Api.Platform.Secrets;

public static class SecretsExtensions
{
    /// <summary>The redactor over all configured secrets; may be called several times.</summary>
    public static IServiceCollection AddSecretRedactor(this IServiceCollection services)
    {
        services.TryAddSingleton<SecretRedactor>();
        return services;
    }
}
