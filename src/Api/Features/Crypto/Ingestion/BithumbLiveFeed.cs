using System.Net.WebSockets;
using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;
using Npgsql;

namespace InvestmentAssistant.Api.Features.Crypto.Ingestion;

/// <summary>
/// The live board of KRW markets: one REST round for a full start, then the socket; while the socket is refused or broken, REST every two
/// seconds. Changes go out conflated by market several times a second, trades to the pipeline.
/// </summary>
public sealed class BithumbLiveFeed(
    BithumbClient bithumb, IEnumerable<IInstrumentSource> instruments, IBoardPublisher<CryptoQuote> board, TradePipeline trades, ILastQuotes lastQuotes,
    IOptionsMonitor<ProviderOptions> options, IClock clock, TimeProvider time, ILogger<BithumbLiveFeed> log) : ILiveFeed
{
    /// <summary>Silence after which the connection counts as dead: all KRW markets together trade many times a second.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PublishEvery = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan ReadListEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(5);

    private readonly BithumbClient _client = bithumb;
    private readonly IInstrumentSource _instruments = instruments.Single(s => s.Board == "crypto");
    private readonly IBoardPublisher<CryptoQuote> _board = board;
    private readonly TradePipeline _pipeline = trades;
    private readonly ILastQuotes _lastQuotes = lastQuotes;
    private readonly IOptionsMonitor<ProviderOptions> _settings = options;
    private readonly IClock _clock = clock;
    private readonly TimeProvider _time = time;
    private readonly ILogger _log = log;

    public string Name => "bithumb-live";

    public string Provider => BithumbClient.Provider;

    public async Task RunAsync(FeedHealth health, CancellationToken ct)
    {
        var run = new Run(this, health);
        try
        {
            await FeedTasks.RunAllAsync(ct, run.WatchListAsync, run.ReceiveAsync, run.PublishAsync, run.KeepAsync);
        }
        finally
        {
            health.IsConnected = false;
        }
    }

    /// <summary>One holding of the lease.</summary>
    private sealed class Run(BithumbLiveFeed feed, FeedHealth health)
    {
        private readonly CryptoState _state = new();
        private readonly Lock _lock = new();
        private List<Trade> _trades = [];
        private ProviderSocket? _socket;
        private long _lastDropLog;

        /// <summary>
        /// Keeps the list: a market that left it leaves the board, and a changed list is subscribed again on the open socket (the exchange
        /// replaces the old request).
        /// </summary>
        public async Task WatchListAsync(CancellationToken ct)
        {
            while (true)
            {
                try
                {
                    var changed = _state.SetInstruments(await feed._instruments.ReadAsync(ct));
                    if (changed && _state.Markets().Count > 0)
                    {
                        feed._log.LogInformation("{Feed} follows {Count} markets", feed.Name, _state.Markets().Count);
                        await feed._board.RetainAsync(_state.Markets().ToHashSet(StringComparer.Ordinal), ct);
                        await PollAsync(_state.Unpriced(), ct);
                        if (_socket is { } socket) await SubscribeAsync(socket, ct);
                    }
                }
                catch (Exception e) when (e is NpgsqlException or WebSocketException or ObjectDisposedException)
                {
                    // A socket that breaks here is made again by its own loop, with the new list.
                    feed._log.LogWarning("{Feed}: {Problem}", feed.Name, e.Message);
                }
                await Task.Delay(_state.Markets().Count == 0 ? TimeSpan.FromSeconds(1) : ReadListEvery, feed._time, ct);
            }
        }

        /// <summary>The socket for as long as it holds; REST in the gaps.</summary>
        public async Task ReceiveAsync(CancellationToken ct)
        {
            var reconnects = new Reconnects(feed._time);
            while (true)
            {
                if (_state.Markets().Count == 0)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(250), feed._time, ct);
                    continue;
                }
                try
                {
                    await HoldSocketAsync(reconnects, ct);
                    feed._log.LogWarning("{Feed}: the exchange closed the socket", feed.Name);
                }
                catch (Exception e) when (e is WebSocketException or TimeoutException or IOException)
                {
                    feed._log.LogWarning("{Feed}: {Problem}; REST in the meantime", feed.Name, e.Message);
                }
                var until = feed._time.GetTimestamp() + (long)(reconnects.Next().TotalSeconds * feed._time.TimestampFrequency);
                do
                {
                    health.IsConnected = await PollAsync(_state.Markets(), ct);
                    var left = feed._time.GetElapsedTime(feed._time.GetTimestamp(), until);
                    if (left > TimeSpan.Zero) await Task.Delay(left < PollEvery ? left : PollEvery, feed._time, ct);
                }
                while (feed._time.GetTimestamp() < until);
            }
        }

        /// <summary>Sends what changed, conflated by market.</summary>
        public async Task PublishAsync(CancellationToken ct)
        {
            using var timer = new PeriodicTimer(PublishEvery, feed._time);
            while (await timer.WaitForNextTickAsync(ct))
            {
                var changes = _state.TakeChanges();
                if (changes.Count > 0) await feed._board.PublishAsync(changes, slow: false, ct);
                List<Trade> batch;
                lock (_lock)
                {
                    batch = _trades;
                    if (batch.Count > 0) _trades = [];
                }
                if (batch.Count > 0) await feed._pipeline.WriteAsync(batch, ct);
            }
        }

        /// <summary>Keeps the last states in PostgreSQL for the next start.</summary>
        public async Task KeepAsync(CancellationToken ct)
        {
            using var timer = new PeriodicTimer(KeepEvery, feed._time);
            while (await timer.WaitForNextTickAsync(ct))
            {
                try
                {
                    await feed._lastQuotes.WriteAsync(_state.TakeUnkept(), ct);
                }
                catch (NpgsqlException e)
                {
                    feed._log.LogWarning("{Feed}: last states could not be kept: {Problem}", feed.Name, e.Message);
                }
            }
        }

        private async Task HoldSocketAsync(Reconnects reconnects, CancellationToken ct)
        {
            var address = feed._settings.Get(BithumbClient.Provider).WebSocketUrl ?? throw new WebSocketException("no socket address in the settings");
            await using var socket = await ProviderSocket.ConnectAsync(address, ct);
            reconnects.Connected();
            try
            {
                await SubscribeAsync(socket, ct);
                _socket = socket;
                health.IsConnected = true;
                await foreach (var message in socket.ReadAsync(Silence, ct)) Take(BithumbFrames.Read(message));
            }
            finally
            {
                _socket = null;
                health.IsConnected = false;
            }
        }

        private Task SubscribeAsync(ProviderSocket socket, CancellationToken ct) =>
            socket.SendAsync(BithumbFrames.Subscribe(Guid.NewGuid().ToString("N"), _state.Markets()), ct);

        /// <summary>One REST round.</summary>
        /// <returns>Whether the exchange answered.</returns>
        private async Task<bool> PollAsync(IReadOnlyList<string> markets, CancellationToken ct)
        {
            if (markets.Count == 0) return true;
            try
            {
                var (rows, dropped) = await feed._client.TickersAsync(markets, ct);
                Take(new BithumbFrame(rows, dropped, null));
                return true;
            }
            catch (ProviderException e)
            {
                feed._log.LogWarning("{Feed}: {Problem}", feed.Name, e.Message);
                return false;
            }
        }

        private void Take(BithumbFrame frame)
        {
            if (frame.Error is { } error) feed._log.LogWarning("{Feed}: the exchange says {Error}", feed.Name, error);
            var dropped = frame.Dropped;
            var latest = Instant.Max(feed._clock.GetCurrentInstant(), Instant.FromDateTimeOffset(feed._time.GetUtcNow()))
                + Plausible.MarketAhead;
            foreach (var ticker in frame.Tickers)
            {
                // A time far ahead is garbage that would shut out every true ticker after it.
                var taken = BithumbTickers.ToQuote(ticker) is { } quote && quote.EventAt < latest ? _state.Apply(quote) : Taken.Unlisted;
                if (taken == Taken.Unlisted)
                {
                    dropped++;
                    continue;
                }
                if (taken == Taken.Newer) health.Event(Instant.FromUnixTimeMilliseconds(ticker.Timestamp!.Value));
                // One that comes late is a trade all the same; storing knows those it has.
                if (taken == Taken.Known || BithumbTickers.ToTrade(ticker) is not { } trade) continue;
                lock (_lock)
                {
                    _trades.Add(trade);
                }
            }
            for (var i = 0; i < dropped; i++) health.Drop();
            if (dropped > 0 && (_lastDropLog == 0 || feed._time.GetElapsedTime(_lastDropLog) > TimeSpan.FromMinutes(1)))
            {
                _lastDropLog = feed._time.GetTimestamp();
                feed._log.LogWarning("{Feed}: {Count} unreadable or foreign tickers so far", feed.Name, health.Dropped);
            }
        }
    }
}
