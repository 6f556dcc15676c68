using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Ingestion;

/// <summary>
/// GET /api/v1/admin/ingestion: which replica holds each feed, why it last stopped, and the providers' budgets, for who holds the admin
/// key.
/// </summary>
public sealed class GetIngestionDetails(
    AdminKey key,
    IFeedStatusReader feeds,
    ProviderBudget budgets,
    IOptionsMonitor<ProviderOptions> providers,
    IClock clock
) : EndpointWithoutRequest<IngestionDetails>
{
    public override void Configure()
    {
        Get("api/v1/admin/ingestion");
        AllowAnonymous(); // the key is checked below
        Options(b => b.WithTags(IngestionFeature.Tag).CachesAs(DataKind.Never));
        Description(b => b.ProducesProblem(401).ProducesProblem(403).ProducesProblem(429));
        Summary(s =>
        {
            s.Summary = "Feeds by replica and budgets of providers (admin)";
            s.Description =
                $"Needs the header {AdminKey.Header}. For every live feed which replica holds it and why it last stopped; for every "
                + "provider the calls made of its budget. Runs of jobs with their errors: /api/v1/admin/jobs.";
            s.ResponseExamples[200] = Example();
        });
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        key.Check(HttpContext);
        var live = await feeds.ReadAsync(ct);
        var spent = await budgets.ReadAsync(ct);
        await Send.OkAsync(
            new IngestionDetails(
                clock.GetCurrentInstant(),
                [.. live.Select(f => new FeedDetails(f.Name, f.Owner, f.Error))],
                [.. spent.Select(b => BudgetView.Of(b, providers.Get(b.Provider)))]
            ),
            ct
        );
    }

    private static IngestionDetails Example() =>
        new(
            Instant.FromUtc(2026, 11, 23, 14, 30),
            [new FeedDetails("bithumb-live", "api-7d9f/1", null)],
            [new BudgetView("finnhub", 12, 60, 2_301, null)]
        );
}

/// <param name="AsOf">Now, by the market's clock.</param>
/// <param name="Feeds">By name.</param>
/// <param name="Budgets">Of the providers that were ever called, by name.</param>
public sealed record IngestionDetails(Instant AsOf, IReadOnlyList<FeedDetails> Feeds, IReadOnlyList<BudgetView> Budgets);

/// <param name="Name">Name of the feed and its lease.</param>
/// <param name="Owner">The replica that feeds or last fed: host and process; null when none ever did.</param>
/// <param name="Error">Why it last stopped; null while it runs.</param>
public sealed record FeedDetails(string Name, string? Owner, string? Error);

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
