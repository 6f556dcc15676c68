using InvestmentAssistant.Api.Platform.Secrets;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// A provider as it declares itself beside its client: name, key, address and free-plan budget, used where the settings say nothing. Found
/// by reflection, so that adding a provider is adding a folder. Sources: the providers' public documents (docs/providers.md names them); a
/// paid plan raises its budget in the settings.
/// </summary>
/// <param name="name">Name in the settings: <c>Providers:{name}</c>.</param>
/// <param name="keyVariable">The environment name under which existing installations keep the key; null when there is no key.</param>
/// <param name="auth">How the key travels; null when there is none.</param>
public abstract class ProviderDefinition(string name, string? keyVariable = null, IProviderAuth? auth = null) : ISecretNames
{
    public string Name => name;

    public string? KeyVariable => keyVariable;

    public IProviderAuth? Auth => auth;

    /// <inheritdoc />
    public IEnumerable<string> Variables => keyVariable is null ? [] : [keyVariable];

    /// <summary>Fills a fresh options object.</summary>
    public abstract void SetDefaults(ProviderOptions options);
}
