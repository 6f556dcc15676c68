using System.Collections.Concurrent;
using System.Diagnostics;

namespace InvestmentAssistant.LocalRun.Processes;

/// <summary>
/// Starts all children from one thread that lives as long as this process. Linux sends a child its "parent died" signal when the
/// <em>thread</em> that forked it ends; a thread of the pool may end at any time, this one ends only with the process, even by kill -9.
/// </summary>
internal static class ProcessStarter
{
    private static readonly BlockingCollection<Action> Work = Begin();

    public static Task<Process> StartAsync(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(info)!);
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task;
    }

    private static BlockingCollection<Action> Begin()
    {
        var work = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var action in work.GetConsumingEnumerable())
                action();
        })
        {
            IsBackground = true,
            Name = "process starter",
        }.Start();
        return work;
    }
}
