using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Features.EarningsNews;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Tests.Domain.Earnings;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.EarningsNews;

/// <summary>What the news around reports answers on a day the test chose, over rows it wrote.</summary>
public abstract class EarningsNewsAnswersTestBase(LocalServices services) : IAsyncLifetime
{
    // Sunday 1 November 2026, 22:30 in New York.
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 3, 30);

    protected AnswerCache Cache { get; } = new(TimeProvider.System);
    protected EarningsStore Store { get; set; } = null!;

    public async ValueTask InitializeAsync() => Store = await EarningsStore.CreateAsync(services, Now, new EarningsNewsFeature());

    public async ValueTask DisposeAsync()
    {
        Cache.Dispose();
        await Store.DisposeAsync();
    }

    protected async Task HoldAsync<T>(params T[] rows)
        where T : notnull
    {
        await using var session = Store.Documents.LightweightSession();
        session.Store(rows);
        await session.SaveChangesAsync(Ct);
    }

    /// <summary>Stores an event with these numbers of articles before and after it, an hour apart; every other one is a story.</summary>
    protected async Task<EarningsEvent> ReportAsync(
        string symbol,
        int month,
        int day,
        int forecast = 0,
        int reaction = 0,
        bool sp500 = true,
        string? content = null
    )
    {
        var report = new EarningsEvent
        {
            Symbol = symbol,
            CompanyName = symbol + " Co",
            ReportDate = new LocalDate(2026, month, day),
            Estimate = 1.25m,
            Currency = "USD",
            IsSp500 = sp500,
            ForecastNewsCount = forecast,
            ReactionNewsCount = reaction,
            StoryCount = (forecast + 1) / 2 + ((reaction + 1) / 2),
            FetchedAt = Now,
            CreatedAt = Now,
            UpdatedAt = Now,
        };
        await HoldAsync(report);
        var moment = report.ReportDate.AtMidnight().InUtc().ToInstant() + Duration.FromHours(18);
        EarningsArticle Article(int n, NewsSection section) =>
            new()
            {
                Id = EarningsArticle.IdOf(report.Id, $"https://www.news.example/{symbol}/{section}/{n}"),
                EventId = report.Id,
                Symbol = symbol,
                ReportDate = report.ReportDate,
                Url = $"https://www.news.example/{symbol}/{section}/{n}",
                Title = $"{symbol} {section} number {n}",
                Description = n == 0 ? "Margins widened again" : null,
                Content = content,
                Source = n % 2 == 0 ? "Wire" : "Post",
                Related = $"{symbol},OTHER",
                Section = section,
                PublishedAt = moment + Duration.FromHours(section == NewsSection.Forecast ? -1 - n : 1 + n),
                DaysFromEarnings = 0,
                IsStory = n % 2 == 0,
                FetchedAt = Now,
            };
        var articles = Enumerable
            .Range(0, forecast)
            .Select(n => Article(n, NewsSection.Forecast))
            .Concat(Enumerable.Range(0, reaction).Select(n => Article(n, NewsSection.Reaction)))
            .ToArray();
        if (articles.Length > 0)
            await HoldAsync(articles);
        return report;
    }

    protected static string Numbers(IEnumerable<string?> headlines) =>
        string.Join(' ', headlines.Select(h => $"{h!.Split(' ')[1][0]}{h.Split(' ')[^1]}"));
}
