using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Markets.Earnings;
using Marten;
using NodaTime;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Calendars;

/// <summary>Reads whole spans of the calendar: of a few days or weeks around today, asked for by everybody, so each is kept for some seconds in memory.</summary>
public sealed class EarningsReader(IDocumentStore store, AnswerCache cache)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(10);

    /// <summary>Reports with from &lt;= date &lt;= to, in order.</summary>
    /// <param name="from">First date.</param>
    /// <param name="to">Last date, included.</param>
    /// <param name="onlySp500">Only those of the index.</param>
    /// <param name="http">Hears the age of what is served while PostgreSQL is gone.</param>
    /// <param name="ct">Of the request.</param>
    public async Task<IReadOnlyList<EarningsEvent>> BetweenAsync(LocalDate from, LocalDate to, bool onlySp500, HttpContext http, CancellationToken ct)
    {
        var key = $"earnings:{(onlySp500 ? "sp500" : "all")}:{LocalDatePattern.Iso.Format(from)}:{LocalDatePattern.Iso.Format(to)}";
        return (await cache.GetAsync(key, s_freshFor, c => LoadAsync(from, to, onlySp500, c), ct)).AnnouncedTo(http);
    }

    private async Task<IReadOnlyList<EarningsEvent>> LoadAsync(LocalDate from, LocalDate to, bool onlySp500, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var found = onlySp500 ? session.Sp500Earnings() : session.Earnings();
        return await found.Where(e => e.ReportDate >= from && e.ReportDate <= to).InOrder().ToListAsync(ct);
    }
}
