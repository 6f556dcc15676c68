using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Processes;

namespace InvestmentAssistant.Api.Tests.Clients.Shipped;

/// <summary>A client as a process: what its stream went through, and its board on demand.</summary>
internal sealed class FollowingProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = [];
    private readonly Task _reading;
    private JsonElement? _answer;
    private bool _isFirst;

    private FollowingProgram(string name, Process process)
    {
        (Name, _process) = (name, process);
        _reading = ReadAsync();
        process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
    }

    /// <summary>Language and what it follows.</summary>
    public string Name { get; }

    /// <summary>Connections that came about.</summary>
    public int Opened { get; private set; }

    /// <summary>Connections that began with what was missed, and not with a snapshot.</summary>
    public int Resumed { get; private set; }

    /// <summary>Connections given up because nothing came, not even a heartbeat.</summary>
    public int Silent { get; private set; }

    /// <summary>Connections that the server closed because it stops (1001).</summary>
    public int SentAway { get; private set; }

    /// <summary>Times that prices were said to be old ...</summary>
    public int Stale { get; private set; }

    /// <summary>... and to be those of now again.</summary>
    public int Recovered { get; private set; }

    public int Snapshots { get; private set; }

    public int Batches { get; private set; }

    /// <summary>The price of the traced stock as its board has it, USD; 0 before the first.</summary>
    public decimal Price { get; private set; }

    /// <summary>What it wrote to standard error, and whether it has ended.</summary>
    public string Complaint => string.Join('\n', _errors.Where(e => e.Length > 0)) + (_process.HasExited ? " (ended)" : "");

    public static async Task<FollowingProgram> StartAsync(string name, ProcessStartInfo start) =>
        new(name, await ProcessStarter.StartAsync(start));

    /// <summary>Asks it for <c>board</c> or <c>quote</c>.</summary>
    public async Task<JsonElement> AskAsync(string line)
    {
        _answer = null;
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync(Ct);
        await Wait.Until(() => _answer is not null || _process.HasExited, TimeSpan.FromSeconds(60), $"{Name} answers {line}");
        return _answer ?? throw new InvalidOperationException($"{Name} has ended: {Complaint}");
    }

    /// <summary>Ends its input and returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(Ct).WaitAsync(TimeSpan.FromSeconds(30), Ct);
        await _reading;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }
        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            Take(JsonSerializer.Deserialize<JsonElement>(line));
    }

    private void Take(JsonElement line)
    {
        if (line.TryGetProperty("state", out var state))
        {
            var isWaiting = state.GetString() is "waiting";
            _isFirst |= state.GetString() is "open";
            Opened += state.GetString() is "open" ? 1 : 0;
            Silent += isWaiting && line.GetProperty("silent").GetBoolean() ? 1 : 0;
            SentAway += isWaiting && line.GetProperty("code").GetInt32() == 1001 ? 1 : 0;
        }
        else if (line.TryGetProperty("stale", out var stale))
        {
            Stale += stale.GetBoolean() ? 1 : 0;
            Recovered += stale.GetBoolean() ? 0 : 1;
        }
        else if (line.TryGetProperty("snapshot", out var isSnapshot))
        {
            Snapshots += isSnapshot.GetBoolean() ? 1 : 0;
            Resumed += _isFirst && !isSnapshot.GetBoolean() ? 1 : 0;
            _isFirst = false;
            Batches += isSnapshot.GetBoolean() ? 0 : 1;
            Price = line.GetProperty("price") is { ValueKind: JsonValueKind.Number } price ? price.GetDecimal() : Price;
        }
        else
        {
            _answer = line;
        }
    }
}
