using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Platform.Ingestion;

namespace InvestmentAssistant.Api.Features.Calendars.Ingestion;

/// <summary>
/// Announced offerings, daily, because dates move. A calendar without rows is believed: there are weeks without offerings.
/// </summary>
public sealed class IpoCalendarJob(AlphaVantageClient provider, IpoBook book) : IDataSetJob
{
    public DataSetDescription Description { get; } =
        new("ipo-calendar", AlphaVantageClient.Provider, "Calendar of companies going public", "0 45 9 * * ?", Duration.FromDays(2));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var reply = IpoReplies.OfCsv(await provider.CsvAsync("IPO_CALENDAR", [], ct));
        var writing = await book.AnnounceAsync(reply.Notices, ct);
        return new JobOutcome(
            writing.Changed,
            reply.Dropped + writing.Doubled,
            Complete: writing.Note is null,
            Note: writing.Note ?? (writing.Removed == 0 ? null : $"no longer announced: {writing.Removed}")
        );
    }
}
