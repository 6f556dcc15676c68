using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Markets;

namespace InvestmentAssistant.Api.Tests.Domain.Equities;

public sealed class EquityStateTests
{
    // Friday 4 and Monday 7 October 2013; New York is four hours behind.
    private static readonly Instant FridayNoon = Instant.FromUtc(2013, 10, 4, 16, 0);
    private static readonly Instant FridayPost = Instant.FromUtc(2013, 10, 4, 21, 0);
    private static readonly Instant MondayPre = Instant.FromUtc(2013, 10, 7, 12, 0);
    private static readonly Instant MondayOpen = Instant.FromUtc(2013, 10, 7, 13, 30);

    private readonly Closes _closes = new();
    private readonly EquityState _state;

    public EquityStateTests()
    {
        _state = new EquityState(new MarketCalendar(), _closes);
        _state.SetInstruments([
            new("etf", "SPY", "SPDR S&P 500", null, null, 4),
            new("sp500", "AAPL", "Apple", null, "Information Technology", 1),
        ]);
        _closes.Known[("SPY", new LocalDate(2013, 10, 4))] = 167.62m;
        _closes.Known[("SPY", new LocalDate(2013, 10, 7))] = 168.89m;
    }

    internal sealed class Closes : IPreviousCloses
    {
        public readonly Dictionary<(string, LocalDate), decimal> Known = [];

        public decimal? For(string symbol, LocalDate sessionDate) => Known.TryGetValue((symbol, sessionDate), out var close) ? close : null;

        public Task RefreshAsync(CancellationToken ct) => Task.CompletedTask;
    }

    private bool Trade(Instant at, decimal price, decimal volume = 100, int occurrence = 0) =>
        _state.Apply(new Trade("SPY", at, price, volume, occurrence), 1);

    private EquityQuote Spy => _state.Find("SPY")!;

    [Fact]
    public void A_price_is_compared_with_the_close_before_its_own_session()
    {
        Trade(FridayNoon, 168.50m);
        Assert.Equal((167.62m, 0.88m, 0.52m), (Spy.PreviousClose!.Value, Spy.ChangeAmount!.Value, Spy.ChangeRate!.Value));

        Trade(FridayPost, 168.60m);
        Assert.Equal(167.62m, Spy.PreviousClose);

        Trade(MondayPre, 167.00m);
        Assert.Equal((168.89m, -1.89m, -1.12m), (Spy.PreviousClose!.Value, Spy.ChangeAmount!.Value, Spy.ChangeRate!.Value));
    }

    private void Counted(decimal? volume, decimal? volume24h = null, LocalDate? date = null, Instant? at = null) =>
        _state.Seed(
            new MarketAggregate("SPY", date ?? new LocalDate(2013, 10, 4), null, null, null, null, volume, volume24h),
            at ?? FridayNoon
        );

    [Fact]
    public void The_session_range_is_of_regular_trades_and_starts_again()
    {
        Trade(FridayNoon, 168);
        Trade(FridayNoon + Duration.FromSeconds(1), 169);
        Trade(FridayNoon + Duration.FromSeconds(2), 167);
        Trade(FridayPost, 180);
        Counted(60);
        Assert.Equal((168m, 169m, 167m, 60m), (Spy.Open!.Value, Spy.High!.Value, Spy.Low!.Value, Spy.SessionVolume!.Value));

        Trade(MondayPre, 167.5m);
        Assert.Null(Spy.Open);
        Assert.Null(Spy.SessionVolume);
        Counted(60);
        Assert.Null(Spy.SessionVolume);

        Trade(MondayOpen, 167.4m);
        Assert.Equal(167.4m, Spy.Open);
    }

    [Fact]
    public void A_trade_that_comes_late_counts_for_the_session_and_does_not_move_the_price_back()
    {
        Trade(FridayNoon + Duration.FromSeconds(2), 168);
        Trade(FridayNoon, 171);

        Assert.Equal((168m, 171m), (Spy.Price!.Value, Spy.High!.Value));
        Assert.Equal((FridayNoon + Duration.FromSeconds(2)).ToUnixTimeMilliseconds(), Spy.TimestampMs);
    }

