using System.Text.Json;
using System.Text.RegularExpressions;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>
/// What stands at each place of a reply: "articles[].author" is a text, or null. A number in a text is another kind than a number.
/// </summary>
internal sealed partial class ReplyShape
{
    /// <summary>Ways in which providers say that there is nothing.</summary>
    public static readonly IReadOnlyList<string> Nothing = ["null", "empty text", "None, n/a or -"];

    private readonly Dictionary<string, SortedSet<string>> _kinds = new(StringComparer.Ordinal);

    private ReplyShape(IReadOnlyList<string> maps) => _maps = maps;

    private readonly IReadOnlyList<string> _maps;

    public IReadOnlyDictionary<string, SortedSet<string>> Kinds => _kinds;

    /// <param name="maps">Places of objects whose names are data, such as currencies: ".data.total_market_cap".</param>
    public static ReplyShape Of(JsonElement reply, params IReadOnlyList<string> maps)
    {
        var shape = new ReplyShape(maps);
        shape.Walk(reply, "");
        return shape;
    }

    private void Walk(JsonElement json, string at)
    {
        if (json.ValueKind is JsonValueKind.Object)
        {
            foreach (var property in json.EnumerateObject())
                Visit(property.Value, $"{at}.{(_maps.Any(m => at.EndsWith(m, StringComparison.Ordinal)) ? "*" : property.Name)}");
        }
        else if (json.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
                Visit(item, at + "[]");
        }
    }

    private void Visit(JsonElement json, string at)
    {
        if (!_kinds.TryGetValue(at, out var kinds))
            _kinds[at] = kinds = new(StringComparer.Ordinal);
        kinds.Add(KindOf(json));
        Walk(json, at);
    }

    private static string KindOf(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.True or JsonValueKind.False => "flag",
            JsonValueKind.Number => "number",
            JsonValueKind.Array => "list",
            JsonValueKind.Object => "object",
            _ => json.GetString() switch
            {
                "" => "empty text",
                "None" or "n/a" or "-" or "." => "None, n/a or -",
                var text when NumberText().IsMatch(text!) => "number in a text",
                _ => "text",
            },
        };

    [GeneratedRegex(@"^-?\d+(\.\d+)?%?$")]
    private static partial Regex NumberText();
}
