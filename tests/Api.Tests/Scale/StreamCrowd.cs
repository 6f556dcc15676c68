using System.Net.WebSockets;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Resilience;

namespace InvestmentAssistant.Api.Tests.Scale;

/// <summary>Many clients of one stock that connect again, after a random pause, and resume where they were.</summary>
internal sealed class StreamCrowd : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
    private readonly Client[] _clients;
    private readonly Task[] _following;

    /// <summary>Connects them.</summary>
    /// <param name="count">How many.</param>
    /// <param name="port">Of 127.0.0.1.</param>
    public StreamCrowd(int count, int port)
    {
        _clients = [.. Enumerable.Range(0, count).Select(i => new Client(i, port))];
        _following = [.. _clients.Select(c => c.FollowAsync(_end.Token))];
    }

    /// <summary>Those that are connected now.</summary>
    public int Connected => _clients.Count(c => c.IsConnected);

    /// <summary>Connections after the first, resumed by number and with a snapshot, and messages that the server goes away.</summary>
    public (int Resumed, int Snapshots, int SentAway) Counts =>
        (_clients.Sum(c => c.Resumed), _clients.Sum(c => c.Snapshots), _clients.Sum(c => c.SentAway));

    /// <summary>Whether all are connected and show that price.</summary>
    public bool AllShow(decimal price) => _clients.All(c => c.IsConnected && c.Price == price);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_following);
        _end.Dispose();
    }

    private sealed class Client(int number, int port)
    {
        private readonly Random _random = new(number);
        private readonly byte[] _buffer = new byte[16 * 1024];
        private string? _epoch;
        private long _seq;

        public decimal Price { get; private set; }

        public bool IsConnected { get; private set; }

        public int Resumed { get; private set; }

        public int Snapshots { get; private set; }

        public int SentAway { get; private set; }

        public async Task FollowAsync(CancellationToken end)
        {
            // They do not all come in one moment.
            await PauseAsync(5_000, end);
            while (!end.IsCancellationRequested)
            {
                using var socket = new ClientWebSocket();
                try
                {
                    var resume = _epoch is null ? "" : $"&epoch={_epoch}&since={_seq}";
                    await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/ws/sp500?symbols={TracerTrades.Symbol}{resume}"), end);
                    await ReadAsync(socket, isReturning: _epoch is not null, end);
                }
                catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
                {
                    // That server is gone; another one takes over.
                }
                IsConnected = false;
                await PauseAsync(2_000, end);
            }
        }

        private async Task ReadAsync(ClientWebSocket socket, bool isReturning, CancellationToken end)
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(_buffer.AsMemory(length), end);
                    length += part.Count;
                } while (!part.EndOfMessage);
                if (part.MessageType is WebSocketMessageType.Close)
                    return;
                var message = JsonSerializer.Deserialize<JsonElement>(_buffer.AsSpan(0, length));
                var type = message.GetProperty("type").GetString();
                if (isReturning && type is "snapshot")
                    Snapshots++;
                else if (isReturning)
                    Resumed++;
                isReturning = false;
                if (type is "going_away")
                    SentAway++;
                IsConnected = type is not "going_away";
                if (type is "snapshot" or "sp500_trade")
                    Take(message);
            }
        }

        private void Take(JsonElement message)
        {
            (_epoch, _seq) = (message.GetProperty("epoch").GetString(), message.GetProperty("seq").GetInt64());
            foreach (var item in message.GetProperty("data").EnumerateArray())
                if (item.GetProperty("price") is { ValueKind: JsonValueKind.Number } price)
                    Price = price.GetDecimal();
        }

        private Task PauseAsync(int longest, CancellationToken end) => Delay(_random.Next(longest), end);

        private static async Task Delay(int milliseconds, CancellationToken end) =>
            await Task.Delay(milliseconds, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
