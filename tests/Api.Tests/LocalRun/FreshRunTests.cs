using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Features.Streaming;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Processes;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.LocalRun;

/// <summary>What a newcomer sees in the first minute after <c>./run</c>, from the outside: no part is replaced.</summary>
[Collection(LongestFirst.Programs)]
public sealed class FreshRunTests(LocalServices services)
{
    // A fresh run does it in well under a minute; here it shares two cores with the rest of the suite.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly string[] Routes =
    [
        "/health",
        "/health/detailed",
        "/health/live",
        "/health/ready",
        "/health/startup",
        "/ws/status",
        "/api/v1/ws/health",
        "/api/v1/crypto/",
        "/api/v1/crypto/top",
        "/api/v1/crypto/KRW-BTC",
        "/api/v1/crypto/eth",
        "/api/v1/stocks/sp500/",
        "/api/v1/stocks/sp500/symbol/BRK.B",
        "/api/v1/stocks/sp500/symbol/aapl",
        "/api/v1/stocks/sp500/chart/AAPL",
        "/api/v1/stocks/sp500/gainers",
        "/api/v1/stocks/sp500/losers",
        "/api/v1/stocks/sp500/most-active",
        "/api/v1/stocks/sp500/market-overview",
        "/api/v1/stocks/sp500/search?query=apple",
        "/api/v1/stocks/sp500/stats",
        "/api/v1/stocks/sp500/health",
        "/api/v1/etf/",
        "/api/v1/etf/symbol/SPY",
        "/api/v1/etf/symbol/SPY/basic",
        "/api/v1/etf/symbol/SPY/chart",
        "/api/v1/etf/market-overview",
        "/api/v1/etf/search?query=gold",
        "/api/v1/etf/stats",
        "/api/v1/etf/health",
        "/api/v1/market-calendar/status",
        "/api/v1/market-calendar/?start=2024-12-20&end=2025-01-10",
    ];

    [Fact]
    public async Task After_a_fresh_start_all_three_streams_bring_their_whole_board_and_then_changes()
    {
        var folder = services.Folder($"run-{Guid.NewGuid():N}");
        await using var run = await RunProcess.StartAsync(services, folder, FreePort.Next());
        var endpoints = await RunProcess.EndpointsAsync(run, folder);

        await Task.WhenAll(StreamAsync("crypto", items: 415), StreamAsync("sp500", items: 503), StreamAsync("etf", items: 112));

        Assert.Equal("investment_app false", await ServingRolesAsync(endpoints.Postgres));
        using var http = new HttpClient { BaseAddress = new Uri(endpoints.Api) };
        foreach (var route in Routes)
        {
            using var answer = await OnceHeldAsync(http, route);
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{route} answers {(int)answer.StatusCode}: {body}");
            Assert.Equal("simulated", Assert.Single(answer.Headers.GetValues("X-Data-Source")));
        }

        async Task StreamAsync(string topic, int items)
        {
            using var inTime = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            inTime.CancelAfter(Patience);
            var seen = new Seen();
            try
            {
                // The board fills in the first seconds: a client that comes later gets all of it at once.
                while (
                    await SnapshotAndTenBatchesAsync(new Uri($"ws{endpoints.Api["http".Length..]}/ws/{topic}"), items, seen, inTime.Token)
                    < items
                )
                    await Task.Delay(100, inTime.Token);
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                Assert.Fail(
                    $"""
                    /ws/{topic} has not brought a snapshot of {items} and ten batches within {Patience.TotalSeconds} s. {seen}
                    {await AnswerAsync(endpoints.Api + "/ws/status")}
                    {await AnswerAsync(endpoints.Api + "/health/detailed")}
                    {string.Join(
                        '\n',
                        File.ReadLines(Path.Combine(folder, "logs", "api.log")).Where(l =>
                            !l.Contains(" INF ", StringComparison.Ordinal)
                        ).TakeLast(20)
                    )}
                    """
                );
            }
        }
    }

