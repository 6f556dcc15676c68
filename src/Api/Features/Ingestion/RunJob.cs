using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Scheduling;

namespace InvestmentAssistant.Api.Features.Ingestion;

/// <summary>POST /api/v1/admin/jobs/{name}/run: asks for a run; a replica with the ingest role makes it within seconds.</summary>
public sealed class RunJob(AdminKey key, JobCatalog catalog, IJobRequests requests, IClock clock) : EndpointWithoutRequest<RunRequested>
{
    public override void Configure()
    {
        Post("api/v1/admin/jobs/{name}/run");
        AllowAnonymous(); // the key is checked below
        Options(b => b.WithTags(IngestionFeature.Tag).CachesAs(DataKind.Never));
        Description(b =>
            b.Produces<RunRequested>(202)
                .ProducesProblem(401)
                .ProducesProblem(403)
                .ProducesProblem(429)
                .ProducesProblem(404)
                .ProducesProblem(503)
        );
        Summary(s =>
        {
            s.Summary = "Run a job now (admin)";
            s.Description =
                $"Needs the header {AdminKey.Header}. The answer comes at once; the run and its outcome are seen in GET "
                + "/api/v1/admin/jobs. "
                + "A job that is running already is not run twice at once.";
            s.Params["name"] = "Name of the job: bithumb-markets.";
            s.ResponseExamples[202] = new RunRequested("bithumb-markets", Instant.FromUtc(2026, 11, 23, 14, 30), "/api/v1/admin/jobs");
        });
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        key.Check(HttpContext);
        var name = Route<string>("name")!;
        if (catalog.Find(name) is null)
            throw ProblemException.NotFound($"There is no job named '{name}'.");
        if (!await requests.RequestAsync(name, ct))
        {
            HttpContext.Response.Headers.RetryAfter = "10";
            throw new ProblemException(
                StatusCodes.Status503ServiceUnavailable,
                "No replica with the ingest role has started yet, so none can run it."
            );
        }
        await Send.ResponseAsync(
            new RunRequested(name, clock.GetCurrentInstant(), "/api/v1/admin/jobs"),
            StatusCodes.Status202Accepted,
            ct
        );
    }
}

/// <param name="Name">The job.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="Status">Where its runs are seen.</param>
public sealed record RunRequested(string Name, Instant RequestedAt, string Status);
