using System.Net.WebSockets;
using System.Threading.Channels;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Scheduling;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>
/// The live boards of US stocks and ETFs from one connection: the most watched symbols by trade, as many as the plan allows; the others by
/// /quote in rotation, longest silent first, within the budget. Changes go out conflated by symbol several times a second; names and
/// running volumes every ten seconds on the slow channel; trades to the pipeline.
/// </summary>
public sealed class UsEquityFeed(
    FinnhubClient finnhub, UsInstruments instruments, UsBoards boards, UsEquityStorage storage, IPreviousCloses closes, MarketCalendar calendar,
    IJobRequests jobs, IOptionsMonitor<ProviderOptions> options, IClock clock, TimeProvider time, ILogger<UsEquityFeed> log) : ILiveFeed
{
    public string Name => "finnhub-live";

    public string Provider => FinnhubClient.Provider;

    public Task RunAsync(FeedHealth health, CancellationToken ct) =>
        new UsEquityFeedRun(Name, finnhub, instruments, boards, storage, closes, calendar, jobs, options.Get(FinnhubClient.Provider), clock, time, log, health)
            .RunAsync(ct);
}

/// <summary>Reads and writes the feed's data in PostgreSQL.</summary>
public sealed record UsEquityStorage(TradePipeline Trades, IMarketStore Bars, ILastQuotes LastQuotes, IMarketAggregates Aggregates);

