using System.Text.RegularExpressions;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>
/// The values of a field whose doc comment is nothing but their list: "done, pending or no_data." That the code keeps to it is the contract
/// tests' concern, which hold each answer against the document.
/// </summary>
internal static partial class WordList
{
    /// <summary>The values; none when the comment says something else.</summary>
    public static IReadOnlyList<string> Of(string? comment) =>
        comment is not null && List().Match(comment) is { Success: true } match
            ? [.. match.Groups["first"].Captures.Select(c => c.Value), match.Groups["last"].Value]
            : [];

    [GeneratedRegex(@"^(?:(?<first>[a-z][a-z0-9_]*), )*(?<first>[a-z][a-z0-9_]*) or (?<last>[a-z][a-z0-9_]*)\.?$")]
    private static partial Regex List();
}
