using System.Globalization;
using System.Text.Json;
using FluentValidation.Validators;
using InvestmentAssistant.Api.Platform.Json;
using NJsonSchema;
using NSwag;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>One parameter of a slice.</summary>
internal sealed record RequestParameter(
    string Name,
    OpenApiParameterKind In,
    bool Required,
    Type Type,
    string? Description,
    object? Default,
    string? Example,
    IReadOnlyList<IPropertyValidator> Rules,
    IReadOnlyList<object> Allowed
)
{
    /// <summary>Writes it into a parameter of the document.</summary>
    public void Describe(OpenApiParameter parameter, JsonSchema schema)
    {
        // A parameter that is left out is absent, not null.
        schema.IsNullableRaw = null;
        schema.Type &= ~JsonObjectType.Null;
        schema.Default = Default;
        foreach (var rule in Rules)
            Bound(schema, rule);
        var one = schema.Item ?? schema;
        foreach (var allowed in Allowed)
            one.Enumeration.Add(OnWire(allowed));
        (parameter.Kind, parameter.IsRequired, parameter.Description) = (In, Required, Description);
        (parameter.Schema, parameter.Example, parameter.IsNullableRaw) = (schema, Example, null);
    }

    /// <summary>A value as NSwag's serializer writes it: a number, a flag, or the text that ours makes of it.</summary>
    public static object? OnWire(object value) =>
        JsonSerializer.SerializeToElement(value, value.GetType(), JsonSettings.Wire) switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(e => (object?)e.GetString()).ToList(),
            _ => value,
        };

    private static void Bound(JsonSchema schema, IPropertyValidator rule)
    {
        switch (rule)
        {
            case IBetweenValidator between:
                (schema.Minimum, schema.Maximum) = (Number(between.From), Number(between.To));
                break;
            case IComparisonValidator { ValueToCompare: { } value, Comparison: Comparison.GreaterThanOrEqual }:
                schema.Minimum = Number(value);
                break;
            case IComparisonValidator { ValueToCompare: { } value, Comparison: Comparison.LessThanOrEqual }:
                schema.Maximum = Number(value);
                break;
            case ILengthValidator length:
                if (length.Min > 0)
                    schema.MinLength = length.Min;
                if (length.Max > 0)
                    schema.MaxLength = length.Max;
                break;
            case IRegularExpressionValidator regex:
                schema.Pattern = regex.Expression;
                break;
        }
    }

    /// <summary>Bounds of dates have no place in a schema.</summary>
    private static decimal? Number(object value) =>
        value is int or long or decimal or double ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : null;
}
