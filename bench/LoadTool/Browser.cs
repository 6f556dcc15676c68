using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InvestmentAssistant.Bench;

/// <summary>A headless Chromium of our own, spoken to over its DevTools protocol.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private int _lastId;

    private Browser(Process process, string profile) => (_process, _profile) = (process, profile);

    public static async Task<Browser> StartAsync(CancellationToken ct)
    {
        var profile = Directory.CreateTempSubdirectory("page-cost").FullName;
        var start = new ProcessStartInfo("chromium") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (
            var option in (ReadOnlySpan<string>)
                [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--window-size=1600,1000",
                    "--remote-debugging-port=0",
                    $"--user-data-dir={profile}",
                    "about:blank",
                ]
        )
            start.ArgumentList.Add(option);
        var browser = new Browser(Process.Start(start)!, profile);
        const string Said = "DevTools listening on ";
        string? line;
        do line = await browser._process.StandardError.ReadLineAsync(ct)
            ?? throw new InvalidOperationException("chromium ended before it listened.");
        while (!line.StartsWith(Said, StringComparison.Ordinal));
        // Its log is of no use here, and a full pipe would stop it.
        _ = browser._process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        await browser._socket.ConnectAsync(new Uri(line[Said.Length..]), ct);
        return browser;
    }

    /// <summary>Asks and returns the result; events that come first go to <paramref name="seen"/>.</summary>
    public async Task<JsonObject> AskAsync(
        string method,
        JsonObject? parameters,
        string? session,
        Action<JsonObject>? seen,
        CancellationToken ct
    )
    {
        var id = ++_lastId;
        var call = new JsonObject
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters ?? [],
        };
        if (session is not null)
            call["sessionId"] = session;
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(call), WebSocketMessageType.Text, true, ct);
        while (true)
        {
            var message = await NextAsync(ct);
            if (message["id"]?.GetValue<int>() != id)
                seen?.Invoke(message);
            else if (message["error"] is { } error)
                throw new InvalidOperationException($"{method}: {error}");
            else
                return message["result"]!.AsObject();
        }
    }

    /// <summary>Reads events until the named one, which it leaves out.</summary>
    public async Task UntilAsync(string method, Action<JsonObject> seen, CancellationToken ct)
    {
        while (await NextAsync(ct) is var message && message["method"]?.GetValue<string>() != method)
            seen(message);
    }

    private async Task<JsonObject> NextAsync(CancellationToken ct)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        ValueWebSocketReceiveResult got;
        do
        {
            got = await _socket.ReceiveAsync(buffer.AsMemory(), ct);
            whole.Write(buffer.AsSpan(0, got.Count));
        } while (!got.EndOfMessage);
        return JsonNode.Parse(whole.GetBuffer().AsSpan(0, (int)whole.Length))!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_profile, recursive: true);
    }
}
