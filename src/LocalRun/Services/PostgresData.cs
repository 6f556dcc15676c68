using System.Diagnostics;
using System.Security.Cryptography;
using InvestmentAssistant.LocalRun.Processes;

namespace InvestmentAssistant.LocalRun.Services;

/// <summary>The data folder of a private PostgreSQL while no server of ours runs on it.</summary>
internal static class PostgresData
{
    /// <summary>Makes the folder, with a password of its own for the user.</summary>
    public static async Task InitializeAsync(string user, string binaries, string data, string passwordFile, string logFile)
    {
        // A folder without PG_VERSION is what an interrupted initdb leaves; initdb refuses it.
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        await File.WriteAllTextAsync(passwordFile, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(passwordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (ServiceAccount.Name is { } account)
            await ServiceAccount.GiveFileAsync(passwordFile, account);
        var initdb = await ChildProcess.StartAsync(
            new ChildSpec(
                "initdb",
                [
                    Path.Combine(binaries, "initdb"),
                    "-D",
                    data,
                    "--username",
                    user,
                    "--pwfile",
                    passwordFile,
                    "--auth",
                    "scram-sha-256",
                    "--encoding",
                    "UTF8",
                    "--locale",
                    "C.UTF-8",
                    "--no-sync",
                ],
                Path.ChangeExtension(logFile, ".initdb.log")
            )
            {
                RunAs = ServiceAccount.Name,
            }
        );
        await using (initdb)
        {
            await initdb.Exited;
            if (initdb.ExitCode is not 0)
                throw new LocalRunException($"initdb failed; its log ({initdb.LogFile}) ends with:\n{initdb.LogTail()}");
        }
    }

    /// <summary>A server whose parent was killed may still be shutting down: wait for it, so that two never share a folder.</summary>
    public static async Task EndLeftoverAsync(string data)
    {
        var pidFile = Path.Combine(data, "postmaster.pid");
        if (
            !File.Exists(pidFile)
            || !int.TryParse((await File.ReadAllLinesAsync(pidFile)).FirstOrDefault(), out var pid)
            || !IsServerOf(pid, data)
        )
            return;
        foreach (var signal in (Signal[])[Signal.Interrupt, Signal.Quit, Signal.Kill])
        {
            SignalSender.Send(pid, signal);
            for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(10); )
            {
                if (!IsServerOf(pid, data))
                    return;
                await Task.Delay(50);
            }
        }
    }

    private static bool IsServerOf(int pid, string data)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Split('\0').Contains(data);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
