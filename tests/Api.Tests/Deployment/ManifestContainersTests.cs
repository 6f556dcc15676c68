using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Platform;
using k8s.Models;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>What a container is given, what it may do, and its image.</summary>
public sealed class ManifestContainersTests : ManifestTestBase
{
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

        Assert.All(OwnerSecret().StringData.Values, value => Assert.Equal("", value));
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
        // What mails need is asked for, so that an installation cannot forget it.
        Assert.All(["SMTP_HOST", "SMTP_USER", "SMTP_PASSWORD", "SMTP_FROM"], (string v) => Assert.Contains(v, secret.StringData.Keys));
        Assert.All(["PUBLIC_API_URL", "SMTP_PORT"], (string v) => Assert.Contains(v, overlay.Config.Keys));
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
        var secrets = new[] { Secret(), OwnerSecret() }.ToDictionary(s => s.Metadata.Name);
        var generated = overlay.Base.ConfigMapGenerator.Concat(overlay.Own.ConfigMapGenerator).Select(c => c.Name).ToHashSet();
        var sources = overlay.Containers().SelectMany(c => c.Container.EnvFrom ?? []).ToList();
        var single = overlay.Containers().SelectMany(c => c.Container.Env ?? []).Select(e => e.ValueFrom).OfType<V1EnvVarSource>().ToList();
        Assert.Equal(6, sources.Count);

        Assert.All(sources.Select(s => s.ConfigMapRef).OfType<V1ConfigMapEnvSource>(), c => Assert.Contains(c.Name, generated));
        Assert.All(sources.Select(s => s.SecretRef).OfType<V1SecretEnvSource>(), s => Assert.Equal(Secret().Metadata.Name, s.Name));
        Assert.All(single.Select(s => s.ConfigMapKeyRef).OfType<V1ConfigMapKeySelector>(), k =>
            Assert.True(generated.Contains(k.Name) && overlay.Config.ContainsKey(k.Key), k.Key)
        );
        Assert.All(single.Select(s => s.SecretKeyRef).OfType<V1SecretKeySelector>(), k =>
            Assert.True(secrets[k.Name].StringData.ContainsKey(k.Key), k.Key)
        );
        Assert.All(secrets.Values, s => Assert.Equal("investment-assistant", s.Metadata.NamespaceProperty));
        // The owner's password is for the Job and what stands beside the database, never for a pod that strangers talk to.
        Assert.Equal(
            overlay.Name == "k3s" ? ["investment-postgres", "investment-postgres-backup", "investment-schema"] : ["investment-schema"],
            overlay
                .Containers()
                .Where(c => (c.Container.Env ?? []).Any(e => e.ValueFrom?.SecretKeyRef?.Name == OwnerSecret().Metadata.Name))
                .Select(c => c.Workload)
                .Order()
        );

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
}
