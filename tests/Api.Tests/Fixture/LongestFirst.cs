using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(InvestmentAssistant.Api.Tests.Fixture.LongestFirst))]

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>
/// Starts first what takes long, so that nothing waits for it at the end; all else follows in xunit's random order. Classes that start
/// whole programs (API processes, <c>./run</c>, browsers, builds) are one collection, one after the other: several of them at once would
/// leave two cores to nothing else, and every time limit would be a race.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>The collection of classes that start whole programs.</summary>
    public const string Programs = "programs";

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [
            .. DefaultTestCollectionOrderer
                .Instance.OrderTestCollections(testCollections)
                .OrderByDescending(c => c.TestCollectionDisplayName is Programs),
        ];
}
