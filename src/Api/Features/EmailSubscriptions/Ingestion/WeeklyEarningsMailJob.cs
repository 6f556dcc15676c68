using InvestmentAssistant.Api.Features.EmailSubscriptions.Mails;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Platform.Ingestion;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Ingestion;

/// <summary>
/// Puts the week's earnings mails into the outbox as Sunday begins. The later firings of the day make up for one that failed: a week is
/// mailed once, even when it is asked for.
/// </summary>
public sealed class WeeklyEarningsMailJob(MailOutbox outbox, UpcomingReports reports, IClock clock) : IDataSetJob
{
    public DataSetDescription Description { get; } =
        new("weekly-earnings-mail", "own", "Weekly mail with the S&P 500 earnings", "0 0 0,1,3,6,12 ? * SUN", Duration.FromDays(8))
        {
            After = ["earnings-calendar"],
        };

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var week = MailWeek.At(clock.GetCurrentInstant());
        var coming = await reports.ReadAsync(week.FirstDay, week.LastDay, ct);
        var span = FormattableString.Invariant($"{week.FirstDay:uuuu-MM-dd} to {week.LastDay:uuuu-MM-dd}");
        if (coming.Count == 0)
        {
            // A calendar that knows of no report at all has not been filled: a later firing looks again.
            var isFilled = await reports.NextDayAsync(week.FirstDay, ct) is not null;
            return new JobOutcome(
                0,
                Complete: isFilled,
                Note: isFilled ? $"no company of the index reports from {span}: no mail" : "the earnings calendar is empty: no mail yet"
            );
        }

        var queued = await outbox.QueueEarningsAsync(week, ct);
        var state = await outbox.ReadStateAsync(ct);
        return new JobOutcome(
            queued,
            Note: $"{coming.Count} reports from {span}; {queued} mails queued, {state.Waiting} waiting, {state.Failed} failed in 7 days"
        );
    }
}
