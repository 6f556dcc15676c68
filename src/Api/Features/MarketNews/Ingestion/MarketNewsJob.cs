using InvestmentAssistant.Api.Features.MarketNews.NewsApi;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.MarketNews.Ingestion;

/// <summary>
/// The day's headlines and stories. A refused request is skipped, a stage that is rate limited ends, and the next one still starts; what
/// came is written after every question.
/// </summary>
public sealed class MarketNewsJob(NewsApiClient provider, MarketNewsStore store, IClock clock, ILogger<MarketNewsJob> log) : IDataSetJob
{
    /// <summary>Name of the data set.</summary>
    public const string Name = "market-news";

    public DataSetDescription Description { get; } =
        new(Name, NewsApiClient.Provider, "Market news", "0 0 4 * * ?", Duration.FromHours(26));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var written = new Written();
        var answered = 0;
        var refused = new List<ProviderException>();
        ProviderException? limit = null;
        var stages = Questions.Daily(clock.GetCurrentInstant().InUtc().Date);
        var questions = stages.Sum(s => s.Count);
        foreach (var stage in stages)
        {
            foreach (var question in stage)
            {
                try
                {
                    var page = await question.Ask(provider, ct);
                    written += await store.WriteAsync([page], question.Category, question.Query, question.Since, finished: null, ct);
                    answered++;
                    context.Progress($"{question.Name}: {page.Articles.Count} articles");
                }
                catch (ProviderException e) when (e.Kind == ProviderFailure.BudgetSpent)
                {
                    return JobOutcome.CutBy(e, written.Changed, written.Dropped, answered, questions - answered, "questions");
                }
                catch (ProviderException e) when (e.Kind == ProviderFailure.RateLimited)
                {
                    limit ??= e;
                    break;
                }
                catch (ProviderException e) when (e.Kind is not (ProviderFailure.Unauthorized or ProviderFailure.NotConfigured))
                {
                    refused.Add(e);
                    log.LogInformation("No {Question}: {Reason}", question.Name, e.Message);
                }
            }
        }
        if (limit is not null)
            return JobOutcome.CutBy(limit, written.Changed, written.Dropped, answered, questions - answered, "questions");
        if (answered == 0)
            throw refused[0];
        var note = refused.Count == 0 ? null : $"{refused.Count} questions refused, the first: {refused[0].Message}";
        return new JobOutcome(written.Changed, written.Dropped, Note: note) { Answered = answered, Left = questions - answered };
    }
}
