using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Runs;

namespace InvestmentAssistant.Api.Features.Ingestion;

/// <summary>GET /api/v1/admin/jobs: every job with its last runs, for who holds the admin key.</summary>
public sealed class ListJobs(AdminKey key, DataSetStatusReader dataSets, RunHistory history)
    : EndpointWithoutRequest<IReadOnlyList<JobView>>
{
    private const int RunsEach = 10;

    public override void Configure()
    {
        Get("api/v1/admin/jobs");
        AllowAnonymous(); // the key is checked below
        Options(b => b.WithTags(IngestionFeature.Tag).CachesAs(DataKind.Never));
        Description(b => b.ProducesProblem(401).ProducesProblem(403).ProducesProblem(429));
        Summary(s =>
        {
            s.Summary = "Jobs and their last runs (admin)";
            s.Description = $"Needs the header {AdminKey.Header}. The last ten runs of each job, newest first, with what failed and why.";
            s.ResponseExamples[200] = new[]
            {
                new JobView(
                    "bithumb-markets",
                    "bithumb",
                    "Bithumb market list",
                    "0 0 0 * * ?",
                    DataSetState.Fresh,
                    Instant.FromUtc(2026, 11, 24, 0, 0),
                    [RunView.Example]
                ),
            };
        });
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        key.Check(HttpContext);
        var jobs = new List<JobView>();
        foreach (var status in await dataSets.ReadAsync(ct))
        {
            var runs = await history.ReadAsync(status.Description.Name, RunsEach, ct);
            jobs.Add(
                new JobView(
                    status.Description.Name,
                    status.Description.Provider,
                    status.Description.Title,
                    status.Description.Schedule,
                    status.State,
                    status.NextRunAt,
                    [.. runs.Select(RunView.Of)]
                )
            );
        }
        await Send.OkAsync(jobs, ct);
    }
}

/// <param name="Name">Name to run it by.</param>
/// <param name="Provider">Where its data comes from.</param>
/// <param name="Title">For people.</param>
/// <param name="Schedule">Quartz cron expression, UTC.</param>
/// <param name="State">fresh, stale, failing, not_configured or pending.</param>
/// <param name="NextRunAt">By the schedule; null when not configured.</param>
/// <param name="Runs">Newest first, at most ten.</param>
public sealed record JobView(
    string Name,
    string Provider,
    string Title,
    string Schedule,
    DataSetState State,
    Instant? NextRunAt,
    IReadOnlyList<RunView> Runs
);
