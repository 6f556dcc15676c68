using k8s.Models;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>Files, names and ports of the manifests agree with each other.</summary>
public sealed class ManifestTests : ManifestTestBase
{
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
        Assert.Equal(4, folders.Count);
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

        var policies = overlay.Of<V1NetworkPolicy>().Select(p => p.Spec).ToList();
        var peers = policies
            .SelectMany(p => p.Ingress ?? [])
            .SelectMany(i => i.FromProperty)
            .Concat(policies.SelectMany(p => p.Egress ?? []).SelectMany(e => e.To));
        var selected = policies
            .Select(p => p.PodSelector)
            .Concat(peers.Where(p => p.NamespaceSelector is null).Select(p => p.PodSelector).OfType<V1LabelSelector>())
            .SelectMany(NamesIn)
            .ToList();
        Assert.NotEmpty(selected);
        Assert.All(selected, label => Assert.Contains(label, pods.Keys));
        // What has a Service can be reached.
        Assert.All(overlay.Of<V1Service>(), s => Assert.Contains(s.Metadata.Name, selected));
    }

    /// <summary>Of our own pods; those of cert-manager have a label of their own.</summary>
    private static IEnumerable<string> NamesIn(V1LabelSelector selector) =>
        (selector.MatchLabels?.Where(l => l.Key != "acme.cert-manager.io/http01-solver").Select(l => l.Value) ?? []).Concat(
            selector.MatchExpressions?.SelectMany(e => e.Values) ?? []
        );

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
            .SelectMany(i => i.Spec.Rules)
            .SelectMany(r => r.Http.Paths)
            .Select(p => (p.Backend.Service.Name, Port: p.Backend.Service.Port.Name))
            .Concat(
                overlay
                    .Of<HttpRoute>()
                    .SelectMany(r => r.Spec.Rules)
                    .SelectMany(r => r.BackendRefs)
                    .Select(b => (b.Name, Port: $"{b.Port}"))
            )
            .ToList();
        // Through one door only.
        var (backend, port) = Assert.Single(backends);
        Assert.Contains(overlay.Of<V1Service>().Single(s => s.Metadata.Name == backend).Spec.Ports, p =>
            p.Name == port || $"{p.Port}" == port
        );
        Assert.All(overlay.Of<V1NetworkPolicy>().SelectMany(p => p.Spec.Ingress ?? [], (p, i) => (p.Spec.PodSelector, i.Ports)), p =>
            Assert.All(NamesIn(p.PodSelector), pod =>
                Assert.All(p.Ports, allowed => Assert.Contains(ports[pod].SelectMany(c => c), c => c.Name == allowed.Port.ToString()))
            )
        );

        var listens = DockerStage.Read().Single(s => s.Name == "api");
        Assert.Equal(8888, listens.Port);
        var metrics = listens.Environment["Management__Port"];
        Assert.All(Roles, r =>
            Assert.Equal(
                ["http 8888", $"metrics {metrics}"],
                ports[r].SelectMany(p => p).Select(p => FormattableString.Invariant($"{p.Name} {p.ContainerPort}"))
            )
        );
        Assert.All(overlay.Of<V1Deployment>().Where(d => Roles.Contains(d.Metadata.Name)), d =>
            Assert.Equal(metrics, d.Spec.Template.Metadata.Annotations["prometheus.io/port"])
        );
        // What is for operators has no way in from outside.
        Assert.DoesNotContain(overlay.Of<V1Service>().SelectMany(s => s.Spec.Ports), p => p.TargetPort.ToString() == "metrics");
    }
}
