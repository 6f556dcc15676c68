using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Platform.Http;
using Marten;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Calendars;

/// <summary>
/// Reads the spans that most clients ask for: the days ahead and this week. Each is cached for some seconds for all clients; spans that a
/// client chooses are not cached, because a client could fill the memory with them.
/// </summary>
public sealed class EarningsReader(IDocumentStore store, AgedAnswers cache, IClock clock)
{
    /// <summary>Days ahead that are cached: of all companies, and of the index.</summary>
    public const int DaysOfAll = 30,
        DaysOfSp500 = 365;

    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(10);

    /// <summary>Reports of all companies from today (New York) until the given number of days later, both included, in order.</summary>
    public Task<IReadOnlyList<EarningsEvent>> AheadAsync(int days, CancellationToken ct) =>
        AheadAsync("all", s => s.Earnings(), DaysOfAll, days, ct);

    /// <summary>
    /// Reports of the index's companies from today (New York) until the given number of days later, both included, in order.
    /// </summary>
    public Task<IReadOnlyList<EarningsEvent>> AheadOfSp500Async(int days, CancellationToken ct) =>
        AheadAsync("sp500", s => s.Sp500Earnings(), DaysOfSp500, days, ct);

    /// <summary>Reports of the index's companies in a week, in order.</summary>
    public Task<IReadOnlyList<EarningsEvent>> WeekOfSp500Async(CalendarWeek week, CancellationToken ct) =>
        KeptAsync("sp500:week", s => s.Sp500Earnings(), week.Monday, week.Sunday, ct);

    private async Task<IReadOnlyList<EarningsEvent>> AheadAsync(
        string name,
        Func<IQuerySession, IQueryable<EarningsEvent>> events,
        int most,
        int days,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        var kept = await KeptAsync($"{name}:ahead", events, today, today.PlusDays(most), ct);
        return [.. kept.TakeWhile(e => e.ReportDate <= today.PlusDays(days))];
    }

    private async Task<IReadOnlyList<EarningsEvent>> KeptAsync(
        string name,
        Func<IQuerySession, IQueryable<EarningsEvent>> events,
        LocalDate from,
        LocalDate to,
        CancellationToken ct
    ) =>
        await cache.GetAsync(
            $"earnings:{name}:{LocalDatePattern.Iso.Format(from)}",
            s_freshFor,
            async c =>
            {
                await using var session = store.QuerySession();
                return await events(session).Within(from, to).InOrder().ToListAsync(c);
            },
            ct
        );
}