    [Fact]
    public void An_average_price_trade_changes_nothing_on_the_board()
    {
        Trade(FridayNoon, 168);
        _state.Apply(new Trade("SPY", FridayNoon + Duration.FromSeconds(1), 150, 5000, 0, ["3"]), 1);

        Assert.Equal((168m, 168m, 168m), (Spy.Price!.Value, Spy.High!.Value, Spy.Low!.Value));
    }

    [Fact]
    public void A_late_trade_of_an_earlier_session_leaves_the_present_one_alone()
    {
        Trade(MondayOpen, 167, 10);
        Trade(FridayNoon, 175, 20);

        Assert.Equal((167m, 167m), (Spy.Price!.Value, Spy.High!.Value));
        Assert.Equal(new LocalDate(2013, 10, 7), Spy.SessionDate);
    }

    [Fact]
    public void A_price_update_without_a_trade_moves_the_price_and_keeps_the_last_size()
    {
        Trade(FridayNoon, 168, 10);
        Trade(FridayNoon + Duration.FromSeconds(1), 168.2m, 0);

        Assert.Equal((168.2m, 10m), (Spy.Price!.Value, Spy.Volume!.Value));
    }

    [Fact]
    public void An_unknown_previous_close_gives_no_change()
    {
        _state.Apply(new Trade("AAPL", FridayNoon, 500, 1), 1);

        var apple = _state.Find("AAPL")!;
        Assert.Null(apple.PreviousClose);
        Assert.Null(apple.ChangeRate);
    }

    [Fact]
    public void The_previous_close_of_a_quote_stands_in_until_ours_is_known()
    {
        _state.Apply(
            "AAPL",
            new FinnhubQuote
            {
                Current = 490,
                Open = 485,
                High = 495,
                Low = 480,
                PreviousClose = 483.03m,
                Time = FridayNoon.ToUnixTimeSeconds(),
            },
            1
        );
        var apple = _state.Find("AAPL")!;
        Assert.Equal((490m, 483.03m, 1.44m), (apple.Price!.Value, apple.PreviousClose!.Value, apple.ChangeRate!.Value));

        _closes.Known[("AAPL", new LocalDate(2013, 10, 4))] = 483.41m;
        _state.TakeChanges();
        _state.RecomputeChanges();

        Assert.Equal(483.41m, Assert.Single(_state.TakeChanges()["sp500"]).PreviousClose);
    }

    [Fact]
    public void A_quote_older_than_the_last_trade_does_not_move_the_price()
    {
        Trade(FridayNoon, 168);

        Assert.False(_state.Apply("SPY", new FinnhubQuote { Current = 160, Time = FridayNoon.ToUnixTimeSeconds() - 5 }, 1));
        Assert.Equal(168m, Spy.Price);
    }

    [Fact]
    public void An_open_far_from_the_previous_close_without_a_known_split_is_flagged_once()
    {
        _closes.Known[("SPY", new LocalDate(2013, 10, 7))] = 500m;
        Trade(MondayOpen, 168);
        Trade(MondayOpen + Duration.FromSeconds(1), 168.1m);

        Assert.True(Spy.SplitSuspected);
        Assert.Equal(("SPY", 168m, 500m), Assert.Single(_state.TakeGaps()) is var g ? (g.Symbol, g.Open, g.PreviousClose) : default);
        Assert.Empty(_state.TakeGaps());
    }

    [Fact]
    public void Changes_go_to_the_board_of_the_symbol_and_slow_fields_apart()
    {
        Trade(FridayNoon, 168, 10);
        _state.Apply(new Trade("AAPL", FridayNoon, 500, 1), 1);

        var changes = _state.TakeChanges();
        Assert.Equal("SPY", Assert.Single(changes["etf"]).Symbol);
        Assert.Equal("AAPL", Assert.Single(changes["sp500"]).Symbol);
        Assert.Empty(_state.TakeChanges());

        Counted(10, 25);
        var slow = Assert.Single(_state.TakeMarketChanges()["etf"]);
        Assert.Equal(("SPDR S&P 500", 10m, 25m), (slow.CompanyName, slow.SessionVolume!.Value, slow.Volume24h!.Value));
        Assert.Null(slow.Price);
        Assert.Empty(_state.TakeMarketChanges());
    }

    [Fact]
    public void A_foreign_symbol_and_a_time_outside_the_calendar_are_refused()
    {
        Assert.False(_state.Apply(new Trade("TSLA", FridayNoon, 1, 1), 1));
        Assert.False(Trade(Instant.FromUtc(1970, 1, 1, 0, 1), 1));
    }

