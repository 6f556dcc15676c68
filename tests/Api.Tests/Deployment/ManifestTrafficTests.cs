using InvestmentAssistant.Api.Features.Streaming;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Tests.Fixture;
using k8s.Models;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>Probes, rollouts and clients of the pods.</summary>
public sealed class ManifestTrafficTests(ApiHost api) : ManifestTestBase, IClassFixture<ApiHost>
{
    [Theory, MemberData(nameof(Overlays))]
    public void Probes_ask_routes_that_the_application_has(string name)
    {
        var routes = api
            .Host.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Contains("/health/detailed", routes);
        var own = The(name).Containers().Where(c => Roles.Contains(c.Workload)).ToList();
        Assert.Equal(2, own.Count);

        foreach (var (workload, _, container) in own)
        {
            foreach (var probe in (V1Probe[])[container.StartupProbe, container.ReadinessProbe, container.LivenessProbe])
            {
                Assert.Contains(probe.HttpGet.Path, routes);
                Assert.Contains(container.Ports, p => p.Name == probe.HttpGet.Port.ToString());
                // A round of all parts takes two seconds when one of them hangs.
                Assert.InRange(probe.TimeoutSeconds!.Value, 3, 10);
            }
            // PostgreSQL that is gone must neither restart a pod nor take all of them out of the Service at once.
            Assert.Equal("/health/live", container.LivenessProbe.HttpGet.Path);
            Assert.NotEqual("/health/ready", container.ReadinessProbe.HttpGet.Path);
            Assert.Equal("/health/startup", container.StartupProbe.HttpGet.Path);
        }
    }

    [Theory, MemberData(nameof(Overlays))]
    public void A_rollout_waits_for_the_schema_and_never_serves_with_fewer(string name)
    {
        var overlay = The(name);
        var job = Assert.Single(overlay.Of<V1Job>());
        var commands = api.Host.Services.GetServices<ICliCommand>().Select(c => c.Words).ToList();

        Assert.Equal("false", overlay.Config["Schema__ApplyAtStart"]);
        Assert.Contains(string.Join(' ', job.Spec.Template.Spec.Containers.Single().Args), commands);
        foreach (var deployment in overlay.Of<V1Deployment>().Where(d => Roles.Contains(d.Metadata.Name)))
        {
            var startup = deployment.Spec.Template.Spec.Containers.Single().StartupProbe;
            var patience = startup.PeriodSeconds!.Value * startup.FailureThreshold!.Value;
            Assert.True(patience > job.Spec.ActiveDeadlineSeconds, deployment.Metadata.Name);
            Assert.True(deployment.Spec.ProgressDeadlineSeconds > patience, deployment.Metadata.Name);
            Assert.Equal(
                ("0", "1"),
                (
                    deployment.Spec.Strategy.RollingUpdate.MaxUnavailable.ToString(),
                    deployment.Spec.Strategy.RollingUpdate.MaxSurge.ToString()
                )
            );
        }
    }

