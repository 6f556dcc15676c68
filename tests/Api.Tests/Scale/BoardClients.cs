using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Features.Streaming;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Scale;

/// <summary>Clients of the crypto board, as docs/streams.md describes them, and the prices that were published.</summary>
internal sealed class BoardClients : IAsyncDisposable
{
    private const int Markets = 40;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
    private readonly List<Client> _clients = [];
    private readonly List<Task> _reading = [];
    private readonly StreamHost _publisher;
    private readonly Dictionary<string, decimal> _published = new(StringComparer.Ordinal);
    private int _batches;

    private BoardClients(StreamHost publisher) => _publisher = publisher;

    /// <summary>Snapshots that came after the first, of all clients.</summary>
    public int Snapshots => _clients.Sum(c => c.Snapshots) - _clients.Count;

    /// <summary>Connects that many clients to each host; the first host publishes.</summary>
    public static async Task<BoardClients> ConnectAsync(int each, params StreamHost[] hosts)
    {
        var all = new BoardClients(hosts[0]);
        foreach (var host in hosts)
            for (var i = 0; i < each; i++)
            {
                var client = new Client();
                await client.ConnectAsync(host.Port);
                all._clients.Add(client);
                all._reading.Add(client.ReadAsync(all._end.Token));
            }
        return all;
    }

    /// <summary>Publishes ten prices that were never there before.</summary>
    public async Task PublishAsync()
    {
        _batches++;
        var prices = Enumerable
            .Range(0, 10)
            .Select(i => ("C" + ((_batches * 7 + i) % Markets).ToString(CultureInfo.InvariantCulture), (decimal)(_batches * 10 + i)))
            .ToArray();
        foreach (var (symbol, price) in prices)
            _published["KRW-" + symbol] = price;
        await _publisher.PublishAsync(prices);
    }

    /// <summary>Publishes some twenty times a second until cancelled.</summary>
    public async Task KeepPublishingAsync(CancellationToken end)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (await timer.WaitForNextTickAsync(end))
                await PublishAsync();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested) { }
    }

    /// <summary>Waits until every client has a price that was published after this call.</summary>
    public Task FollowAsync()
    {
        var from = _batches * 10m + 10;
        return Wait.Until(() => AllAre(c => c.Latest >= from), s_patience, "every client shows what is published now");
    }

    /// <summary>Waits until every client shows exactly what was published last.</summary>
    public async Task ShowExactlyWhatWasPublishedAsync()
    {
        Assert.NotEmpty(_published);
        await Wait.Until(() => AllAre(c => Differences(c).Length is 0), s_patience, "every client has the publisher's board");
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        foreach (var reading in _reading)
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _clients.ForEach(c => c.Dispose());
        _end.Dispose();
    }

    private bool AllAre(Func<Client, bool> condition)
    {
        foreach (var client in _clients)
            Assert.Null(client.Fault);
        return _clients.TrueForAll(c => condition(c));
    }

    private string Differences(Client client) =>
        string.Join(", ", _published.Where(p => client.Board.GetValueOrDefault(p.Key) != p.Value).Select(p => $"{p.Key} {p.Value}"));

    private sealed class Client : IDisposable
    {
        private readonly ClientWebSocket _socket = new();
        private string? _epoch;
        private long _seq;

        public ConcurrentDictionary<string, decimal> Board { get; private set; } = [];

        /// <summary>The highest price that was ever shown, which is of the latest batch.</summary>
        public decimal Latest { get; private set; }

        public int Snapshots { get; private set; }

        /// <summary>What the server must not do; null when it did not.</summary>
        public string? Fault { get; private set; }

        public Task ConnectAsync(int port) => _socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/ws/crypto"), Ct);

        public async Task ReadAsync(CancellationToken end)
        {
            var buffer = new byte[256 * 1024];
            try
            {
                while (true)
                {
                    var length = 0;
                    ValueWebSocketReceiveResult part;
                    do
                    {
                        part = await _socket.ReceiveAsync(buffer.AsMemory(length), end);
                        length += part.Count;
                    } while (!part.EndOfMessage);
                    Take(JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, length)));
                }
            }
            catch (Exception e) when (!end.IsCancellationRequested)
            {
                Fault ??= e.Message;
            }
        }

        public void Dispose() => _socket.Dispose();

        private void Take(JsonElement message)
        {
            var type = message.GetProperty("type").GetString();
            if (type is not ("snapshot" or "crypto_update"))
                return;
            var (epoch, seq) = (message.GetProperty("epoch").GetString(), message.GetProperty("seq").GetInt64());
            var board = Board;
            if (type is "snapshot")
            {
                Snapshots++;
                board = [];
            }
            else if (epoch != _epoch || (seq != _seq + 1 && !message.TryGetProperty("conflated", out _)))
            {
                Fault ??= $"{epoch}:{seq} came after {_epoch}:{_seq}";
            }
            (_epoch, _seq) = (epoch, seq);
            foreach (var item in message.GetProperty("data").EnumerateArray())
                if (item.GetProperty("trade_price") is { ValueKind: JsonValueKind.Number } price)
                {
                    board[item.GetProperty("market").GetString()!] = price.GetDecimal();
                    Latest = Math.Max(Latest, price.GetDecimal());
                }
            Board = board;
        }
    }
}
