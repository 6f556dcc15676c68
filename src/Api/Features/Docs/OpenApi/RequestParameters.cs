using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using FastEndpoints;
using FluentValidation.Validators;
using InvestmentAssistant.Api.Platform.Http;
using NSwag;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

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
        var rules = RequestRules.Of(slice);
        var blank = TryCreate(slice.ReqDtoType);
        var parameters = new List<RequestParameter>();
        foreach (var property in slice.ReqDtoType.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var name = QueryVocabulary.NameOf(property);
            var header = property.GetCustomAttribute<FromHeaderAttribute>();
            var isRoute = inRoute.Contains(name);
            if (!isGet && !isRoute && header is null && property.GetCustomAttribute<QueryParamAttribute>() is null)
                continue;
            var own = rules.For(property);
            var value = isRoute ? null : DefaultOf(property, blank);
            List<object> allowed =
            [
                .. own.OfType<IChoices>().SelectMany(c => c.Values),
                .. property.GetCustomAttribute<AllowedValuesAttribute>()?.Values.OfType<object>() ?? [],
            ];
            parameters.Add(
                new RequestParameter(
                    header?.HeaderName ?? name,
                    isRoute ? OpenApiParameterKind.Path
                        : header is not null ? OpenApiParameterKind.Header
                        : OpenApiParameterKind.Query,
                    isRoute || own.Any(r => r is INotEmptyValidator or INotNullValidator),
                    property.PropertyType,
                    docs.Of(property.DeclaringType!, property.Name),
                    value,
                    examples.GetValueOrDefault(name),
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

    private static object? TryCreate(Type type) => type.GetConstructor(Type.EmptyTypes) is null ? null : Activator.CreateInstance(type);

    private static object? DefaultOf(PropertyInfo property, object? blank)
    {
        var value = blank is null ? null : property.GetValue(blank);
        return value is null or "" ? null : RequestParameter.OnWire(value);
    }

    [GeneratedRegex(@"\{([A-Za-z0-9_]+)")]
    private static partial Regex RouteParameter();
}
