using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Platform.Ingestion;

namespace InvestmentAssistant.Api.Features.Calendars.Ingestion;

/// <summary>
/// The S&amp;P 500's part of the calendar, out of our own data. New events are marked when they are written; this run follows the index,
/// whose members and sectors change, over the last and the coming months. Numbers of events never change by it.
/// </summary>
public sealed class Sp500EarningsJob(EarningsBook book, IClock clock) : IDataSetJob
{
    private const int DaysBack = 120;
    private const int DaysAhead = 370;

    public DataSetDescription Description { get; } =
        new("sp500-earnings-calendar", "own", "S&P 500 earnings calendar", "0 20 * * * ?", Duration.FromHours(3));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var today = clock.Today();
        var writing = await book.RebuildIndexAsync(today.PlusDays(-DaysBack), today.PlusDays(DaysAhead), ct);
        return new JobOutcome(writing.Changed);
    }
}
