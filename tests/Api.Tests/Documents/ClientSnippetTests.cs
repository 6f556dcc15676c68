using InvestmentAssistant.Api.Tests.Clients.Shipped;

namespace InvestmentAssistant.Api.Tests.Documents;

/// <summary>
/// The lines of docs/clients.md are those of the examples, which are compiled with the clients and run by ClientsThroughFaultsTests.
/// </summary>
public sealed class ClientSnippetTests
{
    private static readonly Markdown s_clients = Markdown.All.Single(d => d.Path == "docs/clients.md");

    [Fact]
    public void The_TypeScript_lines_are_the_example() =>
        Assert.Equal(
            Lines(ClientTools.TypeScript, "examples", "live-price.ts"),
            s_clients.Block("ts").Select(l => l.Replace("'investment-assistant-client'", "'../src/index.js'", StringComparison.Ordinal))
        );

    [Fact]
    public void The_Python_lines_are_the_example() =>
        Assert.Equal(Lines(ClientTools.Python, "examples", "live_price.py"), s_clients.Block("python"));

    [Fact]
    public void The_CSharp_lines_are_in_the_sample()
    {
        var lines = s_clients.Block("csharp").Select(l => l.Trim()).ToList();
        Assert.NotEmpty(lines);

        Assert.Contains(
            string.Join('\n', lines),
            string.Join('\n', Lines(Markdown.Root, "samples", "csharp", "FollowPrices", "LivePrice.cs").Select(l => l.Trim())),
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> Lines(params string[] path) => File.ReadLines(Path.Combine(path)).Where(l => l.Length > 0);
}
