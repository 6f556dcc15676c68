using System.Text.Json;
using System.Text.RegularExpressions;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>A stage of the Dockerfile, with what it inherits from the stages it stands on.</summary>
/// <param name="Name">As in <c>FROM ... AS name</c>.</param>
/// <param name="From">Image or stage it stands on.</param>
/// <param name="Lines">Instructions, those of the stages below first; continued lines are one.</param>
internal sealed record DockerStage(string Name, string From, IReadOnlyList<string> Lines)
{
    /// <summary>The last one counts.</summary>
    public string? Last(string instruction) => All(instruction).LastOrDefault();

    public IEnumerable<string> All(string instruction) =>
        Lines.Where(l => l.StartsWith(instruction + " ", StringComparison.Ordinal)).Select(l => l[(instruction.Length + 1)..].Trim());

    public int Port => int.Parse(Last("EXPOSE")!, System.Globalization.CultureInfo.InvariantCulture);

    public IReadOnlyList<string> Entrypoint => JsonSerializer.Deserialize<string[]>(Last("ENTRYPOINT")!)!;

    /// <summary>The command of HEALTHCHECK; null without one.</summary>
    public IReadOnlyList<string>? HealthCheck =>
        Last("HEALTHCHECK") is { } check
            ? JsonSerializer.Deserialize<string[]>(check[(check.IndexOf("CMD", StringComparison.Ordinal) + 3)..])
            : null;

    /// <summary>Variables of ENV.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        All("ENV")
            .SelectMany(e => Regex.Matches(e, "(\\w+)=(\"[^\"]*\"|\\S*)").Select(m => (m.Groups[1].Value, m.Groups[2].Value.Trim('"'))))
            .GroupBy(e => e.Item1)
            .ToDictionary(g => g.Key, g => g.Last().Item2);

    public static IReadOnlyList<DockerStage> Read()
    {
        var text = Regex.Replace(File.ReadAllText(Path.Combine(Repository.Current.Root, "Dockerfile")), @"\\\n\s*", " ");
        List<DockerStage> stages = [];
        foreach (var line in text.Split('\n').Where(l => l.Trim().Length > 0 && !l.StartsWith('#')))
        {
            if (Regex.Match(line, @"^FROM (?:--platform=\S+ )?(\S+) AS (\S+)$") is { Success: true } from)
                stages.Add(
                    new DockerStage(
                        from.Groups[2].Value,
                        from.Groups[1].Value,
                        stages.Find(s => s.Name == from.Groups[1].Value)?.Lines ?? []
                    )
                );
            else
                stages[^1] = stages[^1] with { Lines = [.. stages[^1].Lines, line] };
        }
        return stages;
    }
}
