using System.Text.Json;
using InvestmentAssistant.MarketSimulator.AlphaVantage;
using InvestmentAssistant.MarketSimulator.Bithumb;
using InvestmentAssistant.MarketSimulator.CoinGecko;
using InvestmentAssistant.MarketSimulator.Companies;
using InvestmentAssistant.MarketSimulator.Control;
using InvestmentAssistant.MarketSimulator.Finnhub;
using InvestmentAssistant.MarketSimulator.Live;
using InvestmentAssistant.MarketSimulator.News;
using InvestmentAssistant.MarketSimulator.NewsApi;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Social;
using InvestmentAssistant.MarketSimulator.Tape;
using InvestmentAssistant.MarketSimulator.Walk;
using InvestmentAssistant.MarketSimulator.Wikipedia;

namespace InvestmentAssistant.MarketSimulator;

/// <summary>
/// The simulated providers on one port of 127.0.0.1: each under its own path (README.md lists them). Runs as a process of its own
/// (Program.cs) or inside a test (<see cref="Create"/>).
/// </summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private SimulatorHost(WebApplication app) => App = app;

    public WebApplication App { get; }

    /// <summary>Root of all providers, with a trailing slash: http://127.0.0.1:PORT/.</summary>
    public Uri Address => new(App.Urls.First().TrimEnd('/') + "/");

    public Uri BithumbRest => new(Address, "bithumb/");
    public Uri BithumbSocket => Ws("bithumb/websocket/v1");
    public Uri FinnhubRest => new(Address, "finnhub/api/v1/");

    /// <summary>Wants ?token=.</summary>
    public Uri FinnhubSocket => Ws("finnhub/ws");
    public Uri Constituents => new(Address, "wikipedia/wiki/List_of_S%26P_500_companies");

    /// <summary>Answers query?function=.</summary>
    public Uri AlphaVantage => new(Address, "alphavantage/");
    public Uri CoinGecko => new(Address, "coingecko/api/v3/");
    public Uri NewsApi => new(Address, "newsapi/v2/");

    /// <summary>Wants a bearer token, like X.</summary>
    public Uri X => new(Address, "x/2/");

    /// <summary>Wants a bearer token.</summary>
    public Uri TruthSocial => new(Address, "truthsocial/");
    public Uri Control => new(Address, "control/");

    public FaultBoard Faults => App.Services.GetRequiredService<FaultBoard>();
    public Stats Stats => App.Services.GetRequiredService<Stats>();

    /// <summary>A simulator that is listening on a free port, on the real clock or another one.</summary>
    public static async Task<SimulatorHost> Create(SimulatorOptions? options = null, IClock? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = Build(builder, options ?? new SimulatorOptions(), clock ?? SystemClock.Instance);
        await app.StartAsync();
        return new SimulatorHost(app);
    }

    /// <summary>Wires the simulator into a builder whose addresses and logs are the caller's.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, SimulatorOptions options, IClock clock)
    {
        var services = builder.Services;
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        services.AddSingleton(options).AddSingleton(clock).AddSingleton(TimeProvider.System);
        services
            .AddSingleton<MarketCalendar>()
            .AddSingleton<Listings>()
            .AddSingleton<MacroHistory>()
            .AddSingleton<DailyYields>()
            .AddSingleton<WalkCatalog>();
        services.AddSingleton(s => new CryptoTape(s.GetRequiredService<WalkCatalog>(), options.Replay is not null));
        services.AddSingleton(Equities);
        services.AddSingleton<MarketScenes>();
        services.AddSingleton<FaultBoard>().AddSingleton<Stats>().AddSingleton<FeedHubs>().AddSingleton<FinnhubKeys>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<BithumbSocket>(s, s.GetRequiredService<FeedHubs>().Bithumb));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<FinnhubSocket>(s, s.GetRequiredService<FeedHubs>().Finnhub));
        services
            .AddSingleton<CompanyReports>()
            .AddSingleton<CompanyStories>()
            .AddSingleton<CompanyBooks>()
            .AddSingleton<FundBooks>()
            .AddSingleton<IpoPipeline>();
        services.AddSingleton<JudgedNews>().AddSingleton<AlphaVantageRoute>();
        services
            .AddSingleton<CoinCatalog>()
            .AddSingleton<CoinPrices>()
            .AddSingleton<CoinVenues>()
            .AddSingleton<CoinPages>()
            .AddSingleton<CoinGeckoDoor>()
            .AddSingleton<DerivativesPage>();
        services.AddSingleton<NewsDesk>();
        services.AddSingleton<SocialAccounts>().AddSingleton<SocialPosts>();
        services.AddSingleton<EquityTrades>().AddSingleton<CryptoTrades>().AddHostedService<MarketPump>();

        var app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30) });
        app.UseMiddleware<FaultMiddleware>();
        ActivatorUtilities.CreateInstance<BithumbRest>(app.Services).Map(app);
        app.Services.GetRequiredService<BithumbSocket>().Map(app);
        var finnhub = app.MapGroup("/finnhub/api/v1").AddEndpointFilter(app.Services.GetRequiredService<FinnhubKeys>().Filter);
        ActivatorUtilities.CreateInstance<FinnhubRest>(app.Services).Map(finnhub);
        ActivatorUtilities.CreateInstance<FinnhubLists>(app.Services).Map(finnhub);
        ActivatorUtilities.CreateInstance<FinnhubNews>(app.Services).Map(finnhub);
        ActivatorUtilities.CreateInstance<FinnhubCompanies>(app.Services).Map(finnhub);
        app.Services.GetRequiredService<FinnhubSocket>().Map(app);
        ActivatorUtilities.CreateInstance<ConstituentsPage>(app.Services).Map(app);
        app.Services.GetRequiredService<AlphaVantageRoute>().Map(app);
        ActivatorUtilities.CreateInstance<NewsApiRest>(app.Services).Map(app);
        ActivatorUtilities.CreateInstance<CoinGeckoRest>(app.Services).Map(app);
        ActivatorUtilities.CreateInstance<XApi>(app.Services).Map(app);
        ActivatorUtilities.CreateInstance<TruthSocialApi>(app.Services).Map(app);
        ActivatorUtilities.CreateInstance<ControlEndpoints>(app.Services).Map(app);
        app.MapGet("/", () => new
            {
                market = options.Replay is null ? "simulated" : "replay",
                options.AlwaysOpen,
                now = clock.GetCurrentInstant().ToString(),
            });
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        // Sockets that clients keep open must not hold a stop up.
        foreach (var hub in App.Services.GetRequiredService<FeedHubs>().All)
            hub.DropAll();
        await App.DisposeAsync();
    }

    /// <summary>
    /// The market's clock: <c>Clock:*</c> as the Api reads it, else the real one. A replay without those settings starts at its first
    /// minute, three seconds from now, 60 times as fast.
    /// </summary>
    public static IClock ClockOf(IConfiguration configuration, SimulatorOptions options)
    {
        if (ReplayClock.From(key => configuration[key], SystemClock.Instance) is { } replay)
            return replay;
        return options.Replay is not { } minutes
            ? SystemClock.Instance
            : new ReplayClock(
                RecordedTrades.ReadMinutes(minutes).Min(b => b.MinuteStart),
                60,
                SystemClock.Instance.GetCurrentInstant() + Duration.FromSeconds(3),
                [],
                SystemClock.Instance
            );
    }

    private static IEquityTape Equities(IServiceProvider services)
    {
        var options = services.GetRequiredService<SimulatorOptions>();
        var calendar = services.GetRequiredService<MarketCalendar>();
        return options.Replay is not { } minutes
            ? new WalkEquities(services.GetRequiredService<WalkCatalog>(), calendar, options)
            : new RecordedEquities(
                RecordedTrades.ReadMinutes(minutes),
                options.Daily is { } daily ? RecordedTrades.ReadDays(daily) : null,
                calendar,
                Duration.FromMinutes(options.DailyDelayMinutes)
            );
    }

    private Uri Ws(string path) => new UriBuilder(new Uri(Address, path)) { Scheme = "ws" }.Uri;
}
