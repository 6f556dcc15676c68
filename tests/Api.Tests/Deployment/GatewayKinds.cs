using k8s;
using k8s.Models;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>
/// Kinds of the Gateway API (gateway.networking.k8s.io/v1, standard channel) as far as the overlays use them; the Kubernetes object model
/// has none of them. A field that is not here fails a strict reading, as an unknown field does with the schema.
/// </summary>
internal static class GatewayKinds
{
    private const string Group = "gateway.networking.k8s.io/v1/";

    /// <summary>Types by group, version and kind, for a reader of YAML.</summary>
    public static readonly Dictionary<string, Type> ByName = new()
    {
        [Group + "Gateway"] = typeof(Gateway),
        [Group + "HTTPRoute"] = typeof(HttpRoute),
    };
}

internal sealed record Gateway : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; } = "";
    public string Kind { get; set; } = "";
    public V1ObjectMeta Metadata { get; set; } = new();
    public GatewaySpec Spec { get; set; } = new();

    internal sealed record GatewaySpec
    {
        public string GatewayClassName { get; set; } = "";
        public List<Listener> Listeners { get; set; } = [];
    }

    internal sealed record Listener
    {
        public string Name { get; set; } = "";
        public string Hostname { get; set; } = "";
        public int Port { get; set; }
        public string Protocol { get; set; } = "";
        public ListenerTls? Tls { get; set; }
        public Routes? AllowedRoutes { get; set; }
    }

    internal sealed record ListenerTls
    {
        public string Mode { get; set; } = "";
        public List<Reference> CertificateRefs { get; set; } = [];
    }

    internal sealed record Routes
    {
        public RouteNamespaces Namespaces { get; set; } = new();
    }

    internal sealed record RouteNamespaces
    {
        public string From { get; set; } = "";
    }
}

/// <summary>A name, and what else a reference of ours has.</summary>
internal sealed record Reference
{
    public string Name { get; set; } = "";
    public string? SectionName { get; set; }
    public int? Port { get; set; }
}

internal sealed record HttpRoute : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; } = "";
    public string Kind { get; set; } = "";
    public V1ObjectMeta Metadata { get; set; } = new();
    public RouteSpec Spec { get; set; } = new();

    internal sealed record RouteSpec
    {
        public List<Reference> ParentRefs { get; set; } = [];
        public List<string> Hostnames { get; set; } = [];
        public List<Rule> Rules { get; set; } = [];
    }

    internal sealed record Rule
    {
        public List<Match> Matches { get; set; } = [];
        public List<Filter> Filters { get; set; } = [];
        public Limits? Timeouts { get; set; }
        public List<Reference> BackendRefs { get; set; } = [];
    }

    internal sealed record Match
    {
        public PathMatch Path { get; set; } = new();
    }

    internal sealed record PathMatch
    {
        public string Type { get; set; } = "";
        public string Value { get; set; } = "";
    }

    /// <summary>Durations such as <c>0s</c>, which is no limit.</summary>
    internal sealed record Limits
    {
        public string Request { get; set; } = "";
        public string BackendRequest { get; set; } = "";
    }

    internal sealed record Filter
    {
        public string Type { get; set; } = "";
        public Redirect? RequestRedirect { get; set; }
    }

    internal sealed record Redirect
    {
        public string Scheme { get; set; } = "";
        public int StatusCode { get; set; }
    }
}
