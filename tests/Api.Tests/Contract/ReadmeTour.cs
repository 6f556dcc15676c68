using System.Text;
using System.Text.RegularExpressions;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Contract;

/// <summary>One request of the tour.</summary>
/// <param name="Url">Path and query.</param>
/// <param name="Body">JSON to post; null for a GET.</param>
/// <param name="ShouldFail">It stands in the section that shows errors.</param>
internal sealed record TourStop(string Line, string Url, string? Body, bool ShouldFail);

/// <summary>Reads the requests of docs/tour.md, and the five of README.md, as a shell would read their lines.</summary>
internal static partial class ReadmeTour
{
    public static IReadOnlyList<TourStop> Read()
    {
        List<TourStop> stops = [];
        var section = "";
        foreach (var line in File.ReadLines(Readme).Concat(File.ReadLines(Tour)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                section = line[3..];
            // Streams do not end, and what a shell's variable holds is not on the line.
            if (
                !line.StartsWith("curl ", StringComparison.Ordinal)
                || line.Contains("/sse/", StringComparison.Ordinal)
                || line.Contains("$etag", StringComparison.Ordinal)
            )
                continue;
            stops.Add(Of(line.Split(" # ")[0], section == "Errors"));
        }
        return stops;
    }

    /// <summary>Path and query of the lines of the tour that hold a word.</summary>
    public static IReadOnlyList<string> Urls(string word) =>
        [
            .. File.ReadLines(Tour)
                .Where(l => l.Contains("$API", StringComparison.Ordinal) && l.Contains(word, StringComparison.Ordinal))
                .Select(l =>
                    Word()
                        .Matches(l)
                        .Select(m => m.Value.Trim('"'))
                        .Concat(l.Split(' ', ')'))
                        .First(w => w.StartsWith("$API", StringComparison.Ordinal))["$API".Length..]
                ),
        ];

    /// <summary>Paths of the addresses of <c>./run</c> that the README links to or names.</summary>
    public static IReadOnlyList<string> Addresses() =>
        [
            .. Own()
                .Matches(File.ReadAllText(Readme))
                .Select(m => m.Groups[1].Value is "" ? "/" : m.Groups[1].Value.TrimEnd('.', ','))
                .Distinct(),
        ];

    private static string Readme => Path.Combine(Repository.Current.Root, "README.md");

    private static string Tour => Path.Combine(Repository.Current.Root, "docs", "tour.md");

    private static TourStop Of(string line, bool shouldFail)
    {
        var words = Word().Matches(line).Select(m => m.Value.Trim('"', '\'') == m.Value ? m.Value : m.Value[1..^1]).ToList();
        StringBuilder url = new(words.Single(w => w.StartsWith("$API", StringComparison.Ordinal))["$API".Length..]);
        string? body = null;
        foreach (var (option, value) in words.Zip(words.Skip(1)).Where(pair => pair.First is "-d" or "--data-urlencode"))
        {
            if (!words.Contains("-sG"))
                body = value;
            else
                url.Append(url.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?')
                    .Append(value.Split('=')[0])
                    .Append('=')
                    .Append(Uri.EscapeDataString(value[(value.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        }
        return new TourStop(line, url.ToString(), body, shouldFail);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:8888(/[\w./-]*)?")]
    private static partial Regex Own();

    /// <summary>A word of a command line: quoted once, quoted twice, or bare.</summary>
    [GeneratedRegex("""'[^']*'|"[^"]*"|[^\s'"]+""")]
    private static partial Regex Word();
}
