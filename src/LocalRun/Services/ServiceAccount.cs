using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using InvestmentAssistant.LocalRun.Processes;

namespace InvestmentAssistant.LocalRun.Services;

/// <summary>
/// PostgreSQL refuses to run as root. When we are root it runs as <c>postgres</c> (or <c>nobody</c>), which must be able to reach its data
/// folder; a clone under /root is closed to it, and the data then lives under /var/tmp.
/// </summary>
internal static class ServiceAccount
{
    /// <summary>The account for PostgreSQL, or null when our own will do.</summary>
    public static string? Name { get; } = Environment.IsPrivilegedProcess ? Choose() : null;

    /// <summary>
    /// Makes the folder ready for the account and returns it; where the account cannot reach it, a folder under /var/tmp named after it.
    /// </summary>
    public static async Task<string> PrepareFolderAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        if (Name is null || await GiveAsync(folder))
            return folder;
        var elsewhere = $"/var/tmp/investment-assistant-{Hash(folder)}";
        Directory.CreateDirectory(elsewhere);
        if (!await GiveAsync(elsewhere))
            throw new LocalRunException(
                $"PostgreSQL must not run as root, and the account '{Name}' can write neither {folder} nor {elsewhere}."
            );
        return elsewhere;
    }

    /// <summary>Makes the account the owner of a file that it must read.</summary>
    public static Task GiveFileAsync(string file, string account) => RunAsync("chown", account, file);

    private static async Task<bool> GiveAsync(string folder) =>
        await RunAsync("chown", Name!, folder)
        && await RunAsync("setpriv", "--reuid", Name!, "--regid", Name!, "--init-groups", "--", "test", "-w", folder);

    private static async Task<bool> RunAsync(params string[] command)
    {
        using var process = await ProcessStarter.StartAsync(
            new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true }
        );
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    private static string Choose() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
