using System.Net;
using k8s.Models;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>Where pods can connect to, as the network policies of an overlay together say.</summary>
public sealed class ManifestReachTests : ManifestTestBase
{
    [Theory, MemberData(nameof(Overlays))]
    public void Every_pod_is_closed_both_ways_and_asks_for_names(string name)
    {
        var policies = The(name).Of<V1NetworkPolicy>().Select(p => p.Spec).ToList();

        var closed = Assert.Single(policies, p => Everything(p.PodSelector) && p.Ingress is null && p.Egress is null);
        Assert.Equal(["Egress", "Ingress"], closed.PolicyTypes.Order());
        var names = Assert.Single(policies, p => Everything(p.PodSelector) && p.Egress is not null).Egress.Single();
        Assert.Equal(["53", "53"], names.Ports.Select(p => p.Port.ToString()));
        Assert.Contains(names.To, t => t.PodSelector?.MatchLabels["k8s-app"] == "kube-dns");
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Only_ingest_reaches_the_world_and_no_private_address(string name)
    {
        var overlay = The(name);
        Assert.All([443, 465, 587], (int port) => Assert.True(Reaches(overlay, "investment-ingest", "203.0.113.7", port), $"{port}"));
        Assert.All([22, 25, 80, 5432, 6379], (int port) =>
            Assert.False(Reaches(overlay, "investment-ingest", "203.0.113.7", port), $"{port}")
        );
        Assert.True(Reaches(overlay, "investment-ingest", "2606:4700::1", 443));
        foreach (
            var address in new[]
            {
                "169.254.169.254",
                "10.0.0.1",
                "172.20.1.1",
                "192.168.1.1",
                "100.64.0.1",
                "127.0.0.1",
                "0.0.0.0",
                "fd00::1",
                "fe80::1",
                "::1",
            }
        )
            Assert.All([80, 443], (int port) => Assert.False(Reaches(overlay, "investment-ingest", address, port), $"{address}:{port}"));
        foreach (var workload in overlay.Workloads().Select(w => w.Name).Where(w => w != "investment-ingest"))
            Assert.All([80, 443, 587], (int port) => Assert.False(Reaches(overlay, workload, "203.0.113.7", port), $"{workload}: {port}"));
    }

    [Fact]
    public void On_k3s_each_pod_reaches_the_stores_it_uses_and_the_stores_nothing()
    {
        var overlay = The("k3s");
        Dictionary<string, string[]> uses = new()
        {
            ["investment-postgres"] = ["investment-api", "investment-ingest", "investment-postgres-backup", "investment-schema"],
            ["investment-redis"] = ["investment-api", "investment-ingest"],
        };
        foreach (var (store, users) in uses)
        {
            Assert.Equal(users, overlay.Workloads().Select(w => w.Name).Where(w => Connects(overlay, w, store)).Order());
            Assert.All(overlay.Workloads(), w => Assert.False(Connects(overlay, store, w.Name), $"{store} to {w.Name}"));
        }
    }

    [Fact]
    public void In_production_the_managed_stores_are_the_only_private_addresses()
    {
        var overlay = The("production");
        Assert.All(["investment-api", "investment-ingest", "investment-schema"], (string workload) =>
        {
            Assert.True(Reaches(overlay, workload, "10.20.0.5", 5432));
            Assert.False(Reaches(overlay, workload, "10.20.0.5", 22));
            Assert.False(Reaches(overlay, workload, "10.21.0.5", 5432));
        });
    }

    private static bool Everything(V1LabelSelector selector) => selector is { MatchLabels: null, MatchExpressions: null };

    /// <summary>Both sides are closed, so both must name the pair.</summary>
    private static bool Connects(Overlay overlay, string from, string to)
    {
        var policies = overlay.Of<V1NetworkPolicy>().Select(p => p.Spec).ToList();
        var leaves = policies.Where(p => Selects(p.PodSelector, from)).SelectMany(p => p.Egress ?? []).SelectMany(e => e.To);
        var enters = policies.Where(p => Selects(p.PodSelector, to)).SelectMany(p => p.Ingress ?? []).SelectMany(i => i.FromProperty);
        return leaves.Any(p => IsPod(p, to)) && enters.Any(p => IsPod(p, from));
    }

    private static bool IsPod(V1NetworkPolicyPeer peer, string workload) =>
        peer is { NamespaceSelector: null, PodSelector: { } selector } && Selects(selector, workload);

    private static bool Reaches(Overlay overlay, string workload, string address, int port) =>
        overlay
            .Of<V1NetworkPolicy>()
            .Where(p => Selects(p.Spec.PodSelector, workload))
            .SelectMany(p => p.Spec.Egress ?? [])
            .Any(e =>
                e.Ports.Any(p => p.Port.ToString() == $"{port}")
                && e.To.Any(t => t.IpBlock is { } block && IsIn(block, IPAddress.Parse(address)))
            );

    private static bool IsIn(V1IPBlock block, IPAddress address) =>
        IPNetwork.Parse(block.Cidr).Contains(address) && !(block.Except ?? []).Any(e => IPNetwork.Parse(e).Contains(address));

    private static bool Selects(V1LabelSelector selector, string workload) =>
        (selector.MatchLabels ?? new Dictionary<string, string>()).All(l => l.Key == NameLabel && l.Value == workload)
        && (selector.MatchExpressions ?? []).All(e => (e.Key, e.OperatorProperty) == (NameLabel, "In") && e.Values.Contains(workload));
}