    [Theory, MemberData(nameof(Overlays))]
    public void A_pod_has_time_to_send_its_clients_away(string name)
    {
        var overlay = The(name);
        var streams = ConfigurationFor(overlay, "investment-api").GetSection("Streaming").Get<StreamOptions>()!;
        var host = api.Host.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;
        var pods = overlay.Of<V1Deployment>().Where(d => Roles.Contains(d.Metadata.Name)).Select(d => d.Spec.Template.Spec).ToList();
        Assert.Equal(2, pods.Count);

        Assert.True(streams.DrainTime > new StreamOptions().DrainTime);
        // All of it, drain time included, happens within the host's own limit.
        Assert.True((streams.DrainTime + streams.CloseGrace) * 2 < host, $"{streams.DrainTime} of {host}");
        Assert.All(pods, pod =>
            Assert.True(
                pod.TerminationGracePeriodSeconds >= pod.Containers.Single().Lifecycle.PreStop.Sleep.Seconds + host.TotalSeconds,
                $"{pod.TerminationGracePeriodSeconds} s"
            )
        );
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Only_the_autoscaler_counts_the_api(string name)
    {
        var overlay = The(name);
        var scaler = Assert.Single(overlay.Of<V2HorizontalPodAutoscaler>());
        var target = overlay
            .Of<V1Deployment>()
            .Single(d =>
                (d.ApiVersion, d.Kind, d.Metadata.Name)
                == (scaler.Spec.ScaleTargetRef.ApiVersion, scaler.Spec.ScaleTargetRef.Kind, scaler.Spec.ScaleTargetRef.Name)
            );

        Assert.Equal("investment-api", target.Metadata.Name);
        Assert.All(overlay.Patches.OfType<V1Deployment>().Append(target).Where(d => d.Metadata.Name == target.Metadata.Name), d =>
            Assert.Null(d.Spec.Replicas)
        );
        Assert.NotNull(overlay.Of<V1Deployment>().Single(d => d.Metadata.Name == "investment-ingest").Spec.Replicas);
        var (least, most) = Replicas(overlay);
        Assert.InRange(least, 1, most);
        // It may shrink: idle pods stay under two thirds of the target, and nothing forbids the way down.
        var memory = scaler.Spec.Metrics.Single(m => m.Resource.Name == "memory").Resource.Target.AverageValue.ToDecimal();
        var container = target.Spec.Template.Spec.Containers.Single().Resources;
        Assert.True(IdleBytes < memory * 2 / 3 && memory < container.Limits["memory"].ToDecimal(), $"{memory}");
        Assert.NotEqual("Disabled", scaler.Spec.Behavior.ScaleDown.SelectPolicy);
        Assert.All(scaler.Spec.Behavior.ScaleDown.Policies, p => Assert.True(p.Value > 0));
        Assert.True(IdleBytes <= container.Requests["memory"].ToDecimal());
    }

    /// <summary>What a pod that serves takes without clients, as measured (docs/deployment.md).</summary>
    private const decimal IdleBytes = 400m * 1024 * 1024;

    [Fact]
    public void On_k3s_all_pods_of_a_rollout_find_a_connection()
    {
        var overlay = The("k3s");
        var postgres = overlay.Containers().Single(c => c.Workload == "investment-postgres").Container;
        var allowed = int.Parse(
            postgres.Args.Single(a => a.StartsWith("max_connections=", StringComparison.Ordinal)).Split('=')[1],
            System.Globalization.CultureInfo.InvariantCulture
        );
        int PoolOf(string role) =>
            int.Parse(ConfigurationFor(overlay, role)["DB_MAX_POOL_SIZE"]!, System.Globalization.CultureInfo.InvariantCulture);
        var ingest = overlay.Patches.OfType<V1Deployment>().Single(d => d.Metadata.Name == "investment-ingest").Spec.Replicas!.Value;

        // One more of each in a roll-out, the Job, the backup, and ten for people.
        Assert.True(((Replicas(overlay).Most + 1) * PoolOf(Roles[0])) + ((ingest + 1) * PoolOf(Roles[1])) + 12 <= allowed, $"{allowed}");
        Assert.Equal((overlay.Config["DB_HOST"], overlay.Config["REDIS_HOST"]), ("investment-postgres", "investment-redis"));
        Assert.Superset(
            new HashSet<string> { "investment-postgres", "investment-redis" },
            overlay.Of<V1Service>().Select(s => s.Metadata.Name).ToHashSet()
        );
    }

    [Fact]
    public void The_gateway_of_production_ends_no_stream_and_serves_only_encrypted()
    {
        var overlay = The("production");
        var gateway = Assert.Single(overlay.Of<Gateway>());
        var (https, http) = (
            gateway.Spec.Listeners.Single(l => l.Protocol == "HTTPS"),
            gateway.Spec.Listeners.Single(l => l.Protocol == "HTTP")
        );
        var routes = overlay.Of<HttpRoute>().ToDictionary(r => Assert.Single(r.Spec.ParentRefs).SectionName!);
        Assert.Equal([http.Name, https.Name], routes.Keys.Order());

        Assert.Equal(("Terminate", 443, 80), (https.Tls!.Mode, https.Port, http.Port));
        Assert.All(routes.Values, r =>
            Assert.Equal((gateway.Metadata.Name, https.Hostname), (r.Spec.ParentRefs[0].Name, r.Spec.Hostnames.Single()))
        );
        Assert.Equal("https", Assert.Single(Assert.Single(routes[http.Name].Spec.Rules).Filters).RequestRedirect!.Scheme);
        Assert.All(routes[http.Name].Spec.Rules[0].Matches, m => Assert.DoesNotMatch("^/(api|ws|sse)", m.Path.Value));
        // A stream is a request that goes on; without this some gateways end it after 15 s.
        var limits = Assert.Single(routes[https.Name].Spec.Rules).Timeouts!;
        Assert.Equal(("0s", "0s"), (limits.Request, limits.BackendRequest));
        // Links in mails lead to it.
        Assert.Equal($"https://{https.Hostname}", overlay.Config["PUBLIC_API_URL"]);
        // Without it every client behind the gateway would be one address to the limits.
        Assert.All(Overlay.All, o => Assert.Matches(@"^10\.\d+\.0\.0/\d+$", o.Config["TRUSTED_PROXIES"]));
    }

    [Fact]
    public void The_ingress_of_k3s_serves_only_encrypted()
    {
        var ingress = Assert.Single(The("k3s").Of<V1Ingress>());

        Assert.Equal("traefik", ingress.Spec.IngressClassName);
        Assert.NotEmpty(Assert.Single(ingress.Spec.Tls).SecretName);
        Assert.Equal("websecure", ingress.Metadata.Annotations["traefik.ingress.kubernetes.io/router.entrypoints"]);
    }
}
