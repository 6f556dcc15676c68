using InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Platform.Ingestion;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Ingestion;

/// <summary>Deletes unconfirmed subscriptions, old records and the call counts of yesterday. Its note counts the mails by state.</summary>
public sealed class EmailHousekeepingJob(SubscriptionStore subscriptions, MailOutbox outbox, CallLimits limits) : IDataSetJob
{
    public DataSetDescription Description { get; } =
        new("email-housekeeping", "own", "Unconfirmed subscriptions and old mail records deleted", "0 40 4 * * ?", Duration.FromHours(50));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var forgotten = await subscriptions.PurgeAsync(ct) + await outbox.PurgeAsync(ct) + await limits.PurgeAsync(ct);
        var state = await outbox.ReadStateAsync(ct);
        return new JobOutcome(
            forgotten,
            Note: $"mails: {state.SentToday} sent in 24 hours, {state.Waiting} waiting, {state.Failed} failed in 7 days"
        );
    }
}
