using System.Diagnostics;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// Work without a waiting client: the jobs. Before each call to a provider it checks whether the process is overloaded, and waits while it
/// is, so that streams and answers keep their turn on a busy machine.
/// </summary>
public static class BackgroundWork
{
    /// <summary>An idle process starts a queued task within microseconds; at this delay everything else is late as well.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(15);

    /// <summary>The most that one call waits, so that the work goes on all the same.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    private static readonly AsyncLocal<bool> Marked = new();

    /// <summary>Marks what the current asynchronous method does from here to its end.</summary>
    public static void Begin() => Marked.Value = true;

    /// <summary>
    /// Returns at once unless this is background work and the process is late; then after ten times its delay, a quarter of a second at
    /// most.
    /// </summary>
    internal static async Task StepBackAsync(CancellationToken ct)
    {
        if (!Marked.Value)
            return;
        var delay = await QueueDelayAsync();
        if (delay > Late)
            await Task.Delay(delay * 10 < Longest ? delay * 10 : Longest, ct);
    }

    /// <summary>Measures the time that a task waits for its thread.</summary>
    private static async Task<TimeSpan> QueueDelayAsync()
    {
        var asked = Stopwatch.GetTimestamp();
        var turn = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        ThreadPool.UnsafeQueueUserWorkItem(
            static state => state.turn.SetResult(Stopwatch.GetElapsedTime(state.asked)),
            (turn, asked),
            preferLocal: false
        );
        return await turn.Task;
    }
}
