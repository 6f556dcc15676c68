using System.Net.Http.Json;
using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Crypto.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Domain.Markets;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.MarketSimulator;
using InvestmentAssistant.MarketSimulator.Control;
using Microsoft.Extensions.Logging.Abstractions;

namespace InvestmentAssistant.Api.Tests.Features.Crypto.Ingestion;

/// <summary>The feed against the simulated exchange over real sockets; only what the test sends moves.</summary>
public sealed class BithumbLiveFeedTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PublishedBoard<CryptoQuote> _board = new();
    private readonly MemoryStore _store = new();
    private readonly FeedHealth _health = new();
    private readonly FixedInstruments _markets = new("crypto", "KRW-BTC", "KRW-ETH", "KRW-XRP");
    private SimulatorHost _exchange = null!;
    private HttpClient _http = null!,
        _control = null!;
    private TradePipeline _pipeline = null!;
    private Task _running = Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        _exchange = await SimulatorHost.Create(new SimulatorOptions { Live = false, BithumbFrames = FrameKind.Mixed });
        _http = new HttpClient { BaseAddress = _exchange.BithumbRest };
        _control = new HttpClient { BaseAddress = _exchange.Control };
        _pipeline = new TradePipeline(_store, NullLogger<TradePipeline>.Instance);
    }

    private void Start()
    {
        var options = new ProviderOptions { BaseUrl = _exchange.BithumbRest, WebSocketUrl = _exchange.BithumbSocket };
        var feed = new BithumbLiveFeed(
            new BithumbClient(_http),
            [_markets],
            _board,
            new CoinStorage(_pipeline, _store),
            new FixedOptions(options),
            new MarketClock(new MarketCalendar(), SystemClock.Instance, TimeProvider.System),
            NullLogger<BithumbLiveFeed>.Instance
        );
        _running = feed.RunAsync(_health, _stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(_ => { }, TaskScheduler.Default);
        await _pipeline.DisposeAsync();
        _http.Dispose();
        _control.Dispose();
        _stop.Dispose();
        await _exchange.DisposeAsync();
    }

    private async Task TradeAsync(string market, decimal price, decimal volume = 1)
    {
        using var reply = await _control.PostAsJsonAsync(
            "trade",
            new ControlTrade(market, price, volume),
            TestContext.Current.CancellationToken
        );
        Assert.True(reply.IsSuccessStatusCode);
    }

    private async Task FrameAsync(string text, bool binary = false)
    {
        using var reply = await _control.PostAsJsonAsync(
            "frame",
            new ControlFrame("bithumb", text, binary),
            TestContext.Current.CancellationToken
        );
        Assert.True(reply.IsSuccessStatusCode);
    }

    private async Task FaultAsync(object fault)
    {
        using var reply = await _control.PostAsJsonAsync("faults", fault, TestContext.Current.CancellationToken);
        Assert.True(reply.IsSuccessStatusCode);
    }

    private int Sockets => _exchange.App.Services.GetService(typeof(FeedHubs)) is FeedHubs hubs ? hubs.Bithumb.Sockets.Count : 0;

    private async Task StartedAsync()
    {
        Start();
        await Wait.Until(() => _board.Count == 3 && Sockets == 1 && _health.IsConnected);
    }

    /// <summary>Sends the price until the board shows it: the subscription may still be on its way.</summary>
    private async Task ShownAsync(string market, decimal price) =>
        await Wait.Until(
            async () =>
            {
                await TradeAsync(market, price);
                return _board.Find(market)?.TradePrice == price;
            },
            what: $"{market} at {price} on the board"
        );

    [Fact]
    public async Task The_board_starts_whole_and_a_trade_moves_it_and_is_stored()
    {
        await StartedAsync();
        Assert.NotNull(_board.Find("KRW-ETH")!.PrevClosingPrice);
        Assert.Equal("Name of KRW-ETH", _board.Find("KRW-ETH")!.EnglishName);

        await ShownAsync("KRW-BTC", 123_456_000m);

        await Wait.Until(() => _store.Trades.Any(t => t is { Symbol: "KRW-BTC", Price: 123_456_000m }));
        Assert.All(_store.Trades, t => Assert.InRange((SystemClock.Instance.GetCurrentInstant() - t.At).TotalHours, -0.1, 48));
    }

    [Fact]
    public async Task Broken_frames_are_counted_and_the_good_ones_beside_them_are_kept()
    {
        await StartedAsync();
        await ShownAsync("KRW-ETH", 5_000_000m);
        var dropped = _health.Dropped;

        await FrameAsync("{\"type\":\"ticker\",\"code\":");
        await FrameAsync("\u0001\u0002", binary: true);
        await FrameAsync("""{"type":"ticker","code":"KRW-NOPE","trade_price":1,"timestamp":1750480141644}""");
        await FrameAsync("""{"error":{"name":"WRONG_FORMAT","message":"x"}}""");

        await ShownAsync("KRW-ETH", 5_100_000m);
        Assert.Equal(dropped + 3, _health.Dropped);
    }

    [Fact]
    public async Task A_time_far_ahead_does_not_shut_out_the_true_prices_after_it()
    {
        await StartedAsync();

        await FrameAsync("""{"type":"ticker","code":"KRW-XRP","trade_price":1,"timestamp":4000000000000}""");

        await ShownAsync("KRW-XRP", 3_333m);
    }

    [Fact]
    public async Task A_dropped_socket_is_opened_again_and_asked_for_all_markets()
    {
        await StartedAsync();

        await FaultAsync(new { provider = "bithumb", kind = "drop" });
        await Wait.Until(() => Sockets == 0);
        await Wait.Until(() => Sockets == 1);

        await ShownAsync("KRW-XRP", 4_444m);
    }

    [Fact]
    public async Task A_refused_socket_leaves_the_board_to_rest_until_it_opens()
    {
        await FaultAsync(
            new
            {
                provider = "bithumb",
                kind = "429",
                for_ms = 3_000,
                path = "websocket",
            }
        );
        Start();

        await Wait.Until(() => _board.Count == 3);
        Assert.Equal(0, Sockets);
        await Wait.Until(() => Sockets == 1);
        await ShownAsync("KRW-BTC", 111_111_000m);
    }

    [Fact]
    public async Task A_failing_rest_start_does_not_keep_the_socket_from_filling_the_board()
    {
        await FaultAsync(
            new
            {
                provider = "bithumb",
                kind = "html",
                for_ms = 60_000,
                path = "v1/ticker",
            }
        );
        Start();

        // The socket's own snapshots make the board.
        await Wait.Until(() => _board.Count == 3);
    }

    [Fact]
    public async Task A_new_listing_joins_the_board_and_a_delisted_market_leaves_it_without_a_new_connection()
    {
        await StartedAsync();

        _markets.Symbols = ["KRW-BTC", "KRW-ETH", "KRW-SOL"];

        await Wait.Until(() => _board.Find("KRW-SOL") is not null, TimeSpan.FromSeconds(30));
        await ShownAsync("KRW-SOL", 222_222m);
        Assert.Null(_board.Find("KRW-XRP"));
        Assert.Equal(1, Sockets);
    }
}
