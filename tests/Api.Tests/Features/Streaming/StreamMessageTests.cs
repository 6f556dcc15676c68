using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Etf;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Services;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>
/// Every message of the AsyncAPI document is sent, at every address where the document has it. That it fits its schema is checked where it
/// is read, here and in all other tests.
/// </summary>
public sealed class StreamMessageTests(LocalServices services, ITestOutputHelper output)
{
    private static readonly (string Topic, string Batch, string Board)[] Topics =
    [
        ("crypto", "crypto_update", "crypto_update"),
        ("sp500", "sp500_trade", "sp500"),
        ("etf", "etf_trade", "etf"),
    ];

    [Fact]
    public async Task Every_described_message_is_sent_and_fits_its_schema()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(
            redis,
            new() { ["Streaming:HeartbeatAfter"] = "00:00:00.5", ["Streaming:DrainTime"] = "00:00:00.1" },
            more => more.AddBoard<EquityQuote>(EtfFeature.Board).AddTopic<EquityQuote, EtfTopic>()
        );
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}") };
        var clients = new List<(RawWebSocket Changes, RawWebSocket Board, EventReader Events, string Batch)>();
        var compact = new List<(RawWebSocket Changes, EventReader Events)>();
        foreach (var (topic, batch, board) in Topics)
        {
            await PublishAsync(host, topic, 1);
            var changes = await host.ConnectAsync($"/ws/{topic}?symbols=NOTHING,{SymbolOf(topic)}");
            var full = await host.ConnectAsync($"/api/v1/ws/{topic}");
            var events = await EventReader.OpenAsync(http, $"/sse/{topic}?symbols=NOTHING,{SymbolOf(topic)}");
            clients.Add((changes, full, events, batch));
            await ConverseAsync(changes, full, board);
            compact.Add(
                (await host.ConnectAsync($"/ws/{topic}?format=compact"), await EventReader.OpenAsync(http, $"/sse/{topic}?format=compact"))
            );
        }

        foreach (var ((changes, _, events, batch), (topic, _, _)) in clients.Zip(Topics))
        {
            await PublishAsync(host, topic, 2);
            await changes.ReceiveAsync(batch);
            await changes.ReceiveAsync("heartbeat");
            await ReadToAsync(events, "snapshot", "error", batch, "heartbeat");
        }
        foreach (var ((changes, events), (_, batch, _)) in compact.Zip(Topics))
        {
            await changes.ReceiveAsync("keys");
            await changes.ReceiveAsync("snapshot");
            await changes.ReceiveAsync(batch);
            await ReadToAsync(events, "keys", "snapshot", batch);
            changes.Dispose();
            events.Dispose();
        }
        await OutageAsync(redis, clients);
        var stopping = host.StopAsync();
        foreach (var (changes, _, events, _) in clients)
        {
            await changes.ReceiveAsync("going_away");
            await ReadToAsync(events, "going_away");
        }
        foreach (var (changes, board, events, _) in clients)
        {
            changes.Dispose();
            board.Dispose();
            events.Dispose();
        }
        await stopping;

        var seen = clients
            .SelectMany(c => c.Changes.Seen.Concat(c.Board.Seen).Concat(c.Events.Seen))
            .Concat(compact.SelectMany(c => c.Changes.Seen.Concat(c.Events.Seen)))
            .ToHashSet();
        output.WriteLine(
            $"{seen.Count} messages of {StreamSchemas.Ours.Messages.Select(m => m.Message).Distinct().Count()} kinds at 9 addresses"
        );
        Assert.Equal(StreamSchemas.Ours.Messages.Order(), seen.Order());
    }

    private static async Task ConverseAsync(RawWebSocket changes, RawWebSocket full, string board)
    {
        await changes.ReceiveAsync("snapshot");
        await full.ReceiveAsync(board);
        foreach (var client in new[] { changes, full })
        {
            await client.SendAsync("""{"action":"heartbeat"}""");
            await client.ReceiveAsync("heartbeat_response");
            await client.SendAsync("""{"type":"ping"}""");
            await client.ReceiveAsync("heartbeat");
            await client.SendAsync("""{"action":"dance"}""");
            await client.ReceiveAsync("error");
        }
        await changes.SendAsync("""{"action":"subscribe"}""");
        await changes.ReceiveAsync("subscribed");
        await changes.ReceiveAsync("snapshot");
    }

    /// <summary>Redis goes and comes back; a heartbeat in between says since when.</summary>
    private static async Task OutageAsync(
        PrivateRedis redis,
        List<(RawWebSocket Changes, RawWebSocket Board, EventReader Events, string Batch)> clients
    )
    {
        await redis.StopServerAsync();
        foreach (var (changes, _, events, _) in clients)
        {
            await changes.ReceiveAsync("stale");
            Assert.True((await changes.ReceiveAsync("heartbeat")).TryGetProperty("stale_since", out _));
            await ReadToAsync(events, "stale");
        }
        await redis.StartServerAsync(Ct);
        foreach (var (changes, _, events, _) in clients)
        {
            await changes.ReceiveAsync("recovered");
            await changes.ReceiveAsync("snapshot");
            await ReadToAsync(events, "recovered", "snapshot");
        }
    }

    /// <summary>Reads until each of these types has come, in any order.</summary>
    private static async Task ReadToAsync(EventReader events, params IEnumerable<string> types)
    {
        var missing = types.ToHashSet(StringComparer.Ordinal);
        while (missing.Count > 0)
            missing.Remove((await events.ReadAsync()).Type);
    }

    private static string SymbolOf(string topic) =>
        topic switch
        {
            "crypto" => "BTC",
            "sp500" => "AAPL",
            _ => "SPY",
        };

    private static async Task PublishAsync(StreamHost host, string topic, decimal price)
    {
        var symbol = SymbolOf(topic);
        if (topic is "crypto")
        {
            await host.PublishAndSeeAsync(symbol, price);
            return;
        }
        await host
            .Services.GetRequiredKeyedService<IBoardPublisher<EquityQuote>>(topic)
            .PublishAsync(
                [
                    new EquityQuote
                    {
                        Symbol = symbol,
                        Price = price,
                        TimestampMs = 1_760_000_000_000,
                    },
                ],
                marketChannel: false,
                Ct
            );
        var board = host.Services.GetRequiredKeyedService<IBoard<EquityQuote>>(topic);
        await Wait.Until(() => board.Find(symbol)?.Price == price);
    }
}
