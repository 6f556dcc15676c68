using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.LocalRun;
using NetArchTest.Rules;

namespace InvestmentAssistant.Api.Tests.Architecture;

/// <summary>
/// The layers: MarketTime, Platform, Domain, Features; each knows those before it and none after it. Each test first asserts that it looked
/// at something.
/// </summary>
public sealed partial class LayersTests
{
    private const string Root = "InvestmentAssistant.Api";
    private static readonly System.Reflection.Assembly Api = typeof(AppRoles).Assembly;

    [Fact]
    public void Every_type_belongs_to_a_layer()
    {
        var types = Api.GetTypes()
            .Where(t => t is { IsNested: false, Namespace: not null } && t.Namespace.StartsWith(Root, StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(types);

        // Program, and what generators write under the assembly's own name, have no layer.
        Assert.DoesNotContain(types, t =>
            !Layer().IsMatch(t.FullName!) && !t.Namespace!.StartsWith(Root + ".Generated", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_market_time_library_knows_nothing_of_ours() =>
        Assert.DoesNotContain(typeof(MarketCalendar).Assembly.GetReferencedAssemblies(), a =>
            a.Name is "Api" or "MarketSimulator" or "LocalRun"
        );

    [Theory]
    [InlineData("Platform", "Domain")]
    [InlineData("Platform", "Features")]
    [InlineData("Domain", "Features")]
    public void A_layer_never_references_one_above_it(string lower, string upper)
    {
        var types = Types.InAssembly(Api).That().ResideInNamespaceStartingWith($"{Root}.{lower}.");
        Assert.NotEmpty(types.GetTypes());

        var result = types.ShouldNot().HaveDependencyOnAny(TypesUnder(upper)).GetResult();

        Assert.True(result.IsSuccessful, string.Join("\n", result.FailingTypeNames ?? []));
    }

    [Theory]
    [InlineData("Platform")]
    [InlineData("Domain")]
    public void The_folders_of_a_layer_have_no_circle(string layer)
    {
        var folders = Api.GetTypes()
            .Select(t => Regex.Match(t.FullName!, $@"^InvestmentAssistant\.Api\.{layer}\.([A-Za-z0-9]+)\."))
            .Where(m => m.Success)
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .ToList();
        Assert.True(folders.Count >= 8, string.Join(", ", folders));
        var typesOf = folders.ToDictionary(f => f, f => TypesUnder($"{layer}.{f}"));
        var needs = folders.ToDictionary(
            f => f,
            f =>
                folders
                    .Where(other =>
                        other != f
                        && Types
                            .InAssembly(Api)
                            .That()
                            .ResideInNamespaceMatching($@"^InvestmentAssistant\.Api\.{layer}\.{f}(\.|$)")
                            .And()
                            .HaveDependencyOnAny(typesOf[other])
                            .GetTypes()
                            .Any()
                    )
                    .ToHashSet()
        );

        // Take away what needs nothing that is left; a circle stays.
        while (needs.FirstOrDefault(n => n.Value.Count == 0).Key is { } free)
        {
            needs.Remove(free);
            foreach (var left in needs.Values)
                left.Remove(free);
        }

        Assert.True(needs.Count == 0, string.Join("\n", needs.Select(n => $"{n.Key} needs {string.Join(", ", n.Value)}")));
    }

    [Theory]
    [InlineData("\"(crypto|sp500|etf)\"", "names a topic")]
    [InlineData("\"(finnhub|bithumb|wikipedia|newsapi|alphavantage|coingecko|truthsocial)\"", "names a provider")]
    [InlineData(@"\p{IsHangulSyllables}", "has a word in a human language")]
    public void The_platform_never(string pattern, string what)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Current.ApiFolder, "Platform"), "*.cs", SearchOption.AllDirectories);
        Assert.True(files.Length > 100, $"{files.Length} files");

        var faults = files
            .SelectMany(f =>
                File.ReadLines(f)
                    .Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(l, pattern))
                    .Select(l => $"{Path.GetFileName(f)} {what}: {l.Trim()}")
            )
            .ToList();

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static string[] TypesUnder(string folder) =>
        [
            .. Api.GetTypes()
                .Where(t => t.FullName!.StartsWith($"{Root}.{folder}.", StringComparison.Ordinal))
                .Select(t => t.FullName!.Replace('+', '/')),
        ];

    [GeneratedRegex(@"^InvestmentAssistant\.Api\.(Platform|Domain|Features)\.")]
    private static partial Regex Layer();
}
