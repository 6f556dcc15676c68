using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>A mail server on a free loopback port that speaks as much of RFC 5321 as a client needs, and misbehaves on demand.</summary>
internal sealed class TestSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private readonly ConcurrentBag<Task> _sessions = [];
    private int _connections;

    public TestSmtpServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Mails that were answered with 250, with their envelope's recipient.</summary>
    public ConcurrentQueue<(string Recipient, MimeMessage Mail)> Taken { get; } = new();

    /// <summary>Answer to RCPT TO; null accepts.</summary>
    public Func<string, string?> Refuse { get; set; } = _ => null;

    /// <summary>Answer to MAIL FROM; null accepts.</summary>
    public Func<string, string?> RefuseSender { get; set; } = _ => null;

    /// <summary>Whether to hang up in the middle of the data of a mail.</summary>
    public Func<string, bool> Drop { get; set; } = _ => false;

    /// <summary>Runs when a mail was taken, before its 250 is on the way.</summary>
    public Func<string, Task> BeforeAnswer { get; set; } = _ => Task.CompletedTask;

    /// <summary>user:password; null offers no log-in.</summary>
    public string? Login { get; set; }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _sessions.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the test.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test ready");
            var recipient = "";
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                var verb = line.Split(' ')[0].ToUpperInvariant();
                if (verb == "QUIT")
                {
                    await writer.WriteLineAsync("221 2.0.0 bye");
                    return;
                }
                if (verb == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    if (await ReadDataAsync(reader, recipient) is not { } data)
                        return;
                    using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(data));
                    Taken.Enqueue((recipient, await MimeMessage.LoadAsync(bytes, _stop.Token)));
                    await BeforeAnswer(recipient);
                    await writer.WriteLineAsync("250 2.0.0 taken");
                    continue;
                }
                if (verb == "RCPT")
                    recipient = Between(line);
                await writer.WriteLineAsync(AnswerTo(verb, line));
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            // The client has gone, or the test has ended.
        }
    }

    private string AnswerTo(string verb, string line) =>
        verb switch
        {
            "EHLO" => Login is null ? "250-test\r\n250 SIZE 1000000" : "250-test\r\n250-AUTH PLAIN\r\n250 SIZE 1000000",
            "AUTH" => Login is { } login
            && line.Split(' ') is [_, _, var given]
            && Encoding.UTF8.GetString(Convert.FromBase64String(given)) == $"\0{login.Replace(':', '\0')}"
                ? "235 2.7.0 welcome"
                : "535 5.7.8 wrong password",
            "MAIL" => RefuseSender(Between(line)) ?? "250 2.1.0 ok",
            "RCPT" => Refuse(Between(line)) ?? "250 2.1.5 ok",
            "RSET" or "NOOP" => "250 2.0.0 ok",
            _ => "502 5.5.1 not here",
        };

    private async Task<string?> ReadDataAsync(StreamReader reader, string recipient)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            if (Drop(recipient))
                return null;
            data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
        return data.ToString();
    }

    private static string Between(string line) =>
        line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_sessions);
        _stop.Dispose();
    }
}
