using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FastEndpoints;
using FluentValidation;
using FluentValidation.Validators;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Json;
using Microsoft.OpenApi;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>One parameter of a slice.</summary>
internal sealed record RequestParameter(
    string Name,
    ParameterLocation In,
    bool Required,
    Type Type,
    string? Description,
    JsonNode? Default,
    JsonNode? Example,
    IReadOnlyList<IPropertyValidator> Rules,
    IReadOnlyList<object> Allowed
)
{
    public OpenApiParameter Describe(OpenApiSchema schema)
    {
        // A parameter that is left out is absent, not null.
        schema.Type &= ~JsonSchemaType.Null;
        schema.Default = Default;
        foreach (var rule in Rules)
            Bound(schema, rule);
        if (Allowed.Count > 0)
            schema.Enum = [.. Allowed.Select(a => (JsonNode)JsonSerializer.SerializeToNode(a, a.GetType(), JsonSettings.Wire)!)];
        return new OpenApiParameter
        {
            Name = Name,
            In = In,
            Required = Required,
            Description = Description,
            Schema = schema,
            Example = Example,
        };
    }

    private static void Bound(OpenApiSchema schema, IPropertyValidator rule)
    {
        switch (rule)
        {
            case IBetweenValidator between:
                schema.Minimum = Text(between.From);
                schema.Maximum = Text(between.To);
                break;
            case IComparisonValidator { ValueToCompare: { } value, Comparison: Comparison.GreaterThanOrEqual }:
                schema.Minimum = Text(value);
                break;
            case IComparisonValidator { ValueToCompare: { } value, Comparison: Comparison.LessThanOrEqual }:
                schema.Maximum = Text(value);
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

    private static string Text(object value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
}

/// <summary>
/// The parameters of a slice: route, query and header, from the properties of its request; examples from the tag of its feature.
/// </summary>
internal static partial class RequestParameters
{
    public static IReadOnlyList<RequestParameter> Of(
        EndpointDefinition slice,
        string route,
        bool isGet,
        XmlDocs docs,
        IReadOnlyDictionary<string, string> examples
    )
    {
        if (slice.ReqDtoType == typeof(EmptyRequest))
            return [];
        var inRoute = InRoute(route);
        var rules = RulesOf(slice);
        var blank = TryCreate(slice.ReqDtoType);
        var parameters = new List<RequestParameter>();
        foreach (var property in slice.ReqDtoType.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var name = QueryVocabulary.NameOf(property);
            var header = property.GetCustomAttribute<FromHeaderAttribute>();
            var isRoute = inRoute.Contains(name);
            if (!isGet && !isRoute && header is null && property.GetCustomAttribute<QueryParamAttribute>() is null)
                continue;
            var own = rules.GetValueOrDefault(property.Name) ?? rules.GetValueOrDefault(name) ?? [];
            var value = isRoute ? null : DefaultOf(property, blank);
            var allowed = property.GetCustomAttribute<AllowedValuesAttribute>()?.Values.Where(v => v is not null).Select(v => v!).ToList()
                ?? [];
            parameters.Add(
                new RequestParameter(
                    header?.HeaderName ?? name,
                    isRoute ? ParameterLocation.Path
                        : header is not null ? ParameterLocation.Header
                        : ParameterLocation.Query,
                    isRoute || own.Any(r => r is INotEmptyValidator or INotNullValidator),
                    property.PropertyType,
                    docs.Of(property.DeclaringType!, property.Name),
                    value,
                    examples.TryGetValue(name, out var example) ? JsonValue.Create(example) : null,
                    own,
                    allowed
                )
            );
        }
        return parameters;
    }

    /// <summary>Whether anything of the request is left for the body.</summary>
    public static bool HasBody(EndpointDefinition slice, string route)
    {
        if (slice.ReqDtoType == typeof(EmptyRequest))
            return false;
        var inRoute = InRoute(route);
        return slice
            .ReqDtoType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Any(p =>
                p.CanWrite
                && !inRoute.Contains(QueryVocabulary.NameOf(p))
                && p.GetCustomAttribute<FromHeaderAttribute>() is null
                && p.GetCustomAttribute<QueryParamAttribute>() is null
            );
    }

    private static HashSet<string> InRoute(string route) => [.. RouteParameter().Matches(route).Select(m => m.Groups[1].Value)];

    private static Dictionary<string, List<IPropertyValidator>> RulesOf(EndpointDefinition slice)
    {
        if (slice.ValidatorType is null || Activator.CreateInstance(slice.ValidatorType) is not IValidator validator)
            return [];
        return validator
            .CreateDescriptor()
            .GetMembersWithValidators()
            .ToDictionary(g => g.Key, g => g.Select(v => v.Validator).ToList(), StringComparer.Ordinal);
    }

    private static object? TryCreate(Type type) => type.GetConstructor(Type.EmptyTypes) is null ? null : Activator.CreateInstance(type);

    private static JsonNode? DefaultOf(PropertyInfo property, object? blank)
    {
        var value = blank is null ? null : property.GetValue(blank);
        return value is null or "" ? null : JsonSerializer.SerializeToNode(value, property.PropertyType, JsonSettings.Wire);
    }

    [GeneratedRegex(@"\{([A-Za-z0-9_]+)")]
    private static partial Regex RouteParameter();
}
