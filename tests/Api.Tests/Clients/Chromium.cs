using System.Diagnostics;
using System.Globalization;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Processes;
using PuppeteerSharp;

namespace InvestmentAssistant.Api.Tests.Clients;

/// <summary>A headless Chromium with an empty profile, which ends with us, however we end.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    private readonly ChildProcess _process;
    private readonly string _profile;

    private Chromium(ChildProcess process, string profile, IBrowser browser) => (_process, _profile, Browser) = (process, profile, browser);

    public IBrowser Browser { get; }

    /// <summary>Where it is installed; null: nowhere.</summary>
    public static string? Program { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    public static async Task<Chromium> StartAsync(LocalServices services)
    {
        var profile = Directory.CreateTempSubdirectory("investment-assistant-chromium-").FullName;
        string[] command =
        [
            Program!,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-breakpad",
            $"--user-data-dir={profile}",
            "--remote-debugging-port=0",
            "about:blank",
        ];
        var process = await ChildProcess.StartAsync(new ChildSpec("chromium", command, services.Log("chromium")));
        var address = "";
        await Wait.Until(
            () => process.HasExited || (address = AddressIn(profile)) != "",
            TimeSpan.FromSeconds(60),
            "Chromium says where it listens"
        );
        Assert.False(process.HasExited, $"Chromium ended at its start; its log ends with:\n{process.LogTail()}");
        var browser = await Puppeteer.ConnectAsync(new ConnectOptions { BrowserWSEndpoint = address });
        return new Chromium(process, profile, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await _process.DisposeAsync();
        // Its renderers end when they miss it; one that does not is ended here.
        foreach (var id in Left())
            End(id);
        await Wait.Until(() => !Left().Any(), what: "all processes of Chromium are gone");
        Directory.Delete(_profile, recursive: true);
    }

    private static string AddressIn(string profile)
    {
        var file = Path.Combine(profile, "DevToolsActivePort");
        return File.Exists(file) && File.ReadAllLines(file) is [var port, { Length: > 0 } path] ? $"ws://127.0.0.1:{port}{path}" : "";
    }

    private static void End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private IEnumerable<int> Left()
    {
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && IsOurs(folder))
                yield return id;
        }
    }

    private bool IsOurs(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Contains(_profile, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
