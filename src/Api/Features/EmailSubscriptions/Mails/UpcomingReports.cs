using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Platform.Caching;
using Marten;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Mails;

/// <summary>A company's report in a mail.</summary>
/// <param name="Date">Date in New York.</param>
/// <param name="Estimate">Earnings a share that are expected; null when unknown.</param>
/// <param name="Currency">Of the estimate; null means USD.</param>
public sealed record Report(LocalDate Date, string Symbol, string Company, string? Sector, decimal? Estimate, string? Currency);

/// <summary>The S&amp;P 500 reports of some days. Ten thousand mails of a Sunday share one reading of them.</summary>
public sealed class UpcomingReports(IDocumentStore store, AnswerCache cache)
{
    private static readonly TimeSpan s_shared = TimeSpan.FromSeconds(5);

    /// <summary>By date, then symbol; both days included.</summary>
    public async Task<IReadOnlyList<Report>> ReadAsync(LocalDate first, LocalDate last, CancellationToken ct) =>
        (
            await cache.GetAsync(
                FormattableString.Invariant($"email:reports:{first:uuuu-MM-dd}:{last:uuuu-MM-dd}"),
                s_shared,
                c => LoadAsync(first, last, c),
                ct
            )
        ).Value;

    /// <summary>The first day from this one on which a company reports; null when the calendar knows of none.</summary>
    public async Task<LocalDate?> NextDayAsync(LocalDate from, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var next = await session
            .Sp500Earnings()
            .Where(e => e.ReportDate >= from)
            .OrderBy(e => e.ReportDate)
            .ThenBy(e => e.Symbol)
            .FirstOrDefaultAsync(ct);
        return next?.ReportDate;
    }

    private async Task<IReadOnlyList<Report>> LoadAsync(LocalDate first, LocalDate last, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var events = await session
            .Sp500Earnings()
            .Where(e => e.ReportDate >= first && e.ReportDate <= last)
            .OrderBy(e => e.ReportDate)
            .ThenBy(e => e.Symbol)
            .ToListAsync(ct);
        return [.. events.Select(e => new Report(e.ReportDate, e.Symbol, e.CompanyName ?? e.Symbol, e.GicsSector, e.Estimate, e.Currency))];
    }
}
