using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>JSON of an answer, as route tests read it.</summary>
public static class WireJson
{
    /// <summary>Returns the names of the fields, in their order.</summary>
    public static string[] Names(JsonElement row) => [.. row.EnumerateObject().Select(p => p.Name)];

    /// <summary>
    /// Returns the elements of a list: of the named field, or of the element itself when <paramref name="name"/> is null.
    /// </summary>
    public static List<JsonElement> Items(JsonElement json, string? name = "items") =>
        [.. (name is null ? json : json.GetProperty(name)).EnumerateArray()];
}
