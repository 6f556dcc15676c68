using System.Net;
using InvestmentAssistant.Api.Domain;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Domain.Markets.Storage;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.CompanyNews;
using InvestmentAssistant.Api.Features.CompanyNews.Documents;
using InvestmentAssistant.Api.Features.CompanyNews.Ingestion;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Features.CompanyNews;

/// <summary>
/// The feature over a database of its own, a list of companies and a clock that the test sets, and replies that it makes up.
/// </summary>
internal sealed class CompanyNewsHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CompanyNewsHost(ServiceProvider services, FakeClock clock, Listed listed) =>
        (_services, Clock, Companies) = (services, clock, listed.Symbols);

    public FakeClock Clock { get; }

    /// <summary>The index; 20 companies unless a test says otherwise.</summary>
    public List<string> Companies { get; }

    public List<string> Asked { get; } = [];

    public IDocumentStore Documents => _services.GetRequiredService<IDocumentStore>();

    public MarketCalendar Calendar => _services.GetRequiredService<MarketCalendar>();

    public SessionMovers Own =>
        new(
            new InstrumentDirectory(_services.GetServices<IInstrumentSource>(), new AnswerCache(TimeProvider.System)),
            _services.GetRequiredService<SessionBars>(),
            new PreviousClose(Calendar, new SplitTable([new Split("SPLIT", new LocalDate(2026, 11, 25), 4, 1)]))
        );

    public static async Task<CompanyNewsHost> StartAsync(LocalServices local, Instant now)
    {
        var (clock, listed) = (new FakeClock(now), new Listed());
        var provider = await local.NewServicesAsync(
            (collection, configuration) =>
                collection
                    .AddMarketTime(configuration)
                    .AddPersistence(configuration, [new CompanyNewsFeature()])
                    .AddMarketStore()
                    .AddItemRotation()
                    .AddSingleton<IClock>(clock)
                    .AddSingleton<IInstrumentSource>(listed)
        );
        return new CompanyNewsHost(provider, clock, listed);
    }

    /// <summary>Day bars of a session: close and shares of each symbol.</summary>
    public Task BarsAsync(LocalDate session, IEnumerable<(string Symbol, decimal Close, decimal Volume)> bars) =>
        _services
            .GetRequiredService<IMarketStore>()
            .WriteOfficialDayBarsAsync(
                [.. bars.Select(b => new DayBar(b.Symbol, session, b.Close, b.Close, b.Close, b.Close, b.Volume, IsOfficial: true))],
                Ct
            );

    /// <summary>Bars of all companies: closes of 100 before, 100 + percents on the session.</summary>
    public async Task MarketAsync(LocalDate session, Func<int, decimal> percent)
    {
        await BarsAsync(Calendar.Previous(session).Date, Companies.Select(c => (c, 100m, 1_000m)));
        await BarsAsync(session, Companies.Select((c, i) => (c, 100m + percent(i), 1_000m + i)));
    }

    public CompanyArticles Articles(Func<string, string> answer) =>
        new(
            new FinnhubClient(Samples.Answering(path => (HttpStatusCode.OK, answer(path)), Asked)),
            _services.GetRequiredService<ItemRotation>(),
            Clock
        );

    public Task<JobOutcome> RunAsync(
        Func<string, string>? news = null,
        MoversSource source = MoversSource.Own,
        Func<string, string>? movers = null,
        bool byHand = false,
        CancellationToken? ct = null
    )
    {
        var provider = new ProviderMovers(
            new AlphaVantageClient(Samples.Answering(path => (HttpStatusCode.OK, movers?.Invoke(path) ?? "{}"))),
            Calendar
        );
        var options = Options.Create(new CompanyNewsOptions { MoversSource = source });
        var chosen = new ChosenMovers(Own, provider, options, Clock, NullLogger<ChosenMovers>.Instance);
        return new CompanyMoversJob(chosen, Articles(news ?? (_ => "[]")), Documents, Calendar, Clock).RunAsync(
            new JobContext(_ => { }, byHand),
            ct ?? Ct
        );
    }

    public async Task<IReadOnlyList<MoverBatch>> BatchesAsync()
    {
        await using var session = Documents.QuerySession();
        return await session.Query<MoverBatch>().OrderBy(b => b.Id).ToListAsync(Ct);
    }

    public async Task<IReadOnlyList<CompanyArticle>> ArticlesAsync()
    {
        await using var session = Documents.QuerySession();
        return await session.Query<CompanyArticle>().OrderBy(a => a.Symbol).ThenBy(a => a.Url).ToListAsync(Ct);
    }

    /// <summary>An article of the provider, as JSON.</summary>
    public static string Sent(string path, Instant at) =>
        $$"""{"category":"company","datetime":{{at.ToUnixTimeSeconds()}},"headline":"{{path}}","id":1,"image":"","related":"","source":"Example","summary":"s","url":"https://news.example/{{path}}"}""";

    public static CompanyArticle Article(string symbol, string path, Instant at) =>
        new()
        {
            Id = ArticleKey.Of(symbol, ArticleUrl.Key($"https://news.example/{path}")),
            Symbol = symbol,
            Url = $"https://news.example/{path}",
            Title = path,
            Description = $"About {path}.",
            Source = "Example Wire",
            PublishedAt = at,
            FetchedAt = at,
        };

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Listed : IInstrumentSource
    {
        public List<string> Symbols { get; } = [.. Enumerable.Range(0, 20).Select(n => $"C{n:00}")];

        public string Board => "sp500";

        public Task<IReadOnlyList<Instrument>> ReadAsync(CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<Instrument>>([
                .. Symbols.Select(s => new Instrument("sp500", s, $"Company {s}", null, null, 1000)),
            ]);
    }
}
