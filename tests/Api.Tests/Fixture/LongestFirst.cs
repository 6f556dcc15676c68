using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(InvestmentAssistant.Api.Tests.Fixture.LongestFirst))]

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>
/// Starts the two classes first that take half of the suite's time each, so that nothing waits for them at the end; all others follow in
/// xunit's random order. More than two at once would leave two cores to nothing else.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] s_longest = [nameof(Deployment.PublishTests), nameof(Resilience.PlantedSecretTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. DefaultTestCollectionOrderer.Instance.OrderTestCollections(testCollections).OrderByDescending(c => IsLong(c))];

    private static bool IsLong(ITestCollection collection) =>
        s_longest.Any(name => collection.TestCollectionDisplayName.Contains($".{name}", StringComparison.Ordinal));
}
