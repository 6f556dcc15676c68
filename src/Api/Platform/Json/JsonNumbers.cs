using System.Text.Json;

namespace InvestmentAssistant.Api.Platform.Json;

public static class JsonNumbers
{
    /// <summary>Writes a number, or null when it is unknown.</summary>
    public static void WriteNumber(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <inheritdoc cref="WriteNumber(Utf8JsonWriter, string, decimal?)"/>
    public static void WriteNumber(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
