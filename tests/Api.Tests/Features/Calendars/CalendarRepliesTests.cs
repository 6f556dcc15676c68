using System.Net;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Features.Calendars.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Features.Calendars;

/// <summary>What is read from the providers' calendars, as captured, and from broken ones.</summary>
public sealed class CalendarRepliesTests
{
    private static readonly LocalDate Today = new(2026, 8, 14);

    private static EarningsReply Announced(string csv, LocalDate? today = null) =>
        EarningsReplies.OfCsv(AlphaVantageClient.ReadCsv(csv), today ?? Today);

    private static IpoReply Offered(string csv) => IpoReplies.OfCsv(AlphaVantageClient.ReadCsv(csv));

    [Fact]
    public void A_captured_calendar_has_names_quarters_and_times_of_the_day()
    {
        var reply = Announced(Samples.Text("AlphaVantage", "earnings-calendar.csv"));
        Assert.Equal(
            [
                new EarningsNotice(
                    "AGPU",
                    new LocalDate(2026, 8, 17),
                    "AXE COMPUTE INCORPORATED",
                    new LocalDate(2026, 6, 30),
                    null,
                    null,
                    "USD",
                    ReportTime.BeforeOpen
                ),
                new EarningsNotice(
                    "AIV",
                    new LocalDate(2026, 8, 17),
                    "APARTMENT INVESTMENT AND MANAGEMENT COMPANY",
                    new LocalDate(2026, 6, 30),
                    null,
                    null,
                    "USD"
                ),
            ],
            reply.Notices
        );
        Assert.Equal(0, reply.Dropped);
    }

    [Fact]
    public void The_header_of_old_without_a_time_of_the_day_is_read_too()
    {
        var reply = Announced(Samples.Text("AlphaVantage", "earnings-calendar-legacy-header.csv"), new LocalDate(2024, 4, 1));
        Assert.Equal([1.59m, null], reply.Notices.Select(n => n.Estimate));
        Assert.All(reply.Notices, n => Assert.Equal(("IBM", null), (n.Symbol, n.Time)));
    }

    [Fact]
    public void A_share_class_is_written_as_the_index_writes_it_and_a_name_may_hold_a_comma()
    {
        var notice = Assert.Single(
            Announced(
                "symbol,name,reportDate,fiscalDateEnding,estimate,currency,timeOfTheDay\r\nBRK-B,\"Berkshire, Hathaway\","
                    + "2026-11-02,2026-09-30,4.9,usd,post-market\r\n"
            ).Notices
        );
        Assert.Equal(
            ("BRK.B", "Berkshire, Hathaway", "USD", ReportTime.AfterClose),
            (notice.Symbol, notice.CompanyName, notice.Currency, notice.Time)
        );
    }

    [Theory]
    [InlineData(",Nobody,2026-08-17,2026-06-30,1,USD,")]
    [InlineData("TOO LONG A SYMBOL,x,2026-08-17,2026-06-30,1,USD,")]
    [InlineData("A,x,17.08.2026,2026-06-30,1,USD,")]
    [InlineData("A,x,2062-08-17,2026-06-30,1,USD,")]
    [InlineData("A,x,,2026-06-30,1,USD,")]
    [InlineData("A")]
    public void A_row_that_cannot_be_true_is_dropped_and_the_good_one_beside_it_kept(string bad)
    {
        var reply = Announced(
            $"symbol,name,reportDate,fiscalDateEnding,estimate,currency,timeOfTheDay\r\nIBM,x,2026-08-17,2026-06-30,1,USD,\r\n{bad}\r\n"
        );
        Assert.Equal("IBM", Assert.Single(reply.Notices).Symbol);
        Assert.Equal(1, reply.Dropped);
    }

    [Theory]
    [InlineData("None")]
    [InlineData("about two")]
    [InlineData("9999999")]
    public void An_estimate_that_is_none_is_null_and_not_zero(string estimate) =>
        Assert.Null(
            Assert
                .Single(
                    Announced(
                        $"symbol,name,reportDate,fiscalDateEnding,estimate,currency\nIBM,x,2026-08-17,nonsense,{estimate},USD\n"
                    ).Notices
                )
                .Estimate
        );

    [Theory]
    [InlineData("earnings-calendar-corrupt-error.csv")]
    [InlineData("ipo-calendar-ratelimited.csv")]
    [InlineData("error-daily-limit-information.json")]
    public void A_refusal_is_no_calendar(string sample) =>
        Assert.Throws<ProviderException>(() => AlphaVantageClient.ReadCsv(Samples.Text("AlphaVantage", sample)));

