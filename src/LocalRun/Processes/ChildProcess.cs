using System.Diagnostics;

namespace InvestmentAssistant.LocalRun.Processes;

/// <summary>What to start.</summary>
/// <param name="Name">Short name for messages: "postgres", "api".</param>
/// <param name="Command">Program and arguments.</param>
/// <param name="LogFile">Where its output goes; the log of the start before is kept as <c>.1</c>.</param>
public sealed record ChildSpec(string Name, IReadOnlyList<string> Command, string LogFile)
{
    /// <summary>Variables set for the child.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of inherited variables that the child must not see (settings of another installation).</summary>
    public Func<string, bool> HideVariable { get; init; } = static _ => false;

    /// <summary>Whether its output is added to the log that is there, as after a failure within one run.</summary>
    public bool KeepsLog { get; init; }

    /// <summary>Folder it starts in.</summary>
    public string? WorkingFolder { get; init; }

    /// <summary>Account to run as, when not the caller's own (see <see cref="Services.ServiceAccount"/>).</summary>
    public string? RunAs { get; init; }

    /// <summary>The signal that asks it to end.</summary>
    public Signal StopSignal { get; init; } = Signal.Terminate;

    /// <summary>What it gets from the kernel when this process dies without stopping it: the next start must find the ports free.</summary>
    public Signal OrphanSignal { get; init; } = Signal.Kill;
}

/// <summary>
/// A child in a session of its own (Ctrl-C at the terminal reaches only us, and we stop the children in order), whose output goes straight
/// to its log file, and which is signalled by the kernel when this process dies, even by kill -9.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly ChildSpec _spec;
    private readonly Process _process;

    private ChildProcess(ChildSpec spec, Process process)
    {
        _spec = spec;
        _process = process;
        Exited = process.WaitForExitAsync();
    }

    public int Id => _process.Id;

    public string Name => _spec.Name;

    public string LogFile => _spec.LogFile;

    public bool HasExited => _process.HasExited;

    /// <summary>The exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Completes when the process has ended, for whatever reason.</summary>
    public Task Exited { get; }

    public static async Task<ChildProcess> StartAsync(ChildSpec spec)
    {
        var info = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, WorkingDirectory = spec.WorkingFolder ?? "/" };
        // exec all the way: the process we know is the service itself, with no shell or pipe of ours in between.
        string[] prefix = ["-c", """log=$1; shift; exec "$@" >>"$log" 2>&1 </dev/null""", "sh", spec.LogFile, "setsid", "setpriv"];
        string[] account = spec.RunAs is null ? [] : ["--reuid", spec.RunAs, "--regid", spec.RunAs, "--init-groups"];
        string[] parentDeath = ["--pdeathsig", spec.OrphanSignal.ShellName(), "--"];
        foreach (var argument in (IEnumerable<string>)[.. prefix, .. account, .. parentDeath, .. spec.Command])
            info.ArgumentList.Add(argument);

        foreach (var hidden in info.Environment.Keys.Where(spec.HideVariable).ToList())
            info.Environment.Remove(hidden);
        foreach (var (name, value) in spec.Environment)
            info.Environment[name] = value;

        Directory.CreateDirectory(Path.GetDirectoryName(spec.LogFile)!);
        if (!spec.KeepsLog && File.Exists(spec.LogFile))
            File.Move(spec.LogFile, spec.LogFile + ".1", overwrite: true);
        return new ChildProcess(spec, await ProcessStarter.StartAsync(info));
    }

    /// <summary>Sends a signal of the caller's choice; nothing happens when the process has ended.</summary>
    public void Send(Signal signal)
    {
        if (!_process.HasExited)
            SignalSender.Send(_process.Id, signal);
    }

    /// <summary>Asks it to end, waits for the grace time, then kills it. Returns when it is gone.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        Send(_spec.StopSignal);
        try
        {
            await Exited.WaitAsync(grace);
        }
        catch (TimeoutException)
        {
            Send(Signal.Kill);
            await Exited;
        }
    }

    /// <summary>The last lines of its log, for an error message.</summary>
    public string LogTail(int lines = 15)
    {
        try
        {
            return string.Join('\n', File.ReadLines(LogFile).TakeLast(lines).Select(line => "    " + line));
        }
        catch (IOException)
        {
            return "    (no log)";
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.FromSeconds(10));
        _process.Dispose();
    }
}
