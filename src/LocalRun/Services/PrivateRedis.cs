using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using InvestmentAssistant.LocalRun.Processes;

namespace InvestmentAssistant.LocalRun.Services;

/// <summary>
/// A Redis of our own on a free port of 127.0.0.1. It keeps nothing on disk: it holds only the latest state, which the truth in PostgreSQL
/// and the next ticks bring back.
/// </summary>
public sealed class PrivateRedis : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    private readonly string _folder;
    private readonly string _logFile;
    private readonly IReadOnlyList<string> _options;
    private ChildProcess _process = null!;

    private PrivateRedis(string folder, string logFile, IReadOnlyList<string> options)
    {
        _folder = folder;
        _logFile = logFile;
        _options = options;
    }

    public int Port { get; private set; }

    /// <summary>host:port, which is also a StackExchange.Redis configuration string.</summary>
    public string Endpoint => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public ChildProcess Process => _process;

    /// <summary>Starts it. Returns when it answers PING.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="logFile">Where its output goes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="options">Further ones of redis-server: <c>--replicaof</c> and its two words.</param>
    public static async Task<PrivateRedis> StartAsync(
        string folder,
        string logFile,
        CancellationToken cancellationToken,
        params IReadOnlyList<string> options
    )
    {
        Directory.CreateDirectory(folder);
        var redis = new PrivateRedis(folder, logFile, options);
        try
        {
            await redis.StartServerAsync(cancellationToken);
        }
        catch
        {
            await redis.DisposeAsync();
            throw;
        }
        return redis;
    }

    /// <summary>Stops the server and forgets its data; <see cref="StartServerAsync"/> brings it back on the same port, empty.</summary>
    public Task StopServerAsync() => _process.StopAsync(TimeSpan.FromSeconds(5));

    /// <summary>Starts the server, on the port it had before when it ran already.</summary>
    public async Task StartServerAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = Port is 0 ? FreePort.Next() : Port;
            _process = await ChildProcess.StartAsync(
                new ChildSpec(
                    "redis",
                    [
                        "redis-server",
                        "--port",
                        port.ToString(CultureInfo.InvariantCulture),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        _folder,
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--daemonize",
                        "no",
                        .. _options,
                    ],
                    _logFile
                )
                {
                    KeepsLog = Port is not 0,
                }
            );
            if (await AnswersAsync(port, cancellationToken))
            {
                Port = port;
                return;
            }
            await _process.StopAsync(TimeSpan.FromSeconds(5));
            if (attempt is 3 || Port is not 0)
                throw new LocalRunException($"Redis did not start; its log ({_process.LogFile}) ends with:\n{_process.LogTail()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
    }

    private async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (!_process.HasExited && waited.Elapsed < StartLimit)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port, cancellationToken);
                var stream = client.GetStream();
                await stream.WriteAsync("PING\r\n"u8.ToArray(), cancellationToken);
                var answer = new byte[5];
                await stream.ReadExactlyAsync(answer, cancellationToken);
                // Another server could have taken the port: only an answer while our process lives is ours.
                if (Encoding.ASCII.GetString(answer) == "+PONG" && !_process.HasExited)
                    return true;
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                // Not up yet.
            }
            await Task.Delay(20, cancellationToken);
        }
        return false;
    }
}
