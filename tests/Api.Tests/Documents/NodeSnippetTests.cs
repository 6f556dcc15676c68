using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Documents;

/// <summary>G3: the tour's lines for Node, run by Node against a real port.</summary>
[Collection(LongestFirst.Programs)]
public sealed class NodeSnippetTests(LocalServices services)
{
    [Fact]
    public async Task G3_the_tours_stream_in_Node_prints_a_snapshot_first()
    {
        var version = await NodeVersionAsync();
        Assert.SkipUnless(version >= 20, "Node is not installed.");
        var settings = new ApiSettings { Postgres = await services.NewDatabaseAsync(), Redis = (await services.RedisAsync()).Endpoint };
        await using var api = await ApiProcess.StartAsync(services, settings, new Dictionary<string, string> { ["ROLES"] = "api" });
        var script = string.Join('\n', Markdown.Tour.Block("js"))
            .Replace("127.0.0.1:8888", $"127.0.0.1:{api.Port}", StringComparison.Ordinal);
        Assert.Contains("WebSocket", script, StringComparison.Ordinal);

        // Node has the browser's WebSocket from version 22 on; 20 has it behind a flag.
        using var node = Start([.. version < 22 ? ["--experimental-websocket"] : Array.Empty<string>(), "--eval", script]);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
            limit.CancelAfter(TimeSpan.FromSeconds(60));
            string? line;
            do line = await node.StandardOutput.ReadLineAsync(limit.Token);
            while (line?.Contains("type:", StringComparison.Ordinal) == false);
            Assert.Contains("'snapshot'", line, StringComparison.Ordinal);
        }
        finally
        {
            node.Kill();
        }
    }

    /// <summary>The main number; 0 without Node.</summary>
    private static async Task<int> NodeVersionAsync()
    {
        try
        {
            using var node = Start(["--version"]);
            var text = await node.StandardOutput.ReadToEndAsync(Ct);
            return int.Parse(text.Trim().TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture);
        }
        catch (Win32Exception)
        {
            return 0;
        }
    }

    private static Process Start(IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true })!;
}
