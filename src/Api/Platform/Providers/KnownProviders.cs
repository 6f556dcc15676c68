namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>The providers that declare themselves in this assembly, by name.</summary>
public static class KnownProviders
{
    public static IReadOnlyList<ProviderDefinition> All { get; } =
    [.. Declarations.Of<ProviderDefinition>(typeof(KnownProviders).Assembly).OrderBy(p => p.Name, StringComparer.Ordinal)];
}
