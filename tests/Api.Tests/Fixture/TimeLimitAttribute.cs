using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

[assembly: InvestmentAssistant.Api.Tests.Fixture.TimeLimit]

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>
/// Cancels a test that takes longer than any should: one that hangs fails under its own name, instead of holding up the whole run.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class TimeLimitAttribute : BeforeAfterTestAttribute
{
    /// <summary>More than the shared host takes to fill on a machine that is busy with other work.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, Timer> _timers = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var context = TestContext.Current;
        _timers[test.UniqueID] = new Timer(_ => context.CancelCurrentTest(), null, s_limit, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc />
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (_timers.TryRemove(test.UniqueID, out var timer))
            timer.Dispose();
    }
}
