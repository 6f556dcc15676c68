using FastEndpoints;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.Calendars.Earnings;

/// <summary>GET /api/v1/earnings-calendar/statistics: how much the calendar holds.</summary>
public sealed class GetEarningsStatistics(IDocumentStore store, AgedAnswers cache, IClock clock)
    : EndpointWithoutRequest<EarningsStatistics>
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(30);

    public override void Configure()
    {
        Get("statistics");
        Group<EarningsCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Figures of the earnings calendar";
            s.Description =
                "Today and the week (Monday to Sunday) are New York's. Reports of which no currency is known count among the others.";
            s.ResponseExamples[200] = new EarningsStatistics(
                2210,
                14,
                96,
                631,
                Instant.FromUtc(2026, 1, 29, 9, 40),
                new CurrencyBreakdown(2150, 60)
            );
        });
    }

    public override async Task<EarningsStatistics> ExecuteAsync(CancellationToken ct) =>
        await cache.GetAsync("earnings:statistics", s_freshFor, ReadAsync, ct);

    private async Task<EarningsStatistics> ReadAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var week = NewYorkDay.WeekOf(today);
        await using var session = store.QuerySession();
        var all = session.Earnings();
        var total = await all.CountAsync(ct);
        var dollars = await all.CountAsync(e => e.Currency == "USD", ct);
        return new EarningsStatistics(
            total,
            await all.CountAsync(e => e.ReportDate == today, ct),
            await all.CountAsync(e => e.ReportDate >= week.Monday && e.ReportDate <= week.Sunday, ct),
            await all.Where(e => e.Estimate != null).Select(e => e.Symbol).Distinct().CountAsync(ct),
            (await all.OrderByDescending(e => e.FetchedAt).FirstOrDefaultAsync(ct))?.FetchedAt,
            new CurrencyBreakdown(dollars, total - dollars)
        );
    }
}

/// <param name="TotalEarnings">Stored reports, past and coming.</param>
/// <param name="TodayEarnings">Reports of today.</param>
/// <param name="ThisWeekEarnings">Reports from Monday to Sunday of this week.</param>
/// <param name="CompaniesWithEstimates">Companies of which an estimate is held; each counts once.</param>
/// <param name="LatestUpdate">When a provider last confirmed a report.</param>
/// <param name="CurrencyBreakdown">Reports by the currency of their figures.</param>
public sealed record EarningsStatistics(
    int TotalEarnings,
    int TodayEarnings,
    int ThisWeekEarnings,
    int CompaniesWithEstimates,
    Instant? LatestUpdate,
    CurrencyBreakdown CurrencyBreakdown
);

/// <param name="Usd">In dollars.</param>
/// <param name="Others">In any other currency, or none known.</param>
public sealed record CurrencyBreakdown([property: System.Text.Json.Serialization.JsonPropertyName("USD")] int Usd, int Others);
