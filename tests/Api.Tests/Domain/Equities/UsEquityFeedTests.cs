using System.Net.Http.Json;
using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Domain.Markets;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.MarketSimulator;
using InvestmentAssistant.MarketSimulator.Control;
using InvestmentAssistant.MarketSimulator.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Domain.Equities;

/// <summary>
/// The feed against the simulated provider over real sockets, on a Wednesday at 10:30 in New York; only what the test sends moves.
/// </summary>
public sealed class UsEquityFeedTests : IAsyncLifetime
{
    private static readonly Instant Now = Instant.FromUtc(2025, 7, 16, 14, 30);
    private static readonly long NowMs = Now.ToUnixTimeMilliseconds();

    private readonly CancellationTokenSource _stop = new();
    private readonly PublishedBoard<EquityQuote> _stocks = new(),
        _funds = new();
    private readonly MemoryStore _store = new();
    private readonly FeedHealth _health = new();
    private readonly AskedJobs _jobs = new();
    private readonly FixedInstruments _listedStocks = new("sp500", "AAPL", "MSFT", "NVDA", "BRK.B"),
        _listedFunds = new("etf", "SPY", "QQQ");
    private readonly FakeClock _clock = new(Now);
    private SimulatorHost _provider = null!;
    private HttpClient _http = null!,
        _control = null!;
    private TradePipeline _pipeline = null!;
    private Task _running = Task.CompletedTask;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    private async Task StartAsync(int maxLive = 0, int providerAllows = 0, int badQuotes = 0)
    {
        _provider = await SimulatorHost.Create(new SimulatorOptions { Live = false, FinnhubMaxSymbols = providerAllows }, _clock);
        _http = new HttpClient { BaseAddress = _provider.FinnhubRest };
        _http.DefaultRequestHeaders.Add("X-Finnhub-Token", "test");
        _control = new HttpClient { BaseAddress = _provider.Control };
        if (badQuotes > 0)
            await PostAsync("faults", new FaultRequest("finnhub", "malformed", badQuotes, Path: "quote"));
        _pipeline = new TradePipeline(_store, NullLogger<TradePipeline>.Instance);
        var options = new ProviderOptions
        {
            BaseUrl = _provider.FinnhubRest,
            WebSocketUrl = _provider.FinnhubSocket,
            ApiKey = "test",
            MaxLiveSymbols = maxLive,
        };
        var boards = new ServiceCollection()
            .AddKeyedSingleton<IBoardPublisher<EquityQuote>>("sp500", _stocks)
            .AddKeyedSingleton<IBoardPublisher<EquityQuote>>("etf", _funds)
            .BuildServiceProvider();
        var market = new UsMarket(
            new UsInstruments(Us.Boards, [_listedFunds, _listedStocks]),
            new UsBoards(Us.Boards, boards),
            new UsEquityStorage(_pipeline, _store, _store, _store, _store)
        );
        var feed = new UsEquityFeed(
            new FinnhubClient(_http),
            market,
            new MarketClock(new MarketCalendar(), _clock, TimeProvider.System),
            _jobs,
            new FixedOptions(options),
            NullLogger<UsEquityFeed>.Instance
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
        await _provider.DisposeAsync();
    }

    private FeedHub Hub => _provider.App.Services.GetRequiredService<FeedHubs>().Finnhub;

    private int Subscriptions => Hub.Sockets.Sum(s => s.SymbolCount);

    private async Task PostAsync(string path, object body)
    {
        using var reply = await _control.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        Assert.True(reply.IsSuccessStatusCode);
    }

    private Task TradesAsync(params ControlTrade[] trades) => PostAsync("trades", trades);

    private Task FrameAsync(string text) => PostAsync("frame", new ControlFrame("finnhub", text));

    private static ControlTrade Trade(string symbol, decimal price, long afterMs, decimal volume = 100) =>
        new(symbol, price, volume, NowMs + afterMs, ["1"]);

    [Fact]
    public async Task Both_boards_start_whole_with_the_providers_previous_close_and_trades_move_them()
    {
        await StartAsync();
        await Wait.Until(() => _stocks.Count == 4 && _funds.Count == 2 && Subscriptions == 6);
        Assert.All(new[] { _stocks.Find("AAPL")!, _stocks.Find("BRK.B")!, _funds.Find("SPY")! }, q =>
        {
            Assert.True(q.Price > 0 && q.PreviousClose > 0 && q.ChangeRate is not null);
            Assert.Equal(new LocalDate(2025, 7, 16), q.SessionDate);
            Assert.Equal($"Name of {q.Symbol}", q.CompanyName);
        });

        await TradesAsync(Trade("AAPL", 200.5m, 1000), Trade("SPY", 600.25m, 1000));

        await Wait.Until(() => _stocks.Find("AAPL")!.Price == 200.5m && _funds.Find("SPY")!.Price == 600.25m);
        Assert.Equal(["1"], _stocks.Find("AAPL")!.TradeConditions!);
        await Wait.Until(() => _store.Trades.Any(t => t is { Symbol: "AAPL", Price: 200.5m, Volume: 100 }));
        Assert.Null(_stocks.Find("SPY"));
    }

    [Fact]
    public async Task Symbols_whose_first_quotes_were_unreadable_are_asked_for_again_within_seconds()
    {
        await StartAsync(badQuotes: 4);
        await Wait.Until(() => _stocks.Count + _funds.Count == 2);

        await Wait.Until(() => _stocks.Count == 4 && _funds.Count == 2, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Our_own_previous_close_wins_over_the_providers()
    {
        _store.Closes[("AAPL", new LocalDate(2025, 7, 16))] = 200m;
        await StartAsync();
        await Wait.Until(() => Subscriptions == 6);

        await TradesAsync(Trade("AAPL", 201m, 1000));

        await Wait.Until(() => _stocks.Find("AAPL")?.Price == 201m);
        var apple = _stocks.Find("AAPL")!;
        Assert.Equal((200m, 1m, 0.5m), (apple.PreviousClose!.Value, apple.ChangeAmount!.Value, apple.ChangeRate!.Value));
    }

    [Fact]
    public async Task Repeated_late_and_broken_messages_leave_the_board_and_the_store_right()
    {
        await StartAsync();
        await Wait.Until(() => Subscriptions == 6 && _stocks.Count == 4);
        await Wait.Until(() => _stocks.Find("MSFT") is not null);

        await TradesAsync(Trade("MSFT", 500m, 3000));
        await TradesAsync(Trade("MSFT", 500m, 3000));
        await TradesAsync(Trade("MSFT", 490m, 1000));
        await FrameAsync("{\"type\":\"trade\",\"data\":[");
        await FrameAsync("<html>");
        await FrameAsync(
            $$"""{"type":"trade","data":[{"s":"MSFT","p":"x","t":{{NowMs}},"v":1},{"s":"NVDA","p":170.5,"t":{{NowMs + 2000}},"v":7}]}"""
        );
        await FrameAsync($$"""{"type":"trade","data":[{"s":"TSLA","p":300,"t":{{NowMs}},"v":1}]}""");

        await Wait.Until(() => _stocks.Find("NVDA")!.Price == 170.5m);
        Assert.Equal(500m, _stocks.Find("MSFT")!.Price);
        await Wait.Until(() => _health.Dropped == 4);
        await Wait.Until(() => _store.Trades.Count(t => t is { Symbol: "MSFT", Volume: 100 }) == 2);
    }

    [Fact]
    public async Task Every_trade_that_was_read_is_stored_and_shown_when_the_feed_is_stopped()
    {
        await StartAsync();
        await Wait.Until(() => Subscriptions == 6 && _stocks.Count == 4);
        var before = _health.Messages;

        // Stopped at once: most of them come after the last round of publishing. Pings are messages too.
        await TradesAsync([.. Enumerable.Range(1, 300).Select(i => Trade("AAPL", 200m + i * 0.01m, 1000 + i, volume: 7))]);
        await Wait.Until(() => _health.Messages > before + 2);
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);

        await _pipeline.FlushAsync(Ct);
        var stored = _store.Trades.Where(t => t is { Symbol: "AAPL", Volume: 7 }).ToList();
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(i => 200m + i * 0.01m), stored.Select(t => t.Price).Order());
        Assert.InRange(_health.Messages - before - stored.Count, 0, 2);
        Assert.Equal(stored.Max(t => t.Price), _stocks.Find("AAPL")!.Price);
    }

    [Fact]
    public async Task A_price_far_ahead_in_time_is_dropped()
    {
        await StartAsync();
        await Wait.Until(() => Subscriptions == 6);

        await TradesAsync(Trade("AAPL", 1m, 40L * 86_400_000));
        await TradesAsync(Trade("AAPL", 210m, 1000));

        await Wait.Until(() => _stocks.Find("AAPL")?.Price == 210m);
        Assert.Equal(1, _health.Dropped);
    }

    [Fact]
    public async Task A_dropped_socket_is_opened_again_with_all_its_symbols()
    {
        await StartAsync();
        await Wait.Until(() => Subscriptions == 6);

        await PostAsync("faults", new { provider = "finnhub", kind = "drop" });
        await Wait.Until(() => Subscriptions == 0);
        await Wait.Until(() => Subscriptions == 6);

        await TradesAsync(Trade("QQQ", 555m, 1000));
        await Wait.Until(() => _funds.Find("QQQ")?.Price == 555m);
    }

    [Fact]
    public async Task When_the_plan_allows_fewer_symbols_the_others_are_asked_for()
    {
        await StartAsync(providerAllows: 2);

        await Wait.Until(() => Subscriptions == 2 && _stocks.Count == 4 && _funds.Count == 2);
        Assert.True(_health.IsConnected);
    }

    [Fact]
    public async Task No_more_symbols_are_subscribed_than_the_setting_allows_and_the_most_watched_come_first()
    {
        await StartAsync(maxLive: 3);

        await Wait.Until(() => Subscriptions == 3 && _stocks.Count == 4 && _funds.Count == 2);
        var socket = Assert.Single(Hub.Sockets);
        Assert.True(socket.Follows("AAPL") && socket.Follows("SPY"));
        Assert.False(socket.Follows("BRK.B"));
    }

    [Fact]
    public async Task A_list_that_changes_changes_the_subscriptions()
    {
        await StartAsync();
        await Wait.Until(() => Subscriptions == 6);

        _listedStocks.Symbols = ["AAPL", "MSFT", "NVDA", "GOOGL"];

        await Wait.Until(() => Hub.Sockets.Any(s => s.Follows("GOOGL") && !s.Follows("BRK.B")), TimeSpan.FromSeconds(30));
        await Wait.Until(() => _stocks.Find("GOOGL") is not null);
    }

    [Fact]
    public async Task Minutes_after_a_sessions_end_its_official_closes_are_asked_for_once()
    {
        await StartAsync();
        await Wait.Until(() => _stocks.Count == 4);
        Assert.Empty(_jobs.Names);

        _clock.Reset(Instant.FromUtc(2025, 7, 16, 20, 0) + UsDailyClosesJob.AfterClose);

        await Wait.Until(() => !_jobs.Names.IsEmpty);
        Assert.Equal([UsDailyClosesJob.Name], _jobs.Names);
    }

    [Fact]
    public async Task A_previous_close_that_comes_in_later_is_shown_without_a_new_price()
    {
        await StartAsync();
        await Wait.Until(() => _stocks.Count == 4);
        var price = _stocks.Find("NVDA")!.Price!.Value;

        _store.Closes[("NVDA", new LocalDate(2025, 7, 16))] = price / 2;

        await Wait.Until(() => _stocks.Find("NVDA")!.ChangeRate == 100m);
    }
}
