namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>The providers that declare themselves in this assembly, by name.</summary>
public static class KnownProviders
{
    public static IReadOnlyList<ProviderDefinition> All { get; } =
        [.. typeof(KnownProviders).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ProviderDefinition)))
            .Select(t => (ProviderDefinition)Activator.CreateInstance(t)!)
            .OrderBy(p => p.Name, StringComparer.Ordinal)];
}
