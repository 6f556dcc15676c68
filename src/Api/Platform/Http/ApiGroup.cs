using FastEndpoints;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>What the endpoints of one prefix share, stated once: the prefix of their routes and the tag they are listed under.</summary>
public abstract class ApiGroup : Group
{
    /// <param name="prefix">
    /// Begins with a slash and ends without one. An endpoint of the prefix itself has the route ""; a route that begins with <c>~/</c>
    /// stands outside of it, as in MVC.
    /// </param>
    /// <param name="tag">A name that the feature's door declares.</param>
    protected ApiGroup(string prefix, string tag) => Configure(prefix, endpoint =>
        {
            foreach (ref var route in endpoint.Routes.AsSpan())
                route = Absolute(route);
            endpoint.Options(b => b.WithTags(tag));
        });

    // FastEndpoints has put the prefix before every route, with a slash between.
    private static string Absolute(string route) => route[(route.IndexOf('~', StringComparison.Ordinal) + 1)..].TrimEnd('/');
}
