using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(InvestmentAssistant.Api.Tests.Fixture.LongestFirst))]

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>
/// Starts first what takes long, so that nothing waits for it at the end; all else follows in xunit's random order. Classes that start
/// replicas of their own are one collection, one after the other: more of them at once would leave two cores to nothing else.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>The collection of classes that start replicas.</summary>
    public const string Replicas = "replicas";

    private static readonly string[] s_longest = [nameof(Deployment.PublishTests), nameof(Resilience.PlantedSecretTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. DefaultTestCollectionOrderer.Instance.OrderTestCollections(testCollections).OrderByDescending(c => IsLong(c))];

    private static bool IsLong(ITestCollection collection) =>
        collection.TestCollectionDisplayName is Replicas
        || s_longest.Any(name => collection.TestCollectionDisplayName.Contains($".{name}", StringComparison.Ordinal));
}
