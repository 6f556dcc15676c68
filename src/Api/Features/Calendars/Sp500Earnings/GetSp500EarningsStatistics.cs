using FastEndpoints;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.Calendars.Sp500Earnings;

/// <param name="TotalCompanies">Companies with a report.</param>
/// <param name="TotalEvents">Stored reports, past and coming.</param>
/// <param name="EventsWithEstimates">Those with an estimate.</param>
/// <param name="EventsWithNews">Those of which news is kept.</param>
/// <param name="UpcomingEvents">Those from today (New York) on.</param>
/// <param name="SectorsCovered">GICS sectors, by name.</param>
/// <param name="LastUpdated">When any of them last changed.</param>
public sealed record Sp500EarningsStatistics(
    int TotalCompanies,
    int TotalEvents,
    int EventsWithEstimates,
    int EventsWithNews,
    int UpcomingEvents,
    IReadOnlyList<string> SectorsCovered,
    Instant? LastUpdated
);

/// <summary>GET /api/v1/sp500-earnings-calendar/statistics: how much the calendar holds.</summary>
public sealed class GetSp500EarningsStatistics(IDocumentStore store, AgedAnswers cache, IClock clock)
    : EndpointWithoutRequest<Sp500EarningsStatistics>
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(30);

    public override void Configure()
    {
        Get("statistics");
        Group<Sp500EarningsCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Figures of the S&P 500 earnings calendar";
            s.Description = "Counts over all reports held of companies that are in the index on the day of their report.";
            s.ResponseExamples[200] = new Sp500EarningsStatistics(
                503,
                1420,
                1287,
                530,
                811,
                ["Energy", "Information Technology"],
                Instant.FromUtc(2026, 1, 29, 22, 50)
            );
        });
    }

    public override async Task<Sp500EarningsStatistics> ExecuteAsync(CancellationToken ct) =>
        await cache.GetAsync("earnings:sp500:statistics", s_freshFor, ReadAsync, ct);

    private async Task<Sp500EarningsStatistics> ReadAsync(CancellationToken ct)
    {
        var today = clock.Today();
        await using var session = store.QuerySession();
        var all = session.Sp500Earnings();
        var sectors = await all.Where(e => e.GicsSector != null).Select(e => e.GicsSector!).Distinct().ToListAsync(ct);
        return new Sp500EarningsStatistics(
            await all.Select(e => e.Symbol).Distinct().CountAsync(ct),
            await all.CountAsync(ct),
            await all.CountAsync(e => e.Estimate != null, ct),
            await all.CountAsync(e => e.NewsCount > 0, ct),
            await all.CountAsync(e => e.ReportDate >= today, ct),
            [.. sectors.Order(StringComparer.Ordinal)],
            (await all.OrderByDescending(e => e.UpdatedAt).FirstOrDefaultAsync(ct))?.UpdatedAt
        );
    }
}
