using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>
/// Holds an object to the fields of the contract: names with types, s text, i whole number, n number, b boolean, t instant with Z, d plain
/// date, a list, o object; a question mark after it lets null through. More fields may be there.
/// </summary>
internal static class WireShape
{
    public static JsonElement Has(this JsonElement json, string fields)
    {
        foreach (var field in fields.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, type) = field.Split(':') is [var n, var t] ? (n, t) : throw new ArgumentException(field);
            Assert.True(json.TryGetProperty(name, out var value), $"{name} is missing in {json}");
            Assert.True(
                (type.EndsWith('?') && value.ValueKind == JsonValueKind.Null) || Fits(value, type[0]),
                $"{name} is {value.GetRawText()}, not {type}"
            );
        }
        return json;
    }

    private static bool Fits(JsonElement value, char type) =>
        type switch
        {
            's' => value.ValueKind == JsonValueKind.String,
            'i' => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            'n' => value.ValueKind == JsonValueKind.Number,
            'b' => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            't' => value.ValueKind == JsonValueKind.String && value.GetString()!.EndsWith('Z') && value.TryGetDateTimeOffset(out _),
            'd' => value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _),
            'a' => value.ValueKind == JsonValueKind.Array,
            'o' => value.ValueKind == JsonValueKind.Object,
            _ => throw new ArgumentException($"no type {type}"),
        };
}
