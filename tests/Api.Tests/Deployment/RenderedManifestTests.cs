using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Processes;
using k8s;
using k8s.Models;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>What an apply sends, as kubectl renders it, where kubectl is there.</summary>
public sealed class RenderedManifestTests(LocalServices services) : ManifestTestBase
{
    private static readonly string? Kubectl = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(f => Path.Combine(f, "kubectl"))
        .FirstOrDefault(File.Exists);

    [Theory, MemberData(nameof(Overlays))]
    public async Task An_apply_brings_what_the_files_say(string name)
    {
        var overlay = The(name);
        var objects = await RenderAsync(overlay.Folder);

        Assert.Equal(
            overlay.Objects.Select(o => $"{o.Kind} {o.Metadata.Name}").Order(StringComparer.Ordinal),
            objects.Where(o => o is not V1ConfigMap).Select(o => $"{o.Kind} {o.Metadata.Name}").Order(StringComparer.Ordinal)
        );
        Assert.All(objects, o =>
        {
            Assert.Equal(o is V1Namespace ? null : "investment-assistant", o.Metadata.NamespaceProperty);
            Assert.Equal("investment-assistant", o.Metadata.Labels["app.kubernetes.io/part-of"]);
        });
        var templates = Overlay.WorkloadsOf(objects).Select(w => w.Template).ToList();
        Assert.Equal(overlay.Workloads().Count(), templates.Count);
        var maps = objects.OfType<V1ConfigMap>().Select(m => m.Metadata.Name).ToHashSet();
        Assert.All(templates.SelectMany(t => t.Spec.Containers), c =>
        {
            // A release is one version everywhere, and no reference is left to a name that has got its hash.
            Assert.NotEqual(OwnImage, c.Image);
            Assert.All(c.EnvFrom ?? [], e => Assert.True(e.ConfigMapRef is null || maps.Contains(e.ConfigMapRef.Name)));
        });
        var config = Assert.Single(objects.OfType<V1ConfigMap>(), m =>
            m.Metadata.Name.StartsWith("investment-config-", StringComparison.Ordinal)
        );
        Assert.Equal(overlay.Config.OrderBy(c => c.Key, StringComparer.Ordinal), config.Data.OrderBy(c => c.Key, StringComparer.Ordinal));
        // The patches have landed.
        var scaler = Assert.Single(objects.OfType<V2HorizontalPodAutoscaler>()).Spec;
        Assert.Equal(Replicas(overlay), (scaler.MinReplicas!.Value, scaler.MaxReplicas));
    }

    [Theory, MemberData(nameof(Overlays))]
    public async Task The_autoscaler_can_count_connections_as_well(string name)
    {
        var folder = Directory.CreateDirectory(services.Folder($"overlay-{Guid.NewGuid():N}")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "kustomization.yaml"),
            $"""
            resources: [{Path.GetRelativePath(folder, The(name).Folder)}]
            components: [{Path.GetRelativePath(folder, Path.Combine(Overlay.Root, "components", "autoscale-connections"))}]
            """,
            Ct
        );

        var scaler = Assert.Single((await RenderAsync(folder)).OfType<V2HorizontalPodAutoscaler>()).Spec;

        var all = scaler.Metrics.Select(m => m.Resource?.Name ?? m.Pods.Metric.Name).ToList();
        Assert.Equal(["cpu", "memory", "investment_assistant_stream_connections"], all);
        // The list of the component replaces that of the base, whose two it must repeat.
        Assert.Equal(
            The(name).Of<V2HorizontalPodAutoscaler>().Single().Spec.Metrics.Select(m => KubernetesYaml.Serialize(m)),
            scaler.Metrics.Take(2).Select(m => KubernetesYaml.Serialize(m))
        );
        Assert.Equal(Replicas(The(name)), (scaler.MinReplicas!.Value, scaler.MaxReplicas));
    }

    private async Task<IReadOnlyList<IKubernetesObject<V1ObjectMeta>>> RenderAsync(string folder)
    {
        Assert.SkipWhen(Kubectl is null, "kubectl is not installed; the other manifest tests read the files themselves.");
        await using var process = await ChildProcess.StartAsync(
            new ChildSpec("kubectl", [Kubectl!, "kustomize", folder], services.Log($"kustomize-{Guid.NewGuid():N}"))
        );
        await process.Exited.WaitAsync(TimeSpan.FromMinutes(1), Ct);
        Assert.True(process.ExitCode == 0, process.LogTail(20));
        return Overlay.Parse(process.LogFile);
    }
}
