using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Runs;

namespace InvestmentAssistant.Api.Features.Ingestion;

/// <summary>
/// GET /api/v1/ingestion/status: how every data set and live feed stands, for everybody; the same on every replica. Hosts, texts of errors
/// and budgets are in <see cref="GetIngestionDetails"/>.
/// </summary>
public sealed class GetIngestionStatus(DataSetStatusReader dataSets, IFeedStatusReader feeds, IClock clock)
    : EndpointWithoutRequest<IngestionStatus>
{
    public override void Configure()
    {
        Get("api/v1/ingestion/status");
        AllowAnonymous();
        Options(b => b.WithTags(IngestionFeature.Tag).CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = "State of data sets and live feeds";
            s.Description =
                "For every data set its schedule, last runs and state: fresh, stale (the last success is older than it may be), "
                + "failing (the "
                + "last run failed; stored data is still served), not_configured (its provider has no key here) or pending (not "
                + "filled yet). For every "
                + "live feed whether it is connected and when the last event came. Reasons of failures and budgets: the admin routes.";
            s.ResponseExamples[200] = Example();
        });
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        var sets = await dataSets.ReadAsync(ct);
        var live = await feeds.ReadAsync(ct);
        await Send.OkAsync(
            new IngestionStatus(clock.GetCurrentInstant(), [.. sets.Select(DataSetView.Of)], [.. live.Select(FeedView.Of)]),
            ct
        );
    }

    private static IngestionStatus Example()
    {
        var at = Instant.FromUtc(2026, 11, 23, 14, 30);
        return new IngestionStatus(
            at,
            [
                new DataSetView(
                    "bithumb-markets",
                    "bithumb",
                    "Bithumb market list",
                    "0 0 0 * * ?",
                    DataSetState.Fresh,
                    at - Duration.FromHours(14),
                    415,
                    at + Duration.FromHours(10),
                    true,
                    RunSummary.Example
                ),
            ],
            [new FeedView("bithumb-live", "bithumb", "connected", true, at, 182_340, 0)]
        );
    }
}

/// <param name="AsOf">Now, by the market's clock.</param>
/// <param name="DataSets">In the order in which a first start fills them.</param>
/// <param name="Feeds">By name.</param>
public sealed record IngestionStatus(Instant AsOf, IReadOnlyList<DataSetView> DataSets, IReadOnlyList<FeedView> Feeds);

/// <param name="Name">Name of the data set and its job.</param>
/// <param name="Provider">Where it comes from; own = computed from our own data.</param>
/// <param name="Title">For people.</param>
/// <param name="Schedule">Quartz cron expression, UTC.</param>
/// <param name="State">fresh, stale, failing, not_configured or pending.</param>
/// <param name="LastSuccessAt">When a run last did its work, or found nothing new; a run that a limit ended before anything came
/// does not count.</param>
/// <param name="Rows">Rows that run wrote.</param>
/// <param name="NextRunAt">By the schedule; null when not configured.</param>
/// <param name="FillsAtStart">Whether a process that starts fills it when it is missing or old; else it waits for its schedule.</param>
/// <param name="LastRun">The newest run of any outcome; null when it never ran.</param>
public sealed record DataSetView(
    string Name,
    string Provider,
    string Title,
    string Schedule,
    DataSetState State,
    Instant? LastSuccessAt,
    int? Rows,
    Instant? NextRunAt,
    bool FillsAtStart,
    RunSummary? LastRun
)
{
    public static DataSetView Of(DataSetStatus status) =>
        new(
            status.Description.Name,
            status.Description.Provider,
            status.Description.Title,
            status.Description.Schedule,
            status.State,
            status.Runs.LastSuccess?.EndedAt,
            status.Runs.LastSuccess?.Rows,
            status.NextRunAt,
            status.Description.RunAtStart,
            status.Runs.Last is { } last ? RunSummary.Of(last) : null
        );
}

/// <param name="Name">Name of the feed and its lease.</param>
/// <param name="Provider">Where it comes from.</param>
/// <param name="State">connected, disconnected or not_configured.</param>
/// <param name="Connected">Whether a living replica holds the connection.</param>
/// <param name="LastEventAt">The newest event, by the provider's clock.</param>
/// <param name="Messages">Events since the feed was last started.</param>
/// <param name="Dropped">Malformed or foreign messages among them.</param>
public sealed record FeedView(string Name, string Provider, string State, bool Connected, Instant? LastEventAt, long Messages, long Dropped)
{
    public static FeedView Of(FeedStatus feed) =>
        new(feed.Name, feed.Provider, StateOf(feed), feed.Connected, feed.LastEventAt, feed.Messages, feed.Dropped);

    private static string StateOf(FeedStatus feed) =>
        feed switch
        {
            { NotConfigured: true } => "not_configured",
            { Connected: true } => "connected",
            _ => "disconnected",
        };
}

/// <summary>A run without what is the operators' business: where it ran, and why it failed.</summary>
/// <param name="StartedAt">When it started.</param>
/// <param name="EndedAt">Null while it runs.</param>
/// <param name="Outcome">running, succeeded, partial, limited, failed, skipped or abandoned.</param>
/// <param name="Trigger">schedule, start or manual.</param>
/// <param name="Rows">Rows written.</param>
/// <param name="Dropped">Bad rows of the provider that were left out.</param>
/// <param name="Progress">The last word of a running job.</param>
/// <param name="Answered">Questions that the provider answered, also with nothing new; null when the job does not count them.</param>
/// <param name="Left">Questions that wait for the next run; null when not counted.</param>
public sealed record RunSummary(
    Instant StartedAt,
    Instant? EndedAt,
    RunOutcome Outcome,
    RunTrigger Trigger,
    int Rows,
    int Dropped,
    string? Progress,
    int? Answered,
    int? Left
)
{
    public static RunSummary Of(Run run) =>
        new(run.StartedAt, run.EndedAt, run.Outcome, run.Trigger, run.Rows, run.Dropped, run.Progress, run.Answered, run.Left);

    internal static readonly RunSummary Example = new(
        Instant.FromUtc(2026, 11, 23, 0, 0),
        Instant.FromUtc(2026, 11, 23, 0, 0, 2),
        RunOutcome.Succeeded,
        RunTrigger.Schedule,
        415,
        0,
        null,
        null,
        null
    );
}
