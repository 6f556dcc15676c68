using System.Text.Json.Nodes;
using FastEndpoints;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform.Http.Paging;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>
/// Schemas of what our converters write: NodaTime types are text, decimals plain numbers; and the doc comments as descriptions.
/// </summary>
public sealed class WireTypes(XmlDocs docs, IEnumerable<StreamTopic> topics) : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var canBeNull = Nullable.GetUnderlyingType(type) is not null || (schema.Type & JsonSchemaType.Null) == JsonSchemaType.Null;
        if (bare == typeof(Instant))
            Text(schema, "date-time", "2026-08-31T13:30:00Z", canBeNull);
        else if (bare == typeof(LocalDate))
            Text(schema, "date", "2026-08-31", canBeNull);
        else if (bare == typeof(LocalTime))
            Text(schema, "time", "09:30:00", canBeNull);
        else if (bare == typeof(Duration))
            Text(schema, "duration", "0:00:05", canBeNull);
        else if (bare == typeof(TimeBound))
            Bound(schema);
        else if (bare == typeof(decimal))
            schema.Format = null;
        else if (type == typeof(object))
            schema.Type = JsonSchemaType.Object | JsonSchemaType.Array | JsonSchemaType.Null;

        // A part of a request that travels as a header is a parameter, not a part of the body.
        foreach (
            var header in context.JsonTypeInfo.Properties.Where(p =>
                p.AttributeProvider?.IsDefined(typeof(FromHeaderAttribute), inherit: true) == true
            )
        )
            schema.Properties?.Remove(header.Name);

        foreach (var member in type.GetProperties())
        {
            if (member.GetCustomAttributes(typeof(OneOfEachTopicAttribute), inherit: false) is [OneOfEachTopicAttribute each])
                AddFields(schema, each);
        }

        if (context.JsonPropertyInfo is { } property)
        {
            if (property.AttributeProvider is System.Reflection.MemberInfo info && docs.Of(property.DeclaringType, info.Name) is { } said)
                schema.Description ??= said;
        }
        else if (type.Assembly == typeof(WireTypes).Assembly && docs.Of(type) is { } said)
        {
            schema.Description ??= said;
        }
        return Task.CompletedTask;
    }

    private void AddFields(OpenApiSchema schema, OneOfEachTopicAttribute each)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        foreach (var topic in topics)
        {
            var name = each.Name.Replace("{topic}", topic.Name, StringComparison.Ordinal);
            schema.Properties[name] =
                each.Type == typeof(string)
                    ? new OpenApiSchema { Type = JsonSchemaType.String }
                    : new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" };
            (schema.Required ??= new HashSet<string>()).Add(name);
        }
    }

    /// <summary>A parameter only: a date or an instant.</summary>
    private static void Bound(OpenApiSchema schema)
    {
        Text(schema, "date-time", "2026-08-31", canBeNull: false);
        // Its members are how the code reads it, not how it is written.
        (schema.Properties, schema.Required, schema.Format) = (null, null, null);
    }

    private static void Text(OpenApiSchema schema, string format, string example, bool canBeNull)
    {
        schema.Type = canBeNull ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        schema.Format = format;
        schema.Examples = [JsonValue.Create(example)];
    }
}