    [Fact]
    public void A_symbol_on_both_lists_belongs_to_the_first()
    {
        _state.SetInstruments([new("sp500", "AAPL", "Apple", null, null, 1), new("etf", "AAPL", "Fund", null, null, 1)]);
        _state.Apply(new Trade("AAPL", FridayNoon, 500, 1), 1);

        Assert.Equal(["sp500"], _state.TakeChanges().Keys);
    }

    [Fact]
    public void A_volume_of_zero_is_unknown_and_not_shown()
    {
        Trade(FridayNoon, 168, 0);
        Counted(0, 0);

        Assert.Null(Spy.SessionVolume);
        Assert.Null(Spy.Volume24h);
    }

    [Theory]
    [InlineData("1000", "40", "1000")] // the hours before our first trade are not filled yet
    [InlineData("1000", null, "1000")]
    [InlineData("1000", "1300", "1300")] // extended hours
    [InlineData(null, "40", "40")] // no session to compare with
    [InlineData(null, null, null)]
    public void The_last_24_hours_are_never_less_than_the_session_that_lies_in_them(string? session, string? hours, string? expected)
    {
        Trade(FridayNoon, 168);
        Counted(Number(session), Number(hours), at: FridayPost);

        Assert.Equal(Number(expected), Spy.Volume24h);

        static decimal? Number(string? text) => text is null ? null : decimal.Parse(text);
    }

    [Fact]
    public void The_last_24_hours_may_be_less_than_a_session_that_they_cut()
    {
        Trade(FridayNoon, 168);
        Counted(1000, 300, at: FridayNoon + Duration.FromHours(24)); // Saturday noon: Friday's afternoon alone
        Assert.Equal(300m, Spy.Volume24h);

        Counted(1000, 300, at: Instant.FromUtc(2013, 10, 5, 13, 30)); // the last moment at which the session is still whole
        Assert.Equal(1000m, Spy.Volume24h);
    }

    [Fact]
    public async Task States_are_kept_once_for_the_next_start()
    {
        Trade(FridayNoon, 168);
        await Assert.ThrowsAsync<TimeoutException>(() => _state.KeepAsync(_ => throw new TimeoutException("the store is away")));
        IReadOnlyList<LastQuote<EquityQuote>> unkept = [];
        await _state.KeepAsync(quotes => Task.FromResult(unkept = quotes));
        var kept = Assert.Single(unkept);
        Assert.Equal(("etf", "SPY", 168m, FridayNoon), (kept.Board, kept.Symbol, kept.Price, kept.TradedAt));
        Assert.Equal("SPDR S&P 500", kept.Quote.CompanyName);
        await _state.KeepAsync(quotes => Task.FromResult(unkept = quotes));
        Assert.Empty(unkept);

        var next = new EquityState(new MarketCalendar(), _closes);
        next.SetInstruments([new("etf", "SPY", "SPDR S&P 500", null, null, 4)]);
        next.Seed(kept.Quote);
        Assert.Equal((168m, 167.62m), (next.Find("SPY")!.Price!.Value, next.Find("SPY")!.PreviousClose!.Value));
        Assert.Single(next.TakeChanges()["etf"]);
    }

    [Fact]
    public void Merging_a_newer_session_forgets_the_figures_of_the_one_before()
    {
        var friday = new EquityQuote
        {
            Symbol = "SPY",
            CompanyName = "SPDR",
            SessionDate = new LocalDate(2013, 10, 4),
            Open = 1,
            High = 2,
            Low = 1,
            SessionVolume = 9,
            PreviousClose = 1,
            ChangeRate = 5,
            Price = 2,
        };

        var merged = friday.MergedWith(
            new EquityQuote
            {
                Symbol = "SPY",
                SessionDate = new LocalDate(2013, 10, 7),
                Price = 3,
            }
        );

        Assert.Equal((3m, "SPDR"), (merged.Price!.Value, merged.CompanyName));
        Assert.Null(merged.Open);
        Assert.Null(merged.PreviousClose);
        Assert.Null(merged.SessionVolume);
        Assert.Equal(1m, friday.MergedWith(new EquityQuote { Symbol = "SPY", Price = 3 }).Open);
    }
}
