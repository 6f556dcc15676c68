using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Domain.Earnings;

/// <summary>Events in a database of one test class, on a clock and an index that the test sets.</summary>
public sealed class EarningsStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private EarningsStore(ServiceProvider services) => _services = services;

    public FakeClock Clock => (FakeClock)_services.GetRequiredService<IClock>();

    public FakeIndex Index => (FakeIndex)_services.GetRequiredService<IIndexMembers>();

    public EarningsBook Book => _services.GetRequiredService<EarningsBook>();

    public IDocumentStore Documents => _services.GetRequiredService<IDocumentStore>();

    public IServiceProvider Services => _services;

    public static Task<EarningsStore> CreateAsync(LocalServices services, Instant now, params IReadOnlyList<IFeature> features) =>
        CreateAsync(services, now, _ => { }, features);

    public static async Task<EarningsStore> CreateAsync(
        LocalServices services,
        Instant now,
        Action<IServiceCollection> add,
        params IReadOnlyList<IFeature> features
    )
    {
        return new EarningsStore(
            await services.NewServicesAsync(
                (collection, configuration) =>
                {
                    collection.AddPersistence(configuration, features).AddEarnings().AddFundamentals();
                    foreach (var feature in features)
                        feature.AddServices(collection, configuration);
                    collection
                        .AddSingleton(TimeProvider.System)
                        .AddSingleton<AnswerCache>()
                        .AddAgedAnswers()
                        .AddSingleton<IClock>(new FakeClock(now))
                        .AddSingleton<IIndexMembers>(new FakeIndex());
                    add(collection);
                }
            )
        );
    }

    /// <summary>All events held, those off the calendar included, by date, then symbol.</summary>
    public async Task<IReadOnlyList<EarningsEvent>> HeldAsync()
    {
        await using var session = Documents.QuerySession();
        return await session
            .Query<EarningsEvent>()
            .OrderBy(e => e.ReportDate)
            .ThenBy(e => e.Symbol)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>The index as the test has it.</summary>
public sealed class FakeIndex : IIndexMembers
{
    public List<IndexMember> Members { get; } =
    [
        new(
            "AAPL",
            "Apple Inc.",
            "Information Technology",
            "Technology Hardware",
            "Cupertino, California",
            new LocalDate(1982, 11, 30),
            null
        ),
        new("BRK.B", "Berkshire Hathaway", "Financials", "Multi-Sector Holdings", "Omaha, Nebraska", new LocalDate(2010, 2, 16), null),
        new("JPM", "JPMorgan Chase", "Financials", "Diversified Banks", "New York City, New York", null, null),
    ];

    public Task<IReadOnlyList<IndexMember>> ReadAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<IndexMember>>([.. Members]);
}