    /// <summary>
    /// The answer once there is one: while the stores of a fresh run still fill, a route may ask for a moment with a 503, as a client reads
    /// it.
    /// </summary>
    private static async Task<HttpResponseMessage> OnceHeldAsync(HttpClient http, string route)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var answer = await http.GetAsync(new Uri(route, UriKind.Relative), Ct);
            if (answer.StatusCode is not HttpStatusCode.ServiceUnavailable || waited.Elapsed > Patience)
                return answer;
            answer.Dispose();
            await Task.Delay(500, Ct);
        }
    }

    /// <summary>Who the application is to PostgreSQL, and whether any of them is a superuser.</summary>
    private static async Task<object?> ServingRolesAsync(string owner)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(
            "select string_agg(distinct usename || ' ' || rolsuper, ', ') from pg_stat_activity join pg_roles on rolname = usename "
                + "where application_name = 'investment-assistant'",
            connection
        );
        return await command.ExecuteScalarAsync(Ct);
    }

    /// <summary>
    /// Connects; with a snapshot of enough items waits for ten batches that only grow in seq. Returns the size of the snapshot; 0 when cut
    /// off, as a client is that a busy machine leaves without a turn for longer than the send deadline: it comes back, as the front end
    /// does.
    /// </summary>
    private static async Task<int> SnapshotAndTenBatchesAsync(Uri address, int wanted, Seen seen, CancellationToken ct)
    {
        try
        {
            return await FollowAsync(address, wanted, seen, ct);
        }
        catch (WebSocketException e)
        {
            seen.CutOff = e.GetBaseException().Message;
            return 0;
        }
    }

    private static async Task<int> FollowAsync(Uri address, int wanted, Seen seen, CancellationToken ct)
    {
        using var socket = new ClientWebSocket();
        seen.Connections++;
        (seen.Last, seen.Items, seen.Batches) = ("nothing", 0, 0);
        await socket.ConnectAsync(address, ct);
        seen.Last = "the handshake";
        using var snapshot = await NextAsync(socket, address.PathAndQuery, seen, ct);
        if (snapshot.RootElement.GetProperty("type").GetString() != "snapshot")
            return 0;
        var size = seen.Items = snapshot.RootElement.GetProperty("data").GetArrayLength();
        var seq = snapshot.RootElement.GetProperty("seq").GetInt64();
        for (var batches = 0; size >= wanted && batches < 10; )
        {
            using var message = await NextAsync(socket, address.PathAndQuery, seen, ct);
            if (message.RootElement.GetProperty("type").GetString() is not ("crypto_update" or "sp500_trade" or "etf_trade"))
                continue;
            var next = message.RootElement.GetProperty("seq").GetInt64();
            Assert.True(next > seq, $"seq {next} after {seq}");
            seq = next;
            // A batch of slower fields that this stream does not show keeps its number and brings nothing.
            if (message.RootElement.GetProperty("data").GetArrayLength() > 0)
                seen.Batches = ++batches;
        }
        return size;
    }

    private static async Task<JsonDocument> NextAsync(ClientWebSocket socket, string path, Seen seen, CancellationToken ct)
    {
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), ct);
            Assert.Equal(WebSocketMessageType.Text, part.MessageType);
            text.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);
        var message = JsonDocument.Parse(text.ToArray());
        seen.Last = StreamSchemas.Ours.Check(path, text.ToArray()).Message;
        return message;
    }

    private static async Task<string> AnswerAsync(string url)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        try
        {
            return await http.GetStringAsync(new Uri(url), TestContext.Current.CancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return $"{url}: {e.Message}";
        }
    }

    /// <summary>How far a client came, for the message of a test that failed.</summary>
    private sealed class Seen
    {
        public int Connections { get; set; }
        public int Items { get; set; }
        public int Batches { get; set; }
        public string Last { get; set; } = "nothing";
        public string CutOff { get; set; } = "never";

        public override string ToString() =>
            $"Connection {Connections}: last came {Last}; snapshot of {Items}, batches {Batches}; last cut off: {CutOff}.";
    }
}
