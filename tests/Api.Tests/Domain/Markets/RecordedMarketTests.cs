using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Domain.Markets.Charts;
using InvestmentAssistant.MarketSimulator.Tape;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.Domain.Markets;

/// <summary>The recorded days of SPY (October 2013) and AAPL (June 2014), stored as the trades that a replay makes of them.</summary>
public sealed class RecordedDays(Fixture.LocalServices services) : IAsyncLifetime
{
    public MarketTestStore Db { get; } = new(services);

    public IReadOnlyList<RecordedBar> Minutes { get; } =
        RecordedTrades.ReadMinutes(Path.Combine(AppContext.BaseDirectory, "MarketData", "minute-bars.csv"));

    public IReadOnlyList<RecordedDay> Days { get; } =
        RecordedTrades.ReadDays(Path.Combine(AppContext.BaseDirectory, "MarketData", "daily-bars.csv"));

    public async ValueTask InitializeAsync()
    {
        await Db.InitializeAsync();
        var calendar = Db.Get<MarketCalendar>();
        var trades = RecordedTrades
            .From(Minutes, at => calendar.SessionOf(at).IsRegular(at))
            .Select(t => new Trade(t.Symbol, t.At, t.Price, t.Volume, 0, t.Conditions))
            .ToArray();
        new Random(3).Shuffle(trades);
        foreach (var batch in trades.Chunk(5000))
            await Db.Store.WriteTradesAsync(batch, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}

public sealed class RecordedMarketTests(RecordedDays recorded) : IClassFixture<RecordedDays>
{
    private readonly MarketTestStore _db = recorded.Db;

    [Theory]
    [InlineData("SPY", 2013, 6)]
    [InlineData("AAPL", 2014, 3)]
    public async Task Minute_bars_are_the_recorded_ones_to_the_cent_and_share(string symbol, int year, int days)
    {
        var expected = recorded
            .Minutes.Where(m => m.Symbol == symbol)
            .Select(m => new Bar(symbol, m.MinuteStart, m.Open, m.High, m.Low, m.Close, m.Volume))
            .ToList();
        var stored = await _db.Store.ReadBarsAsync(
            symbol,
            BarResolution.Minute,
            Instant.FromUtc(year, 1, 1, 0, 0),
            Instant.FromUtc(year + 1, 1, 1, 0, 0),
            Ct
        );
        Assert.Equal(days, expected.Select(b => b.Start.InZone(MarketCalendar.NewYork).Date).Distinct().Count());
        Assert.Equal(expected, stored);
    }

    [Fact]
    public async Task Day_bars_are_the_recorded_regular_sessions()
    {
        var calendar = _db.Get<MarketCalendar>();
        var expected = recorded
            .Minutes.Where(m => calendar.SessionOf(m.MinuteStart).IsRegular(m.MinuteStart))
            .GroupBy(m => (m.Symbol, m.MinuteStart.InZone(MarketCalendar.NewYork).Date))
            .Select(g => new DayBar(
                g.Key.Symbol,
                g.Key.Date,
                g.First().Open,
                g.Max(m => m.High),
                g.Min(m => m.Low),
                g.Last().Close,
                g.Sum(m => m.Volume),
                false
            ))
            .ToList();
        Assert.Equal(9, expected.Count);
        foreach (var bar in expected)
            Assert.Equal([bar], await _db.Store.ReadDayBarsAsync(bar.Symbol, bar.Date, bar.Date, Ct));
    }

    [Fact]
    public async Task Quarter_hours_and_hours_add_up_to_the_minutes()
    {
        foreach (var resolution in new[] { BarResolution.QuarterHour, BarResolution.Hour })
        {
            var length = Duration.FromMinutes((int)resolution).BclCompatibleTicks;
            var expected = recorded
                .Minutes.Where(m => m.Symbol == "SPY")
                .GroupBy(m => m.MinuteStart.ToUnixTimeTicks() / length * length)
                .Select(g => new Bar(
                    "SPY",
                    Instant.FromUnixTimeTicks(g.Key),
                    g.First().Open,
                    g.Max(m => m.High),
                    g.Min(m => m.Low),
                    g.Last().Close,
                    g.Sum(m => m.Volume)
                ));
            Assert.Equal(
                expected,
                await _db.Store.ReadBarsAsync("SPY", resolution, Instant.FromUtc(2013, 1, 1, 0, 0), Instant.FromUtc(2014, 1, 1, 0, 0), Ct)
            );
        }
    }

    [Fact]
    public async Task Without_official_closes_the_last_regular_trade_is_the_previous_close()
    {
        var closes = _db.Get<IPreviousCloses>();
        _db.Clock.Reset(Instant.FromUtc(2013, 10, 7, 13, 45));
        await closes.RefreshAsync(Ct);
        var lastRegular = recorded.Minutes.Last(m => m.Symbol == "SPY" && m.MinuteStart < Instant.FromUtc(2013, 10, 4, 20, 0));
        Assert.Equal(lastRegular.Close, closes.For("SPY", new(2013, 10, 7)));
        // Nothing is known of the day before the recording: null, never 0.
        Assert.Null(closes.For("SPY", new(2013, 10, 4)));
        Assert.Null(closes.For("NOPE", new(2013, 10, 7)));
    }

    [Fact]
    public async Task Day_figures_of_the_running_session_and_24_hours_are_those_of_the_recording()
    {
        var now = Instant.FromUtc(2013, 10, 8, 15, 30) - Duration.FromMilliseconds(1);
        _db.Clock.Reset(now);
        var figures = (await _db.Get<IMarketAggregates>().ReadAsync(["SPY", "KRW-NONE"], Ct))["SPY"];
        // The recording goes on after that moment; what is stored of the future is not part of the 24 hours by the hour only.
        var session = recorded
            .Minutes.Where(m =>
                m.Symbol == "SPY"
                && m.MinuteStart >= Instant.FromUtc(2013, 10, 8, 13, 30)
                && m.MinuteStart < Instant.FromUtc(2013, 10, 8, 20, 0)
            )
            .ToList();
        Assert.Equal(new(2013, 10, 8), figures.Date);
        Assert.Equal(session[0].Open, figures.Open);
        Assert.Equal(session.Sum(m => m.Volume), figures.Volume);
        var day = recorded.Minutes.Where(m =>
            m.Symbol == "SPY" && m.MinuteStart >= now - Duration.FromHours(24) && m.MinuteStart < Instant.FromUtc(2013, 10, 8, 16, 0)
        );
        Assert.Equal(day.Sum(m => m.Volume), figures.Volume24h);
    }

    [Fact]
    public async Task A_chart_of_one_day_is_the_session_in_minutes_and_at_night_the_last_one()
    {
        // Saturday: Friday's session, pre-market and after-hours included.
        _db.Clock.Reset(Instant.FromUtc(2013, 10, 12, 15, 0));
        var chart = await _db.Get<IChartReader>().ReadAsync("SPY", ChartSpan.OneDay, extended: true, Ct);
        var friday = recorded.Minutes.Where(m => m.Symbol == "SPY" && m.MinuteStart >= Instant.FromUtc(2013, 10, 11, 8, 0)).ToList();
        Assert.Equal(friday.Select(m => (m.MinuteStart, m.Close, (decimal)m.Volume)), chart.Points.Select(p => (p.At, p.Close, p.Volume)));
        Assert.All(chart.Points, p => Assert.Equal(new LocalDate(2013, 10, 11), p.Date));
        var regular = await _db.Get<IChartReader>().ReadAsync("SPY", ChartSpan.OneDay, extended: false, Ct);
        Assert.Equal(
            friday
                .Where(m => m.MinuteStart >= Instant.FromUtc(2013, 10, 11, 13, 30) && m.MinuteStart < Instant.FromUtc(2013, 10, 11, 20, 0))
                .Select(m => m.MinuteStart),
            regular.Points.Select(p => p.At)
        );
    }

    [Fact]
    public async Task Charts_over_a_split_are_in_the_shares_of_today()
    {
        _db.Clock.Reset(Instant.FromUtc(2014, 6, 9, 18, 0));
        var chart = await _db.Get<IChartReader>().ReadAsync("AAPL", ChartSpan.OneWeek, extended: false, Ct);
        // Nearly 650 dollars a share before the split of 9 June 2014, some 92 after it.
        Assert.All(chart.Points, p => Assert.InRange(p.Low, 90, 96));
        Assert.True(chart.Points.Count > 40); // quarter hours of regular sessions
        Assert.Equal(chart.Points.OrderBy(p => p.At), chart.Points);
    }

    /// <summary>Every span with and without extended hours, in each phase of the market.</summary>
    public static MatrixTheoryData<ChartSpan, bool, string> Spans { get; } =
        new(
            Enum.GetValues<ChartSpan>(),
            [false, true],
            [
                "2013-10-10T18:00:00Z", // in a session
                "2013-10-10T12:00:00Z", // before its open
                "2013-10-10T23:00:00Z", // after its close
                "2013-10-11T05:00:00Z", // at night
                "2013-10-13T15:00:00Z", // on a Sunday
            ]
        );

    [Theory]
    [MemberData(nameof(Spans))]
    public async Task N7_every_span_shows_bars_of_sessions_within_its_window_at_any_hour_and_never_more_than_a_thousand(
        ChartSpan span,
        bool extended,
        string at
    )
    {
        var (now, calendar) = (InstantPattern.ExtendedIso.Parse(at).Value, _db.Get<MarketCalendar>());
        _db.Clock.Reset(now);
        var chart = await _db.Get<IChartReader>().ReadAsync("SPY", span, extended, Ct);
        Assert.InRange(chart.Points.Count, 1, ChartWindow.MaxPoints);
        Assert.All(chart.Points, p => Assert.True(p.Low <= p.Open && p.Low <= p.Close && p.High >= p.Open && p.High >= p.Close));
        if (chart.Window.Source is not ChartSource.DayBars)
            Assert.All(chart.Points, p => Assert.InRange(p.At, chart.Window.From - chart.Window.Step, chart.Window.To));
        Assert.All(chart.Points, p =>
        {
            var session = calendar.SessionOf(p.At);
            Assert.Equal(session.Date, p.Date);
            Assert.InRange(
                p.At,
                extended ? session.PreOpen : session.Open,
                (extended ? session.PostClose : session.Close) - Duration.FromTicks(1)
            );
        });
    }
}

/// <summary>With the official day bars beside the trades.</summary>
public sealed class OfficialClosesTests(RecordedDays recorded) : IClassFixture<RecordedDays>, IAsyncLifetime
{
    private readonly MarketTestStore _db = recorded.Db;

    public async ValueTask InitializeAsync() =>
        await _db.Store.WriteOfficialDayBarsAsync(
            [.. recorded.Days.Select(d => new DayBar(d.Symbol, d.Date, d.Open, d.High, d.Low, d.Close, d.Volume, true))],
            Ct
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private decimal OfficialClose(string symbol, LocalDate date) => recorded.Days.Single(d => d.Symbol == symbol && d.Date == date).Close;

    [Theory]
    [InlineData("2013-10-07T13:45:00Z", "2013-10-04")] // Monday's session compares with Friday's close
    [InlineData("2013-10-07T12:00:00Z", "2013-10-04")] // its pre-market too
    [InlineData("2013-10-06T12:00:00Z", "2013-10-03")] // on Sunday Friday's price compares with Thursday's close
    [InlineData("2013-10-04T20:30:00Z", "2013-10-03")] // after-hours of Friday belong to Friday
    [InlineData("2013-10-08T02:00:00Z", "2013-10-04")] // at night, Monday's session is the one just ended
    public async Task A_price_is_compared_with_the_official_close_of_the_session_before_its_own(string at, string closeOf)
    {
        var instant = InstantPattern.ExtendedIso.Parse(at).Value;
        _db.Clock.Reset(instant);
        var closes = _db.Get<IPreviousCloses>();
        await closes.RefreshAsync(Ct);
        var session = _db.Get<MarketCalendar>().SessionOf(instant).Date;
        Assert.Equal(OfficialClose("SPY", LocalDatePattern.Iso.Parse(closeOf).Value), closes.For("SPY", session));
    }

    [Fact]
    public async Task The_split_of_9_June_2014_divides_the_close_before_it()
    {
        _db.Clock.Reset(Instant.FromUtc(2014, 6, 9, 14, 0));
        var closes = _db.Get<IPreviousCloses>();
        await closes.RefreshAsync(Ct);
        Assert.Equal(92.2243m, closes.For("AAPL", new(2014, 6, 9)));
        Assert.Equal(OfficialClose("AAPL", new(2014, 6, 5)), closes.For("AAPL", new(2014, 6, 6)));
    }

    [Fact]
    public async Task Days_of_the_recording_show_the_official_bar()
    {
        var bars = await _db.Store.ReadDayBarsAsync("SPY", new(2013, 10, 4), new(2013, 10, 11), Ct);
        Assert.Equal(
            recorded
                .Days.Where(d => d.Symbol == "SPY" && d.Date >= new LocalDate(2013, 10, 4) && d.Date <= new LocalDate(2013, 10, 11))
                .Select(d => new DayBar("SPY", d.Date, d.Open, d.High, d.Low, d.Close, d.Volume, true)),
            bars
        );
    }
}
