using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Features.EarningsNews.Ingestion;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Features.EarningsNews;

/// <summary>What a provider's articles change in those that are held of a report.</summary>
public sealed class EarningsNewsMergeTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 31, 16, 0);

    private static readonly EarningsEvent Report = new()
    {
        Id = 7,
        Symbol = "AAPL",
        ReportDate = new LocalDate(2026, 10, 29),
        Time = ReportTime.AfterClose,
        FetchedAt = default,
        CreatedAt = default,
        UpdatedAt = default,
    };

    private static FinnhubArticle Row(string headline, Instant at, string url) =>
        new()
        {
            Category = "company",
            Datetime = at.ToUnixTimeSeconds(),
            Headline = headline,
            Id = 12,
            Image = "",
            Related = "AAPL",
            Source = "Wire",
            Summary = "<p>Text &amp; more</p>",
            Url = url,
        };

    private static Instant Day(int day, int hour = 12) => Instant.FromUtc(2026, 10, day, hour, 0);

    private static EarningsNewsChange Merge(params FinnhubArticle[] rows) => EarningsNewsMerge.Merge(Report, [], rows, Now);

    [Fact]
    public void An_article_is_read_as_plain_text_with_its_place()
    {
        var article = Assert.Single(Merge(Row("Apple &amp; its <b>results</b>", Day(29, 22), "https://news.example/a")).Stored);
        Assert.Equal(
            new EarningsArticle
            {
                Id = EarningsArticle.IdOf(7, "https://news.example/a"),
                EventId = 7,
                Symbol = "AAPL",
                ReportDate = Report.ReportDate,
                Url = "https://news.example/a",
                Title = "Apple & its results",
                Description = "Text & more",
                Source = "Wire",
                Category = "company",
                ArticleId = "12",
                Related = "AAPL",
                PublishedAt = Day(29, 22),
                Section = NewsSection.Reaction,
                DaysFromEarnings = 0,
                IsStory = true,
                FetchedAt = Now,
            },
            article
        );
    }

    [Fact]
    public async Task A_captured_reply_is_read_whole()
    {
        var rows = await new FinnhubClient(Samples.Answering(Samples.Text("Finnhub", "company-news.json"))).CompanyNewsAsync(
            "AAPL",
            Report.ReportDate,
            Report.ReportDate,
            TestContext.Current.CancellationToken
        );
        var old = Report with { ReportDate = new LocalDate(2019, 9, 27) };
        var change = EarningsNewsMerge.Merge(old, [], rows.Rows, Now);
        Assert.Equal((rows.Rows.Count, 0), (change.Stored.Count, change.Dropped));
        Assert.All(change.Stored, a => Assert.InRange(a.Title.Length, 1, 503));
        // The provider's long text is kept whole beside its first thousand characters.
        Assert.Contains(change.Stored, a => a.Content is { Length: > 1_000 } && a.Description!.Length == 1_003);
    }

    [Fact]
    public void One_address_and_one_headline_are_one_article_and_the_first_published_stands()
    {
        var change = Merge(
            Row("APPLE BEATS - ESTIMATES!", Day(30, 14), "https://copy.example/b"),
            Row("Apple beats estimates", Day(30, 13), "https://news.example/a"),
            Row("Something else", Day(30, 15), "http://www.news.example/a/?utm_source=x#top")
        );
        Assert.Equal("https://news.example/a", Assert.Single(change.Stored).Url);
        Assert.Equal(new EarningsNewsCount(7, 0, 1, 0, 1), change.Count);
    }

    [Fact]
    public void What_is_held_is_not_written_again_and_still_counts()
    {
        var first = Merge(
            Row("Before: quarterly outlook", Day(20), "https://news.example/a"),
            Row("A new phone", Day(30), "https://news.example/b")
        );
        var again = EarningsNewsMerge.Merge(
            Report,
            first.Stored,
            [
                Row("Before: quarterly outlook", Day(20), "https://news.example/a"),
                Row("A new phone", Day(21), "https://copy.example/b"),
                Row("Third", Day(30), "https://news.example/c"),
            ],
            Now
        );
        Assert.Equal("Third", Assert.Single(again.Stored).Title);
        Assert.Equal((new EarningsNewsCount(7, 1, 1, 0, 1), new EarningsNewsCount(7, 1, 2, 0, 1)), (first.Count, again.Count));
    }

    [Fact]
    public void A_report_that_moves_takes_its_articles_to_their_new_places_and_lets_go_of_those_outside()
    {
        var held = Merge(
            Row("Old preview of earnings", Day(15), "https://news.example/a"),
            Row("Apple moves its results", Day(30), "https://news.example/b")
        ).Stored;
        var change = EarningsNewsMerge.Merge(Report.MovedTo(new LocalDate(2026, 11, 5)), held, [], Now);
        Assert.Equal("https://news.example/a", Assert.Single(change.Removed).Url);
        var moved = Assert.Single(change.Stored);
        Assert.Equal((new LocalDate(2026, 11, 5), NewsSection.Forecast, -6), (moved.ReportDate, moved.Section, moved.DaysFromEarnings));
        Assert.Equal(new EarningsNewsCount(7, 1, 0, 0, 1), change.Count);
    }

    public static readonly TheoryData<string?, string?, long?> Bad = new()
    {
        { null, "https://news.example/a", 1_793_000_000 },
        { " <br> ", "https://news.example/a", 1_793_000_000 },
        { "[Removed]", "https://removed.com", 1_793_000_000 },
        { "x", null, 1_793_000_000 },
        { "x", "javascript:alert(1)", 1_793_000_000 },
        { "x", "https://news.example/a", null },
        { "x", "https://news.example/a", 0 },
        { "x", "https://news.example/a", -5 },
        { "x", "https://news.example/a", 1_793_466_001 }, // an hour and more ahead
        { "x", "https://news.example/a", 1_793_000_000_000 }, // milliseconds
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_row_that_cannot_be_true_is_dropped_and_the_good_one_beside_it_kept(string? headline, string? url, long? time)
    {
        var change = Merge(
            Row("Good", Day(28), "https://news.example/good"),
            new FinnhubArticle
            {
                Headline = headline,
                Url = url,
                Datetime = time,
            }
        );
        Assert.Equal(("Good", 1), (Assert.Single(change.Stored).Title, change.Dropped));
    }

    [Fact]
    public void An_article_outside_the_window_is_no_fault_and_not_kept()
    {
        var change = Merge(Row("Too early", Day(14, 3), "https://news.example/a"));
        Assert.Equal((0, 0), (change.Stored.Count, change.Dropped));
    }
}
