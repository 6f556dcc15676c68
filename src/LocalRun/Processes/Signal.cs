using System.Runtime.InteropServices;

namespace InvestmentAssistant.LocalRun.Processes;

/// <summary>The POSIX signals that end the services here, each in its own polite way.</summary>
public enum Signal
{
    /// <summary>PostgreSQL: "fast" shutdown, open transactions are rolled back and a checkpoint is written.</summary>
    Interrupt = 2,

    /// <summary>PostgreSQL: "immediate" shutdown, recovery at the next start.</summary>
    Quit = 3,

    /// <summary>Not to be caught.</summary>
    Kill = 9,

    /// <summary>The usual request to end.</summary>
    Terminate = 15,
}

internal static class SignalSender
{
    /// <summary>As kill(1) and setpriv(1) call it.</summary>
    public static string ShellName(this Signal signal) =>
        signal switch
        {
            Signal.Interrupt => "INT",
            Signal.Quit => "QUIT",
            Signal.Kill => "KILL",
            _ => "TERM",
        };

    /// <summary>Sends a signal; false when the process is gone already.</summary>
    public static bool Send(int processId, Signal signal) => Kill(processId, (int)signal) == 0;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
