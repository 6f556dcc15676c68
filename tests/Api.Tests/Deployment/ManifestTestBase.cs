using k8s.Models;
using Microsoft.Extensions.Configuration;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>
/// The Kubernetes manifests, read with the Kubernetes object model: they agree with each other and with the application. Every check
/// first asserts that it looked at something.
/// </summary>
public abstract class ManifestTestBase
{
    protected const string NameLabel = "app.kubernetes.io/name";
    protected const string OwnImage = "investment-assistant";

    /// <summary>The roles of the application, by Deployment.</summary>
    protected static readonly string[] Roles = ["investment-api", "investment-ingest"];

    public static TheoryData<string> Overlays => [.. Overlay.All.Select(o => o.Name)];

    private protected static Overlay The(string overlay) => Overlay.All.Single(o => o.Name == overlay);

    /// <summary>The Secret that the pods of both roles get.</summary>
    protected static V1Secret Secret() => Secrets().Single(s => s.Metadata.Name == "investment-secrets");

    /// <summary>The Secret of the role that owns the tables.</summary>
    protected static V1Secret OwnerSecret() => Secrets().Single(s => s.Metadata.Name == "investment-owner");

    private static IEnumerable<V1Secret> Secrets() =>
        Overlay.Parse(Path.Combine(Overlay.Root, "secret.template.yaml")).Select(o => Assert.IsType<V1Secret>(o));

    private protected static (int Least, int Most) Replicas(Overlay overlay)
    {
        var specs = overlay
            .Of<V2HorizontalPodAutoscaler>()
            .Concat(overlay.Patches.OfType<V2HorizontalPodAutoscaler>())
            .Select(s => s.Spec)
            .ToList();
        return (specs.Last(s => s.MinReplicas is not null).MinReplicas!.Value, specs.Last(s => s.MaxReplicas > 0).MaxReplicas);
    }

    /// <summary>
    /// Returns the configuration that the process of a role reads: the image's variables, the config, the Secret with its empty values, its
    /// own.
    /// </summary>
    private protected static IConfiguration ConfigurationFor(Overlay overlay, string role)
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
