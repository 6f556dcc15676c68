using System.Text.RegularExpressions;
using FastEndpoints;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NetArchTest.Rules;

namespace InvestmentAssistant.Api.Tests.Architecture;

/// <summary>The rules of the house. Each first asserts that it looked at something.</summary>
public sealed partial class HouseRulesTests(ApiHost api) : IClassFixture<ApiHost>
{
    private const string Root = "InvestmentAssistant.Api";
    private static readonly System.Reflection.Assembly Api = typeof(AppRoles).Assembly;

    private static readonly string[] Features =
    [
        .. Api.GetTypes().Select(t => FeatureOf(t.FullName)).OfType<string>().Distinct().Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void A_feature_references_no_other_feature_but_the_streams_public_contract()
    {
        Assert.True(Features.Length >= 19, string.Join(", ", Features));
        foreach (var feature in Features)
        {
            // The trailing dot keeps Crypto apart from CryptoDetails.
            var others = Types
                .InAssembly(Api)
                .That()
                .ResideInNamespaceStartingWith($"{Root}.Features.")
                .GetTypes()
                .Select(t => t.FullName!)
                .Where(name =>
                    FeatureOf(name) is { } other
                    && other != feature
                    && !name.StartsWith(Root + ".Features.Streaming.Topics.", StringComparison.Ordinal)
                )
                .ToArray();
            var own = Types.InAssembly(Api).That().ResideInNamespaceMatching($@"^InvestmentAssistant\.Api\.Features\.{feature}(\.|$)");
            Assert.NotEmpty(own.GetTypes());

            var result = own.ShouldNot().HaveDependencyOnAny(others).GetResult();

            Assert.True(result.IsSuccessful, $"{feature}: {string.Join(", ", result.FailingTypeNames ?? [])}");
        }
    }

    [Fact]
    public void Every_feature_that_serves_something_has_exactly_one_door()
    {
        var doors = FeatureDoors.Open([Api]).Select(d => FeatureOf(d.GetType().FullName)).ToList();
        var serving = Api.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IEndpoint)) && !t.IsAbstract)
            .Select(t => FeatureOf(t.FullName))
            .OfType<string>()
            .ToHashSet();

        Assert.NotEmpty(doors);
        Assert.NotEmpty(serving);
        Assert.DoesNotContain(null, doors);
        Assert.Equal(doors.Count, doors.Distinct().Count());
        Assert.Empty(serving.Except(doors.OfType<string>()));
    }

    [Fact]
    public void Every_endpoint_with_a_request_has_a_validator_and_every_one_a_summary_and_a_tag()
    {
        var endpoints = api
            .Host.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Select(e =>
                (Definition: e.Metadata.GetMetadata<EndpointDefinition>()!, Tags: e.Metadata.GetMetadata<ITagsMetadata>()?.Tags)
            )
            .Where(e => e.Definition is not null)
            .ToList();
        Assert.True(endpoints.Count >= 164, $"{endpoints.Count} endpoints");

        var faults = endpoints
            .SelectMany(e => FaultsOf(e.Definition, e.Tags).Select(f => $"{e.Definition.EndpointType.Name}: {f}"))
            .Distinct()
            .ToList();

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static IEnumerable<string> FaultsOf(EndpointDefinition endpoint, IReadOnlyList<string>? tags)
    {
        if (string.IsNullOrWhiteSpace(endpoint.EndpointSummary?.Summary))
            yield return "no summary";
        if (string.IsNullOrWhiteSpace(endpoint.EndpointSummary?.Description))
            yield return "no description";
        if (tags is not [_, ..])
            yield return "no tag";
        if (endpoint.ReqDtoType != typeof(EmptyRequest) && endpoint.ValidatorType is null)
            yield return "a request without a validator";
    }

    [Fact]
    public void Classes_are_sealed_unless_they_are_made_to_be_inherited()
    {
        var types = Types
            .InAssembly(Api)
            .That()
            .AreClasses()
            .And()
            .ResideInNamespaceStartingWith(Root)
            .GetTypes()
            .Where(t => t is { IsAbstract: false, IsNested: false } && !t.Name.StartsWith('<'))
            .ToList();
        Assert.NotEmpty(types);
        var inherited = types
            .Select(t => t.BaseType)
            .OfType<Type>()
            .Select(t => t.IsGenericType ? t.GetGenericTypeDefinition() : t)
            .ToHashSet();

        Assert.Empty(types.Where(t => !t.IsSealed && !inherited.Contains(t)).Select(t => t.FullName));
    }

    [Theory]
    [InlineData(@"\.GetAwaiter\(\)\.GetResult\(\)|\)\.Result\b(?!s)|\.Wait\(\)", "blocks a thread on a task")]
    [InlineData(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b", "reads the wall clock instead of IClock")]
    [InlineData(@"\bnew HttpClient\(", "makes an HttpClient of its own")]
    [InlineData(@"\b(TODO|FIXME|HACK)\b|NotImplementedException", "is not finished")]
    [InlineData(@"\basync void\b", "starts what nobody awaits")]
    public void The_source_never_does(string pattern, string what)
    {
        var folder = Repository.Current.ApiFolder;
        var files = Directory
            .GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .ToList();
        Assert.True(files.Count >= 700, $"{files.Count} files in {folder}");

        // A result that was seen to be there two lines above is taken, not waited for.
        var faults = files
            .Select(file => (File: file, Lines: File.ReadAllLines(file)))
            .SelectMany(source =>
                source
                    .Lines.Select((line, number) => (line, number, source.File))
                    .Where(l => !l.line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(l.line, pattern))
                    .Where(l =>
                        !source
                            .Lines[Math.Max(0, l.number - 2)..l.number]
                            .Any(before => before.Contains(".IsCompletedSuccessfully)", StringComparison.Ordinal))
                    )
                    .Select(l => $"{Path.GetRelativePath(folder, l.File)}:{l.number + 1} {what}: {l.line.Trim()}")
            )
            .ToList();

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Theory]
    [InlineData("\"Asia/Seoul\"", "SeoulDay.cs")]
    [InlineData("\"America/New_York\"", "MarketCalendar.cs")]
    public void A_time_zone_is_named_in_one_place(string zone, string place)
    {
        var named = new[] { Repository.Current.ApiFolder, Path.Combine(Repository.Current.ApiFolder, "..", "MarketTime") }
            .SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f).Contains(zone, StringComparison.Ordinal))
            .Select(Path.GetFileName);

        Assert.Equal([place], named);
    }

    private static string? FeatureOf(string? fullName) =>
        fullName is not null && Feature().Match(fullName) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^InvestmentAssistant\.Api\.Features\.([A-Za-z0-9]+)[.+]")]
    private static partial Regex Feature();
}
