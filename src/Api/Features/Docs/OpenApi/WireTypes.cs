using System.Reflection;
using System.Text.Json;
using FastEndpoints;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Json;
using InvestmentAssistant.Api.Platform.Telemetry;
using Namotion.Reflection;
using NJsonSchema;
using NJsonSchema.Generation;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>
/// Schemas of what our serializer writes: plain numbers, choices as it spells them, every field of an answer present, one field for each
/// topic; and the doc comments as descriptions.
/// </summary>
internal sealed class WireTypes(XmlDocs docs, IReadOnlyList<StreamTopic> topics, IReadOnlyList<IHealthPart> parts) : ISchemaProcessor
{
    /// <inheritdoc />
    public void Process(SchemaProcessorContext context)
    {
        var (type, schema) = (context.ContextualType.Type, context.Schema);
        if (type == typeof(decimal) || type == typeof(TimeSpan))
            schema.Format = null;
        if (type.IsEnum)
            Choices(schema, type);
        if (type.Assembly.GetName().Name is not { } assembly || assembly.StartsWith("System", StringComparison.Ordinal))
            return;
        schema.Description = docs.Of(type);
        // A validator says which fields of a body are needed; an answer has them all, as null when not known.
        var isAnswer = !type.Name.EndsWith("Request", StringComparison.Ordinal);
        foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (member.GetCustomAttribute<OneOfEachTopicAttribute>() is { } each)
                AddFields(schema, each);
            else if (schema.Properties.TryGetValue(NameOf(member), out var property))
                Complete(schema, property, member, isAnswer);
            if (member.GetCustomAttribute<DataOfPartAttribute>() is { } data && schema.Properties.TryGetValue(NameOf(member), out var part))
                AddData(part, data, context);
        }
    }

    private static string NameOf(PropertyInfo member) =>
        member.GetCustomAttribute<System.Text.Json.Serialization.JsonPropertyNameAttribute>()?.Name ?? QueryVocabulary.NameOf(member);

    private void Complete(JsonSchema schema, JsonSchemaProperty property, PropertyInfo member, bool isAnswer)
    {
        // A part of a request that travels as a header is a parameter, not a part of the body.
        if (member.IsDefined(typeof(FromHeaderAttribute)))
        {
            schema.Properties.Remove(property.Name);
            return;
        }
        property.Description = docs.Of(member.DeclaringType!, member.Name);
        if (isAnswer && member.PropertyType == typeof(string) && property is { IsNullableRaw: not true, Enumeration.Count: 0 })
        {
            foreach (var word in WordList.Of(property.Description))
                property.Enumeration.Add(word);
        }
        if (isAnswer && !member.IsDefined(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute)))
            property.IsRequired = true;
    }

    private void AddData(JsonSchemaProperty property, DataOfPartAttribute data, SchemaProcessorContext context)
    {
        property.IsNullableRaw = true;
        foreach (var type in parts.Where(p => data.Part is null || p.Name == data.Part).Select(p => p.DataType).OfType<Type>())
            property.OneOf.Add(context.Generator.GenerateWithReference<JsonSchema>(type.ToContextualType(), context.Resolver));
    }

    private void AddFields(JsonSchema schema, OneOfEachTopicAttribute each)
    {
        foreach (var topic in topics)
        {
            var name = each.Name.Replace("{topic}", topic.Name, StringComparison.Ordinal);
            schema.Properties[name] =
                each.Type == typeof(string)
                    ? new JsonSchemaProperty { Type = JsonObjectType.String }
                    : new JsonSchemaProperty { Type = JsonObjectType.Integer, Format = "int64" };
            schema.Properties[name].IsRequired = true;
        }
    }

    private static void Choices(JsonSchema schema, Type type)
    {
        schema.Type = JsonObjectType.String;
        schema.Format = null;
        schema.Enumeration.Clear();
        schema.EnumerationNames.Clear();
        foreach (var value in Enum.GetValues(type))
            schema.Enumeration.Add(JsonSerializer.SerializeToElement(value, type, JsonSettings.Wire).GetString());
    }
}
