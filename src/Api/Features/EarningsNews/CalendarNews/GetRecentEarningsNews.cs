using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;

public sealed record RecentEarningsNewsRequest
{
    /// <summary>Number of days back, today included.</summary>
    [QueryParam]
    public int Days { get; init; } = 7;

    /// <summary>Number of companies in the ranking.</summary>
    [QueryParam]
    public int TopSymbols { get; init; } = 10;
}

public sealed class RecentEarningsNewsValidator : Validator<RecentEarningsNewsRequest>
{
    public RecentEarningsNewsValidator()
    {
        RuleFor(r => r.Days).InclusiveBetween(1, GetRecentEarningsNews.MostDays);
        RuleFor(r => r.TopSymbols).InclusiveBetween(5, 50);
    }
}

/// <param name="NewsCount">Stories held about its reports of the days.</param>
public sealed record SymbolNewsCount(string Symbol, int NewsCount);

/// <param name="NewsCount">Stories held.</param>
public sealed record RecentReport(string Symbol, string? CompanyName, LocalDate ReportDate, int NewsCount);

/// <param name="Period">For people.</param>
/// <param name="StartDate">First report date.</param>
/// <param name="EndDate">Today in New York.</param>
/// <param name="TotalEarningsEvents">Reports of these days.</param>
/// <param name="TotalNews">Stories held about them.</param>
/// <param name="TopSymbolsByNews">Companies with most stories first.</param>
/// <param name="RecentEarnings">The latest reports, at most 50; of a day those with most stories first.</param>
public sealed record RecentEarningsNews(
    string Period,
    LocalDate StartDate,
    LocalDate EndDate,
    int TotalEarningsEvents,
    int TotalNews,
    IReadOnlyList<SymbolNewsCount> TopSymbolsByNews,
    IReadOnlyList<RecentReport> RecentEarnings
);

/// <summary>GET /api/v1/earnings-calendar-news/summary/recent: how much was written about the reports of the last days.</summary>
public sealed class GetRecentEarningsNews(IDocumentStore store, AgedAnswers cache, IClock clock)
    : Endpoint<RecentEarningsNewsRequest, RecentEarningsNews>
{
    internal const int MostDays = 30;
    private const int MostReports = 50;
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(30);

    public override void Configure()
    {
        Get("summary/recent");
        Group<EarningsNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "News around the reports of the last days";
            s.Description =
                "Reports of the last `days` days, today (New York) included. News is gathered around reports of S&P 500 " + "companies.";
            s.ResponseExamples[200] = new RecentEarningsNews(
                "최근 7일",
                new LocalDate(2026, 1, 24),
                new LocalDate(2026, 1, 30),
                214,
                1630,
                [new SymbolNewsCount("AAPL", 21)],
                [new RecentReport("AAPL", "Apple Inc.", new LocalDate(2026, 1, 29), 21)]
            );
        });
    }

    public override async Task<RecentEarningsNews> ExecuteAsync(RecentEarningsNewsRequest request, CancellationToken ct)
    {
        var today = clock.Today();
        var first = today.PlusDays(1 - request.Days);
        // The longest span is cached, not one for each number of days.
        var kept = await cache.GetAsync(
            $"earnings-news:recent:{today:uuuu-MM-dd}",
            s_freshFor,
            c => ReadAsync(today.PlusDays(1 - MostDays), today, c),
            ct
        );
        var events = kept.Where(e => e.ReportDate >= first).ToList();
        return new RecentEarningsNews(
            $"최근 {request.Days}일",
            first,
            today,
            events.Count,
            events.Sum(e => e.StoryCount),
            [
                .. events
                    .GroupBy(e => e.Symbol, StringComparer.Ordinal)
                    .Select(g => new SymbolNewsCount(g.Key, g.Sum(e => e.StoryCount)))
                    .Where(s => s.NewsCount > 0)
                    .OrderByDescending(s => s.NewsCount)
                    .ThenBy(s => s.Symbol, StringComparer.Ordinal)
                    .Take(request.TopSymbols),
            ],
            [
                .. events
                    .OrderByDescending(e => e.ReportDate)
                    .ThenByDescending(e => e.StoryCount)
                    .ThenBy(e => e.Symbol, StringComparer.Ordinal)
                    .Take(MostReports)
                    .Select(e => new RecentReport(e.Symbol, e.CompanyName, e.ReportDate, e.StoryCount)),
            ]
        );
    }

    private async Task<IReadOnlyList<EarningsEvent>> ReadAsync(LocalDate first, LocalDate last, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Earnings().Where(e => e.ReportDate >= first && e.ReportDate <= last).ToListAsync(ct);
    }
}
