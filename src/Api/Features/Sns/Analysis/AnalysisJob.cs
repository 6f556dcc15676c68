using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Features.Sns.Sentiment;
using InvestmentAssistant.Api.Platform.Ingestion;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>
/// Each minute: reads the posts that are new or changed (assets, sentiment, what can be known of prices already), then makes the figures
/// that have fallen due since and keeps the minutes that they were made from. Everything that it writes follows from posts and prices
/// alone, so a run that is killed is simply made again.
/// </summary>
public sealed class AnalysisJob(
    AnalysisStore store,
    AssetMatcher matcher,
    EventStudy study,
    PostMinuteKeeper keeper,
    IMarketStore market,
    ListedNames listed,
    IClock clock
) : IDataSetJob
{
    /// <summary>Changes with the rules of asset matching and the figures that are made, so that posts are read again.</summary>
    private const string MatchMethod = "match-2";

    private const int BatchSize = 250;

    public DataSetDescription Description { get; } =
        new("sns-analysis", "own", "What prices did after social posts", "40 * * * * ?", Duration.FromMinutes(15));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var (names, boards) = await listed.ReadAsync(ct);
        if (boards == 0)
            return new JobOutcome(0, Complete: false, Note: "no board has a list yet");
        // A board that had no list may hide assets: when it comes, the posts are read again.
        var method = $"/{SentimentScorer.Method}/{MatchMethod}/{boards}";
        var now = clock.GetCurrentInstant();
        var (read, looked) = (0, 0);

        // Words first, for all posts: that is quick, and shows which prices are needed (PastHoursJob).
        while (await store.UnreadAsync(method, BatchSize, ct) is { Count: > 0 } posts)
        {
            var held = await store.LoadAsync(posts.Select(p => p.Id), ct);
            await store.WriteAsync([.. posts.Select(p => Read(p, held.GetValueOrDefault(p.Id), names, method, now))], ct);
            context.Progress($"{read += posts.Count} posts read");
        }
        var bars = new PriceBook(market);
        while (await store.DueAsync(now, BatchSize, ct) is { Count: > 0 } due)
        {
            var analyses = new List<PostAnalysis>(due.Count);
            await keeper.KeepAsync(due, bars, now, ct);
            foreach (var analysis in due)
                analyses.Add(await LookAsync(analysis, bars, now, ct));
            await store.WriteAsync(analyses, ct);
            context.Progress($"{read} posts read, {looked += due.Count} looked at");
        }
        return new JobOutcome(read + looked, Note: $"{read} posts read, {looked} looked at");
    }

    /// <summary>
    /// Analyses the text. Prices after the post do not depend on it: known ones stay, and the rest is looked for in this run.
    /// </summary>
    private PostAnalysis Read(SocialPost post, PostAnalysis? held, AssetNames names, string method, Instant now)
    {
        var assets = matcher.Match(names, post.Author, post.Text, post.Cashtags);
        return new PostAnalysis
        {
            Id = post.Id,
            PostSource = post.Source,
            PostId = post.PostId,
            PostedAt = post.CreatedAt,
            Author = post.Author,
            Fingerprint = post.TextHash + method,
            Status =
                assets.Count == 0 ? AnalysisStatus.NoAssets
                : held?.Status is { } known && known != AnalysisStatus.NoAssets ? known
                : AnalysisStatus.Pending,
            Assets = assets,
            Impacts = [.. (held?.Impacts ?? []).Where(i => assets.Any(a => a.Symbol == i.Symbol))],
            Sentiment = SentimentScorer.Score(post.Text),
            NextLookAt = assets.Count == 0 ? null : now,
            CreatedAt = held?.CreatedAt ?? now,
            UpdatedAt = now,
        };
    }

    private async Task<PostAnalysis> LookAsync(PostAnalysis analysis, PriceBook bars, Instant now, CancellationToken ct)
    {
        var impacts = new List<AssetImpact>(analysis.Assets.Count);
        foreach (var asset in analysis.Assets)
            impacts.Add(
                await study.AdvanceAsync(
                    asset,
                    analysis.PostedAt,
                    analysis.Impacts.FirstOrDefault(i => i.Symbol == asset.Symbol),
                    bars,
                    now,
                    ct
                )
            );
        return analysis with
        {
            Impacts = impacts,
            Status = AnalysisStatus.Of(impacts),
            NextLookAt = impacts.Min(i => i.NextLook()),
            UpdatedAt = now,
        };
    }
}
