using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using InvestmentAssistant.MarketSimulator;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>Every fault on the list does what its name says, as often as asked, and stops.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const string Quote = "finnhub/api/v1/quote?symbol=SPY";

    private SimulatorClient _simulator = null!;

    public async ValueTask InitializeAsync() =>
        _simulator = await SimulatorClient.Start(options: new SimulatorOptions { Live = false, BithumbFrames = FrameKind.Text });

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("401", HttpStatusCode.Unauthorized)]
    [InlineData("403", HttpStatusCode.Forbidden)]
    [InlineData("429", HttpStatusCode.TooManyRequests)]
    [InlineData("500", HttpStatusCode.InternalServerError)]
    public async Task A_status_fault_strikes_as_often_as_asked(string kind, HttpStatusCode expected)
    {
        await Fault(
            new
            {
                provider = "finnhub",
                kind,
                count = 2,
                retry_after = 7,
            }
        );
        for (var i = 0; i < 2; i++)
        {
            using var refused = await _simulator.Send(Quote);
            Assert.Equal(expected, refused.StatusCode);
            Assert.NotEqual(
                "",
                (await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken))
                    .GetProperty("error")
                    .GetString()
            );
            Assert.Equal(kind is "429" or "500" ? TimeSpan.FromSeconds(7) : null, refused.Headers.RetryAfter?.Delta);
        }
        using var well = await _simulator.Send(Quote);
        Assert.Equal(HttpStatusCode.OK, well.StatusCode);
    }

    [Fact]
    public async Task A_fault_keeps_to_its_provider_and_its_path()
    {
        await Fault(
            new
            {
                provider = "bithumb",
                kind = "500",
                count = 1,
                path = "ticker",
            }
        );
        using var other = await _simulator.Send(Quote);
        using var list = await _simulator.Send("bithumb/v1/market/all");
        using var ticker = await _simulator.Send("bithumb/v1/ticker?markets=KRW-BTC");
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.InternalServerError],
            [other.StatusCode, list.StatusCode, ticker.StatusCode]
        );
    }

    [Fact]
    public async Task A_page_can_come_instead_of_JSON_and_JSON_can_be_cut_off()
    {
        await Fault(new { provider = "finnhub", kind = "html" });
        using var page = await _simulator.Send(Quote);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await Fault(new { provider = "finnhub", kind = "malformed" });
        using var cut = await _simulator.Send(Quote);
        var text = await cut.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("{\"c\":", text, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => JsonElement.Parse(text));
    }

    [Fact]
    public async Task A_slow_answer_is_slow_and_a_fault_can_be_lifted()
    {
        await Fault(
            new
            {
                provider = "finnhub",
                kind = "slow",
                for_ms = 60_000,
                delay_ms = 400,
            }
        );
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await _simulator.Get(Quote);
        Assert.True(watch.ElapsedMilliseconds >= 390, $"{watch.ElapsedMilliseconds} ms");
        Assert.Equal(1, (await _simulator.Get("control/faults")).GetArrayLength());
        using var lifted = await _simulator.Send("control/faults", HttpMethod.Delete);
        Assert.Equal(0, (await _simulator.Get("control/faults")).GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_kind_is_refused()
    {
        using var refused = await _simulator.Send("control/faults", HttpMethod.Post, new { provider = "finnhub", kind = "earthquake" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_dropped_socket_ends_without_a_close_frame()
    {
        await using var feed = await _simulator.Finnhub("SPY");
        await Fault(new { provider = "finnhub", kind = "drop" });
        await Assert.ThrowsAsync<WebSocketException>(feed.Raw);
        await using var again = await _simulator.Finnhub("SPY");
        await Trade("SPY", 1);
        Assert.Equal(1, (await again.Next()).GetProperty("data")[0].GetProperty("p").GetDecimal());
    }

    [Fact]
    public async Task A_handshake_can_be_refused()
    {
        await Fault(
            new
            {
                provider = "finnhub",
                kind = "429",
                path = "/ws",
            }
        );
        await Assert.ThrowsAsync<WebSocketException>(() => _simulator.Finnhub());
        await using var feed = await _simulator.Finnhub("SPY");
    }

    [Fact]
    public async Task Frames_can_be_malformed_doubled_turned_around_binary_or_missing()
    {
        await using var feed = await _simulator.Finnhub("SPY");
        await Fault(new { provider = "finnhub", kind = "malformed" });
        await Trade("SPY", 1);
        var broken = (await feed.Raw()).Text;
        Assert.ThrowsAny<JsonException>(() => JsonElement.Parse(broken));

        await Fault(new { provider = "finnhub", kind = "duplicate" });
        await Trade("SPY", 2);
        Assert.Equal((await feed.Raw()).Text, (await feed.Raw()).Text);

        await Fault(new { provider = "finnhub", kind = "out_of_order" });
        await Trade("SPY", 3);
        await Trade("SPY", 4);
        Assert.Equal([4m, 3m], [Price(await feed.Next()), Price(await feed.Next())]);

        await Fault(new { provider = "finnhub", kind = "binary" });
        await Trade("SPY", 5);
        Assert.Equal(WebSocketMessageType.Binary, (await feed.Raw()).Type);

        await Fault(new { provider = "finnhub", kind = "silence" });
        await Trade("SPY", 6);
        await Trade("SPY", 7);
        Assert.Equal(7m, Price(await feed.Next()));

        var struck = (await _simulator.Get("control/stats")).GetProperty("faults_struck");
        Assert.Equal(5, struck.EnumerateObject().Count());
        Assert.All(struck.EnumerateObject(), kind => Assert.Equal(1, kind.Value.GetInt32()));
    }

    [Fact]
    public async Task A_crypto_trade_by_hand_becomes_a_ticker_message()
    {
        await using var feed = await _simulator.Bithumb("""[{"ticket":"t"},{"type":"ticker","codes":["KRW-BTC"]}]""");
        var snapshot = await feed.Next();
        await Trade("KRW-BTC", 150_000_000);
        var live = await feed.Next();
        Assert.Equal("SNAPSHOT", snapshot.GetProperty("stream_type").GetString());
        Assert.Equal("REALTIME", live.GetProperty("stream_type").GetString());
        Assert.Equal(150_000_000m, live.GetProperty("trade_price").GetDecimal());
        Assert.Equal(
            150_000_000m - live.GetProperty("prev_closing_price").GetDecimal(),
            live.GetProperty("signed_change_price").GetDecimal()
        );
    }

    [Fact]
    public async Task Bithumb_frames_can_be_all_binary_and_the_socket_answers_a_ping()
    {
        await using var binary = await SimulatorClient.Start(
            options: new SimulatorOptions { Live = false, BithumbFrames = FrameKind.Binary }
        );
        await using var feed = await binary.Bithumb("""[{"ticket":"t"},{"type":"ticker","codes":["KRW-BTC"]}]""");
        Assert.Equal(WebSocketMessageType.Binary, (await feed.Raw()).Type);
        await feed.Send("PING");
        Assert.Equal("UP", (await feed.Next()).GetProperty("status").GetString());
        await feed.Send("nonsense");
        Assert.Equal("WRONG_FORMAT", (await feed.Next()).GetProperty("error").GetProperty("name").GetString());
    }

    private static decimal Price(JsonElement frame) => frame.GetProperty("data")[0].GetProperty("p").GetDecimal();

    private async Task Fault(object fault)
    {
        using var answer = await _simulator.Send("control/faults", HttpMethod.Post, fault);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task Trade(string symbol, decimal price)
    {
        using var answer = await _simulator.Send(
            "control/trade",
            HttpMethod.Post,
            new
            {
                symbol,
                price,
                volume = 3,
            }
        );
        Assert.True(answer.IsSuccessStatusCode);
    }
}
