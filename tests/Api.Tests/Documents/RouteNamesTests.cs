using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Documents;

/// <summary>G4: a path that a document names is served.</summary>
public sealed class RouteNamesTests(ApiHost api) : IClassFixture<ApiHost>
{
    private static readonly string[] Ours = ["/api/v1/", "/health", "/ws/", "/sse/", "/docs", "/redoc", "/openapi", "/asyncapi", "/dev/"];

    /// <summary>Paths of Truth Social, which begin as ours do.</summary>
    private static readonly string[] Theirs = ["/api/v1/accounts/", "/api/v1/truth/"];

    [Fact]
    public void G4_every_path_that_a_document_names_is_a_route()
    {
        var routes = api
            .Host.Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(e => Segments(e.RoutePattern.RawText ?? ""))
            .ToList();
        List<string> faults = [];
        foreach (var document in Markdown.All)
        {
            foreach (
                var path in document
                    .Code.Select(PathOf)
                    .Where(c =>
                        Ours.Any(o => c.StartsWith(o, StringComparison.Ordinal))
                        && !Theirs.Any(t => c.StartsWith(t, StringComparison.Ordinal))
                    )
            )
                if (!routes.Any(r => Serves(r, Segments(path))))
                    faults.Add($"{document.Path}: {path}");
        }
        Assert.True(routes.Count > 150, $"{routes.Count} routes");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>"GET /a/b?c=d" and "/a/..." without what is around the path.</summary>
    private static string PathOf(string code)
    {
        var path = code.Split(' ').LastOrDefault(w => w.StartsWith('/')) ?? "";
        return path.Split('?')[0].Replace("/...", "", StringComparison.Ordinal);
    }

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A document may name the beginning of a route.</summary>
    private static bool Serves(string[] route, string[] path) =>
        path.Length <= route.Length + (route is [.., var last] && last.StartsWith("{*", StringComparison.Ordinal) ? 100 : 0)
        && path.Zip(route)
            .All(p =>
                p.Second.StartsWith('{') || p.First.StartsWith('{') || string.Equals(p.First, p.Second, StringComparison.OrdinalIgnoreCase)
            );
}
