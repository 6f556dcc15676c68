using System.Text.Json;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Domain.AlphaVantage;

/// <summary>Replies as captured from the provider or quoted in public tests (Samples): with status 200, all of them.</summary>
public sealed class AlphaVantageReplyTests
{
    private static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples/AlphaVantage", name));

    [Theory]
    [InlineData("error-daily-limit-information.json", ProviderFailure.BudgetSpent)]
    [InlineData("error-burst-limit-information.json", ProviderFailure.RateLimited)]
    [InlineData("error-frequency-information.json", ProviderFailure.RateLimited)]
    [InlineData("error-note-legacy.json", ProviderFailure.RateLimited)]
    [InlineData("error-message.json", ProviderFailure.Rejected)]
    public void A_sentence_instead_of_data_is_a_failure_of_its_kind(string sample, ProviderFailure expected)
    {
        using var reply = JsonDocument.Parse(Sample(sample));
        Assert.Equal(expected, AlphaVantageClient.FailureIn(reply.RootElement)?.Kind);
    }

    [Fact]
    public void Data_is_no_failure()
    {
        using var reply = JsonDocument.Parse(Sample("cpi.json"));
        Assert.Null(AlphaVantageClient.FailureIn(reply.RootElement));
    }

    [Theory]
    [InlineData("ipo-calendar-ratelimited.csv", ProviderFailure.RateLimited)]
    [InlineData("earnings-calendar-corrupt-error.csv", ProviderFailure.Rejected)]
    public void A_sentence_spread_over_columns_is_a_failure_not_a_row(string sample, ProviderFailure expected) =>
        Assert.Equal(expected, Assert.Throws<ProviderException>(() => AlphaVantageClient.ReadCsv(Sample(sample))).Kind);

    [Fact]
    public void Rows_of_csv_are_read_by_the_headers_names()
    {
        var rows = AlphaVantageClient.ReadCsv(Sample("earnings-calendar.csv"));
        Assert.NotEmpty(rows);
        Assert.Equal("AXE COMPUTE INCORPORATED", rows[0]["name"]);
        Assert.Null(AlphaVantageText.Number(rows[0]["estimate"]));
        Assert.Equal(new LocalDate(2026, 8, 17), AlphaVantageText.Date(rows[0]["reportDate"]));
    }

    [Fact]
    public void An_empty_file_is_a_bad_reply_not_an_empty_calendar() =>
        Assert.Equal(ProviderFailure.BadReply, Assert.Throws<ProviderException>(() => AlphaVantageClient.ReadCsv("")).Kind);

    [Theory]
    [InlineData("None")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("n/a")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("twelve")]
    public void What_says_that_there_is_none_is_null(string? text) => Assert.Null(AlphaVantageText.Number(text));

    [Fact]
    public void Zero_is_a_value() => Assert.Equal(0m, AlphaVantageText.Number("0"));

    [Fact]
    public void Compact_times_are_UTC() => Assert.Equal(Instant.FromUtc(2024, 1, 2, 17, 2, 45), AlphaVantageText.Time("20240102T170245"));

    [Theory]
    [InlineData(1, new[] { 2 })]
    [InlineData(2, new[] { 2, 4 })]
    public async Task Too_fast_is_tried_again_after_the_pause_it_asks_for(int refusals, int[] pauses)
    {
        var (asked, time) = (new List<string>(), new WithoutWaiting());
        using var reply = await Client(refusals, asked, time)
            .JsonAsync("CPI", [("interval", "monthly")], TestContext.Current.CancellationToken);
        Assert.NotNull(reply);
        Assert.Equal(Enumerable.Repeat("/query?function=CPI&interval=monthly", refusals + 1), asked);
        Assert.Equal(pauses.Select(p => TimeSpan.FromSeconds(p)), time.Waited);
    }

    [Fact]
    public async Task Too_fast_three_times_is_given_up()
    {
        var asked = new List<string>();
        var failure = await Assert.ThrowsAsync<ProviderException>(() =>
            Client(refusals: 9, asked, new WithoutWaiting()).JsonAsync("CPI", [], TestContext.Current.CancellationToken)
        );
        Assert.Equal((ProviderFailure.RateLimited, 3), (failure.Kind, asked.Count));
    }

    [Fact]
    public async Task A_spent_day_is_not_tried_again()
    {
        var asked = new List<string>();
        var http = Samples.Answering(Sample("error-daily-limit-information.json"), asked: asked);
        var failure = await Assert.ThrowsAsync<ProviderException>(() =>
            new AlphaVantageClient(http).JsonAsync("CPI", [], TestContext.Current.CancellationToken)
        );
        Assert.Equal((ProviderFailure.BudgetSpent, 1), (failure.Kind, asked.Count));
    }

    [Fact]
    public async Task An_unknown_symbol_is_nothing_and_no_failure() =>
        Assert.Null(
            await new AlphaVantageClient(Samples.Answering("{}")).JsonAsync(
                "OVERVIEW",
                [("symbol", "NOSUCH")],
                TestContext.Current.CancellationToken
            )
        );

    [Fact]
    public async Task No_article_that_fits_is_nothing_and_no_failure()
    {
        const string Reply =
            """{"Information":"No articles found. Please adjust the time range or refer to the API documentation https://www.alphavantage.co/documentation#newsapi and try again."}""";
        var asked = new List<string>();
        Assert.Null(
            await new AlphaVantageClient(Samples.Answering(Reply, asked: asked)).JsonAsync(
                "NEWS_SENTIMENT",
                [("tickers", "ZZZZ")],
                TestContext.Current.CancellationToken
            )
        );
        Assert.Single(asked);
    }

    [Fact]
    public void Invalid_inputs_are_a_request_refused_not_a_call_too_many()
    {
        using var reply = JsonDocument.Parse(
            """{"Information":"Invalid inputs. Please refer to the API documentation https://www.alphavantage.co/documentation#newsapi and try again."}"""
        );
        Assert.Equal(ProviderFailure.Rejected, AlphaVantageClient.FailureIn(reply.RootElement)?.Kind);
    }

    private static AlphaVantageClient Client(int refusals, List<string> asked, TimeProvider time) =>
        new(
            Samples.Answering(
                _ => (System.Net.HttpStatusCode.OK, Sample(refusals-- > 0 ? "error-burst-limit-information.json" : "cpi.json")),
                asked
            ),
            time
        );

    /// <summary>Time that passes at once and remembers how long was waited.</summary>
    private sealed class WithoutWaiting : TimeProvider
    {
        public List<TimeSpan> Waited { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waited.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
