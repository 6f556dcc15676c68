using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Domain.Markets;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Domain.Equities;

public sealed class UsDailyClosesJobTests
{
    private static readonly LocalDate Friday = new(2013, 10, 4),
        Monday = new(2013, 10, 7);

    private readonly MemoryStore _store = new();
    private readonly MarketCalendar _calendar = new();
    private readonly FakeClock _clock = new(Instant.FromUtc(2013, 10, 4, 20, 15));
    private readonly List<string> _asked = [];

    private Task<JobOutcome> RunAsync(Func<string, (HttpStatusCode, string)> answer)
    {
        _asked.Clear();
        var http = Samples.Answering(
            path => answer(path) is var reply && reply.Item1 == HttpStatusCode.OK ? reply : throw Failure(reply.Item1),
            _asked
        );
        var instruments = new UsInstruments(Us.Boards, [new FixedInstruments("sp500", "AAPL", "MSFT"), new FixedInstruments("etf", "SPY")]);
        return new UsDailyClosesJob(new FinnhubClient(http), instruments, _store, _store, _calendar, SplitTable.Shipped(), _clock).RunAsync(
            new JobContext(_ => { }),
            Ct
        );
    }

    // What the provider pipeline makes of these statuses.
    private static ProviderException Failure(HttpStatusCode status) =>
        new(
            status switch
            {
                HttpStatusCode.Forbidden => ProviderFailure.Unauthorized,
                HttpStatusCode.TooManyRequests => ProviderFailure.BudgetSpent,
                _ => ProviderFailure.ServerError,
            },
            "finnhub",
            $"answered {(int)status}"
        );

    private (HttpStatusCode, string) Candles(string path)
    {
        var from = long.Parse(path.Split("from=")[1].Split('&')[0]);
        var days = _calendar.Sessions(Instant.FromUnixTimeSeconds(from).InUtc().Date, _calendar.SessionOf(_clock.GetCurrentInstant()).Date);
        decimal[] prices = [.. days.Select(_ => 100m)];
        return (
            HttpStatusCode.OK,
            JsonSerializer.Serialize(
                new
                {
                    s = "ok",
                    t = days.Select(d => d.Date.AtMidnight().InUtc().ToInstant().ToUnixTimeSeconds()),
                    o = prices,
                    h = prices,
                    l = prices,
                    c = prices,
                    v = prices,
                }
            )
        );
    }

    [Fact]
    public async Task The_first_run_fetches_a_year_of_every_symbol_up_to_the_last_finished_session()
    {
        var outcome = await RunAsync(Candles);

        Assert.True(outcome.Complete);
        Assert.Equal(3, _asked.Count);
        Assert.Equal(3, _store.Days.Keys.GroupBy(k => k.Item1).Count(g => g.Count() is >= 250 and <= 260));
        Assert.True(_store.Days[("SPY", Friday)].IsOfficial);
    }

    [Fact]
    public async Task A_session_under_way_gives_no_official_bar()
    {
        _clock.Reset(Instant.FromUtc(2013, 10, 4, 18, 0));

        await RunAsync(Candles);

        Assert.DoesNotContain(_store.Days.Keys, k => k.Item2 == Friday);
        Assert.Contains(("SPY", new LocalDate(2013, 10, 3)), _store.Days.Keys);
    }

    [Fact]
    public async Task A_second_run_asks_nothing_and_after_the_next_session_only_what_is_missing()
    {
        await RunAsync(Candles);
        await RunAsync(Candles);
        Assert.Empty(_asked);

        _clock.Reset(Instant.FromUtc(2013, 10, 7, 20, 15));
        var outcome = await RunAsync(Candles);

        Assert.Equal(3, _asked.Count);
        Assert.Equal(6, outcome.Rows); // Friday's again, with its late reports, and Monday's
        Assert.True(_store.Days[("AAPL", Monday)].IsOfficial);
    }

    [Fact]
    public async Task A_spent_budget_ends_the_run_cleanly_and_the_next_one_goes_on_there()
    {
        var calls = 0;
        var first = await RunAsync(path => ++calls <= 1 ? Candles(path) : (HttpStatusCode.TooManyRequests, ""));
        Assert.False(first.Complete);
        Assert.Single(_store.Days.Keys.Select(k => k.Item1).Distinct());

        var second = await RunAsync(Candles);

        Assert.True(second.Complete);
        Assert.Equal(2, _asked.Count);
        Assert.Equal(3, _store.Days.Keys.Select(k => k.Item1).Distinct().Count());
    }

    [Fact]
    public async Task One_symbol_that_fails_does_not_cost_the_others()
    {
        var outcome = await RunAsync(path => path.Contains("AAPL") ? (HttpStatusCode.InternalServerError, "") : Candles(path));

        Assert.False(outcome.Complete);
        Assert.Equal(["MSFT", "SPY"], _store.Days.Keys.Select(k => k.Item1).Distinct().Order());
    }

    [Fact]
    public async Task A_plan_without_candles_gives_closes_by_quote_and_makes_no_bar_up()
    {
        _clock.Reset(Instant.FromUtc(2013, 10, 7, 20, 15));
        _store.Days[("SPY", Friday)] = new DayBar("SPY", Friday, 168, 169, 167, 168.5m, 1000, IsOfficial: false);
        var at = Instant.FromUtc(2013, 10, 7, 20, 0).ToUnixTimeSeconds();

        var outcome = await RunAsync(path =>
            path.Contains("candle") ? (HttpStatusCode.Forbidden, "")
            : path.Contains("SPY") ? (HttpStatusCode.OK, $$"""{"c":167.43,"h":168.45,"l":167.25,"o":167.42,"pc":168.89,"t":{{at}}}""")
            : (HttpStatusCode.OK, Samples.Text("Finnhub", "quote-unknown-symbol.json"))
        );

        Assert.NotNull(outcome.Note);
        Assert.Equal(1, _asked.Count(a => a.Contains("candle")));
        Assert.Equal(new DayBar("SPY", Friday, 168, 169, 167, 168.89m, 1000, IsOfficial: true), _store.Days[("SPY", Friday)]);
        Assert.Equal(new DayBar("SPY", Monday, 167.42m, 168.45m, 167.25m, 167.43m, 0, IsOfficial: true), _store.Days[("SPY", Monday)]);
        Assert.Equal(2, _store.Days.Count);
    }

    [Fact]
    public async Task Without_lists_a_run_is_not_complete()
    {
        var job = new UsDailyClosesJob(
            new FinnhubClient(Samples.Answering("{}")),
            new UsInstruments([], []),
            _store,
            _store,
            _calendar,
            SplitTable.Shipped(),
            _clock
        );

        var outcome = await job.RunAsync(new JobContext(_ => { }), Ct);

        Assert.False(outcome.Complete);
        Assert.Equal(0, outcome.Rows);
    }
}
