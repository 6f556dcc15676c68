using InvestmentAssistant.Api.Features.MarketNews.NewsApi;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.MarketNews.Ingestion;

/// <summary>
/// Fills the past, one UTC day after the other back to a year, or as far as the plan reaches; each day as many pages as the plan gives. A
/// day is written together with the note that it is done, so that a run that ends early is taken up where it ended.
/// </summary>
public sealed class MarketNewsHistoryJob(NewsApiClient provider, MarketNewsStore store, IClock clock) : IDataSetJob
{
    private const int Days = 365;

    /// <summary>HTTP status by which the provider says that the plan does not include what was asked for.</summary>
    private const int PlanEnds = 426;

    /// <summary>Its own schedule comes after the day's news, so that these have the first of the day's calls.</summary>
    public DataSetDescription Description { get; } =
        new("market-news-history", NewsApiClient.Provider, "Market news of the past year", "0 30 4 * * ?", Duration.FromDays(3));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var finished = await store.FinishedAsync(ct);
        var written = new Written();
        var filled = 0;
        // The last two days are the daily run's.
        for (var day = today.PlusDays(-3); day >= today.PlusDays(-Days); day = day.PlusDays(-1))
        {
            if (finished.Contains(day))
                continue;
            try
            {
                if (await PagesAsync(day, ct) is not { } pages)
                    return new JobOutcome(
                        written.Changed,
                        written.Dropped,
                        Note: $"{filled} days filled; the plan does not reach back to {day:uuuu-MM-dd}"
                    );
                written += await store.WriteAsync(pages, category: null, query: null, since: null, day, ct);
                filled++;
                context.Progress($"{day:uuuu-MM-dd}: {pages.Sum(p => p.Articles.Count)} articles, {filled} days filled");
            }
            catch (ProviderException e) when (e.IsLimit)
            {
                var left = Enumerable.Range(3, Days - 2).Count(back => !finished.Contains(today.PlusDays(-back))) - filled;
                return JobOutcome.CutBy(e, written.Changed, written.Dropped, filled, left, "days");
            }
        }
        return new JobOutcome(written.Changed, written.Dropped, Note: filled == 0 ? "the past is filled" : $"{filled} days filled");
    }

    /// <summary>Everything that the plan gives of a day; null when it gives nothing of days that far back.</summary>
    private async Task<IReadOnlyList<NewsApiPage>?> PagesAsync(LocalDate day, CancellationToken ct)
    {
        var pages = new List<NewsApiPage>();
        foreach (var (words, language) in Questions.OfThePast)
        {
            var number = 1;
            NewsApiPage page;
            do
            {
                try
                {
                    page = await provider.EverythingAsync(words, day, day, language, "publishedAt", NewsApiClient.MostPerPage, number, ct);
                }
                catch (ProviderException e) when (e.Status == PlanEnds)
                {
                    if (number == 1)
                        return null;
                    break;
                }
                pages.Add(page);
            } while (page.Articles.Count + page.Dropped > 0 && number++ * NewsApiClient.MostPerPage < page.TotalResults);
        }
        return pages;
    }
}
