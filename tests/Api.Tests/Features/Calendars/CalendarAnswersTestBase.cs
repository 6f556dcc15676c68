using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Features.Calendars;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Tests.Domain.Earnings;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Calendars;

/// <summary>What the calendars answer on a day the test chose, over rows it wrote.</summary>
public abstract class CalendarAnswersTestBase(LocalServices services) : IAsyncLifetime
{
    // Sunday 1 November 2026, 22:30 in New York: the clocks went back this morning, and in UTC it is Monday already.
    protected static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 3, 30);

    private readonly List<AnswerCache> _caches = [];
    protected EarningsStore Store { get; set; } = null!;

    public async ValueTask InitializeAsync() => Store = await EarningsStore.CreateAsync(services, Now, new CalendarsFeature());

    public async ValueTask DisposeAsync()
    {
        _caches.ForEach(c => c.Dispose());
        await Store.DisposeAsync();
    }

    protected AnswerCache Cache()
    {
        _caches.Add(new AnswerCache(TimeProvider.System));
        return _caches[^1];
    }

    protected static EarningsEvent Event(
        string symbol,
        int month,
        int day,
        decimal? estimate = 1m,
        bool sp500 = true,
        string? currency = "USD",
        int news = 0,
        int year = 2026
    ) =>
        new()
        {
            Symbol = symbol,
            CompanyName = $"{symbol} Company",
            ReportDate = new LocalDate(year, month, day),
            Estimate = estimate,
            Currency = currency,
            IsSp500 = sp500,
            GicsSector = sp500 ? "Energy" : null,
            ForecastNewsCount = news,
            FetchedAt = Now,
            CreatedAt = Now,
            UpdatedAt = Now,
        };

    protected async Task HoldAsync<T>(params T[] rows)
        where T : notnull
    {
        await using var session = Store.Documents.LightweightSession();
        session.Store(rows);
        await session.SaveChangesAsync(Ct);
    }
}
