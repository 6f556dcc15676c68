using InvestmentAssistant.Api.Features.NewsSentiment;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Features.NewsSentiment.Rankings;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Tests.Fixture;
using static InvestmentAssistant.Api.Tests.Features.NewsSentiment.SentimentHost;

namespace InvestmentAssistant.Api.Tests.Features.NewsSentiment;

/// <summary>Averages, rankings, trends and lists over articles whose figures can be worked out by hand.</summary>
public sealed class SentimentReaderTests(LocalServices services) : IAsyncLifetime
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 8, 31, 12, 0);

    private SentimentHost _host = null!;

    private SentimentReader Reader => new(_host.Database, _host.Documents, _host.Clock);

    private NameReader Names => new(_host.Database);

    public async ValueTask InitializeAsync() => _host = await StartAsync(services, s_now);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static Instant Ago(double hours) => s_now - Duration.FromHours(hours);

    private Task<SentimentSummary> Summary(Subject subject, int days = 7) =>
        Reader.SummaryAsync(new Selection(subject) { Days = days }, Ct);

    private async Task<IReadOnlyList<string>> Paths(Selection selection, NewsOrder? order = null) =>
        [
            .. (await Reader.WindowAsync(selection, order ?? NewsOrder.NewestFirst, new Window(0, 100), null, Ct)).Articles.Select(a =>
                a.Title
            ),
        ];

    [Fact]
    public async Task A_tickers_average_is_of_its_own_scores_and_weighted_by_its_own_relevance()
    {
        await _host.WriteAsync(
            20260831,
            Article("a", Ago(1), 0.9m, tickers: [("AAPL", 0.8m, 0.5m), ("MSFT", 0.9m, -0.9m)]),
            Article("b", Ago(2), -0.9m, tickers: [("AAPL", 0.2m, -0.1m), ("TSLA", 1m, 0.9m)]),
            Article("c", Ago(3), 0.3m, tickers: [("TSLA", 0.5m, 0.1m)])
        );

        var apple = await Summary(Subject.Ticker("aapl"));

        // (0.5 - 0.1) / 2; (0.5 * 0.8 - 0.1 * 0.2) / (0.8 + 0.2).
        Assert.Equal((0.2m, 0.38m, 2), (apple.AvgSentimentScore, apple.WeightedAvgSentimentScore, apple.TotalCount));
        Assert.Equal(("긍정적", "📈"), (apple.SentimentLabel, apple.SentimentEmoji));
        Assert.Equal((1, 0, 1), (apple.BullishCount, apple.BearishCount, apple.NeutralCount));
        var whole = await Summary(Subject.Whole);
        Assert.Equal((0.1m, null, 3), (whole.AvgSentimentScore, whole.WeightedAvgSentimentScore, whole.TotalCount));
    }

    [Fact]
    public async Task An_article_in_several_batches_counts_once_as_the_latest_says()
    {
        await _host.WriteAsync(
            20260829,
            Article("a", Ago(50), 0.8m, 20260829, ["Technology"], ("AAPL", 0.5m, 0.8m), ("MSFT", 0.5m, 0.8m)),
            Article("b", Ago(49), 0.2m, 20260829)
        );
        await _host.WriteAsync(20260831, Article("a", Ago(50), -0.4m, 20260831, ["Technology"], ("AAPL", 0.5m, -0.6m)));

        Assert.Equal((-0.1m, 2), ((await Summary(Subject.Whole)).AvgSentimentScore, (await Summary(Subject.Whole)).TotalCount));
        Assert.Equal(
            (-0.6m, 1),
            ((await Summary(Subject.Ticker("AAPL"))).AvgSentimentScore, (await Summary(Subject.Ticker("AAPL"))).TotalCount)
        );
        Assert.Equal(0, (await Summary(Subject.Ticker("MSFT"))).TotalCount); // the latest does not name it any more
        Assert.Equal(["a"], await Paths(new Selection(Subject.Whole) { Batch = 20260831 }));
        Assert.Equal(["b"], await Paths(new Selection(Subject.Whole) { Batch = 20260829 }));
        var (_, latest, total) = await Reader.BatchAsync(null, Ct);
        Assert.Equal((20260831, 2), (latest!.Id, total));

        // An old batch that comes late does not win over a newer one.
        Assert.Equal(0, await _host.WriteAsync(20260830, Article("a", Ago(50), 0.8m, 20260830)));
        Assert.Equal(-0.6m, (await Summary(Subject.Ticker("AAPL"))).AvgSentimentScore);
    }

    [Fact]
    public async Task Nothing_has_no_average_and_an_article_without_a_score_is_in_none()
    {
        var nothing = await Summary(Subject.Whole);
        Assert.Equal((null, "데이터 없음", 0), (nothing.AvgSentimentScore, nothing.SentimentLabel, nothing.TotalCount));

        await _host.WriteAsync(20260831, Article("a", Ago(1), null), Article("b", Ago(2), 0.4m));

        var one = await Summary(Subject.Whole);
        Assert.Equal((0.4m, 2, 1), (one.AvgSentimentScore, one.TotalCount, one.ScoredCount));
        Assert.Equal("알 수 없음", NewsItem.Of(Article("a", Ago(1), null)).SentimentInterpretation);
    }

    [Fact]
    public async Task Counts_and_bands_put_every_bound_on_its_side()
    {
        decimal[] scores = [0.3m, 0.299999m, 0.100001m, 0.1m, 0m, -0.1m, -0.100001m, -0.3m, -0.300001m];
        await _host.WriteAsync(20260831, [.. scores.Select((s, i) => Article($"{i}", Ago(i), s))]);

        var summary = await Summary(Subject.Whole);

        Assert.Equal((3, 3, 3), (summary.BullishCount, summary.NeutralCount, summary.BearishCount));
        Assert.Equal([1, 3, 2, 2, 1], summary.Distribution.Values);
        Assert.Equal(["0", "1", "2"], await Paths(new Selection(Subject.Whole) { Days = 7, Band = Bands.Bullish }));
        Assert.Equal(["3", "4", "5"], await Paths(new Selection(Subject.Whole) { Days = 7, Band = Bands.Neutral }));
        Assert.Equal(["6", "7", "8"], await Paths(new Selection(Subject.Whole) { Days = 7, Band = Bands.Bearish }));
        Assert.Equal(["1", "2", "3"], await Paths(new Selection(Subject.Whole) { Labels = SentimentLabels.Parse("긍정적") }));
    }

    [Fact]
    public async Task Filters_and_orders_choose_and_sort()
    {
        await _host.WriteAsync(
            20260831,
            Article("new", Ago(1), 0.2m),
            Article("old", Ago(24 * 8), 0.9m),
            Article("none", Ago(2), null),
            Article("bad", Ago(3), -0.5m),
            Article("good", Ago(4), 0.5m)
        );
        var week = new Selection(Subject.Whole) { Days = 7 };

        Assert.Equal(["new", "none", "bad", "good"], await Paths(week));
        Assert.Equal(["good", "bad", "none", "new"], await Paths(week, new NewsOrder("published_at", Descending: false)));
        Assert.Equal(["good", "new", "bad", "none"], await Paths(week, new NewsOrder("score", Descending: true)));
        Assert.Equal(["bad", "new", "good", "none"], await Paths(week, new NewsOrder("score", Descending: false)));
        Assert.Equal(["new", "good"], await Paths(week with { AtLeast = 0.2m }));
        Assert.Equal(["new", "bad"], await Paths(week with { AtMost = 0.2m }));
        Assert.Equal(["new"], await Paths(week with { Labels = SentimentLabels.Parse("Somewhat-Bullish") }));
        Assert.Equal(["new", "bad"], await Paths(week with { Labels = SentimentLabels.Parse("Somewhat-Bullish,매우부정적") }));
        Assert.Equal(["new", "none", "bad", "good", "old"], await Paths(week with { Days = 30 }));
    }

    [Fact]
    public async Task A_cursor_neither_repeats_nor_misses_while_articles_are_added()
    {
        // Several of one second: only the key tells them apart.
        await _host.WriteAsync(20260831, [.. Enumerable.Range(0, 25).Select(i => Article($"{i}", Ago(1 + (i / 4)), 0.1m))]);
        var selection = new Selection(Subject.Whole) { Days = 7 };
        var expected = await Paths(selection);
        var read = new List<string>();
        TimePosition? after = null;
        for (var page = 0; ; page++)
        {
            var window = await Reader.WindowAsync(selection, NewsOrder.NewestFirst, new Window(0, 4), after, Ct);
            read.AddRange(window.Articles.Select(a => a.Title));
            await _host.WriteAsync(20260831, Article($"new {page}", Ago(0.5), 0.1m));
            if (!window.HasNext)
                break;
            after = new TimePosition(window.Articles[^1].PublishedAt, window.Articles[^1].Id);
        }
        Assert.Equal(expected, read);
    }

    [Fact]
    public async Task Names_are_ranked_by_their_own_means()
    {
        await _host.WriteAsync(
            20260831,
            Article("a", Ago(1), 0.4m, topics: ["Technology", "IPO"], tickers: [("AAPL", 1m, 0.5m), ("MSFT", 0.5m, -0.2m)]),
            Article("b", Ago(30), 0.2m, topics: ["Technology"], tickers: [("AAPL", 0.5m, 0.1m), ("TSLA", 0.5m, -0.4m)]),
            Article("c", Ago(100), -0.3m, topics: ["Finance"], tickers: [("TSLA", 1m, -0.6m), ("MSFT", 1m, -0.1m)]),
            Article("d", Ago(140), -0.1m, topics: ["Finance"], tickers: [("NVDA", 1m, 0.9m)])
        );

        var figures = await Names.FiguresAsync(SubjectKind.Ticker, Ago(24 * 7), Ago(24 * 3.5), Ct);

        Assert.Equal([("AAPL", 2), ("MSFT", 2), ("NVDA", 1), ("TSLA", 2)], figures.Select(f => (f.Name, f.Scored)));
        Assert.Equal([0.3m, -0.15m, 0.9m, -0.5m], figures.Select(f => f.Score));
        // (0.5 * 1 + 0.1 * 0.5) / 1.5
        Assert.Equal((0.3667m, 2, 0.75m), (figures[0].WeightedScore, figures[0].Count, figures[0].Relevance));
        // MSFT: -0.2 lately, -0.1 before; AAPL has nothing before.
        Assert.Equal((null, -0.1m), (figures[0].Trend, figures[1].Trend));
        Assert.Equal(["알 수 없음", "하락", "알 수 없음", "상승"], figures.Select(Ranking.TrendOf));

        var topics = await Names.FiguresAsync(SubjectKind.Topic, Ago(24 * 7), Ago(24 * 3.5), Ct);
        Assert.Equal([("Finance", -0.2m), ("IPO", 0.4m), ("Technology", 0.3m)], topics.Select(t => (t.Name, t.Score!.Value)));

        var related = await Names.RelatedAsync(SubjectKind.Topic, ["Technology", "Finance"], Ago(24 * 7), Ct);
        Assert.Equal(["AAPL", "MSFT", "TSLA"], related["Technology"]);
        Assert.Equal(["MSFT", "NVDA", "TSLA"], related["Finance"]);
    }

    [Fact]
    public async Task What_goes_with_a_name_is_judged_by_the_tickers_own_scores()
    {
        await _host.WriteAsync(
            20260831,
            Article("a", Ago(1), 0.9m, topics: ["Technology"], tickers: [("AAPL", 0.75m, 0.5m), ("MSFT", 0.5m, -0.2m)]),
            Article("b", Ago(2), 0.9m, topics: ["Technology", "IPO"], tickers: [("AAPL", 0.25m, 0.1m)])
        );

        var tickers = await Names.RelatedToAsync(Subject.Topic("technology"), Ago(168), Ago(84), 10, Ct);
        Assert.Equal(
            [("AAPL", 2, 0.3m, 0.4m), ("MSFT", 1, -0.2m, -0.2m)],
            tickers.Select(t => (t.Name, t.Count, t.Score!.Value, t.WeightedScore!.Value))
        );

        var topics = await Names.RelatedToAsync(Subject.Ticker("AAPL"), Ago(168), Ago(84), 10, Ct);
        Assert.Equal([("Technology", 2, 0.3m), ("IPO", 1, 0.1m)], topics.Select(t => (t.Name, t.Count, t.Score!.Value)));
        Assert.Single(await Names.RelatedToAsync(Subject.Ticker("AAPL"), Ago(168), Ago(84), 1, Ct));
    }

    [Theory]
    [InlineData(10, 10, "e d c b a", "")]
    [InlineData(2, 2, "e d", "a b")]
    [InlineData(3, 5, "e d c", "a b")]
    [InlineData(4, 1, "e d c b", "a")]
    public void No_name_is_both_hot_and_cold(int top, int bottom, string hot, string cold)
    {
        var figures = "abcde".Select((name, i) => new NameFigures($"{name}", (i - 2) / 10m, null, 2, 2, null, null, s_now));
        var split = Ranking.Split(figures, top, bottom);
        Assert.Equal(hot, string.Join(' ', split.Hot.Select(f => f.Name)));
        Assert.Equal(cold, string.Join(' ', split.Cold.Select(f => f.Name)));
    }

    [Fact]
    public async Task Trends_have_a_point_an_hour_or_a_day_and_none_for_empty_ones()
    {
        await _host.WriteAsync(
            20260831,
            Article("a", Instant.FromUtc(2026, 8, 31, 9, 59, 59), 0.5m, tickers: [("AAPL", 1m, 0.3m)]),
            Article("b", Instant.FromUtc(2026, 8, 31, 9, 0), -0.2m, tickers: [("AAPL", 1m, 0.05m)]),
            Article("c", Instant.FromUtc(2026, 8, 31, 10, 0), 0.1m),
            Article("d", Instant.FromUtc(2026, 8, 29, 23, 59, 59), -0.9m, tickers: [("AAPL", 1m, -0.9m)]),
            Article("e", Instant.FromUtc(2026, 8, 29, 23, 0), null)
        );
        var reader = new TrendReader(_host.Database);

        var days = (await reader.ReadAsync(SubjectKind.Whole, [""], hourly: false, Ago(168), Ct))[""].ToList();
        Assert.Equal(
            [
                new TrendPoint(Instant.FromUtc(2026, 8, 29, 0, 0), -0.9m, 1, 0, 1, 0),
                new TrendPoint(Instant.FromUtc(2026, 8, 31, 0, 0), 0.1333m, 3, 1, 1, 1),
            ],
            days
        );

        var hours = (await reader.ReadAsync(SubjectKind.Whole, [""], hourly: true, Ago(24), Ct))[""].ToList();
        Assert.Equal([(9, 0.15m, 2), (10, 0.1m, 1)], hours.Select(h => (h.Timestamp.InUtc().Hour, h.AvgSentimentScore, h.NewsCount)));

        var tickers = await reader.ReadAsync(SubjectKind.Ticker, ["AAPL", "NONE"], hourly: false, Ago(168), Ct);
        Assert.Equal([-0.9m, 0.175m], tickers["AAPL"].Select(p => p.AvgSentimentScore));
        Assert.Empty(tickers["NONE"]);
    }
}
