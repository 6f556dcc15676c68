using System.Runtime.InteropServices;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.LocalRun.Replay;

RunOptions options;
try
{
    options = RunOptions.Parse(args, Environment.GetEnvironmentVariable("PORT"));
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync($"{e.Message}\n\n{RunOptions.Usage}");
    return 2;
}
if (options.Help)
{
    Console.WriteLine(RunOptions.Usage);
    return 0;
}

using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    // The second one is meant: leave at once, and the kernel signals the children.
    if (stop.IsCancellationRequested)
        Environment.Exit(130);
    signal.Cancel = true;
    Console.WriteLine("\nStopping ...");
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);

try
{
    var repository = Repository.Current;
    var recording = options.Replay is null ? null : RecordedMinutes.Read(options.Replay.Minutes);
    if (options.Replay?.Daily is { } daily)
        RecordedMinutes.CheckDaily(daily);
    using var runLock = RunLock.TryTake(repository.LocalFolder) ?? throw AlreadyRunning(repository);
    if (!FreePort.IsFree(options.Port))
        throw new LocalRunException($"Port {options.Port} of 127.0.0.1 is in use. Take another one: PORT={options.Port + 1} ./run");

    Console.WriteLine("Starting Investment Assistant");
    await using (var system = await LocalSystem.StartAsync(options, repository, recording, Console.Out, stop.Token))
    {
        Console.WriteLine(Banner.For(options, recording, system, repository));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var filling = system.ReportFillAsync(ended.Token);
        try
        {
            await system.KeepRunningAsync(stop.Token);
        }
        finally
        {
            await ended.CancelAsync();
            await filling;
        }
    }
    Console.WriteLine("Stopped.");
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.WriteLine("Stopped.");
    return 0;
}
catch (LocalRunException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (UnauthorizedAccessException e)
{
    await Console.Error.WriteLineAsync($"{e.Message} Was this folder last run by another account?");
    return 1;
}

static LocalRunException AlreadyRunning(Repository repository) =>
    new(
        new EndpointsFile(repository.LocalFolder).Read() is { } endpoints
            ? $"This folder runs already, at {endpoints.Api} (process {endpoints.Pid}). Stop that one first, or run a copy in "
                + "another folder."
            : "This folder is being started or stopped by another ./run. Wait for it, or run a copy in another folder."
    );
