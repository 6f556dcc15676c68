using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Feeds;
using InvestmentAssistant.Api.Platform.Ingestion.Scheduling;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>
/// The live boards of US stocks and ETFs from one connection: the most watched symbols by trade, as many as the plan allows; the others by
/// /quote in rotation, longest silent first, within the budget. Changes go out conflated by symbol several times a second; names and
/// running volumes every ten seconds on the slow channel; trades to the pipeline.
/// </summary>
public sealed class UsEquityFeed(
    FinnhubClient finnhub,
    UsMarket market,
    MarketClock clock,
    IJobRequests jobs,
    IOptionsMonitor<ProviderOptions> options,
    ILogger<UsEquityFeed> log
) : ILiveFeed
{
    public string Name => "finnhub-live";

    public string Provider => FinnhubClient.Provider;

    public IReadOnlyCollection<string> Boards => market.Boards.Names;

    public async Task RunAsync(FeedHealth health, CancellationToken ct)
    {
        var settings = options.Get(FinnhubClient.Provider);
        var run = new UsFeedRun(new FeedContext(Name, health, clock.Time, log), market, clock);
        var lists = new UsListWatch(run);
        var socket = new UsTradeSocket(run, lists, settings);
        var quotes = new UsQuoteRotation(run, lists, socket, finnhub, settings);
        var publishing = new UsPublishing(run, jobs);
        try
        {
            await FeedTasks.RunAllAsync(
                ct,
                lists.RunAsync,
                socket.RunAsync,
                quotes.RunAsync,
                publishing.PublishAsync,
                publishing.PublishMarketPartsAsync,
                publishing.FollowClosesAsync
            );
        }
        finally
        {
            health.IsConnected = false;
            await run.Feed.FinishAsync(publishing.FinishAsync);
        }
    }
}

/// <summary>The feed's lists, boards and store.</summary>
public sealed record UsMarket(UsInstruments Instruments, UsBoards Boards, UsEquityStorage Storage);

/// <summary>Reads and writes the feed's data in PostgreSQL.</summary>
public sealed record UsEquityStorage(
    TradePipeline Trades,
    IMarketStore Bars,
    ILastQuotes LastQuotes,
    IMarketAggregates Aggregates,
    IPreviousCloses Closes
);

/// <summary>One holding of the feed's lease: what its parts share.</summary>
internal sealed class UsFeedRun(FeedContext feed, UsMarket market, MarketClock clock)
{
    public FeedContext Feed => feed;

    public UsMarket Market => market;

    public MarketClock Clock => clock;

    /// <summary>The latest state of every symbol.</summary>
    public EquityState State { get; } = new(clock.Calendar, market.Storage.Closes);

    /// <summary>Trades that are not stored yet.</summary>
    public TradeBuffer Trades { get; } = new();
}
