using System.Net;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Features.Calendars;
using InvestmentAssistant.Api.Features.Calendars.Documents;
using InvestmentAssistant.Api.Features.Calendars.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Domain.Earnings;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Marten;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.Features.Calendars;

/// <summary>The calendars' jobs over a database of this class and replies the test makes up.</summary>
public sealed class CalendarJobsTests(LocalServices services) : IAsyncLifetime
{
    private const string EarningsHeader = "symbol,name,reportDate,fiscalDateEnding,estimate,currency,timeOfTheDay\r\n";
    private const string IpoHeader = "symbol,name,ipoDate,priceRangeLow,priceRangeHigh,currency,exchange\r\n";

    // Friday, noon in New York.
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 16, 16, 0);

    private readonly List<string> _asked = [];
    private EarningsStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await EarningsStore.CreateAsync(services, Now, new CalendarsFeature());

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static Task<JobOutcome> RunAsync(IDataSetJob job, bool byHand = false) => job.RunAsync(new JobContext(_ => { }, byHand), Ct);

    private HttpClient Answering(Func<string, string> answer) => Samples.Answering(path => (HttpStatusCode.OK, answer(path)), _asked);

    private Task<JobOutcome> ReadCalendar(Func<string, string> answer) =>
        RunAsync(new EarningsCalendarJob(new AlphaVantageClient(Answering(answer)), _store.Book, _store.Index, _store.Clock));

    private Task<JobOutcome> ReadResults(Func<string, string> answer, bool byHand = false) =>
        RunAsync(new EarningsResultsJob(new FinnhubClient(Answering(answer)), _store.Book, _store.Documents, _store.Clock), byHand);

    private Task<JobOutcome> ReadOfferings(string csv) =>
        RunAsync(new IpoCalendarJob(new AlphaVantageClient(Answering(_ => csv)), new IpoBook(_store.Documents, _store.Clock)));

    private async Task<IReadOnlyList<IpoOffering>> OfferingsAsync()
    {
        await using var session = _store.Documents.QuerySession();
        return await session.Query<IpoOffering>().OrderBy(o => o.IpoDate).ToListAsync(Ct);
    }

    [Fact]
    public async Task The_longer_horizon_is_asked_for_first_and_the_shorter_one_when_it_is_refused()
    {
        const string Row = "AAPL,Apple,2026-10-29,2026-09-30,1.5,USD,post-market\r\n";
        Assert.Equal(1, (await ReadCalendar(_ => EarningsHeader + Row)).Rows);
        Assert.Equal(["/query?function=EARNINGS_CALENDAR&horizon=6month"], _asked);
        _asked.Clear();
        var outcome = await ReadCalendar(path =>
            path.Contains("6month", StringComparison.Ordinal) ? EarningsHeader + "E,r,r,o,r, ,M\r\n" : EarningsHeader + Row
        );
        Assert.Equal((0, true), (outcome.Rows, outcome.Complete));
        Assert.Equal(["/query?function=EARNINGS_CALENDAR&horizon=6month", "/query?function=EARNINGS_CALENDAR&horizon=3month"], _asked);
    }

    [Theory]
    [InlineData(
        """{"Information":"We have detected your API key and our standard API rate limit is 25 requests per day."}""",
        ProviderFailure.BudgetSpent
    )]
    [InlineData(EarningsHeader + "E,r,r,o,r, ,M\r\n", ProviderFailure.Rejected)]
    [InlineData(EarningsHeader, ProviderFailure.BadReply)]
    [InlineData(EarningsHeader + ",,,,,,\r\n", ProviderFailure.BadReply)]
    [InlineData("", ProviderFailure.BadReply)]
    public async Task A_calendar_that_cannot_be_read_fails_the_run_and_loses_nothing(string reply, ProviderFailure kind)
    {
        await ReadCalendar(_ => EarningsHeader + "AAPL,Apple,2026-10-29,2026-09-30,1.5,USD,post-market\r\n");
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderException>(() => ReadCalendar(_ => reply))).Kind);
        Assert.True(Assert.Single(await _store.HeldAsync()).IsListed);
    }

    [Fact]
    public async Task Bad_and_doubled_rows_are_counted()
    {
        var outcome = await ReadCalendar(_ =>
            EarningsHeader + "AAPL,Apple,2026-10-29,2026-09-30,1.5,USD,\r\nAAPL,Apple,2026-10-29,2026-09-30,1.5,USD,\r\n,,x,,,,\r\n"
        );
        Assert.Equal((1, 2), (outcome.Rows, outcome.Dropped));
    }

    /// <summary>One report in each week that is asked for, on its Monday, of a company that has no other.</summary>
    private static string Results(string path)
    {
        var monday = LocalDatePattern
            .Iso.Parse(System.Web.HttpUtility.ParseQueryString(path[path.IndexOf('?', StringComparison.Ordinal)..])["from"]!)
            .Value;
        var symbol = $"W{(char)('A' + (Period.DaysBetween(new LocalDate(2026, 7, 6), monday) / 7))}";
        return $$"""{"earningsCalendar":[{"symbol":"{{symbol}}","date":"{{LocalDatePattern.Iso.Format(monday)}}","epsActual":4.4,"epsEstimate":4,"hour":"bmo"}]}""";
    }

    [Fact]
    public async Task A_first_run_reads_a_quarter_of_weeks_and_the_next_ones_only_the_last_two()
    {
        await ReadResults(Results);
        Assert.Equal(14, _asked.Count);
        Assert.Equal("/calendar/earnings?from=2026-10-12&to=2026-10-16", _asked[0]);
        Assert.Equal("/calendar/earnings?from=2026-07-13&to=2026-07-19", _asked[^1]);
        _asked.Clear();
        await ReadResults(Results);
        Assert.Equal(["/calendar/earnings?from=2026-10-12&to=2026-10-16", "/calendar/earnings?from=2026-10-05&to=2026-10-11"], _asked);
        _asked.Clear();
        await ReadResults(Results, byHand: true);
        Assert.Equal(14, _asked.Count);
    }

    [Fact]
    public async Task Results_cut_short_go_on_with_the_weeks_that_are_missing()
    {
        var calls = 0;
        var outcome = await ReadResults(path =>
            ++calls <= 3 ? Results(path) : """{"error":"API limit reached. Please try again later. Remaining Limit: 0"}"""
        );
        Assert.False(outcome.Complete);
        Assert.StartsWith("3 of 14 ", outcome.Note, StringComparison.Ordinal);
        _asked.Clear();
        Assert.True((await ReadResults(Results)).Complete);
        // The last two weeks again, because late results may come, and the eleven that were not read.
        Assert.Equal(13, _asked.Count);
        var held = await _store.HeldAsync();
        Assert.Equal(14, held.Count);
        Assert.All(held, e => Assert.Equal(4.4m, e.Actual));
    }

    [Fact]
    public async Task Offerings_move_and_their_ranges_become_known_under_one_number()
    {
        await ReadOfferings(IpoHeader + "ABCD,Abc Inc,2026-10-22,0,0,USD,NASDAQ\r\nWXYZ,Wxyz Ltd,2026-11-12,10,12,USD,NYSE\r\n");
        var first = (await OfferingsAsync())[0];
        Assert.Equal((null, null, null), (first.PriceRangeLow, first.PriceRangeHigh, first.PreviousDate));
        _store.Clock.AdvanceDays(1);
        Assert.Equal(
            1,
            (await ReadOfferings(IpoHeader + "ABCD,Abc Inc,2026-10-29,16,18,USD,NASDAQ\r\nWXYZ,Wxyz Ltd,2026-11-12,0,0,USD,NYSE\r\n")).Rows
        );
        var held = await OfferingsAsync();
        Assert.Equal(2, held.Count);
        Assert.Equal(
            (first.Id, new LocalDate(2026, 10, 29), new LocalDate(2026, 10, 22), 16m, 18m, first.CreatedAt),
            (
                held[0].Id,
                held[0].IpoDate,
                held[0].PreviousDate!.Value,
                held[0].PriceRangeLow!.Value,
                held[0].PriceRangeHigh!.Value,
                held[0].CreatedAt
            )
        );
        // A range that was known stays known.
        Assert.Equal((10m, 12m), (held[1].PriceRangeLow, held[1].PriceRangeHigh));
        Assert.Equal(
            0,
            (await ReadOfferings(IpoHeader + "ABCD,Abc Inc,2026-10-29,16,18,USD,NASDAQ\r\nWXYZ,Wxyz Ltd,2026-11-12,0,0,USD,NYSE\r\n")).Rows
        );
    }

    [Fact]
    public async Task An_offering_that_is_called_off_leaves_the_calendar_and_one_that_was_made_stays()
    {
        await ReadOfferings(
            IpoHeader + "AAAA,a,2026-10-20,0,0,USD,NYSE\r\nBBBB,b,2026-10-22,0,0,USD,NYSE\r\nCCCC,c,2026-11-12,0,0,USD,NYSE\r\n"
        );
        _store.Clock.Reset(Instant.FromUtc(2026, 10, 21, 16, 0));
        var outcome = await ReadOfferings(IpoHeader + "CCCC,c,2026-11-12,0,0,USD,NYSE\r\n");
        Assert.Contains("1", outcome.Note, StringComparison.Ordinal);
        Assert.Equal([true, false, true], (await OfferingsAsync()).Select(o => o.IsListed));
    }

    [Fact]
    public async Task Past_offerings_are_added_and_announced_ones_kept_as_they_were()
    {
        await ReadOfferings(IpoHeader + "ABCD,Abc Inc,2026-10-16,16,18,USD,NASDAQ\r\n");
        const string Past =
            """{"ipoCalendar":[{"symbol":"ABCD","name":"ABC","date":"2026-10-15","price":"17.00","status":"priced","exchange":"NASDAQ Global"},{"symbol":"OLDY","name":"OLD","date":"2026-09-01","price":"20.00","status":"priced","exchange":"NYSE"}]}""";
        var job = new IpoHistoryJob(new FinnhubClient(Answering(_ => Past)), new IpoBook(_store.Documents, _store.Clock), _store.Clock);
        Assert.Equal(1, (await RunAsync(job)).Rows);
        Assert.Equal(0, (await RunAsync(job)).Rows);
        Assert.Equal("/calendar/ipo?from=2026-07-18&to=2026-10-16", _asked[^1]);
        var held = await OfferingsAsync();
        Assert.Equal([("OLDY", 20m), ("ABCD", 16m)], held.Select(o => (o.Symbol, o.PriceRangeLow!.Value)));
    }

    [Fact]
    public async Task The_index_is_followed_by_its_job()
    {
        await ReadCalendar(_ =>
            EarningsHeader + "AAPL,Apple,2026-10-29,2026-09-30,1.5,USD,\r\nTINY,Tiny,2026-10-29,2026-09-30,1.5,USD,\r\n"
        );
        _store.Index.Members.Add(new("TINY", "Tiny Inc.", "Energy", null, null, null, null));
        Assert.Equal(1, (await RunAsync(new Sp500EarningsJob(_store.Book, _store.Clock))).Rows);
        Assert.All(await _store.HeldAsync(), e => Assert.True(e.IsSp500));
    }
}
