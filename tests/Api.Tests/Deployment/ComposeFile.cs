using InvestmentAssistant.LocalRun;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>compose.yaml, as far as we use it: a field that is not here fails the reading.</summary>
internal sealed class ComposeFile
{
    public string Name { get; set; } = "";

    [YamlMember(Alias = "x-api", ApplyNamingConventions = false)]
    public Service? Api { get; set; }

    [YamlMember(Alias = "x-settings", ApplyNamingConventions = false)]
    public Dictionary<string, string> Settings { get; set; } = [];
    public Dictionary<string, Service> Services { get; set; } = [];
    public Dictionary<string, object?> Volumes { get; set; } = [];

    internal sealed class Service
    {
        public string Image { get; set; } = "";
        public Build? Build { get; set; }
        public List<string> EnvFile { get; set; } = [];
        public Dictionary<string, string> Environment { get; set; } = [];
        public List<string> Ports { get; set; } = [];
        public List<string> Volumes { get; set; } = [];
        public List<string> Command { get; set; } = [];
        public Healthcheck? Healthcheck { get; set; }
        public Dictionary<string, Dependency> DependsOn { get; set; } = [];
        public bool ReadOnly { get; set; }
        public List<string> Tmpfs { get; set; } = [];
        public List<string> CapDrop { get; set; } = [];
        public List<string> SecurityOpt { get; set; } = [];
        public string? ShmSize { get; set; }
        public string? StopGracePeriod { get; set; }
        public string? Restart { get; set; }
    }

    internal sealed class Build
    {
        public string Context { get; set; } = "";
        public string Target { get; set; } = "";
    }

    internal sealed class Healthcheck
    {
        public List<string> Test { get; set; } = [];
        public string? Interval { get; set; }
        public string? Timeout { get; set; }
        public int Retries { get; set; }
        public bool Disable { get; set; }
    }

    internal sealed class Dependency
    {
        public string Condition { get; set; } = "";
    }

    public static ComposeFile Read()
    {
        using var reader = File.OpenText(Path.Combine(Repository.Current.Root, "compose.yaml"));
        return new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .Build()
            .Deserialize<ComposeFile>(new MergingParser(new Parser(reader)));
    }
}
