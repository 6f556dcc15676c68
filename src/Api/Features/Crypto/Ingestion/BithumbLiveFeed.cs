using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Feeds;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Crypto.Ingestion;

/// <summary>
/// The live board of KRW markets: one REST round for a full start, then the socket; while the socket is refused or broken, REST every two
/// seconds. Changes go out conflated by market several times a second, trades to the pipeline.
/// </summary>
public sealed class BithumbLiveFeed(
    BithumbClient bithumb,
    IEnumerable<IInstrumentSource> instruments,
    IBoardPublisher<CryptoQuote> board,
    CoinStorage storage,
    IOptionsMonitor<ProviderOptions> options,
    MarketClock clock,
    ILogger<BithumbLiveFeed> log
) : ILiveFeed
{
    public string Name => "bithumb-live";

    public string Provider => BithumbClient.Provider;

    public IReadOnlyCollection<string> Boards { get; } = [CryptoFeature.Board.Name];

    public async Task RunAsync(FeedHealth health, CancellationToken ct)
    {
        var list = instruments.Single(s => s.Board == CryptoFeature.Board.Name);
        var feed = new FeedContext(Name, health, clock.Time, log);
        var run = new BithumbFeedRun(
            feed,
            new BithumbTickerIntake(feed, clock),
            bithumb,
            list,
            board,
            storage,
            options.Get(BithumbClient.Provider).WebSocketUrl
        );
        try
        {
            await FeedTasks.RunAllAsync(ct, run.WatchListAsync, run.ReceiveAsync, run.PublishAsync, run.KeepAsync);
        }
        finally
        {
            health.IsConnected = false;
            await run.FinishAsync();
        }
    }
}

/// <summary>Writes the feed's data to PostgreSQL.</summary>
public sealed record CoinStorage(TradePipeline Trades, ILastQuotes LastQuotes);
