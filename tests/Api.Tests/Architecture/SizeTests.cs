using System.Reflection;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Architecture;

/// <summary>How large a line, a file and a constructor may be. Each test first asserts that it looked at something.</summary>
public sealed partial class SizeTests
{
    /// <summary>Characters of a line.</summary>
    private const int Width = 140;

    /// <summary>Lines of a file.</summary>
    private const int Length = 300;

    /// <summary>Parameters of a constructor.</summary>
    private const int Parameters = 7;

    [Theory]
    [InlineData("src", 850)]
    [InlineData("tests", 310)]
    [InlineData("bench", 13)]
    [InlineData("samples", 8)]
    public void No_line_is_wider_than_140_characters_outside_raw_string_literals(string folder, int atLeast)
    {
        var sources = SourcesUnder(folder);
        Assert.True(sources.Count >= atLeast, $"{sources.Count} files in {folder}");

        var wide = sources
            .SelectMany(source =>
            {
                var raw = LinesOfRawStrings(source.Text);
                return Lines(source.Text)
                    .Select((line, number) => (Number: number + 1, line.Length))
                    .Where(l => l.Length > Width && !raw.Contains(l.Number))
                    .Select(l => $"{source.Name}:{l.Number} has {l.Length} characters");
            })
            .ToList();

        Assert.True(wide.Count == 0, string.Join("\n", wide));
    }

    [Theory]
    [InlineData("src", 850)]
    [InlineData("tests", 310)]
    [InlineData("bench", 13)]
    [InlineData("samples", 8)]
    public void No_file_is_longer_than_300_lines(string folder, int atLeast)
    {
        var sources = SourcesUnder(folder);
        Assert.True(sources.Count >= atLeast, $"{sources.Count} files in {folder}");

        var longer = sources
            .Select(source => (source.Name, Lines: Lines(source.Text).Length))
            .Where(l => l.Lines > Length)
            .Select(l => $"{l.Name} has {l.Lines} lines")
            .ToList();

        Assert.True(longer.Count == 0, string.Join("\n", longer));
    }

    [Fact]
    public void No_constructor_takes_more_than_7_parameters()
    {
        var constructors = typeof(AppRoles)
            .Assembly.GetTypes()
            .Where(t => t.IsClass && !IsRecord(t) && !t.Name.StartsWith('<'))
            .SelectMany(t => t.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .ToList();
        Assert.True(constructors.Count >= 600, $"{constructors.Count} constructors");

        var crowded = constructors
            .Where(c => c.GetParameters().Length > Parameters)
            .Select(c => $"{c.DeclaringType!.FullName} takes {c.GetParameters().Length}")
            .ToList();

        Assert.True(crowded.Count == 0, string.Join("\n", crowded));
    }

    [Fact]
    public void Only_the_lines_of_raw_strings_are_raw()
    {
        const string Quotes = "\"\"\"";
        var source = string.Join(
            '\n',
            "// A comment with " + Quotes,
            "var one = \"https://a.example\"; var two = @\"c:\\\";",
            "var three = $" + Quotes,
            "    a line of \"text\"",
            "    " + Quotes + ";",
            "var four = '\"';",
            "var five = " + Quotes + "{\"a\":1}" + Quotes + ";",
            "var six = 6;"
        );

        Assert.Equal([3, 4, 5, 7], LinesOfRawStrings(source).Order());
    }

    // The compiler gives every record class a clone method of this name.
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static List<(string Name, string Text)> SourcesUnder(string folder)
    {
        var root = Repository.Current.Root;
        return
        [
            .. Directory
                .GetFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
                .Select(f => (Path.GetRelativePath(root, f), File.ReadAllText(f))),
        ];
    }

    private static string[] Lines(string text) => text.TrimEnd('\n').Split('\n');

    /// <summary>Returns the numbers, from 1, of the lines on which a raw string literal starts, goes on or ends.</summary>
    private static HashSet<int> LinesOfRawStrings(string text) =>
        [
            .. Token()
                .Matches(text)
                .Where(m => m.Groups["raw"].Success)
                .SelectMany(m => Enumerable.Range(1 + text.AsSpan(0, m.Index).Count('\n'), 1 + m.ValueSpan.Count('\n'))),
        ];

    // What may hold quotes: a comment, a raw string, a verbatim string, a string, a character.
    [GeneratedRegex("""""//[^\n]*|(?<raw>(?<q>"{3,})(?s:.*?)\k<q>(?!"))|@\$?"(""|[^"])*"|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])*'""""")]
    private static partial Regex Token();
}
