using InvestmentAssistant.Api.Domain;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Features.Sns.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Analysis;

/// <summary>
/// The job over a database of this test alone, with bars in the market's own store and a clock that the test turns.
/// </summary>
public abstract class AnalysisJobTestBase(LocalServices services) : IAsyncLifetime
{
    protected sealed class Board(string name, params Instrument[] instruments) : IInstrumentSource
    {
        string IInstrumentSource.Board => name;

        public bool IsEmpty { get; set; }

        public Task<IReadOnlyList<Instrument>> ReadAsync(CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<Instrument>>(IsEmpty ? [] : instruments);
    }

    protected FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 24, 15, 5));
    protected Board Stocks { get; } =
        new(
            "sp500",
            new Instrument("sp500", "TSLA", "Tesla, Inc.", null, null, 1),
            new Instrument("sp500", "AAPL", "Apple Inc.", null, null, 1)
        );
    protected Board Coins { get; } = new("crypto", new Instrument("crypto", "KRW-BTC", "Bitcoin", "비트코인", null, 1));
    protected ServiceProvider Provider { get; set; } = null!;
    private int _ids;

    protected IDocumentStore Documents => Provider.GetRequiredService<IDocumentStore>();

    protected IMarketStore Market => Provider.GetRequiredService<IMarketStore>();

    public async ValueTask InitializeAsync()
    {
        Provider = await services.NewServicesAsync(
            (collection, configuration) =>
                collection
                    .AddMarketTime(configuration)
                    .AddPersistence(configuration, [new SnsFeature()])
                    .AddMarketStore()
                    .AddSingleton<IClock>(Clock)
                    .AddSingleton<AnalysisStore>()
                    .AddSingleton<PostMinutes>()
                    .AddSingleton<PostBarStore>()
                    .AddSingleton<PostMinuteKeeper>()
                    .AddSingleton<ListedNames>()
                    .AddSingleton<MarketDataReader>()
                    .AddSingleton<PriceFinder>()
                    .AddSingleton<EventStudy>()
                    .AddSingleton(new AssetMatcher(new SocialAccounts(Options.Create(new SnsOptions()))))
                    .AddSingleton<IInstrumentSource>(Stocks)
                    .AddSingleton<IInstrumentSource>(new Board("etf"))
                    .AddSingleton<IInstrumentSource>(Coins)
        );
    }

    public ValueTask DisposeAsync() => Provider.DisposeAsync();

    protected Task<JobOutcome> RunAsync() =>
        ActivatorUtilities.CreateInstance<AnalysisJob>(Provider).RunAsync(new JobContext(_ => { }), Ct);

    protected async Task<string> PostAsync(
        Instant at,
        string text,
        string source = SocialSource.X,
        string? id = null,
        string author = "somebody"
    )
    {
        id ??= $"{1000 + _ids++}";
        await new PostStore(Documents, Clock).WriteAsync(
            source,
            [
                new SocialPost
                {
                    Id = SocialPost.IdOf(source, id),
                    Source = source,
                    PostId = id,
                    LatestId = id,
                    Author = author,
                    Text = text,
                    CreatedAt = at,
                    IsListed = true,
                },
            ],
            null,
            Ct
        );
        return SocialPost.IdOf(source, id);
    }

    protected async Task<IReadOnlyList<PostAnalysis>> AllAsync()
    {
        await using var session = Documents.QuerySession();
        return await session.Query<PostAnalysis>().OrderBy(a => a.PostedAt).ThenBy(a => a.Id).ToListAsync(Ct);
    }

    protected async Task<PostAnalysis?> FindAsync(string id)
    {
        await using var session = Documents.QuerySession();
        return await session.LoadAsync<PostAnalysis>(id, Ct);
    }

    protected Task<int> MinutesAsync(string market, Instant from, int count, decimal price) =>
        Market.WriteTradesAsync(
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i => new Trade(market, from + Duration.FromMinutes(i) + Duration.FromSeconds(10), price, 2)),
            ],
            Ct
        );

    protected static Instant At(int hour, int minute) => Instant.FromUtc(2026, 11, 24, hour, minute);
}
