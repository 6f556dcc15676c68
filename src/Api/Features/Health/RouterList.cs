using InvestmentAssistant.Api.Platform;
using Microsoft.AspNetCore.Http.Metadata;

namespace InvestmentAssistant.Api.Features.Health;

/// <summary>A group of routes under one prefix.</summary>
/// <param name="Key">Prefix without the leading slash: stocks/sp500.</param>
/// <param name="Prefix">/stocks/sp500, below /api/v1.</param>
/// <param name="Tag">As in the API description.</param>
/// <param name="Category">For people, Korean.</param>
/// <param name="Operations">How many method and path pairs it has.</param>
public sealed record Router(string Key, string Prefix, string Tag, string Category, int Operations);

/// <summary>The routers under /api/v1, found by looking at the endpoints that are really mapped.</summary>
public sealed class RouterList(EndpointDataSource endpoints, IEnumerable<ApiTag> tags)
{
    public const string BaseUrl = "/api/v1";

    private readonly Lazy<IReadOnlyList<Router>> _routers = new(() =>
        [.. Read(endpoints, tags.ToDictionary(t => t.Name, StringComparer.Ordinal))]
    );

    /// <summary>By key.</summary>
    public IReadOnlyList<Router> Routers => _routers.Value;

    private static IEnumerable<Router> Read(EndpointDataSource endpoints, Dictionary<string, ApiTag> tags) =>
        endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e =>
                (
                    Path: "/" + e.RoutePattern.RawText?.Trim('/'),
                    Tag: e.Metadata.GetMetadata<ITagsMetadata>() is { Tags: [var first, ..] } ? first : null
                )
            )
            .Where(e =>
                e.Tag is not null && e.Path.StartsWith(BaseUrl + "/", StringComparison.Ordinal) && e.Path.Length > BaseUrl.Length + 1
            )
            .Where(e => e.Tag is not "Health")
            .GroupBy(e => (Tag: e.Tag!, First: e.Path[(BaseUrl.Length + 1)..].Split('/')[0]))
            .Select(group =>
            {
                var prefix = CommonPrefix([.. group.Select(e => e.Path[BaseUrl.Length..])]);
                return new Router(prefix.TrimStart('/'), prefix, group.Key.Tag, tags[group.Key.Tag].KoreanCategory, group.Count());
            })
            .OrderBy(r => r.Key, StringComparer.Ordinal);

    /// <summary>The longest run of whole, literal path segments that all have in common.</summary>
    private static string CommonPrefix(IReadOnlyList<string> paths)
    {
        var common = paths[0].Split('/').TakeWhile(s => !s.StartsWith('{')).ToArray();
        foreach (var path in paths.Skip(1))
        {
            var segments = path.Split('/');
            common = [.. common.TakeWhile((segment, i) => i < segments.Length && segments[i] == segment)];
        }
        return string.Join('/', common);
    }
}
