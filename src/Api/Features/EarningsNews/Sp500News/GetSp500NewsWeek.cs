using FastEndpoints;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.EarningsNews.Sp500News;

/// <param name="WeekStart">Monday.</param>
/// <param name="WeekEnd">Sunday.</param>
/// <param name="EarningsWithNews">The week's reports by date, then symbol; of each section the newest ten articles.</param>
/// <param name="TotalEarningsCount">Reports of the week.</param>
/// <param name="TotalNewsCount">All articles held of them.</param>
/// <param name="ForecastNewsCount">Of before the reports.</param>
/// <param name="ReactionNewsCount">Of after them.</param>
/// <param name="Message">For people.</param>
/// <param name="ReportDayNewsCount">Of the days of reports whose hour is not known, on neither side.</param>
public sealed record Sp500NewsWeek(
    LocalDate WeekStart,
    LocalDate WeekEnd,
    IReadOnlyList<Sp500ReportNews> EarningsWithNews,
    int TotalEarningsCount,
    int TotalNewsCount,
    int ForecastNewsCount,
    int ReactionNewsCount,
    string? Message,
    int ReportDayNewsCount
);

/// <summary>GET /api/v1/sp500-earnings-news/weekly: this week's reports with their news.</summary>
public sealed class GetSp500NewsWeek(IDocumentStore store, AgedAnswers cache, IClock clock) : EndpointWithoutRequest<Sp500NewsWeek>
{
    private const int MostASection = 10;
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(15);

    public override void Configure()
    {
        Get("weekly");
        Group<Sp500EarningsNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "News around the reports of this week";
            s.Description =
                "Monday to Sunday of the week that it is in New York. Counts are of all articles; of each report and section the "
                + "newest ten are listed.";
            s.ResponseExamples[200] = new Sp500NewsWeek(
                new LocalDate(2026, 1, 26),
                new LocalDate(2026, 2, 1),
                [Sp500ReportNews.Example],
                1,
                1,
                1,
                0,
                "이번 주 실적 발표 1건, 관련 뉴스 1건입니다.",
                0
            );
        });
    }

    public override async Task<Sp500NewsWeek> ExecuteAsync(CancellationToken ct)
    {
        var today = clock.Today();
        return await cache.GetAsync($"earnings-news:week:{today:uuuu-MM-dd}", s_freshFor, c => ReadAsync(today, c), ct);
    }

    private async Task<Sp500NewsWeek> ReadAsync(LocalDate today, CancellationToken ct)
    {
        var (monday, sunday) = NewYorkDay.WeekOf(today);
        await using var session = store.QuerySession();
        var reports = await session
            .Sp500Earnings()
            .Where(e => e.ReportDate >= monday && e.ReportDate <= sunday)
            .OrderBy(e => e.ReportDate)
            .ThenBy(e => e.Symbol)
            .ThenBy(e => e.Id)
            .ToListAsync(ct);
        var ids = reports.Select(e => e.Id).ToArray();
        var articles = (await session.Query<EarningsArticle>().Where(a => ids.Contains(a.EventId)).ToListAsync(ct)).ToLookup(a =>
            a.EventId
        );
        var withNews = reports.Select(e => Sp500ReportNews.Of(e, articles[e.Id], today, MostASection)).ToList();
        var total = withNews.Sum(e => e.TotalNewsCount);
        return new Sp500NewsWeek(
            monday,
            sunday,
            withNews,
            reports.Count,
            total,
            withNews.Sum(e => e.ForecastNewsCount),
            withNews.Sum(e => e.ReactionNewsCount),
            $"이번 주 실적 발표 {reports.Count}건, 관련 뉴스 {total}건입니다.",
            withNews.Sum(e => e.ReportDayNewsCount)
        );
    }
}
