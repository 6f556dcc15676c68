using InvestmentAssistant.LocalRun;
using k8s;
using k8s.Models;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>kustomization.yaml, as far as we use it: a field that is not here fails the reading.</summary>
internal sealed class Kustomization
{
    public string ApiVersion { get; set; } = "";
    public string Kind { get; set; } = "";
    public string? Namespace { get; set; }
    public List<string> Resources { get; set; } = [];
    public List<LabelSet> Labels { get; set; } = [];
    public List<ImageChange> Images { get; set; } = [];
    public List<GeneratedConfig> ConfigMapGenerator { get; set; } = [];
    public List<PatchFile> Patches { get; set; } = [];
    public List<string> Components { get; set; } = [];

    /// <summary>Files and folders it names, as they are written.</summary>
    [YamlIgnore]
    public IEnumerable<string> References =>
        [.. Resources, .. Components, .. Patches.Select(p => p.Path), .. ConfigMapGenerator.SelectMany(c => c.Envs.Concat(c.Files))];

    internal sealed class LabelSet
    {
        public Dictionary<string, string> Pairs { get; set; } = [];
        public bool IncludeTemplates { get; set; }
    }

    internal sealed class ImageChange
    {
        public string Name { get; set; } = "";
        public string NewTag { get; set; } = "";
    }

    internal sealed class GeneratedConfig
    {
        public string Name { get; set; } = "";
        public string? Behavior { get; set; }
        public List<string> Envs { get; set; } = [];
        public List<string> Files { get; set; } = [];
    }

    internal sealed class PatchFile
    {
        public string Path { get; set; } = "";
    }

    public static Kustomization Read(string folder) =>
        new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .Build()
            .Deserialize<Kustomization>(File.ReadAllText(Path.Combine(folder, "kustomization.yaml")));
}

/// <summary>An overlay with its base: what an apply of it brings.</summary>
internal sealed class Overlay
{
    public static readonly string Root = Path.Combine(Repository.Current.Root, "k8s");

    private Overlay(string name)
    {
        Name = name;
        Folder = Path.Combine(Root, "overlays", name);
        Own = Kustomization.Read(Folder);
        Base = Kustomization.Read(Path.Combine(Root, "base"));
        Objects = [.. ObjectsOf(Path.Combine(Root, "base"), Base), .. ObjectsOf(Folder, Own)];
        Patches = [.. Own.Patches.SelectMany(p => Parse(Path.Combine(Folder, p.Path)))];
        Config = ConfigOf(Path.Combine(Root, "base"), Base);
        foreach (var (key, value) in ConfigOf(Folder, Own))
            Config[key] = value;
    }

    public static IReadOnlyList<Overlay> All { get; } =
    [
        .. Directory
            .GetDirectories(Path.Combine(Root, "overlays"))
            .Order(StringComparer.Ordinal)
            .Select(f => new Overlay(Path.GetFileName(f))),
    ];

    public string Name { get; }
    public string Folder { get; }
    public Kustomization Own { get; }
    public Kustomization Base { get; }

    /// <summary>Of the base and the overlay, before the patches.</summary>
    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects { get; }

    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Patches { get; }

    /// <summary>The content of the generated investment-config.</summary>
    public Dictionary<string, string> Config { get; }

    public IEnumerable<T> Of<T>() => Objects.OfType<T>();

    /// <summary>Everything that makes pods, with its pods' template.</summary>
    public IEnumerable<(string Name, V1PodTemplateSpec Template)> Workloads() => WorkloadsOf(Objects);

    /// <inheritdoc cref="Workloads"/>
    public static IReadOnlyList<(string Name, V1PodTemplateSpec Template)> WorkloadsOf(
        IReadOnlyList<IKubernetesObject<V1ObjectMeta>> objects
    ) =>
        [
            .. objects.OfType<V1Deployment>().Select(d => (d.Metadata.Name, d.Spec.Template)),
            .. objects.OfType<V1StatefulSet>().Select(s => (s.Metadata.Name, s.Spec.Template)),
            .. objects.OfType<V1Job>().Select(j => (j.Metadata.Name, j.Spec.Template)),
            .. objects.OfType<V1CronJob>().Select(c => (c.Metadata.Name, c.Spec.JobTemplate.Spec.Template)),
        ];

    public IEnumerable<(string Workload, V1PodSpec Pod, V1Container Container)> Containers() =>
        Workloads().SelectMany(w => w.Template.Spec.Containers.Select(c => (w.Name, w.Template.Spec, c)));

    /// <summary>Reads a file of manifests: an unknown field, a wrong type or a repeated key fails.</summary>
    public static IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Parse(string file) =>
        [
            .. KubernetesYaml
                .LoadAllFromString(File.ReadAllText(file), GatewayKinds.ByName, strict: true)
                .Cast<IKubernetesObject<V1ObjectMeta>>(),
        ];

    private static IEnumerable<IKubernetesObject<V1ObjectMeta>> ObjectsOf(string folder, Kustomization kustomization) =>
        kustomization.Resources.Where(r => r.EndsWith(".yaml", StringComparison.Ordinal)).SelectMany(r => Parse(Path.Combine(folder, r)));

    private static Dictionary<string, string> ConfigOf(string folder, Kustomization kustomization) =>
        kustomization
            .ConfigMapGenerator.Where(c => c.Name == "investment-config")
            .SelectMany(c => c.Envs)
            .SelectMany(e => EnvFile(Path.Combine(folder, e)))
            .ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    /// <summary>NAME=value a line, taken as it is: neither Kustomize nor Compose strips quotes or comments behind a value here.</summary>
    public static IEnumerable<KeyValuePair<string, string>> EnvFile(string file) =>
        File.ReadLines(file)
            .Where(l => l.Trim().Length > 0 && !l.StartsWith('#'))
            .Select(l => l.Split('=', 2))
            .Select(p => KeyValuePair.Create(p[0], p[1]));

    public override string ToString() => Name;
}
