using System.ComponentModel;
using System.Diagnostics;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;

namespace InvestmentAssistant.Api.Tests.Clients.Shipped;

/// <summary>
/// What the clients in other languages are compiled and run with. <c>./test</c> installs it; where it cannot be had, a test is skipped and
/// says what is missing.
/// </summary>
internal static class ClientTools
{
    private static readonly Lazy<Task<string?>> Compiled = new(CompileAsync);
    private static readonly Lazy<Task<string?>> Imported = new(ImportAsync);

    public static string TypeScript { get; } = Path.Combine(Repository.Current.Root, "clients", "typescript");

    public static string Python { get; } = Path.Combine(Repository.Current.Root, "clients", "python");

    public static string Sample { get; } =
        Path.Combine(
            Repository.Current.Root,
            "samples",
            "csharp",
            "FollowPrices",
            Path.GetRelativePath(Path.Combine(Repository.Current.Root, "tests", "Api.Tests"), AppContext.BaseDirectory),
            "FollowPrices.dll"
        );

    /// <summary>Debian's: its packages are the only ones, and another Python on the path has none of them.</summary>
    private static string PythonCommand { get; } = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>Node with a compiled TypeScript client; skips the test without it.</summary>
    public static async Task NeedNodeAsync() => SkipWhen(await Compiled.Value);

    /// <summary>Python with what its client needs; skips the test without it.</summary>
    public static async Task NeedPythonAsync() => SkipWhen(await Imported.Value);

    /// <summary>Runs Node in the folder of the TypeScript client.</summary>
    public static Task<(int Code, string Output)> NodeAsync(params IEnumerable<string> arguments) =>
        RunAsync("node", TypeScript, arguments);

    /// <summary>Runs Python in the folder of its client, which it can import.</summary>
    public static Task<(int Code, string Output)> PythonAsync(params IEnumerable<string> arguments) =>
        RunAsync(PythonCommand, Python, arguments);

    /// <summary>How each client is started as a program that follows a board and speaks JSON lines.</summary>
    public static IReadOnlyList<(string Name, ProcessStartInfo Start)> Followers(params IReadOnlyList<string> arguments) =>
        [
            ("TypeScript", Info("node", TypeScript, ["build/tools/follow.js", .. arguments])),
            ("Python", Info(PythonCommand, Python, ["tools/follow.py", .. arguments])),
            ("C#", Info(DotnetHost.Path, Repository.Current.Root, [Sample, "--lines", .. arguments])),
        ];

    /// <summary>How the examples of docs/clients.md are started, with the address of an API in place of the one of <c>./run</c>.</summary>
    public static async Task<IReadOnlyList<(string Name, ProcessStartInfo Start)>> ExamplesAsync(int port)
    {
        string At(string text) => text.Replace("127.0.0.1:8888", $"127.0.0.1:{port}", StringComparison.Ordinal);
        var compiled = Path.Combine(TypeScript, "build", "examples");
        var here = Path.Combine(compiled, $"live-price-{port}.js");
        await File.WriteAllTextAsync(here, At(await File.ReadAllTextAsync(Path.Combine(compiled, "live-price.js"), Ct)), Ct);
        var python = At(await File.ReadAllTextAsync(Path.Combine(Python, "examples", "live_price.py"), Ct));
        // Node has the browser's WebSocket from version 22 on; 20 has it behind a flag.
        string[] flag = (await NodeAsync("--version")).Output.StartsWith("v20.", StringComparison.Ordinal)
            ? ["--experimental-websocket", "--no-warnings"]
            : [];
        return
        [
            ("TypeScript", Info("node", TypeScript, [.. flag, here])),
            ("Python", Info(PythonCommand, Python, ["-c", python])),
            ("C#", Info(DotnetHost.Path, Repository.Current.Root, [Sample, $"http://127.0.0.1:{port}", "AAPL,MSFT"])),
        ];
    }

    private static void SkipWhen(string? missing) => Assert.SkipWhen(missing is not null, missing ?? "");

    private static async Task<string?> CompileAsync()
    {
        try
        {
            if ((await NodeAsync("--version")).Code != 0 || !Directory.Exists(Path.Combine(TypeScript, "node_modules", "typescript")))
                return "The TypeScript client is not tested: npm ci in clients/typescript was not possible.";
        }
        catch (Win32Exception)
        {
            return "The TypeScript client is not tested: Node is not installed.";
        }
        var (code, output) = await NodeAsync("node_modules/typescript/bin/tsc", "-p", "tsconfig.json");
        return code == 0 ? null : throw new InvalidOperationException($"The TypeScript client does not compile:\n{output}");
    }

    private static async Task<string?> ImportAsync()
    {
        try
        {
            return (await PythonAsync("-c", "import httpx, websockets")).Code == 0
                ? null
                : "The Python client is not tested: python3-httpx and python3-websockets are not installed.";
        }
        catch (Win32Exception)
        {
            return "The Python client is not tested: Python is not installed.";
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string command, string folder, IEnumerable<string> arguments)
    {
        using var process = await ProcessStarter.StartAsync(Info(command, folder, arguments));
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output + await errors);
    }

    private static ProcessStartInfo Info(string command, string folder, IEnumerable<string> arguments) =>
        new(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PYTHONPATH"] = Path.Combine(Python, "src"), ["PYTHONDONTWRITEBYTECODE"] = "1" },
        };
}
