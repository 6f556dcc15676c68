using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Ingestion;

/// <summary>
/// Asks each day the queries of the day's theme for what is new since they were asked last. A run takes at most two fifths of the
/// provider's calls of a day, since other data sets live on the same key; the queries that have waited longest come first, so that a small
/// budget goes round. Without a daily limit the queries of the other days follow that have never been asked: a first run then has all of
/// them.
/// </summary>
public sealed class NewsSentimentJob(
    AlphaVantageClient provider,
    SentimentStore store,
    IOptionsMonitor<ProviderOptions> options,
    IClock clock,
    ILogger<NewsSentimentJob> log
) : IDataSetJob
{
    public const string Name = "news-sentiment";

    /// <summary>The most articles that the provider gives in one answer.</summary>
    public const int MostArticles = 1000;

    /// <summary>Span of a query that was never asked: twice the widest span that is shown.</summary>
    private static readonly Duration s_firstFill = Duration.FromDays(65);

    /// <summary>Articles are found some time after they were published.</summary>
    private static readonly Duration s_overlap = Duration.FromHours(6);

    private static readonly InstantPattern s_minutes = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmm");

    public DataSetDescription Description { get; } =
        new(Name, AlphaVantageClient.Provider, "News with sentiment", "0 20 0 * * ?", Duration.FromHours(30));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var run = new Run(now, SentimentBatch.IdOf(now.InUtc().Date), CallsOfRun());
        var queries = Plan(now, await store.ProgressAsync(ct), run.CallsLeft == int.MaxValue);
        var stopped = await AskAllAsync(queries, run, context, ct);
        if (run.Failures.Limit is { } limit)
            return JobOutcome.CutBy(limit, run.Articles, run.Dropped, run.Answered, queries.Count - run.Answered, "queries");
        if (run is { Failures.First: { } failure, Answered: 0 })
            throw failure;
        var note = stopped ?? run.Failures.First?.Message;
        return new JobOutcome(run.Articles, run.Dropped, Complete: note is null, note)
        {
            Answered = run.Answered,
            Left = queries.Count - run.Answered,
        };
    }

    /// <summary>The queries of yesterday's theme, whose news are complete now, and where each goes on; the longest unasked first.</summary>
    public static IReadOnlyList<(SentimentQuery Query, Instant Since)> Plan(
        Instant now,
        IReadOnlyDictionary<string, Instant> asked,
        bool everything
    )
    {
        var theme = DailyThemes.Of(now.InUtc().Date.PlusDays(-1).DayOfWeek);
        var others = everything ? DailyThemes.All.Where(q => !asked.ContainsKey(q.Params)).Except(theme) : [];
        return
        [
            .. theme
                .OrderBy(q => asked.GetValueOrDefault(q.Params, Instant.MinValue))
                .Concat(others)
                .Select(q =>
                    (q, asked.TryGetValue(q.Params, out var at) ? Instant.Max(at - s_overlap, now - s_firstFill) : now - s_firstFill)
                ),
        ];
    }

    private sealed class Run(Instant now, int batch, int calls)
    {
        public readonly Instant Now = now;
        public readonly int Batch = batch;
        public int CallsLeft = calls,
            Articles,
            Dropped,
            Answered;
        public readonly ItemFailures Failures = ItemFailures.OfQuestions();
    }

    private int CallsOfRun() =>
        options.Get(AlphaVantageClient.Provider).CallsPerDay is > 0 and var daily ? Math.Max(1, daily * 2 / 5) : int.MaxValue;

    /// <summary>Says why it stopped before the last query; null when it did not.</summary>
    private async Task<string?> AskAllAsync(
        IReadOnlyList<(SentimentQuery, Instant)> queries,
        Run run,
        JobContext context,
        CancellationToken ct
    )
    {
        for (var i = 0; i < queries.Count; i++)
        {
            if (run.CallsLeft == 0)
                return $"{i} of {queries.Count} queries; the rest of the day's calls is for other data sets";
            var (query, since) = queries[i];
            var end = await run.Failures.TryAsync(query.Params, async () =>
            {
                await AskAsync(query, since, run, ct);
                run.Answered++;
            });
            if (end is ItemEnd.Limited)
                return null;
            context.Progress($"{query.Params}: {i + 1} of {queries.Count} queries, {run.Articles} articles");
        }
        return null;
    }

    /// <summary>Asks until an answer is not full any more, from the newest articles back.</summary>
    private async Task AskAsync(SentimentQuery query, Instant since, Run run, CancellationToken ct)
    {
        Instant? until = null;
        while (run.CallsLeft > 0)
        {
            run.CallsLeft--;
            var reply = await ReplyAsync(query, since, until, run, ct);
            var isLast = reply.Rows < MostArticles || reply.Oldest is null || reply.Oldest >= until;
            run.Articles += await store.WriteAsync(run.Batch, reply.Articles, run.Now, isLast || run.CallsLeft == 0 ? query : null, ct);
            run.Dropped += reply.Dropped;
            if (reply.Dropped > 0)
                log.LogDebug(
                    "{Query}: {Dropped} articles or mentions of the provider cannot be used and were dropped",
                    query.Params,
                    reply.Dropped
                );
            if (isLast)
                return;
            until = reply.Oldest;
        }
    }

    private async Task<SentimentReply> ReplyAsync(SentimentQuery query, Instant since, Instant? until, Run run, CancellationToken ct)
    {
        List<(string, string)> parameters =
        [
            (query.Parameter, query.Value),
            ("sort", "LATEST"),
            ("limit", $"{MostArticles}"),
            ("time_from", s_minutes.Format(since)),
        ];
        // The minute of the oldest article again: others of that minute may have been cut off.
        if (until is { } end)
            parameters.Add(("time_to", s_minutes.Format(end + Duration.FromMinutes(1))));
        using var reply = await provider.JsonAsync("NEWS_SENTIMENT", parameters, ct);
        return reply is null ? SentimentReply.Empty : SentimentReply.Read(reply.RootElement, query, run.Batch, run.Now);
    }
}
