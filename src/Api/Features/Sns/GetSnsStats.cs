using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>Counts and newest times of the posts.</summary>
/// <param name="TotalPosts">Posts that lists show.</param>
/// <param name="BySource">Of them, of each source.</param>
/// <param name="Daily">Of each of the last 30 days (UTC), ascending.</param>
/// <param name="AuthorsCount">Accounts with at least one post; one on two sources counts twice.</param>
/// <param name="LatestPostAt">Time of the newest post; null when there is none.</param>
/// <param name="LatestFetchAt">When a network last answered; null when none ever did.</param>
/// <param name="AnalysedPosts">Posts with an analysis, in any state.</param>
/// <param name="Sources">The same for each source.</param>
public sealed record SnsStats(
    int TotalPosts,
    IReadOnlyDictionary<string, int> BySource,
    IReadOnlyList<DayCount> Daily,
    int AuthorsCount,
    Instant? LatestPostAt,
    Instant? LatestFetchAt,
    int AnalysedPosts,
    IReadOnlyDictionary<string, SourceFigures> Sources
);

/// <summary>GET /api/v1/sns/stats.</summary>
public sealed class GetSnsStats(SnsFigures figures, AgedAnswers cache, IClock clock) : EndpointWithoutRequest<SnsStats>
{
    public override void Configure()
    {
        Get("stats");
        Group<SnsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Figures of the posts";
            s.Description =
                "Posts by source and by day, authors, the newest post and the last answer of each network, and how many posts "
                + "were analysed.";
        });
    }

    public override async Task<SnsStats> ExecuteAsync(CancellationToken ct) =>
        await cache.GetAsync("sns:stats", TimeSpan.FromSeconds(15), ReadAsync, ct);

    private async Task<SnsStats> ReadAsync(CancellationToken ct)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var sources = await figures.SourcesAsync(ct);
        return new SnsStats(
            sources.Values.Sum(s => s.Posts),
            sources.ToDictionary(s => s.Key, s => s.Value.Posts),
            await figures.DaysAsync(today.PlusDays(-29), today, ct),
            sources.Values.Sum(s => s.Authors),
            sources.Values.Max(s => s.LatestPostAt),
            sources.Values.Max(s => s.LatestFetchAt),
            await figures.AnalysedAsync(ct),
            sources
        );
    }
}
