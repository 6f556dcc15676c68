using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Platform.Ingestion;

namespace InvestmentAssistant.Api.Features.Calendars.Ingestion;

/// <summary>
/// Offerings of the last ninety days that were sold before the calendar was collected, which has the future only. One call a day.
/// </summary>
public sealed class IpoHistoryJob(FinnhubClient provider, IpoBook book, IClock clock) : IDataSetJob
{
    private const int DaysBack = 90;

    public DataSetDescription Description { get; } =
        new("ipo-history", FinnhubClient.Provider, "Companies that went public", "0 55 9 * * ?", Duration.FromDays(2));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var today = clock.Today();
        var reply = IpoReplies.OfFinnhub(await provider.OfferingsAsync(today.PlusDays(-DaysBack), today, ct));
        var writing = await book.AddPastAsync(reply.Notices, ct);
        return new JobOutcome(writing.Changed, reply.Dropped + writing.Doubled);
    }
}
