using System.Globalization;

namespace InvestmentAssistant.LocalRun.Processes;

/// <summary>
/// Keeps one part of a run alive: starts it again after it has ended, with pauses that double from 1 s to 30 s and begin at 1 s again after
/// a minute of life, and says so. Gives up after five starts in a row that failed.
/// </summary>
/// <param name="name">What the terminal calls the part: "Redis".</param>
/// <param name="output">Where it says what happens, one line each.</param>
/// <param name="time">For pauses and the length of a life.</param>
internal sealed class Supervisor(string name, TextWriter output, TimeProvider time)
{
    private const int Attempts = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongLife = TimeSpan.FromMinutes(1);

    /// <summary>Watches the process and starts it again and again. Returns when cancelled.</summary>
    /// <param name="current">The process that was started last.</param>
    /// <param name="start">
    /// Starts it on the address it had; returns when it answers, throws <see cref="LocalRunException"/> otherwise.
    /// </param>
    /// <param name="stop">Ends the watch; the process itself goes on.</param>
    /// <exception cref="LocalRunException">Five starts in a row failed: the message has the end of the log.</exception>
    public async Task KeepAsync(Func<ChildProcess> current, Func<CancellationToken, Task> start, CancellationToken stop)
    {
        try
        {
            var pause = FirstPause;
            for (var began = time.GetTimestamp(); ; )
            {
                var process = current();
                await process.Exited.WaitAsync(stop);
                if (time.GetElapsedTime(began) >= LongLife)
                    pause = FirstPause;
                await SayAsync($"has ended (exit code {process.ExitCode}); it starts again in {Seconds(pause)}. Log: {process.LogFile}");
                (began, pause) = await StartAgainAsync(start, pause, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private async Task<(long Began, TimeSpan Pause)> StartAgainAsync(
        Func<CancellationToken, Task> start,
        TimeSpan pause,
        CancellationToken stop
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            await Task.Delay(pause, time, stop);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
            var began = time.GetTimestamp();
            try
            {
                await start(stop);
                await SayAsync("runs again.");
                return (began, pause);
            }
            catch (LocalRunException e) when (attempt < Attempts)
            {
                await SayAsync($"did not start, attempt {attempt} of {Attempts}; the next one in {Seconds(pause)}. {FirstLine(e.Message)}");
            }
            catch (LocalRunException e)
            {
                throw new LocalRunException($"{name} could not be started {Attempts} times in a row, so everything stops. {e.Message}", e);
            }
        }
    }

    private Task SayAsync(string words) => output.WriteLineAsync($"  {name, -11} {words}");

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s");

    /// <summary>Without the log's end, which would be repeated with every attempt.</summary>
    private static string FirstLine(string message) => message.Split('\n')[0].Replace(" ends with:", "", StringComparison.Ordinal);
}
