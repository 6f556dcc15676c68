using System.Net;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Features.NewsSentiment.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Tests.Features.NewsSentiment;

/// <summary>The daily run over a database of this class's own and answers that the test makes up.</summary>
public sealed class NewsSentimentJobTests(LocalServices services) : IAsyncLifetime
{
    /// <summary>A Tuesday, early: yesterday's theme is energy and manufacturing.</summary>
    private static readonly Instant s_now = Instant.FromUtc(2026, 9, 1, 0, 20);

    private const string NoArticles =
        """{"Information":"No articles found. Please adjust the time range or refer to the API documentation https://www.alphavantage.co/documentation#newsapi and try again."}""";

    private readonly List<string> _asked = [];
    private SentimentHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await SentimentHost.StartAsync(services, s_now);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static string Feed(params IEnumerable<string> rows)
    {
        var list = rows.ToList();
        return list.Count == 0 ? NoArticles : $$"""{"items":"{{list.Count}}","feed":[{{string.Join(',', list)}}]}""";
    }

    private static string Row(string path, string time = "20260831T120000", string ticker = "XOM", string score = "0.2") =>
        $$"""
            {"title":"{{path}}","url":"https://news.example/{{path}}","time_published":"{{time}}","summary":"s","overall_sentiment_score":{{score}},"overall_sentiment_label":"Neutral",
             "topics":[{"topic":"Manufacturing","relevance_score":"0.5"}],
             "ticker_sentiment":[{"ticker":"{{ticker}}","relevance_score":"0.5","ticker_sentiment_score":"{{score}}","ticker_sentiment_label":"Neutral"}]}
            """;

    private static string Value(string path, string parameter) =>
        System.Web.HttpUtility.ParseQueryString(path[path.IndexOf('?', StringComparison.Ordinal)..])[parameter] ?? "";

    /// <summary>An article for each query, and one that all of them have.</summary>
    private static string EachAndAll(string path) => Feed(Row(Value(path, "topics") + Value(path, "tickers")), Row("all"));

    private Task<JobOutcome> RunAsync(Func<string, string> answer, int callsPerDay = 25, CancellationToken? ct = null)
    {
        var http = Samples.Answering(path => (HttpStatusCode.OK, answer(path)), _asked);
        var job = new NewsSentimentJob(
            new AlphaVantageClient(http),
            _host.Store,
            new Fixed(new ProviderOptions { CallsPerDay = callsPerDay }),
            _host.Clock,
            NullLogger<NewsSentimentJob>.Instance
        );
        return job.RunAsync(new JobContext(_ => { }), ct ?? Ct);
    }

    private sealed class Fixed(ProviderOptions options) : IOptionsMonitor<ProviderOptions>
    {
        public ProviderOptions CurrentValue => options;

