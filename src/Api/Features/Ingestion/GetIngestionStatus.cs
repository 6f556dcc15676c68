using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Ingestion;

/// <summary>GET /api/v1/ingestion/status: how every data set, live feed and provider budget stands; the same on every replica.</summary>
public sealed class GetIngestionStatus(
    DataSetStatusReader dataSets,
    IFeedStatusReader feeds,
    ProviderBudget budgets,
    IOptionsMonitor<ProviderOptions> providers,
    IClock clock
) : EndpointWithoutRequest<IngestionStatus>
{
    public override void Configure()
    {
        Get("api/v1/ingestion/status");
        AllowAnonymous();
        Options(b => b.WithTags(IngestionFeature.Tag).CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = "State of data sets, live feeds and provider budgets";
            s.Description =
                "For every data set its schedule, last runs and state: fresh, stale (the last success is older than it may be), "
                + "failing (the "
                + "last run failed; stored data is still served), not_configured (its provider has no key here) or pending (not "
                + "filled yet). For every "
                + "live feed which replica holds it and when the last event came. For every provider the calls made of its budget.";
            s.ResponseExamples[200] = Example();
        });
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        var sets = await dataSets.ReadAsync(ct);
        var live = await feeds.ReadAsync(ct);
        var spent = await budgets.ReadAsync(ct);
        await Send.OkAsync(
            new IngestionStatus(
                clock.GetCurrentInstant(),
                [.. sets.Select(DataSetView.Of)],
                [
                    .. live.Select(f => new FeedView(
                        f.Name,
                        f.Provider,
                        StateOf(f),
                        f.Connected,
                        f.Owner,
                        f.LastEventAt,
                        f.Messages,
                        f.Dropped,
                        f.Error
                    )),
                ],
                [.. spent.Select(b => BudgetView.Of(b, providers.Get(b.Provider)))]
            ),
            ct
        );
    }

    private static string StateOf(FeedStatus feed) =>
        feed switch
        {
            { NotConfigured: true } => "not_configured",
            { Connected: true } => "connected",
            _ => "disconnected",
        };

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
                    RunView.Example
                ),
            ],
            [new FeedView("bithumb-live", "bithumb", "connected", true, "api-7d9f/1", at, 182_340, 0, null)],
            [new BudgetView("finnhub", 12, 60, 2_301, null)]
        );
    }
}

/// <param name="AsOf">Now, by the market's clock.</param>
/// <param name="DataSets">In the order in which a first start fills them.</param>
/// <param name="Feeds">By name.</param>
/// <param name="Budgets">Of the providers that were ever called, by name.</param>
public sealed record IngestionStatus(
    Instant AsOf,
    IReadOnlyList<DataSetView> DataSets,
    IReadOnlyList<FeedView> Feeds,
    IReadOnlyList<BudgetView> Budgets
);

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
    RunView? LastRun
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
            status.Runs.Last is { } last ? RunView.Of(last) : null
        );
}

/// <param name="Name">Name of the feed and its lease.</param>
/// <param name="Provider">Where it comes from.</param>
/// <param name="State">connected, disconnected or not_configured.</param>
/// <param name="Connected">Whether a living replica holds the connection.</param>
/// <param name="Owner">The replica that feeds or last fed: host and process; null when none ever did.</param>
/// <param name="LastEventAt">The newest event, by the provider's clock.</param>
/// <param name="Messages">Events since the feed was last started.</param>
/// <param name="Dropped">Malformed or foreign messages among them.</param>
/// <param name="Error">Why it last stopped; null while it runs.</param>
public sealed record FeedView(
    string Name,
    string Provider,
    string State,
    bool Connected,
    string? Owner,
    Instant? LastEventAt,
    long Messages,
    long Dropped,
    string? Error
);

/// <param name="Provider">Name of the provider.</param>
/// <param name="CallsInLastMinute">Calls of all replicas in the last 60 seconds.</param>
/// <param name="CallsPerMinute">The limit; null = none of ours.</param>
/// <param name="CallsToday">Calls of all replicas in this UTC day.</param>
/// <param name="CallsPerDay">The limit; null = none of ours.</param>
public sealed record BudgetView(string Provider, int CallsInLastMinute, int? CallsPerMinute, int CallsToday, int? CallsPerDay)
{
    public static BudgetView Of(BudgetState state, ProviderOptions limits) =>
        new(
            state.Provider,
            state.CallsInLastMinute,
            limits.CallsPerMinute > 0 ? limits.CallsPerMinute : null,
            state.CallsToday,
            limits.CallsPerDay > 0 ? limits.CallsPerDay : null
        );
}
