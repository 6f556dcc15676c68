using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>Waiting for a condition, never for a time.</summary>
public static class Wait
{
    private static readonly TimeSpan Default = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns as soon as the condition holds; fails the test, naming it, when it does not in time (60 s by default).</summary>
    public static Task Until(
        Func<bool> condition,
        TimeSpan? timeout = null,
        [CallerArgumentExpression(nameof(condition))] string what = ""
    ) => Until(() => Task.FromResult(condition()), timeout, what);

    /// <inheritdoc cref="Until(Func{bool}, TimeSpan?, string)"/>
    public static async Task Until(
        Func<Task<bool>> condition,
        TimeSpan? timeout = null,
        [CallerArgumentExpression(nameof(condition))] string what = ""
    )
    {
        var limit = timeout ?? Default;
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > limit)
                Assert.Fail($"Not within {limit.TotalSeconds} s: {what}");
            await Task.Delay(Between, TestContext.Current.CancellationToken);
        }
    }
}
