using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Platform.Providers;

/// <summary>The moment and the JSON of rows that cannot be true.</summary>
internal static class HostileRows
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 27, 15, 0);

    public static JsonElement ParseJson(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