    [Fact]
    public async Task Captured_results_have_what_was_earned_and_expected()
    {
        var rows = await new FinnhubClient(Samples.Answering(Samples.Text("Finnhub", "calendar-earnings.json"))).EarningsAsync(
            Today,
            Today,
            Ct
        );
        var reply = EarningsReplies.OfFinnhub(rows, new LocalDate(2020, 2, 1));
        Assert.Equal(
            new EarningsNotice("AAPL", new LocalDate(2020, 1, 28), Estimate: 4.5474m, Actual: 4.99m, Time: ReportTime.AfterClose),
            reply.Notices[0]
        );
        // Read on the day before the first of them, a result of tomorrow is not believed.
        Assert.Equal([null, 3.03m], EarningsReplies.OfFinnhub(rows, new LocalDate(2020, 1, 27)).Notices.Select(n => n.Actual));
    }

    [Fact]
    public async Task A_bad_result_is_counted()
    {
        var http = Samples.Answering(
            """{"earningsCalendar":[{"symbol":"A","date":"soon"},7,{"symbol":null,"date":"2026-08-13"},{"symbol":"IBM","date":"2026-08-13","hour":"dmh"}]}"""
        );
        var reply = EarningsReplies.OfFinnhub(await new FinnhubClient(http).EarningsAsync(Today, Today, Ct), Today);
        Assert.Equal(("IBM", ReportTime.DuringMarket, 3), (Assert.Single(reply.Notices).Symbol, reply.Notices[0].Time, reply.Dropped));
    }

    [Fact]
    public void A_captured_calendar_of_offerings_knows_no_prices()
    {
        var reply = Offered(Samples.Text("AlphaVantage", "ipo-calendar.csv"));
        Assert.Equal(new IpoNotice("JONE", "Jones Energy Inc", new LocalDate(2026, 9, 3), null, null, "USD", "NASDAQ"), reply.Notices[0]);
        Assert.Equal((3, 0), (reply.Notices.Count, reply.Dropped));
    }

    [Theory]
    [InlineData("2026-09-03", "16", "18", "16", "18")]
    [InlineData("9/3/26", "16.5", "18", "16.5", "18")]
    [InlineData("2026-09-03", "0", "18", null, null)]
    [InlineData("2026-09-03", "18", "16", null, null)]
    [InlineData("2026-09-03", "", "", null, null)]
    public void A_price_range_is_known_whole_or_not_at_all(string date, string low, string high, string? knownLow, string? knownHigh)
    {
        var notice = Assert.Single(
            Offered(
                $"symbol,name,ipoDate,priceRangeLow,priceRangeHigh,currency,exchange\r\nABCD,x,{date},{low},{high},USD,NYSE\r\n"
            ).Notices
        );
        Assert.Equal((new LocalDate(2026, 9, 3), Parse(knownLow), Parse(knownHigh)), (notice.Date, notice.Low, notice.High));

        static decimal? Parse(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(",x,2026-09-03")]
    [InlineData("ABCD,,2026-09-03")]
    [InlineData("ABCD,x,in autumn")]
    [InlineData("AB CD,x,2026-09-03")]
    public void An_offering_without_symbol_name_or_date_is_dropped(string row)
    {
        var reply = Offered($"symbol,name,ipoDate,priceRangeLow,priceRangeHigh,currency,exchange\r\n{row},0,0,USD,NYSE\r\n");
        Assert.Equal((0, 1), (reply.Notices.Count, reply.Dropped));
    }

    [Fact]
    public async Task Of_the_other_calendar_only_what_was_sold_counts()
    {
        async Task<IpoReply> Read(string json) =>
            IpoReplies.OfFinnhub(
                await new FinnhubClient(Samples.Answering(_ => (HttpStatusCode.OK, json))).OfferingsAsync(Today, Today, Ct)
            );
        Assert.Empty((await Read(Samples.Text("Finnhub", "calendar-ipo.json"))).Notices);
        var reply = await Read(Samples.Text("Finnhub", "calendar-ipo.json").Replace("expected", "priced", StringComparison.Ordinal));
        Assert.Equal(
            new IpoNotice("ZNTL", "ZENTALIS PHARMACEUTICALS, LLC", new LocalDate(2020, 4, 3), 16m, 18m, "USD", "NASDAQ Global"),
            reply.Notices[0]
        );
        var one = await Read(
            """{"ipoCalendar":[{"symbol":"ABCD","name":"x","date":"2026-08-01","price":"17.00","status":"priced"},{"symbol":"","name":"x","date":"2026-08-01","status":"priced"}]}"""
        );
        Assert.Equal((17m, 17m, 1), (one.Notices[0].Low, one.Notices[0].High, one.Dropped));
    }
}
