using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Calendars.Ingestion;

/// <summary>
/// Announced reports, daily, because dates move. Asks for half a year; a plan that refuses that (free keys were seen to) is asked for the
/// three months that it gives. The provider sends the future only: announced events are kept, and <see cref="EarningsResultsJob"/> fills
/// the past before the first run.
/// </summary>
public sealed class EarningsCalendarJob(AlphaVantageClient provider, EarningsBook book, IIndexMembers members, IClock clock) : IDataSetJob
{
    private static readonly string[] s_horizons = ["6month", "3month"];

    public DataSetDescription Description { get; } =
        new(
            "earnings-calendar",
            AlphaVantageClient.Provider,
            "Calendar of announced earnings reports",
            "0 40 9 * * ?",
            Duration.FromDays(2)
        )
        {
            After = ["sp500-companies"],
        };

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        await members.WhenListedAsync(ct);
        var reply = EarningsReplies.OfCsv(await AskAsync(ct), clock.Today());
        if (reply.Notices.Count == 0)
            throw new ProviderException(
                ProviderFailure.BadReply,
                AlphaVantageClient.Provider,
                $"sent no usable report ({reply.Dropped} rows dropped); what is held stays"
            );
        context.Progress($"{reply.Notices.Count} reports announced");
        var writing = await book.AnnounceAsync(reply.Notices, ct);
        return new JobOutcome(
            writing.Changed,
            reply.Dropped + writing.Doubled,
            Complete: writing.Note is null,
            Note: writing.Note ?? RemovedNote(writing.Removed)
        );
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> AskAsync(CancellationToken ct)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return await provider.CsvAsync("EARNINGS_CALENDAR", [("horizon", s_horizons[i])], ct);
            }
            catch (ProviderException e) when (e.Kind == ProviderFailure.Rejected && i + 1 < s_horizons.Length)
            {
                // The shorter one may be allowed.
            }
        }
    }

    private static string? RemovedNote(int removed) => removed == 0 ? null : $"no longer announced: {removed}";
}
