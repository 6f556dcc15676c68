using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using FastEndpoints;
using InvestmentAssistant.Api.Platform.Json;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>A query parameter of a route.</summary>
/// <param name="Name">As the OpenAPI document writes it: start_date.</param>
/// <param name="IsList">It takes several values.</param>
/// <param name="Choices">The only values it takes; empty when any will do.</param>
public sealed record QueryParameter(string Name, bool IsList, IReadOnlyList<string> Choices);

/// <summary>Endpoint metadata: the query parameters of a route that is no slice.</summary>
/// <param name="IsStrict">Whether a parameter that only other routes have is refused here.</param>
public sealed record TakesQuery(bool IsStrict, params IReadOnlyList<string> Names);

/// <summary>
/// The query parameters of one route, found in any spelling: start_date, startDate and start-date are one, and so are names of one thing of
/// which the route has only one (skip and offset).
/// </summary>
/// <param name="IsStrict">Whether a parameter that only other routes have is refused here.</param>
public sealed record RouteQuery(FrozenDictionary<string, QueryParameter> Parameters, bool IsStrict)
{
    private static readonly string[][] Synonyms =
    [
        ["skip", "offset"],
        ["limit", "size"],
        ["q", "query", "search"],
        ["symbol", "symbols"],
        ["source", "sources"],
        ["category", "categories"],
        ["ticker", "tickers"],
        ["topic", "topics"],
        ["start", "startdate"],
        ["end", "enddate"],
    ];

    public QueryParameter? Find(string name)
    {
        var folded = QueryVocabulary.Fold(name);
        if (Parameters.TryGetValue(folded, out var parameter))
            return parameter;
        var others = Array.Find(Synonyms, names => names.Contains(folded)) ?? [];
        return others.Select(other => Parameters.GetValueOrDefault(other)).OfType<QueryParameter>().FirstOrDefault();
    }
}

/// <summary>The query parameters of all routes, read from the requests of their slices.</summary>
public sealed class QueryVocabulary
{
    /// <summary>
    /// Credentials, a language for all answers, an address that trackers pass on: clients put them on every request, and no answer is
    /// narrower for them.
    /// </summary>
    private static readonly string[] Harmless = ["lang", "token", "url"];

    private readonly ConcurrentDictionary<Endpoint, RouteQuery?> _routes = new();
    private readonly Lazy<FrozenSet<string>> _all;

    public QueryVocabulary(EndpointDataSource endpoints) =>
        _all = new(() =>
            endpoints
                .Endpoints.Select(Of)
                .OfType<RouteQuery>()
                .SelectMany(route => route.Parameters.Keys)
                .Except(Harmless, StringComparer.Ordinal)
                .ToFrozenSet(StringComparer.Ordinal)
        );

    /// <summary>The parameters of a route; null when they are not known.</summary>
    public RouteQuery? Of(Endpoint endpoint) => _routes.GetOrAdd(endpoint, Read);

    /// <summary>Whether any route has this parameter, in any spelling.</summary>
    public bool Knows(string name) => _all.Value.Contains(Fold(name));

    /// <summary>The wire name of a request's property.</summary>
    public static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<BindFromAttribute>()?.Name ?? WireNaming.Policy.ConvertName(property.Name);

    internal static string Fold(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static RouteQuery? Read(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<TakesQuery>() is { } taken)
        {
            return new RouteQuery(
                taken
                    .Names.Select(n => new QueryParameter(n, IsList: false, []))
                    .ToFrozenDictionary(p => Fold(p.Name), StringComparer.Ordinal),
                taken.IsStrict
            );
        }
        if (endpoint is not RouteEndpoint route || endpoint.Metadata.GetMetadata<EndpointDefinition>() is not { } slice)
            return null;
        var isGet = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true;
        var inPath = route.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rules = RequestRules.Of(slice);
        var parameters = slice
            .ReqDtoType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && !p.IsDefined(typeof(FromHeaderAttribute)) && (isGet || p.IsDefined(typeof(QueryParamAttribute))))
            .Select(p => new QueryParameter(NameOf(p), IsListOf(p.PropertyType), ChoicesOf(p, rules)))
            .Where(p => !inPath.Contains(p.Name));
        // Links in mails lead to pages; mail programs and trackers add what they like.
        var isPage = endpoint.Metadata.GetOrderedMetadata<AlsoAnswers>().Any(also => also.ContentType == "text/html");
        return new RouteQuery(parameters.ToFrozenDictionary(p => Fold(p.Name), StringComparer.Ordinal), isGet && !isPage);
    }

    private static bool IsListOf(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable<string>));

    private static string[] ChoicesOf(PropertyInfo property, RequestRules rules) =>
        [
            .. rules.For(property).OfType<IChoices>().SelectMany(c => c.Values),
            .. property.GetCustomAttribute<AllowedValuesAttribute>()?.Values.OfType<string>() ?? [],
        ];
}
