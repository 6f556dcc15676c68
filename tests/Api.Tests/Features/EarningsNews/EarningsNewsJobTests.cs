using System.Net;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Features.EarningsNews;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Features.EarningsNews.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Domain.Earnings;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.Features.EarningsNews;

/// <summary>The job over a database of this class and replies the test makes up.</summary>
public sealed class EarningsNewsJobTests(LocalServices services) : IAsyncLifetime
{
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 16, 16, 0);

    private readonly List<string> _asked = [];
    private EarningsStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await EarningsStore.CreateAsync(services, Now, collection => collection.AddItemRotation(), new EarningsNewsFeature());
        await _store.Book.AnnounceAsync(
            [
                .. new[] { ("AAPL", 10, 20), ("JPM", 10, 13), ("BRK.B", 10, 31), ("TINY", 10, 16) }.Select(r => new EarningsNotice(
                    r.Item1,
                    new LocalDate(2026, r.Item2, r.Item3),
                    Time: ReportTime.AfterClose
                )),
            ],
            Ct
        );
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    /// <summary>Two articles a day for three days, of any company.</summary>
    private static string Articles(string path)
    {
        var symbol = System.Web.HttpUtility.ParseQueryString(path[path.IndexOf('?', StringComparison.Ordinal)..])["symbol"];
        var rows = Enumerable
            .Range(0, 6)
            .Select(i =>
                $$"""
                    {"category":"company","datetime":{{(
                        Now - Duration.FromHours(12 * i)
                    ).ToUnixTimeSeconds()}},"headline":"{{symbol}} results {{i}}","id":{{i}},"image":"","related":"{{symbol}}","source":"Wire","summary":"s","url":"https://news.example/{{symbol}}/{{i}}"}
                    """
            );
        return $"[{string.Join(',', rows)}]";
    }

    private EarningsNewsJob Job(Func<string, string> answer, int callsPerRun = 60)
    {
        var http = Samples.Answering(path => (HttpStatusCode.OK, answer(path)), _asked);
        var rotation = new ItemRotation(_store.Documents, new FixedOptions(), _store.Clock, NullLogger<ItemRotation>.Instance);
        return new EarningsNewsJob(
            new FinnhubClient(http),
            rotation,
            _store.Book,
            _store.Documents,
            Options.Create(new EarningsNewsOptions { CallsPerRun = callsPerRun }),
            _store.Clock
        );
    }

    private Task<JobOutcome> RunAsync(Func<string, string> answer, int callsPerRun = 60, CancellationToken? ct = null) =>
        Job(answer, callsPerRun).RunAsync(new JobContext(_ => { }), ct ?? Ct);

    private async Task<IReadOnlyList<EarningsArticle>> HeldAsync()
    {
        await using var session = _store.Documents.QuerySession();
        return await session.Query<EarningsArticle>().OrderBy(a => a.Symbol).ThenBy(a => a.PublishedAt).ToListAsync(Ct);
    }

    private async Task<string> CountsAsync() =>
        string.Join(' ', (await _store.HeldAsync()).Select(e => $"{e.Symbol}:{e.ForecastNewsCount}+{e.ReactionNewsCount}/{e.StoryCount}"));

    [Fact]
    public async Task Reports_of_the_index_in_their_window_are_asked_for_once_and_counted()
    {
        var outcome = await RunAsync(Articles);
        Assert.Equal((12, 0, true), (outcome.Rows, outcome.Dropped, outcome.Complete));
        Assert.Equal(
            ["/company-news?symbol=AAPL&from=2026-10-06&to=2026-10-16", "/company-news?symbol=JPM&from=2026-09-29&to=2026-10-16"],
            _asked.Order(StringComparer.Ordinal)
        );
        // The articles go back to the 14th; JPM reported on the 13th after the close.
        Assert.Equal("JPM:0+6/6 TINY:0+0/0 AAPL:6+0/6 BRK.B:0+0/0", await CountsAsync());
        Assert.All((await HeldAsync()).Where(a => a.Symbol == "JPM"), a => Assert.Equal(NewsSection.Reaction, a.Section));

        _asked.Clear();
        Assert.Equal(0, (await RunAsync(Articles)).Rows);
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task Asking_again_adds_what_is_new_and_nothing_twice()
    {
        await RunAsync(Articles);
        var first = await HeldAsync();
        _store.Clock.AdvanceDays(1);
        var outcome = await RunAsync(path =>
            Articles(path).Replace("/5\"", "/new\"", StringComparison.Ordinal).Replace("results 5", "results new", StringComparison.Ordinal)
        );
        Assert.Equal(2, outcome.Rows);
        Assert.Equal(2, _asked.Count(a => a.Contains("AAPL", StringComparison.Ordinal)));
        var second = await HeldAsync();
        Assert.Equal(14, second.Count);
        Assert.All(first, a => Assert.Contains(a, second));
        Assert.Equal(second.Count, second.Select(a => (a.EventId, a.Url)).Distinct().Count());
    }

    [Fact]
    public async Task A_run_asks_no_more_than_it_may_and_the_next_one_goes_on()
    {
        var outcome = await RunAsync(Articles, callsPerRun: 1);
        Assert.False(outcome.Complete);
        Assert.NotNull(outcome.Note);
        Assert.True((await RunAsync(Articles, callsPerRun: 1)).Complete);
        // JPM's report is nearer.
        Assert.Equal(["JPM", "AAPL"], _asked.Select(a => a.Split('=', '&')[1]));
    }

    [Fact]
    public async Task An_error_inside_a_200_stops_the_run_and_loses_nothing()
    {
        await RunAsync(Articles, callsPerRun: 1);
        var cut = await RunAsync(_ => """{"error":"API limit reached. Please try again later. Remaining Limit: 0"}""");
        Assert.Equal((true, 0, 0), (cut.IsLimited, cut.Rows, cut.Answered));
        Assert.Equal(6, (await HeldAsync()).Count);
        Assert.Equal(6, (await RunAsync(Articles)).Rows);
    }

    [Fact]
    public async Task A_run_that_is_killed_has_changed_nothing_and_its_repetition_ends_the_same()
    {
        using var killed = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RunAsync(
                path =>
                {
                    killed.Cancel();
                    return Articles(path);
                },
                ct: killed.Token
            )
        );
        Assert.Empty(await HeldAsync());
        Assert.Equal("JPM:0+0/0 TINY:0+0/0 AAPL:0+0/0 BRK.B:0+0/0", await CountsAsync());
        await RunAsync(Articles);
        Assert.Equal("JPM:0+6/6 TINY:0+0/0 AAPL:6+0/6 BRK.B:0+0/0", await CountsAsync());
        Assert.Equal(12, (await HeldAsync()).Count);
    }

    [Fact]
    public async Task A_report_that_moves_takes_its_news_along()
    {
        await RunAsync(Articles);
        var id = (await _store.HeldAsync()).Single(e => e.Symbol == "JPM").Id;
        await _store.Book.ReportAsync([new("JPM", new LocalDate(2026, 10, 14), Actual: 4m, Estimate: 4m)], Ct);
        _store.Clock.AdvanceDays(1);
        await RunAsync(Articles);
        var articles = (await HeldAsync()).Where(a => a.EventId == id).ToList();
        Assert.All(articles, a => Assert.Equal("2026-10-14", LocalDatePattern.Iso.Format(a.ReportDate)));
        Assert.Equal(6, articles.Count);
        // From the 14th at 04:00 to the 16th at 16:00 UTC; the report came on the 14th at 20:00.
        Assert.Equal(2, articles.Count(a => a.Section == NewsSection.Forecast));
        Assert.StartsWith(
            "JPM:2+4/6",
            (await CountsAsync()).Split(' ').Single(c => c.StartsWith("JPM", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
    }

    private sealed class FixedOptions : IOptionsMonitor<ProviderOptions>
    {
        public ProviderOptions CurrentValue { get; } = new();

        public ProviderOptions Get(string? name) => CurrentValue;

        public IDisposable? OnChange(Action<ProviderOptions, string?> listener) => null;
    }
}
