using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Serialization.SystemTextJson;

namespace InvestmentAssistant.Api.Platform.Json;

/// <summary>The one JSON dialect of the wire: snake_case, ISO instants with Z, plain dates, nulls written, Korean left readable.</summary>
public static class JsonSettings
{
    /// <summary>For everything that is not an HTTP answer (Redis payloads, documents of our own, tests).</summary>
    public static readonly JsonSerializerOptions Wire = Apply(new JsonSerializerOptions());

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = WireNaming.Policy;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = true;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        return options;
    }
}
