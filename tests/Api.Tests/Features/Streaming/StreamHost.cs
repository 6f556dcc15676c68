using System.Globalization;
using System.Text;
using InvestmentAssistant.Api.Domain;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Crypto;
using InvestmentAssistant.Api.Features.Sp500;
using InvestmentAssistant.Api.Features.Streaming;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>A replica that has boards and streams and nothing else, on a real Kestrel port.</summary>
internal sealed class StreamHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private PrivateRedis? _ownRedis;

    private StreamHost(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Urls.First()).Port;

    public IServiceProvider Services => _app.Services;

    public IBoard<CryptoQuote> Crypto => Services.GetRequiredService<IBoard<CryptoQuote>>();

    public IBoardPublisher<CryptoQuote> Publisher => Services.GetRequiredService<IBoardPublisher<CryptoQuote>>();

    public TopicStatus Status => Services.GetRequiredService<StreamReport>().Topics()["crypto"];

    /// <summary>Starts it on a Redis of its own: other tests publish too.</summary>
    public static async Task<StreamHost> StartAsync(LocalServices services, Dictionary<string, string?>? settings = null)
    {
        var redis = await services.NewRedisAsync();
        var host = await StartAsync(redis, settings);
        host._ownRedis = redis;
        return host;
    }

    /// <summary>Starts it and waits until its boards follow Redis.</summary>
    public static Task<StreamHost> StartAsync(
        PrivateRedis redis,
        Dictionary<string, string?>? settings = null,
        Action<IServiceCollection>? more = null,
        bool attached = true
    ) => StartAsync(redis.Endpoint, settings, more, attached);

    /// <summary>Starts it and waits until its boards follow Redis.</summary>
    /// <param name="redis">A StackExchange.Redis connection string.</param>
    /// <param name="settings">Further configuration.</param>
    /// <param name="more">Further services.</param>
    /// <param name="attached">Whether to wait.</param>
    public static async Task<StreamHost> StartAsync(
        string redis,
        Dictionary<string, string?>? settings = null,
        Action<IServiceCollection>? more = null,
        bool attached = true
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:Redis"] = redis,
                ["CORS_ORIGINS"] = "https://front.example",
                ["Boards:RepublishGrace"] = "00:00:00.5",
            }
        );
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(HttpSettings.From(builder.Configuration));
        builder.Services.AddMarketTime(builder.Configuration);
        builder
            .Services.AddBoards(builder.Configuration)
            .AddBoard<CryptoQuote>(CryptoFeature.Board)
            .AddBoard<EquityQuote>(Sp500Feature.Board)
            .AddSingleton(s => s.GetRequiredKeyedService<IBoard<CryptoQuote>>(CryptoFeature.Board.Name))
            .AddSingleton(s => s.GetRequiredKeyedService<IBoardPublisher<CryptoQuote>>(CryptoFeature.Board.Name));
        more?.Invoke(builder.Services);
        var streaming = new StreamingFeature();
        streaming.AddServices(builder.Services, builder.Configuration);
        builder.Services.AddTopic<CryptoQuote, CryptoTopic>();
        builder.Services.AddTopic<EquityQuote, Sp500Topic>();
        var app = builder.Build();
        streaming.MapRoutes(app);
        await app.StartAsync();
        var host = new StreamHost(app);
        if (attached)
            await host.FollowsAsync();
        return host;
    }

    /// <summary>Returns once a published batch has come back to this replica.</summary>
    public async Task FollowsAsync()
    {
        var mark = "PROBE" + Random.Shared.Next(1_000_000).ToString(CultureInfo.InvariantCulture);
        await Wait.Until(async () =>
        {
            await PublishAsync((mark, 1));
            return Crypto.Find("KRW-" + mark) is not null;
        });
        // Whatever was published on the way is here when the last of it is.
        await PublishAndSeeAsync(mark, 2);
    }

    /// <summary>Publishes prices as the feeding replica does.</summary>
    public Task PublishAsync(params (string Symbol, decimal Price)[] prices) =>
        Publisher
            .PublishAsync(
                [
                    .. prices.Select(p => new CryptoQuote
                    {
                        Market = "KRW-" + p.Symbol,
                        TradePrice = p.Price,
                        Timestamp = 1_760_000_000_000,
                    }),
                ],
                marketChannel: false,
                TestContext.Current.CancellationToken
            )
            .AsTask();

    /// <summary>Publishes and waits until this replica has it.</summary>
    public async Task PublishAndSeeAsync(string symbol, decimal price)
    {
        await PublishAsync((symbol, price));
        await Wait.Until(() => Crypto.Find("KRW-" + symbol)?.TradePrice == price);
    }

    public Task<RawWebSocket> ConnectAsync(string pathAndQuery, string? headers = null) =>
        RawWebSocket.ConnectAsync(Port, pathAndQuery, headers);

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_ownRedis is not null)
            await _ownRedis.DisposeAsync();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
