using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>
/// The doc comments of this assembly, from the file the compiler writes beside it: what the code says of a parameter is what the API says.
/// </summary>
public sealed partial class XmlDocs
{
    private readonly Dictionary<string, string> _summaries;

    public XmlDocs()
    {
        var file = Path.ChangeExtension(typeof(XmlDocs).Assembly.Location, ".xml");
        _summaries = !File.Exists(file)
            ? []
            : XDocument
                .Load(file)
                .Descendants("member")
                .SelectMany(m => Entries(m.Attribute("name")!.Value, m))
                .GroupBy(e => e.Name, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.First().Text, StringComparer.Ordinal);
    }

    /// <summary>Returns the comment of a property, or of the record parameter it comes from; null when there is none.</summary>
    public string? Of(Type type, string property) =>
        _summaries.GetValueOrDefault($"P:{type.FullName?.Replace('+', '.')}.{property}")
        ?? _summaries.GetValueOrDefault($"T:{type.FullName?.Replace('+', '.')}({property})");

    /// <summary>Returns the comment of a type; null when there is none.</summary>
    public string? Of(Type type) => _summaries.GetValueOrDefault($"T:{type.FullName?.Replace('+', '.')}");

    private static IEnumerable<(string Name, string Text)> Entries(string name, XElement member)
    {
        if (member.Element("summary") is { } summary)
            yield return (name, Words(summary));
        if (!name.StartsWith("T:", StringComparison.Ordinal))
            yield break;
        foreach (var parameter in member.Elements("param"))
            yield return ($"{name}({parameter.Attribute("name")?.Value})", Words(parameter));
    }

    private static string Words(XElement element) =>
        Space()
            .Replace(
                string.Concat(
                    element
                        .Nodes()
                        .Select(n =>
                            n switch
                            {
                                XText text => text.Value,
                                XElement { Name.LocalName: "see" or "paramref" } see => Leaf(
                                    (string?)see.Attribute("cref") ?? (string?)see.Attribute("name") ?? ""
                                ),
                                XElement inner => inner.Value,
                                _ => "",
                            }
                        )
                ),
                " "
            )
            .Trim();

    private static string Leaf(string reference) => reference[(reference.LastIndexOfAny(['.', ':']) + 1)..];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