        public ProviderOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<ProviderOptions, string?> listener) => null;
    }

    private async Task<IReadOnlyList<SentimentArticle>> HeldAsync()
    {
        await using var session = _host.Documents.QuerySession();
        return await session.Query<SentimentArticle>().OrderBy(a => a.Url).ToListAsync(Ct);
    }

    [Theory]
    [InlineData(IsoDayOfWeek.Monday, 2, 10)]
    [InlineData(IsoDayOfWeek.Tuesday, 2, 15)]
    [InlineData(IsoDayOfWeek.Wednesday, 2, 11)]
    [InlineData(IsoDayOfWeek.Thursday, 2, 12)]
    [InlineData(IsoDayOfWeek.Friday, 2, 12)]
    [InlineData(IsoDayOfWeek.Saturday, 4, 10)]
    [InlineData(IsoDayOfWeek.Sunday, 8, 10)]
    public void Every_day_has_its_theme(IsoDayOfWeek day, int topics, int tickers)
    {
        var theme = DailyThemes.Of(day);
        Assert.Equal((topics, tickers), (theme.Count(q => q.Type == "topic"), theme.Count(q => q.Type == "ticker")));
        Assert.Equal(theme.Count, theme.Distinct().Count());
        Assert.All(theme.Where(q => q.Type == "topic"), q => Assert.True(Api.Features.NewsSentiment.Topics.IsKnown(q.Value), q.Value));
    }

    [Fact]
    public async Task A_run_asks_yesterdays_theme_for_what_is_new_and_leaves_the_rest_of_the_calls_to_others()
    {
        var outcome = await RunAsync(EachAndAll);

        Assert.Equal(10, _asked.Count); // two fifths of 25
        Assert.Equal(["energy_transportation", "manufacturing"], _asked.Take(2).Select(a => Value(a, "topics")));
        Assert.Equal(["XOM", "CVX", "COP", "EOG", "SLB", "TSLA", "CAT", "GE"], _asked.Skip(2).Select(a => Value(a, "tickers")));
        Assert.All(_asked, a =>
            Assert.Equal(
                ("NEWS_SENTIMENT", "LATEST", "1000", "20260628T0020"),
                (Value(a, "function"), Value(a, "sort"), Value(a, "limit"), Value(a, "time_from"))
            )
        );
        Assert.Equal((11, false), (outcome.Rows, outcome.Complete));
        Assert.All(await HeldAsync(), a => Assert.Equal(20260901, a.BatchId));

        _asked.Clear();
        _host.Clock.AdvanceDays(7);
        await RunAsync(EachAndAll);
        // Those that had no turn a week ago come first; the others go on where they were, with some hours of overlap.
        Assert.Equal(["F", "BA"], _asked.Take(2).Select(a => Value(a, "tickers")));
        Assert.Equal(["20260705T0020", "20260831T1820"], new[] { _asked[0], _asked[2] }.Select(a => Value(a, "time_from")));
    }

    [Fact]
    public async Task Without_a_daily_limit_a_first_run_asks_every_query_once()
    {
        var outcome = await RunAsync(EachAndAll, callsPerDay: 0);
        Assert.True(outcome.Complete);
        Assert.Equal(DailyThemes.All.Count, _asked.Count);
        Assert.Equal(_asked.Count, _asked.Distinct().Count());
        Assert.Equal(DailyThemes.All.Count + 1, outcome.Rows);

        _asked.Clear();
        _host.Clock.AdvanceDays(1);
        await RunAsync(EachAndAll, callsPerDay: 0);
        Assert.Equal(DailyThemes.Of(IsoDayOfWeek.Tuesday).Count, _asked.Count);
    }

    [Fact]
    public async Task Running_twice_writes_nothing_twice()
    {
        await RunAsync(EachAndAll, 0);
        var first = await _host.EndStateAsync();
        Assert.Equal(0, (await RunAsync(EachAndAll, 0)).Rows);
        Assert.Equal(first, await _host.EndStateAsync());
        Assert.Equal("topics=energy_transportation", (await HeldAsync()).Single(a => a.Title == "all").QueryParams);
    }

    [Fact]
    public async Task The_latest_batch_wins_and_what_came_first_is_remembered()
    {
        await RunAsync(_ => Feed(Row("a", score: "0.2")));
        _host.Clock.AdvanceDays(1);
        await RunAsync(_ => Feed(Row("a", score: "-0.4")));
        var article = Assert.Single(await HeldAsync());
        Assert.Equal(
            (-0.4m, 20260902, s_now, s_now + Duration.FromDays(1)),
            (article.Score, article.BatchId, article.CreatedAt, article.FetchedAt)
        );
        await using var command = _host.Database.CreateCommand($"select count(*) from {Mentions.Table}");
        Assert.Equal(3L, await command.ExecuteScalarAsync(Ct));
    }

    [Fact]
    public async Task A_run_that_is_killed_in_the_middle_ends_the_same_when_it_is_repeated()
    {
        await using var other = await SentimentHost.StartAsync(services, s_now);
        await new NewsSentimentJob(
            new AlphaVantageClient(Samples.Answering(path => (HttpStatusCode.OK, EachAndAll(path)))),
            other.Store,
            new Fixed(new ProviderOptions()),
            other.Clock,
            NullLogger<NewsSentimentJob>.Instance
        ).RunAsync(new JobContext(_ => { }), Ct);

        using var killed = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RunAsync(
                path =>
                {
                    if (_asked.Count == 5)
                        killed.Cancel();
                    return EachAndAll(path);
                },
                callsPerDay: 0,
                killed.Token
            )
        );
        Assert.InRange((await HeldAsync()).Count, 2, 6);
        await RunAsync(EachAndAll, callsPerDay: 0);

        Assert.Equal(await other.EndStateAsync(), await _host.EndStateAsync());
    }

    [Fact]
    public async Task A_full_answer_is_followed_back_to_its_beginning()
    {
        // 2,500 articles, one a minute, up to noon.
        var noon = Instant.FromUtc(2026, 8, 31, 12, 0);
        var times = Enumerable.Range(0, 2_500).Select(i => noon - Duration.FromMinutes(i)).ToList();
        await RunAsync(path =>
        {
            if (Value(path, "topics") != "manufacturing")
                return NoArticles;
            var to = Value(path, "time_to") is { Length: > 0 } text
                ? NodaTime.Text.InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmm").Parse(text).Value
                : s_now;
            return Feed(
                times.Where(t => t <= to).Take(1000).Select(t => Row($"n{t.ToUnixTimeSeconds()}", t.ToString("uuuuMMdd'T'HHmmss", null)))
            );
        });
        Assert.Equal(2_500, (await HeldAsync()).Count);
        Assert.Equal(3, _asked.Count(a => Value(a, "topics") == "manufacturing"));
    }

    [Fact]
    public async Task No_articles_is_an_answer_and_not_a_refusal()
    {
        var outcome = await RunAsync(_ => NoArticles, callsPerDay: 0);
        Assert.Equal((0, true), (outcome.Rows, outcome.Complete));
        Assert.Equal(DailyThemes.All.Count, _asked.Count);
        Assert.Equal(DailyThemes.All.Count, (await _host.Store.ProgressAsync(Ct)).Count);
    }

    [Fact]
    public async Task A_budget_that_ends_in_the_middle_keeps_what_came_and_the_next_run_asks_for_the_rest()
    {
        var calls = 0;
        var part = await RunAsync(path =>
            ++calls <= 3 ? EachAndAll(path) : """{"Information":"Our standard API rate limit is 25 requests per day."}"""
        );
        Assert.Equal((4, false), (part.Rows, part.Complete));
        _asked.Clear();
        await RunAsync(EachAndAll);
        Assert.Equal("CVX", Value(_asked[0], "tickers"));
    }

    [Theory]
    [InlineData("""{"Error Message":"the parameter apikey is invalid or missing."}""", ProviderFailure.Rejected)]
    [InlineData(
        """{"Information":"Invalid inputs. Please refer to the API documentation https://www.alphavantage.co/documentation#newsapi and try again."}""",
        ProviderFailure.Rejected
    )]
    [InlineData("""{"items":"0"}""", ProviderFailure.BadReply)]
    public async Task A_failure_inside_a_200_is_a_failure(string reply, ProviderFailure kind)
    {
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderException>(() => RunAsync(_ => reply))).Kind);
        Assert.Empty(await HeldAsync());
        Assert.Empty(await _host.Store.ProgressAsync(Ct));
    }

    [Fact]
    public async Task P3_a_day_limit_at_the_first_call_is_a_stop_without_work()
    {
        var outcome = await RunAsync(_ => Samples.Text("AlphaVantage", "error-daily-limit-information.json"));
        Assert.Equal((true, 0, 0), (outcome.IsLimited, outcome.Rows, outcome.Answered));
        Assert.True(outcome.Left > 0);
        Assert.Empty(await _host.Store.ProgressAsync(Ct));
    }

    [Fact]
    public async Task A_query_that_is_refused_does_not_keep_the_others_away()
    {
        var outcome = await RunAsync(path =>
            Value(path, "tickers") == "CVX" ? """{"Error Message":"Invalid API call."}""" : EachAndAll(path)
        );
        Assert.Equal((10, false), (outcome.Rows, outcome.Complete));
    }
}
