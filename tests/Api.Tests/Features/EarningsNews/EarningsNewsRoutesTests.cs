using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.EarningsNews;

/// <summary>
/// All routes of the news around reports on the wire: names, types and edges. The report lies farther ahead than any data set looks.
/// </summary>
public sealed class EarningsNewsRoutesTests(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private const string Symbol = "ZQZQ";

    private static readonly LocalDate Date = NewYorkDay.DateOf(SystemClock.Instance.GetCurrentInstant()).PlusDays(420);
    private static readonly string[] ListFields =
    [
        "symbol",
        "report_date",
        "url",
        "headline",
        "source",
        "published_at",
        "short_headline",
        "has_image",
        "fetched_at",
        "news_section",
        "days_from_earnings",
    ];

    private static readonly string[] DetailFields =
    [
        "symbol",
        "report_date",
        "url",
        "headline",
        "source",
        "published_at",
        "category",
        "article_id",
        "image",
        "related",
        "summary",
        "fetched_at",
        "short_headline",
        "short_summary",
        "related_symbols",
        "has_image",
        "news_section",
        "days_from_earnings",
    ];

    private static readonly string[] Sp500Fields =
    [
        "calendar_id",
        "source_table",
        "title",
        "url",
        "summary",
        "content",
        "source",
        "published_at",
        "news_section",
        "days_from_earnings",
        "id",
        "fetched_at",
        "created_at",
        "is_forecast_news",
        "is_reaction_news",
        "has_content",
        "short_title",
    ];

    private int _id;

    private static string Report => $"{Symbol}/{LocalDatePattern.Iso.Format(Date)}";

    public async ValueTask InitializeAsync()
    {
        var store = api.Host.Services.GetRequiredService<IDocumentStore>();
        await using var session = store.LightweightSession();
        var held = await session.Query<EarningsEvent>().FirstOrDefaultAsync(e => e.Symbol == Symbol, TestContext.Current.CancellationToken);
        if (held is not null)
        {
            _id = held.Id;
            return;
        }
        var report = new EarningsEvent
        {
            Symbol = Symbol,
            CompanyName = "Zq Co",
            ReportDate = Date,
            Estimate = 1.5m,
            Currency = "USD",
            IsSp500 = true,
            GicsSector = "Energy",
            ForecastNewsCount = 1,
            ReactionNewsCount = 1,
            StoryCount = 2,
            FetchedAt = default,
            CreatedAt = default,
            UpdatedAt = default,
        };
        session.Store(report);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        _id = report.Id;
        session.Store(Article(report, NewsSection.Forecast, -2), Article(report, NewsSection.Reaction, 1));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static EarningsArticle Article(EarningsEvent report, NewsSection section, int days) =>
        new()
        {
            Id = EarningsArticle.IdOf(report.Id, $"https://news.example/{section}"),
            EventId = report.Id,
            Symbol = Symbol,
            ReportDate = Date,
            Url = $"https://news.example/{section}",
            Title = new string('h', 120) + " zygomorphic results",
            Description = "In short.",
            Source = "Wire",
            Category = "company",
            ArticleId = "12",
            Image = "https://news.example/i.jpg",
            Related = Symbol,
            Section = section,
            DaysFromEarnings = days,
            IsStory = true,
            PublishedAt = Date.PlusDays(days).AtMidnight().InUtc().ToInstant(),
            FetchedAt = default,
        };

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private readonly RouteClient _routes = new(api, "/api/v1/");

    [Theory]
    [InlineData("earnings-calendar-news/?symbols=ZQZQ&symbols=AAPL,MSFT&sources=wire", false)]
    [InlineData("earnings-calendar-news/zqzq?limit=1", true)]
    [InlineData("earnings-calendar-news/REPORT", true)]
    [InlineData("earnings-calendar-news/REPORT/?skip=1&limit=1", true)]
    public async Task Lists_have_one_envelope(string path, bool ofCompany)
    {
        var page = await _routes.Ok(path.Replace("REPORT", Report, StringComparison.Ordinal));
        Assert.Equal(["total", "items", "symbol", "report_date", "page", "limit", "has_next"], Names(page));
        var item = page.GetProperty("items")[0];
        Assert.Equal(ListFields, Names(item));
        Assert.Contains(item.GetProperty("news_section").GetString(), (string[])["forecast", "reaction"]);
        Assert.Equal(ofCompany, page.GetProperty("symbol").ValueKind == JsonValueKind.String);
        Assert.Equal(103, item.GetProperty("short_headline").GetString()!.Length);
        Assert.EndsWith("Z", item.GetProperty("published_at").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_and_a_search_have_every_field()
    {
        Assert.Equal(
            DetailFields,
            Names(await _routes.Ok($"earnings-calendar-news/{Report}/detail?url=https%3A%2F%2Fnews.example%2FReaction"))
        );
        var found = await _routes.Ok("earnings-calendar-news/search?q=zygomorphic");
        Assert.Equal(["total", "items", "search_query", "page", "limit", "has_next"], Names(found));
        Assert.Equal(DetailFields, Names(found.GetProperty("items")[0]));
        Assert.Equal(2, found.GetProperty("total").GetInt32());
        Assert.Equal(0, (await _routes.Ok("earnings-calendar-news/search?q=zygomorphic&symbols=AAPL")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Reports_and_the_summary_have_every_field()
    {
        var year = Date.Year;
        var rows = await _routes.Ok($"earnings-calendar-news/calendar/{Symbol}?year={year}&month={Date.Month}");
        Assert.Equal(
            ["symbol", "report_date", "fiscal_date_ending", "estimate", "currency", "news_count", "fiscal_date_basis"],
            Names(rows[0])
        );
        Assert.Equal(2, rows[0].GetProperty("news_count").GetInt32());
        Assert.Equal(
            ["period", "start_date", "end_date", "total_earnings_events", "total_news", "top_symbols_by_news", "recent_earnings"],
            Names(await _routes.Ok("earnings-calendar-news/summary/recent?days=30&top_symbols=5"))
        );
    }

    [Fact]
    public async Task The_index_has_every_field()
    {
        var news = await _routes.Ok($"sp500-earnings-news/calendar/{_id}");
        Assert.Equal(
            [
                "calendar_info",
                "forecast_news",
                "reaction_news",
                "total_news_count",
                "forecast_news_count",
                "reaction_news_count",
                "message",
                "report_day_news",
                "report_day_news_count",
                "news_count",
            ],
            Names(news)
        );
        // W4: the badge of the web client.
        Assert.Equal(news.GetProperty("total_news_count").GetInt32(), news.GetProperty("news_count").GetInt32());
        Assert.Equal(_id, news.GetProperty("calendar_info").GetProperty("id").GetInt32());
        Assert.Equal(Sp500Fields, Names(news.GetProperty("forecast_news")[0]));
        Assert.Equal(Sp500Fields, Names((await _routes.Ok($"sp500-earnings-news/calendar/{_id}/forecast"))[0]));
        Assert.Equal(
            "reaction",
            (await _routes.Ok($"sp500-earnings-news/calendar/{_id}/reaction?limit=1"))[0].GetProperty("news_section").GetString()
        );
        var all = await _routes.Ok(
            $"sp500-earnings-news/calendar/{_id}/all?news_section=forecast&source=wire&has_content=false&limit=200&offset=0"
        );
        Assert.Equal(
            ["calendar_id", "items", "total_count", "forecast_count", "reaction_count", "message", "report_day_count"],
            Names(all)
        );
        Assert.Equal(
            (1, 1, 0),
            (
                all.GetProperty("total_count").GetInt32(),
                all.GetProperty("forecast_count").GetInt32(),
                all.GetProperty("reaction_count").GetInt32()
            )
        );
        var week = await _routes.Ok("sp500-earnings-news/weekly");
        Assert.Equal(
            [
                "week_start",
                "week_end",
                "earnings_with_news",
                "total_earnings_count",
                "total_news_count",
                "forecast_news_count",
                "reaction_news_count",
                "message",
                "report_day_news_count",
            ],
            Names(week)
        );
    }

    [Theory]
    [InlineData("earnings-calendar-news?skip=-1", "skip")]
    [InlineData("earnings-calendar-news?limit=101", "limit")]
    [InlineData("earnings-calendar-news?symbols=foo%20bar", "symbols")]
    [InlineData("earnings-calendar-news?sources=%00", "sources")]
    [InlineData("earnings-calendar-news?start_report_date=2026-02-02&end_report_date=2026-02-01", "start_report_date")]
    [InlineData("earnings-calendar-news?start_published_date=2026-02-02T00:00:00Z&end_published_date=2026-02-01", "start_published_date")]
    [InlineData("earnings-calendar-news?end_published_date=yesterday", "end_published_date")]
    [InlineData("earnings-calendar-news/AAPL?limit=0", "limit")]
    [InlineData("earnings-calendar-news/AAPL?start_date=2026-02-02&end_date=2026-02-01", "start_date")]
    [InlineData("earnings-calendar-news/a%20b", "symbol")]
    [InlineData("earnings-calendar-news/AAPL/soon", "report_date")]
    [InlineData("earnings-calendar-news/AAPL/2026-02-30", "report_date")]
    [InlineData("earnings-calendar-news/AAPL/2026-01-29/detail", "url")]
    [InlineData("earnings-calendar-news/search", "q")]
    [InlineData("earnings-calendar-news/search?q=!", "q")]
    [InlineData("earnings-calendar-news/calendar/AAPL", "year")]
    [InlineData("earnings-calendar-news/calendar/AAPL?year=2019", "year")]
    [InlineData("earnings-calendar-news/calendar/AAPL?year=2026&month=13", "month")]
    [InlineData("earnings-calendar-news/summary/recent?days=31", "days")]
    [InlineData("earnings-calendar-news/summary/recent?top_symbols=4", "top_symbols")]
    [InlineData("sp500-earnings-news/calendar/0", "calendar_id")]
    [InlineData("sp500-earnings-news/calendar/apple", "calendar_id")]
    [InlineData("sp500-earnings-news/calendar/1/forecast?limit=101", "limit")]
    [InlineData("sp500-earnings-news/calendar/1/reaction?limit=0", "limit")]
    [InlineData("sp500-earnings-news/calendar/1/all?news_section=before", "news_section")]
    [InlineData("sp500-earnings-news/calendar/1/all?limit=201", "limit")]
    [InlineData("sp500-earnings-news/calendar/1/all?has_content=some", "has_content")]
    public async Task A_bad_parameter_is_a_problem_that_names_it(string path, string parameter)
    {
        var (status, json) = await _routes.Get(path);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out _), json.GetRawText());
    }

    [Theory]
    [InlineData("earnings-calendar-news/NOPE")]
    [InlineData("earnings-calendar-news/ZQZQ/2020-01-01")]
    [InlineData("earnings-calendar-news/NOPE/2020-01-01/detail?url=https%3A%2F%2Fnews.example%2Fx")]
    [InlineData("earnings-calendar-news/calendar/NOPE?year=2026")]
    [InlineData("sp500-earnings-news/calendar/2000000000")]
    [InlineData("sp500-earnings-news/calendar/2000000000/forecast")]
    [InlineData("sp500-earnings-news/calendar/2000000000/all")]
    public async Task What_is_not_known_is_404(string path) => Assert.Equal(HttpStatusCode.NotFound, (await _routes.Get(path)).Status);
}
