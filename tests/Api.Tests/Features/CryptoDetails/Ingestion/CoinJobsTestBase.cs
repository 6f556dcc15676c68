using System.Net;
using InvestmentAssistant.Api.Features.CryptoDetails;
using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Domain.Markets;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Ingestion;

/// <summary>The jobs over a database of this test alone and replies the test makes up.</summary>
public abstract class CoinJobsTestBase(LocalServices services) : IAsyncLifetime
{
    protected static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 10, 5);

    protected FakeClock Clock { get; } = new(Start);
    private protected FakeBoard Board { get; } = new();
    protected List<string> Asked { get; } = [];
    private readonly FixedInstruments _markets = new("crypto", "KRW-BTC", "KRW-ETH", "KRW-USDT");
    protected ProviderOptions ProviderSettings { get; } = new();
    protected CryptoDetailsOptions Options { get; } = new();
    private protected MemoryStore Bars { get; } = new();
    protected Func<string, (HttpStatusCode, string)> Answer { get; set; } = _ => (HttpStatusCode.NotFound, "{}");
    private ServiceProvider _services = null!;

    protected IDocumentStore Documents => _services.GetRequiredService<IDocumentStore>();

    protected PremiumHistory History => new(_services.GetRequiredService<NpgsqlDataSource>());

    public async ValueTask InitializeAsync()
    {
        _services = await services.NewServicesAsync(
            (collection, configuration) =>
                collection
                    .AddPersistence(configuration, [new CryptoDetailsFeature()])
                    .AddSingleton<IClock>(Clock)
                    .AddSingleton<ISchemaPart, PremiumHistorySchema>()
        );
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    // What the test wants to be asked, without the network: a status that is no success is what the guard makes of it.
    protected CoinGeckoClient Provider =>
        new(
            Samples.Answering(
                path =>
                {
                    var (status, body) = Answer(path);
                    return status switch
                    {
                        HttpStatusCode.NotFound => throw new ProviderException(ProviderFailure.Rejected, "coingecko", "answered 404"),
                        HttpStatusCode.TooManyRequests => throw new ProviderException(
                            ProviderFailure.RateLimited,
                            "coingecko",
                            "answered 429"
                        ),
                        HttpStatusCode.InternalServerError => throw new ProviderException(
                            ProviderFailure.ServerError,
                            "coingecko",
                            "answered 500"
                        ),
                        _ => (status, body),
                    };
                },
                Asked
            )
        );

    protected CoinRound Round => new(Documents, new FixedOptions<ProviderOptions>(ProviderSettings), Clock);

    protected PremiumCalculator Calculator => new(Board, new FixedOptions<CryptoDetailsOptions>(Options), Clock);

    private CoinMapper Mapper => new([_markets], Board, Documents, Clock);

    protected Task<JobOutcome> ListAsync(bool byHand = false) =>
        new CoinListJob(Provider, Mapper, Documents, Clock).RunAsync(new JobContext(_ => { }, byHand), Ct);

    protected CoinDetailsJob Details => new(Provider, Round, Documents, Clock);

    protected Task<JobOutcome> DetailsAsync() => Details.RunAsync(new JobContext(_ => { }), Ct);

    protected Task<JobOutcome> TickersAsync() =>
        new CoinTickersJob(Provider, Round, Calculator, Documents, new FixedOptions<CryptoDetailsOptions>(Options), Clock).RunAsync(
            new JobContext(_ => { }),
            Ct
        );

    protected Task<JobOutcome> DerivativesAsync() => new DerivativesJob(Provider, Documents, Clock).RunAsync(new JobContext(_ => { }), Ct);

    protected async Task<IReadOnlyList<T>> AllAsync<T>()
        where T : notnull
    {
        await using var session = Documents.QuerySession();
        return await session.Query<T>().ToListAsync(Ct);
    }

    protected async Task<T?> LoadAsync<T>(string id)
        where T : notnull
    {
        await using var session = Documents.QuerySession();
        return await session.LoadAsync<T>(id, Ct);
    }

    protected static string Coins(params (string Id, string Symbol, int Rank, decimal Price)[] coins) =>
        $"[{string.Join(',', coins.Select(c => FormattableString.Invariant(
        $$"""{"id":"{{c.Id}}","symbol":"{{c.Symbol}}","name":"Name of {{c.Id}}","current_price":{{c.Price}},"market_cap":1000,"market_cap_rank":{{c.Rank}}}""")))}]";

    protected static readonly string Three = Coins(("bitcoin", "btc", 1, 100_000), ("ethereum", "eth", 2, 4_000), ("tether", "usdt", 3, 1));

    protected void AnswerList(string body) =>
        Answer = path => (HttpStatusCode.OK, path.Contains("page=1&", StringComparison.Ordinal) ? body : "[]");

    protected async Task HaveCoinsAsync()
    {
        AnswerList(Three);
        await ListAsync();
        Asked.Clear();
    }

    protected static string IdIn(string path) => path.Split('/')[2].Split('?')[0];

    protected static string DetailsOf(string path) =>
        $$"""{"id":"{{IdIn(path)}}","symbol":"x","name":"{{IdIn(path)}}","categories":["Layer 1 (L1)"]}""";

    protected string Ticker(params (string Exchange, string Target, decimal Last, decimal Usd, decimal Volume)[] rows) =>
        $"{{\"tickers\":[{string.Join(',', rows.Select(r => FormattableString.Invariant(
        $$"""{"base":"X","target":"{{r.Target}}","market":{"name":"{{r.Exchange}}","identifier":"{{r.Exchange}}"},"last":{{r.Last}},"volume":{{r.Volume}},"converted_last":{"usd":{{r.Usd}}},"converted_volume":{"usd":{{r.Usd * r.Volume}}},"bid_ask_spread_percentage":0.02,"timestamp":"{{Clock.GetCurrentInstant()}}"}""")))}]}}";

    protected string Ticker(string exchange, string target, decimal last, decimal usd) => Ticker((exchange, target, last, usd, 10));
}
