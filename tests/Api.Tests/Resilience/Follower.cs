using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Features.Streaming;

namespace InvestmentAssistant.Api.Tests.Resilience;

/// <summary>
/// A client as docs/streams.md describes it: follows one stock, connects again after a random pause, and resumes where it was.
/// </summary>
internal sealed class Follower(int number)
{
    private readonly Random _random = new(number);
    private string? _epoch;
    private long _seq;

    /// <summary>The price it shows, USD; 0 before the first.</summary>
    public decimal Price { get; private set; }

    /// <summary>The replica it is connected to; 0 while it is not.</summary>
    public int Port { get; private set; }

    public int SentAway { get; private set; }

    public int Resumed { get; private set; }

    public int Snapshots { get; private set; }

    /// <summary>Prices that came after a later one.</summary>
    public ConcurrentQueue<string> WentBack { get; } = [];

    /// <summary>Follows until cancelled.</summary>
    /// <param name="ports">The replicas that take connections; locked by who changes it.</param>
    /// <param name="end">Ends it.</param>
    public async Task FollowAsync(List<int> ports, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            int port;
            lock (ports)
                port = ports[_random.Next(ports.Count)];
            try
            {
                var resume = _epoch is null ? "" : $"&epoch={_epoch}&since={_seq}";
                using var socket = await RawWebSocket.ConnectAsync(port, $"/ws/sp500?symbols={TracerTrades.Symbol}{resume}");
                await using var cut = end.Register(socket.Dispose);
                Port = port;
                await ReadAsync(socket, isReturning: _epoch is not null);
            }
            catch (Exception e) when (e is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                // Not there any more: another one is.
            }
            Port = 0;
            await Task.Delay(_random.Next(500), end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(RawWebSocket socket, bool isReturning)
    {
        while (true)
        {
            var (opcode, payload) = await socket.ReceiveFrameAsync();
            if (opcode == 8)
                return;
            if (opcode != 1)
                continue;
            var message = JsonSerializer.Deserialize<JsonElement>(payload);
            var type = message.GetProperty("type").GetString();
            if (isReturning && type is "snapshot")
                Snapshots++;
            else if (isReturning)
                Resumed++;
            isReturning = false;
            if (type is "going_away")
                SentAway++;
            else if (type is "snapshot" or "sp500_trade")
                Take(message, isNew: type is "snapshot");
        }
    }

    private void Take(JsonElement message, bool isNew)
    {
        (_epoch, _seq) = (message.GetProperty("epoch").GetString(), message.GetProperty("seq").GetInt64());
        foreach (var item in message.GetProperty("data").EnumerateArray())
        {
            // A feed that starts asks the provider for its quote, which is the history's beside the tracers.
            if (
                !item.TryGetProperty("price", out var price)
                || price.ValueKind is not JsonValueKind.Number
                || price.GetDecimal() < TracerTrades.PriceOf(1)
            )
                continue;
            if (price.GetDecimal() < Price)
                WentBack.Enqueue($"{price} after {Price}{(isNew ? " in a snapshot" : "")}");
            Price = price.GetDecimal();
        }
    }
}
