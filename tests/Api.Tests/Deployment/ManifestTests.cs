using System.Text.RegularExpressions;
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

/// <summary>
/// The Kubernetes manifests, read with the Kubernetes object model: they agree with each other and with the application. Every check first
/// asserts that it looked at something.
/// </summary>
public sealed class ManifestTests(ApiHost api) : IClassFixture<ApiHost>
{
    private const string NameLabel = "app.kubernetes.io/name";
    private const string OwnImage = "investment-assistant";

    /// <summary>The roles of the application, by Deployment.</summary>
    private static readonly string[] Roles = ["investment-api", "investment-ingest"];

    public static TheoryData<string> Overlays => [.. Overlay.All.Select(o => o.Name)];

    private static Overlay The(string overlay) => Overlay.All.Single(o => o.Name == overlay);

    [Fact]
    public void There_is_an_overlay_for_k3s_and_one_for_production() =>
        Assert.Equal(["k3s", "production"], Overlay.All.Select(o => o.Name));

    [Fact]
    public void Every_file_is_named_by_a_kustomization_and_every_name_is_a_file()
    {
        var folders = Directory
            .EnumerateFiles(Overlay.Root, "kustomization.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetDirectoryName(f)!)
            .ToList();
        Assert.Equal(3, folders.Count);
        var named = folders.SelectMany(f => Kustomization.Read(f).References.Select(r => Path.GetFullPath(Path.Combine(f, r)))).ToList();
        var files = Directory
            .EnumerateFiles(Overlay.Root, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "kustomization.yaml")
            .ToList();
        Assert.True(files.Count > 15);

        // The base is named by both overlays, everything else once.
        Assert.DoesNotContain(named.GroupBy(n => n), n => n.Count() > (n.Key.EndsWith("base", StringComparison.Ordinal) ? 2 : 1));
        Assert.All(named, n => Assert.True(File.Exists(n) || File.Exists(Path.Combine(n, "kustomization.yaml")), n));
        // The template of the Secret is applied by hand: an apply of the rest must never empty the real one.
        Assert.Equal([Path.Combine(Overlay.Root, "secret.template.yaml")], files.Except(named));
    }

    [Theory, MemberData(nameof(Overlays))]
    public void All_of_it_is_in_one_namespace_under_names_of_its_own(string name)
    {
        var overlay = The(name);
        var space = Assert.Single(overlay.Of<V1Namespace>()).Metadata.Name;
        Assert.True(overlay.Objects.Count > 10);

        Assert.Equal("investment-assistant", space);
        Assert.Equal([space, space], [overlay.Own.Namespace, overlay.Base.Namespace]);
        Assert.All(overlay.Objects, o => Assert.Null(o.Metadata.NamespaceProperty));
        Assert.Empty(overlay.Objects.GroupBy(o => (o.Kind, o.Metadata.Name)).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Superset(new HashSet<string>(Roles), overlay.Of<V1Deployment>().Select(d => d.Metadata.Name).ToHashSet());
        Assert.Contains("../../base", overlay.Own.Resources);
    }

    [Theory, MemberData(nameof(Overlays))]
    public void A_patch_changes_an_object_that_is_there(string name)
    {
        var overlay = The(name);
        Assert.NotEmpty(overlay.Patches);

        Assert.All(overlay.Patches, patch =>
            Assert.Contains(overlay.Objects, o =>
                (o.ApiVersion, o.Kind, o.Metadata.Name) == (patch.ApiVersion, patch.Kind, patch.Metadata.Name)
            )
        );
        Assert.All(overlay.Own.ConfigMapGenerator.Where(c => c.Behavior == "merge"), c =>
            Assert.Contains(overlay.Base.ConfigMapGenerator, b => b.Name == c.Name)
        );
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Selectors_select_pods(string name)
    {
        var overlay = The(name);
        var pods = overlay.Workloads().ToDictionary(w => w.Name, w => w.Template.Metadata.Labels);
        // Every workload has one pod label that is its own name, so that no selector can catch another's pods.
        Assert.All(pods, p => Assert.Equal(p.Key, p.Value[NameLabel]));

        foreach (
            var (own, selector) in overlay
                .Of<V1Deployment>()
                .Select(d => (d.Metadata.Name, d.Spec.Selector))
                .Concat(overlay.Of<V1StatefulSet>().Select(s => (s.Metadata.Name, s.Spec.Selector)))
                .Concat(overlay.Of<V1PodDisruptionBudget>().Select(b => (b.Metadata.Name, b.Spec.Selector)))
                .Concat(
                    overlay
                        .Of<V1Deployment>()
                        .SelectMany(d => d.Spec.Template.Spec.TopologySpreadConstraints ?? [], (d, t) => (d.Metadata.Name, t.LabelSelector))
                )
        )
            Assert.Equal([KeyValuePair.Create(NameLabel, own)], selector.MatchLabels);
        Assert.NotEmpty(overlay.Of<V1Service>());
        Assert.All(overlay.Of<V1Service>(), s => Assert.Equal([KeyValuePair.Create(NameLabel, s.Metadata.Name)], s.Spec.Selector));
        Assert.All(overlay.Of<V1Service>(), s => Assert.Contains(s.Metadata.Name, pods.Keys));

        var policies = overlay.Of<V1NetworkPolicy>().ToList();
        Assert.Contains(policies, p => p.Spec.PodSelector is { MatchLabels: null, MatchExpressions: null } && p.Spec.Ingress is null);
        var selected = policies
            .Select(p => p.Spec.PodSelector.MatchLabels)
            .OfType<IDictionary<string, string>>()
            .Select(l => l[NameLabel])
            .Concat(
                policies
                    .SelectMany(p => p.Spec.Ingress ?? [])
                    .SelectMany(i => i.FromProperty)
                    .Where(f => f.PodSelector is not null)
                    .SelectMany(f => f.PodSelector.MatchExpressions)
                    .SelectMany(e => e.Values)
            )
            .ToList();
        Assert.NotEmpty(selected);
        Assert.All(selected, label => Assert.Contains(label, pods.Keys));
        // What has a Service can be reached.
        Assert.All(overlay.Of<V1Service>(), s => Assert.Contains(s.Metadata.Name, selected));
    }

    [Theory, MemberData(nameof(Overlays))]
    public void From_the_ingress_to_the_container_the_ports_fit(string name)
    {
        var overlay = The(name);
        var ports = overlay.Containers().ToLookup(c => c.Workload, c => c.Container.Ports ?? []);
        Assert.All(overlay.Of<V1Service>().SelectMany(s => s.Spec.Ports, (s, p) => (Service: s.Metadata.Name, Port: p)), s =>
        {
            var target = Assert.Single(ports[s.Service].SelectMany(p => p), p => p.Name == s.Port.TargetPort.ToString());
            Assert.Equal(s.Port.Port, target.ContainerPort);
        });

        var backends = overlay
            .Of<V1Ingress>()
            .Concat(overlay.Patches.OfType<V1Ingress>())
            .SelectMany(i => i.Spec.Rules ?? [])
            .SelectMany(r => r.Http.Paths)
            .Select(p => p.Backend.Service)
            .ToList();
        Assert.NotEmpty(backends);
        Assert.All(backends, b =>
            Assert.Contains(overlay.Of<V1Service>().Single(s => s.Metadata.Name == b.Name).Spec.Ports, p => p.Name == b.Port.Name)
        );
        Assert.All(overlay.Of<V1NetworkPolicy>().SelectMany(p => p.Spec.Ingress ?? [], (p, i) => (p.Metadata.Name, i.Ports)), p =>
            Assert.All(p.Ports, port => Assert.Contains(ports[p.Name].SelectMany(c => c), c => c.Name == port.Port.ToString()))
        );

        var listens = DockerStage.Read().Single(s => s.Name == "api");
        Assert.All(Roles, r => Assert.Equal(8888, Assert.Single(ports[r].SelectMany(p => p)).ContainerPort));
        Assert.Equal(8888, listens.Port);
    }

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
    public void Every_variable_is_a_setting_that_the_application_reads_and_takes(string name)
    {
        var overlay = The(name);
        var secret = Secret();
        Assert.True(overlay.Config.Count >= 4);
        Assert.NotEmpty(secret.StringData);
        Assert.All(secret.StringData.Values, value => Assert.Equal("", value));
        var own = overlay.Containers().Where(c => c.Container.Image == OwnImage).ToList();
        Assert.Equal(3, own.Count);

        var names = overlay
            .Config.Keys.Concat(secret.StringData.Keys)
            .Concat(own.SelectMany(c => c.Container.Env ?? []).Select(e => e.Name))
            .ToList();
        Assert.All(names, variable =>
            Assert.True(ApplicationSettings.Knows(variable), $"{variable} is no setting that the application reads.")
        );
        Assert.Empty(overlay.Config.Keys.Intersect(secret.StringData.Keys));
        foreach (var role in Roles)
            SettingsCheck.Accepts(ConfigurationFor(overlay, role));
        Assert.Equal(
            (true, false),
            (AppRoles.From(ConfigurationFor(overlay, Roles[0])).Api, AppRoles.From(ConfigurationFor(overlay, Roles[0])).Ingest)
        );
        Assert.Equal(
            (false, true),
            (AppRoles.From(ConfigurationFor(overlay, Roles[1])).Api, AppRoles.From(ConfigurationFor(overlay, Roles[1])).Ingest)
        );
    }

    [Theory, MemberData(nameof(Overlays))]
    public void What_a_container_is_given_exists(string name)
    {
        var overlay = The(name);
        var secret = Secret();
        var generated = overlay.Base.ConfigMapGenerator.Concat(overlay.Own.ConfigMapGenerator).Select(c => c.Name).ToHashSet();
        var sources = overlay.Containers().SelectMany(c => c.Container.EnvFrom ?? []).ToList();
        var single = overlay.Containers().SelectMany(c => c.Container.Env ?? []).Select(e => e.ValueFrom).OfType<V1EnvVarSource>().ToList();
        Assert.Equal(6, sources.Count);

        Assert.All(sources.Select(s => s.ConfigMapRef).OfType<V1ConfigMapEnvSource>(), c => Assert.Contains(c.Name, generated));
        Assert.All(sources.Select(s => s.SecretRef).OfType<V1SecretEnvSource>(), s => Assert.Equal(secret.Metadata.Name, s.Name));
        Assert.All(single.Select(s => s.ConfigMapKeyRef).OfType<V1ConfigMapKeySelector>(), k =>
            Assert.True(generated.Contains(k.Name) && overlay.Config.ContainsKey(k.Key), k.Key)
        );
        Assert.All(single.Select(s => s.SecretKeyRef).OfType<V1SecretKeySelector>(), k =>
            Assert.True(k.Name == secret.Metadata.Name && secret.StringData.ContainsKey(k.Key), k.Key)
        );
        Assert.Equal("investment-assistant", secret.Metadata.NamespaceProperty);

        foreach (var (workload, template) in overlay.Workloads())
        {
            var claimed = overlay
                .Of<V1StatefulSet>()
                .Where(s => s.Metadata.Name == workload)
                .SelectMany(s => s.Spec.VolumeClaimTemplates)
                .Select(c => c.Metadata.Name);
            var volumes = (template.Spec.Volumes ?? []).Select(v => v.Name).Concat(claimed).ToHashSet();
            Assert.Equal(volumes, template.Spec.Containers.SelectMany(c => c.VolumeMounts ?? []).Select(m => m.Name).ToHashSet());
            Assert.All(template.Spec.Volumes ?? [], v =>
            {
                if (v.ConfigMap is { } map)
                    Assert.Contains(map.Name, generated);
                if (v.PersistentVolumeClaim is { } claim)
                    Assert.Contains(overlay.Of<V1PersistentVolumeClaim>(), c => c.Metadata.Name == claim.ClaimName);
            });
        }
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Pods_can_do_no_more_than_they_must(string name)
    {
        var overlay = The(name);
        var user = DockerStage.Read().Single(s => s.Name == "api").Last("USER");
        var account = Assert.Single(overlay.Of<V1ServiceAccount>());
        Assert.False(account.AutomountServiceAccountToken);
        Assert.NotEmpty(overlay.Containers());

        foreach (var (workload, pod, container) in overlay.Containers())
        {
            Assert.True(pod is { AutomountServiceAccountToken: false, EnableServiceLinks: false }, workload);
            Assert.Equal(account.Metadata.Name, pod.ServiceAccountName);
            Assert.True(pod.SecurityContext is { RunAsNonRoot: true, SeccompProfile.Type: "RuntimeDefault", RunAsUser: > 0 }, workload);
            Assert.True(
                container.SecurityContext is { ReadOnlyRootFilesystem: true, AllowPrivilegeEscalation: false, Privileged: null },
                workload
            );
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            if (container.Image == OwnImage)
                Assert.Equal(user, $"{pod.SecurityContext.RunAsUser}:{pod.SecurityContext.RunAsGroup}");

            foreach (var resource in new[] { "cpu", "memory" })
                Assert.InRange(container.Resources.Requests[resource].ToDecimal(), 0.01m, container.Resources.Limits[resource].ToDecimal());
        }
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
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Images_are_those_that_compose_builds_and_of_this_version(string name)
    {
        var overlay = The(name);
        var compose = ComposeFile.Read();
        var version = typeof(AppRoles).Assembly.GetName().Version!.ToString(3);
        Assert.Equal($"{OwnImage}:{version}", compose.Services["api"].Image);

        var change = Assert.Single(overlay.Own.Images);
        Assert.Equal((OwnImage, version), (change.Name, change.NewTag));
        Assert.All(overlay.Containers(), c =>
        {
            // Ours gets its version from the overlay; a store's must be the one that compose runs, never "latest".
            if (c.Container.Image != OwnImage)
                Assert.Contains(compose.Services.Values, s => s.Image == c.Container.Image && Regex.IsMatch(s.Image, @":\d"));
        });
    }

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
    public void The_ingress_of_production_lets_a_stream_be_silent_and_trusts_only_proxies()
    {
        var overlay = The("production");
        var ingress = Assert.Single(overlay.Patches.OfType<V1Ingress>());
        var streams = ConfigurationFor(overlay, Roles[0]).GetSection("Streaming").Get<StreamOptions>()!;
        int Seconds(string side) =>
            int.Parse(
                ingress.Metadata.Annotations[$"nginx.ingress.kubernetes.io/proxy-{side}-timeout"],
                System.Globalization.CultureInfo.InvariantCulture
            );

        Assert.Equal("nginx", ingress.Spec.IngressClassName);
        Assert.True(Math.Min(Seconds("read"), Seconds("send")) >= 20 * streams.HeartbeatAfter.TotalSeconds);
        Assert.Equal("off", ingress.Metadata.Annotations["nginx.ingress.kubernetes.io/proxy-buffering"]);
        Assert.Equal(ingress.Spec.Rules.Select(r => r.Host), ingress.Spec.Tls.SelectMany(t => t.Hosts));
        // Without it every client behind the ingress would be one address to the limits.
        Assert.All(Overlay.All, o => Assert.Matches(@"^10\.\d+\.0\.0/\d+$", o.Config["TRUSTED_PROXIES"]));
        Assert.Equal("traefik", Assert.Single(The("k3s").Patches.OfType<V1Ingress>()).Spec.IngressClassName);
    }

    private static V1Secret Secret() =>
        Assert.IsType<V1Secret>(Assert.Single(Overlay.Parse(Path.Combine(Overlay.Root, "secret.template.yaml"))));

    private static (int Least, int Most) Replicas(Overlay overlay)
    {
        var specs = overlay
            .Of<V2HorizontalPodAutoscaler>()
            .Concat(overlay.Patches.OfType<V2HorizontalPodAutoscaler>())
            .Select(s => s.Spec)
            .ToList();
        return (specs.Last(s => s.MinReplicas is not null).MinReplicas!.Value, specs.Last(s => s.MaxReplicas > 0).MaxReplicas);
    }

    /// <summary>What the process of a role is told: the image's variables, the config, the Secret with its empty values, its own.</summary>
    private static IConfiguration ConfigurationFor(Overlay overlay, string role)
    {
        var container = overlay.Containers().Single(c => c.Workload == role).Container;
        return SettingsCheck.Configuration(
            DockerStage.Read().Single(s => s.Name == "api").Environment,
            Secret().StringData,
            overlay.Config,
            container.Env.Where(e => e.Value is not null).ToDictionary(e => e.Name, e => e.Value)
        );
    }
}
