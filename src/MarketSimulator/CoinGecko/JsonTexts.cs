using System.Text.Json;

namespace InvestmentAssistant.MarketSimulator.CoinGecko;

internal static class JsonTexts
{
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
