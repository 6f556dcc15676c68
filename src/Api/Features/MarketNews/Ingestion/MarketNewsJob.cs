using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Platform.Providers.NewsApi;
using NodaTime;

namespace InvestmentAssistant.Api.Features.MarketNews.Ingestion;

/// <summary>
/// The day's headlines and stories. A question that is refused is left out, a stage that is told to slow down ends, and the next one still starts; what came is written after
/// every question.
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
        var (answered, slowed) = (0, 0);
        var refused = new List<ProviderException>();
        foreach (var stage in Questions.Daily(clock.GetCurrentInstant().InUtc().Date))
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
                catch (ProviderException e) when (e.Kind == ProviderFailure.BudgetSpent && answered > 0)
                {
                    return new JobOutcome(written.Changed, written.Dropped, Complete: false, $"{answered} questions answered, then {e.Message}");
                }
                catch (ProviderException e) when (e.Kind == ProviderFailure.RateLimited)
                {
                    refused.Add(e);
                    slowed++;
                    break;
                }
                catch (ProviderException e) when (e.Kind is not (ProviderFailure.Unauthorized or ProviderFailure.NotConfigured or ProviderFailure.BudgetSpent))
                {
                    refused.Add(e);
                    log.LogInformation("No {Question}: {Reason}", question.Name, e.Message);
                }
            }
        }
        if (answered == 0) throw refused[0];
        return new JobOutcome(
            written.Changed, written.Dropped, Complete: slowed == 0, refused.Count == 0 ? null : $"{refused.Count} questions refused, the first: {refused[0].Message}");
    }
}