/// <summary>One holding of the feed's lease.</summary>
internal sealed class UsEquityFeedRun(
    string name, FinnhubClient finnhub, UsInstruments instruments, UsBoards boards, UsEquityStorage storage, IPreviousCloses closes, MarketCalendar calendar,
    IJobRequests jobs, ProviderOptions options, IClock clock, TimeProvider time, ILogger log, FeedHealth health)
{
    /// <summary>The provider pings about once a minute, also when nothing trades.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan PublishEvery = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan SlowEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReadListEvery = TimeSpan.FromSeconds(10);
    /// <summary>A subscribed symbol that was silent for this long is asked for by /quote like the others.</summary>
    private static readonly TimeSpan QuietAfter = TimeSpan.FromMinutes(5);
    /// <summary>A symbol without a subscription is asked for again after this at the soonest; so is one about which the provider did not answer.</summary>
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(10);
    /// <summary>Share of the minute's budget that the rotation may use; the rest is for the jobs.</summary>
    private const double RotationShare = 0.7;

    private readonly EquityState _state = new(calendar, closes);
    private readonly Lock _lock = new();
    private readonly Channel<bool> _listChanged =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private List<Trade> _trades = [];
    private volatile IReadOnlySet<string> _live = new HashSet<string>();
    private volatile bool _listed;
    private long _lastDropLog;
    private long _accepted;

    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await FeedTasks.RunAllAsync(ct, WatchListsAsync, ReceiveAsync, RotateQuotesAsync, PublishAsync, PublishSlowAsync, FollowClosesAsync);
        }
        finally
        {
            health.IsConnected = false;
        }
    }

    /// <summary>Keeps the lists; new symbols start with what is known of them.</summary>
    private async Task WatchListsAsync(CancellationToken ct)
    {
        while (true)
        {
            var complete = false;
            try
            {
                (var listed, complete) = await instruments.ReadAsync(ct);
                var added = _state.SetInstruments(listed);
                if (added.Count > 0)
                {
                    log.LogInformation("{Feed} follows {Count} symbols", name, listed.Count);
                    await SeedAsync(added, ct);
                    _listed = true;
                    _listChanged.Writer.TryWrite(true);
                }
            }
            catch (NpgsqlException e)
            {
                log.LogWarning("{Feed}: the lists could not be read: {Problem}", name, e.Message);
            }
            await Task.Delay(complete ? ReadListEvery : TimeSpan.FromSeconds(1), time, ct);
        }
    }

    /// <summary>The last state, else the last day's bar: every symbol with a known price has an item from the start.</summary>
    private async Task SeedAsync(IReadOnlyList<string> symbols, CancellationToken ct)
    {
        await closes.RefreshAsync(ct);
        foreach (var board in boards.Names)
        {
            foreach (var quote in await storage.LastQuotes.ReadAsync<EquityQuote>(board, ct)) _state.Seed(quote);
        }
        var now = clock.GetCurrentInstant();
        var session = calendar.SessionOf(now);
        foreach (var symbol in symbols.Where(s => _state.Find(s)?.Price is null))
        {
            var bars = await storage.Bars.ReadDayBarsAsync(symbol, session.Date.PlusDays(-14), session.Date, ct);
            if (bars is not [.., var last] || calendar.SessionOn(last.Date) is not { } of) continue;
            _state.Seed(new EquityQuote
            {
                Symbol = symbol,
                Price = last.Close,
                TimestampMs = (of.Close <= now ? of.Close : now).ToUnixTimeMilliseconds(),
                SessionDate = last.Date,
                Open = last.Open,
                High = last.High,
                Low = last.Low,
                SessionVolume = last.Volume > 0 ? last.Volume : null,
            });
        }
    }

    private async Task ReceiveAsync(CancellationToken ct)
    {
        var reconnects = new Reconnects(time);
        while (!_listed) await Task.Delay(TimeSpan.FromMilliseconds(100), time, ct);
        while (true)
        {
            try
            {
                await HoldSocketAsync(reconnects, ct);
                log.LogWarning("{Feed}: the provider closed the socket", name);
            }
            catch (Exception e) when (e is WebSocketException or TimeoutException or IOException)
            {
                log.LogWarning("{Feed}: {Problem}; quotes by REST in the meantime", name, e.Message);
            }
            await Task.Delay(reconnects.Next(), time, ct);
        }
    }

    private async Task HoldSocketAsync(Reconnects reconnects, CancellationToken ct)
    {
        var address = options.WebSocketUrl ?? throw new WebSocketException("no socket address in the settings");
        // The provider reads its key only here; the address is therefore never logged.
        var withKey = new UriBuilder(address) { Query = $"token={Uri.EscapeDataString(options.ApiKey ?? "")}" }.Uri;
        await using var socket = await ProviderSocket.ConnectAsync(withKey, ct);
        reconnects.Connected();
        health.IsConnected = true;
        _accepted = options.MaxLiveSymbols > 0 ? options.MaxLiveSymbols : int.MaxValue;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var subscribing = SubscribeAsync(socket, stop.Token);
        try
        {
            await foreach (var message in socket.ReadAsync(Silence, ct))
            {
                if (subscribing.IsFaulted) await subscribing;
                Take(FinnhubFrames.Read(message.Span, clock.GetCurrentInstant()));
            }
        }
        finally
        {
            health.IsConnected = false;
            _live = new HashSet<string>();
            await stop.CancelAsync();
            await subscribing.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Subscribes the most watched symbols, at a pace; when a list changes, the difference.</summary>
    private async Task SubscribeAsync(ProviderSocket socket, CancellationToken ct)
    {
        var subscribed = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var wanted = _state.SymbolsByRank().Take((int)Math.Min(int.MaxValue, Interlocked.Read(ref _accepted))).ToList();
            foreach (var gone in subscribed.Except(wanted, StringComparer.Ordinal).ToList())
            {
                await socket.SendAsync(FinnhubFrames.Unsubscribe(gone), ct);
                subscribed.Remove(gone);
            }
            var sent = 0;
            foreach (var symbol in wanted)
            {
                if (subscribed.Count >= Interlocked.Read(ref _accepted)) break;
                if (!subscribed.Add(symbol)) continue;
                await socket.SendAsync(FinnhubFrames.Subscribe(symbol), ct);
                if (++sent % 20 == 0) await Task.Delay(TimeSpan.FromMilliseconds(50), time, ct);
            }
            _live = Interlocked.Read(ref _accepted) > 0 ? subscribed.ToHashSet(StringComparer.Ordinal) : _live;
            if (sent > 0) log.LogInformation("{Feed}: {Count} symbols live", name, subscribed.Count);
            await _listChanged.Reader.ReadAsync(ct);
        }
    }

    private void Take(FinnhubFrame frame)
    {
        switch (frame.Kind)
        {
            case FinnhubFrameKind.Error when frame.IsTooManySymbols:
                // The provider does not say how many it accepted; silent ones are polled by /quote. No more are added.
                Interlocked.Exchange(ref _accepted, 0);
                _live = new HashSet<string>();
                log.LogWarning("{Feed}: the plan's number of live symbols is reached; the others by /quote", name);
                break;
            case FinnhubFrameKind.Error:
                log.LogWarning("{Feed}: the provider says {Error}", name, frame.Error);
                break;
        }
        var dropped = frame.Dropped;
        if (frame.Trades.Count > 0)
        {
            var heardAt = time.GetTimestamp();
            // A time far ahead is garbage that would shut out every true trade after it.
            var latest = clock.GetCurrentInstant() + Duration.FromDays(1);
            lock (_lock)
            {
                foreach (var trade in frame.Trades)
                {
                    if (trade.At > latest || !_state.Knows(trade.Symbol))
                    {
                        dropped++;
                        continue;
                    }
                    if (_state.Apply(trade, heardAt)) _trades.Add(trade);
                    health.Event(trade.At);
                }
            }
        }
        CountDropped(dropped);
    }

    private void CountDropped(int dropped)
    {
        for (var i = 0; i < dropped; i++) health.Drop();
        if (dropped == 0 || (_lastDropLog != 0 && time.GetElapsedTime(_lastDropLog) < TimeSpan.FromMinutes(1))) return;
        _lastDropLog = time.GetTimestamp();
        log.LogWarning("{Feed}: {Count} unreadable or foreign messages so far", name, health.Dropped);
    }

    /// <summary>
    /// Polls /quote for silent symbols. At the start this fills the boards: at once when the provider's calls are not limited, else at the
    /// pace of the budget.
    /// </summary>
    private async Task RotateQuotesAsync(CancellationToken ct)
    {
        while (!_listed) await Task.Delay(TimeSpan.FromMilliseconds(100), time, ct);
        var limited = options.CallsPerMinute > 0;
        var pace = limited ? TimeSpan.FromMinutes(1) / Math.Max(1, options.CallsPerMinute * RotationShare) : TimeSpan.Zero;
        while (true)
        {
            var quiet = Before(QuietAfter);
            var idle = calendar.PhaseAt(clock.GetCurrentInstant()) == SessionPhase.Closed ? quiet : Before(AskAgainAfter);
            var silent = _state.SilentSince(quiet, idle, time.GetTimestamp(), _live);
            if (silent.Count == 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, ct);
                continue;
            }
            if (limited)
            {
                await AskAsync(silent[0], ct);
                await Task.Delay(pace, time, ct);
            }
            else
            {
                await Parallel.ForEachAsync(silent, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct },
                    async (symbol, token) => await AskAsync(symbol, token));
                await Task.Delay(TimeSpan.FromSeconds(1), time, ct);
            }
        }
    }

    /// <summary>The time stamp that long ago; never before 1, so that "no message yet" (0) is always older.</summary>
    private long Before(TimeSpan ago) => Math.Max(1, FromNow(-ago));

    private long FromNow(TimeSpan distance) => time.GetTimestamp() + (long)(distance.TotalSeconds * time.TimestampFrequency);

    private async Task AskAsync(string symbol, CancellationToken ct)
    {
        try
        {
            if (await finnhub.QuoteAsync(symbol, ct) is { } quote) TakeQuote(symbol, quote);
            _state.Heard(symbol, time.GetTimestamp());
        }
        catch (ProviderException e) when (e.IsLimit)
        {
            var wait = e.RetryAfter ?? TimeSpan.FromSeconds(15);
            await Task.Delay(wait < TimeSpan.FromMinutes(5) ? wait : TimeSpan.FromMinutes(5), time, ct);
        }
        catch (ProviderException e)
        {
            log.LogDebug("{Feed}: no quote of {Symbol}: {Problem}", name, symbol, e.Message);
            // A refusal stands; a provider that did not get to answer is asked again soon, or a hiccup at the start would leave holes in the board for minutes.
            if (e.Kind is ProviderFailure.ServerError or ProviderFailure.Timeout or ProviderFailure.BadReply)
                _state.PutOff(symbol, FromNow(AskAgainAfter));
            else
                _state.Heard(symbol, time.GetTimestamp());
        }
    }

    private void TakeQuote(string symbol, FinnhubQuote quote)
    {
        var at = Instant.FromUnixTimeSeconds(quote.Time!.Value);
        if (at > clock.GetCurrentInstant() + Plausible.MarketAhead || !_state.Apply(symbol, quote, time.GetTimestamp())) return;
        health.Event(at);
        // A symbol that is only asked for gets its bars from these prices: an update without a volume.
        lock (_lock)
        {
            if (calendar.PhaseAt(at) == SessionPhase.Regular) _trades.Add(new Trade(symbol, at, quote.Current!.Value, 0));
        }
    }

    private async Task PublishAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(PublishEvery, time);
        while (await timer.WaitForNextTickAsync(ct))
        {
            foreach (var (board, items) in _state.TakeChanges()) await boards.PublishAsync(board, items, slow: false, ct);
            List<Trade> batch;
            lock (_lock)
            {
                batch = _trades;
                if (batch.Count > 0) _trades = [];
            }
            if (batch.Count > 0) await storage.Trades.WriteAsync(batch, ct);
        }
    }

    /// <summary>
    /// Takes previous closes that came in, and has the closes job run when another session has become the last finished one: minutes after a
    /// session's end, and at once when a replay leaps to other days.
    /// </summary>
    private async Task FollowClosesAsync(CancellationToken ct)
    {
        var asked = UsDailyClosesJob.LastFinished(calendar, clock.GetCurrentInstant()).Date;
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, ct);
            _state.RecomputeChanges();
            var finished = UsDailyClosesJob.LastFinished(calendar, clock.GetCurrentInstant()).Date;
            if (finished == asked) continue;
            try
            {
                if (await jobs.RequestAsync(UsDailyClosesJob.Name, ct)) asked = finished;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning("{Feed}: the closes of {Session} could not be asked for: {Problem}", name, finished, e.Message);
                await Task.Delay(SlowEvery, time, ct);
            }
        }
    }

    private async Task PublishSlowAsync(CancellationToken ct)
    {
        for (var round = 1; ; round++)
        {
            await Task.Delay(round == 1 ? TimeSpan.FromSeconds(2) : SlowEvery, time, ct);
            try
            {
                var now = clock.GetCurrentInstant();
                foreach (var counted in (await storage.Aggregates.ReadAsync([.. _state.SymbolsByRank()], ct)).Values) _state.Seed(counted, now);
                await storage.LastQuotes.WriteAsync(_state.TakeUnkept(), ct);
            }
            catch (NpgsqlException e)
            {
                log.LogWarning("{Feed}: running volumes are not updated: {Problem}", name, e.Message);
            }
            foreach (var (board, items) in _state.TakeSlowChanges()) await boards.PublishAsync(board, items, slow: true, ct);
            foreach (var gap in _state.TakeGaps())
            {
                log.LogWarning("{Symbol} opened {Session} at {Open} after {PreviousClose}: a split is likely missing from the table", gap.Symbol,
                    gap.Session, gap.Open, gap.PreviousClose);
            }
        }
    }
}
