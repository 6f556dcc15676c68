using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.EarningsNews.Sp500News;

public sealed record Sp500ReportNewsRequest
{
    /// <summary>Number of the report.</summary>
    public int CalendarId { get; init; }
}

public sealed class Sp500ReportNewsValidator : Validator<Sp500ReportNewsRequest>
{
    public Sp500ReportNewsValidator() => RuleFor(r => r.CalendarId).GreaterThanOrEqualTo(1);
}

/// <summary>A report with what was written before and after it.</summary>
/// <param name="CalendarInfo">The report.</param>
/// <param name="ForecastNews">Of before the report, newest first.</param>
/// <param name="ReactionNews">Of after it, newest first.</param>
/// <param name="TotalNewsCount">All articles held of it.</param>
/// <param name="ForecastNewsCount">Of before.</param>
/// <param name="ReactionNewsCount">Of after.</param>
/// <param name="Message">For people.</param>
/// <param name="ReportDayNews">Of the day of a report whose hour is not known, which no text puts before or after it; newest first.</param>
/// <param name="ReportDayNewsCount">How many those are.</param>
/// <param name="NewsCount">The same as total_news_count, under the name that the web client reads.</param>
public sealed record Sp500ReportNews(
    Sp500EarningsItem CalendarInfo,
    IReadOnlyList<Sp500NewsItem> ForecastNews,
    IReadOnlyList<Sp500NewsItem> ReactionNews,
    int TotalNewsCount,
    int ForecastNewsCount,
    int ReactionNewsCount,
    string? Message,
    IReadOnlyList<Sp500NewsItem> ReportDayNews,
    int ReportDayNewsCount,
    int NewsCount
)
{
    /// <param name="report">The report.</param>
    /// <param name="articles">All of its articles, in any order.</param>
    /// <param name="today">In New York.</param>
    /// <param name="most">Articles a section at most.</param>
    public static Sp500ReportNews Of(EarningsEvent report, IEnumerable<EarningsArticle> articles, LocalDate today, int most = int.MaxValue)
    {
        var sections = articles.InOrder().ToLookup(a => a.Section);
        var total = sections.Sum(s => s.Count());
        return new Sp500ReportNews(
            Sp500EarningsItem.Of(report, today),
            Shown(NewsSection.Forecast),
            Shown(NewsSection.Reaction),
            total,
            Count(NewsSection.Forecast),
            Count(NewsSection.Reaction),
            $"{report.Symbol} 실적 관련 뉴스 {total}건입니다.",
            Shown(NewsSection.ReportDay),
            Count(NewsSection.ReportDay),
            total
        );

        int Count(NewsSection section) => sections[section].Count();
        IReadOnlyList<Sp500NewsItem> Shown(NewsSection section) => [.. sections[section].Take(most).Select(Sp500NewsItem.Of)];
    }

    internal static Sp500ReportNews Example { get; } =
        new(Sp500EarningsItem.Example, [Sp500NewsItem.Example], [], 1, 1, 0, "AAPL 실적 관련 뉴스 1건입니다.", [], 0, 1);
}

/// <summary>GET /api/v1/sp500-earnings-news/calendar/{calendar_id}: a report with all of its news.</summary>
public sealed class GetSp500ReportNews(IDocumentStore store, IClock clock) : Endpoint<Sp500ReportNewsRequest, Sp500ReportNews>
{
    public override void Configure()
    {
        Get("calendar/{calendar_id}");
        Group<Sp500EarningsNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "A report with its news";
            s.Description =
                "Published from 14 days before the report to 5 after it. What is before and after turns at 9:30 New York for a "
                + "report before the open (a text "
                + "that reports the results is after it at any hour), and at 16:00 for one after the close. When the hour is not "
                + "known, what the texts of its day say decides; "
                + "an article that says neither is in `report_day_news`. 404 for a number that no report of the S&P 500's calendar has.";
            s.ResponseExamples[200] = Sp500ReportNews.Example;
        });
    }

    public override async Task<Sp500ReportNews> ExecuteAsync(Sp500ReportNewsRequest request, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var report = await session.Sp500ReportAsync(request.CalendarId, ct);
        return Sp500ReportNews.Of(report, await session.ArticlesOf(report.Id).ToListAsync(ct), clock.Today());
    }
}
