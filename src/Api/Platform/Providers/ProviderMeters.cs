using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using System.Text.Json;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>Counts calls to providers by outcome; a call is one question, whatever attempts it took.</summary>
public sealed class ProviderMeters : IMeters
{
    private static readonly FrozenDictionary<ProviderFailure, string> s_names = Enum.GetValues<ProviderFailure>()
        .ToFrozenDictionary(f => f, f => JsonNamingPolicy.SnakeCaseLower.ConvertName(f.ToString()));

    private readonly Counter<long> _calls;

    public ProviderMeters(IMeterFactory factory) =>
        _calls = factory
            .Create("InvestmentAssistant.Providers")
            .CreateCounter<long>("investment_assistant.provider.calls", "{call}", "Calls to a provider by how they ended.");

    /// <summary>Counts a call that was answered.</summary>
    public void Answered(string provider) => Count(provider, "answered");

    /// <summary>Counts a call without a usable answer.</summary>
    public void Failed(string provider, ProviderFailure failure) => Count(provider, s_names[failure]);

    private void Count(string provider, string outcome) =>
        _calls.Add(1, new KeyValuePair<string, object?>("provider", provider), new KeyValuePair<string, object?>("outcome", outcome));
}
