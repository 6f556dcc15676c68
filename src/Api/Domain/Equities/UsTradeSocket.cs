using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Platform.Ingestion.Feeds;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>Trades of the most watched symbols, as many as the plan allows.</summary>
internal sealed class UsTradeSocket(UsFeedRun run, UsListWatch lists, ProviderOptions options)
{
    /// <summary>The provider pings about once a minute, also when nothing trades.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(3);

    private volatile IReadOnlySet<string> _live = new HashSet<string>();
    private long _accepted;

    /// <summary>The symbols whose trades come in; empty while the socket is down.</summary>
    public IReadOnlySet<string> Live => _live;

    public async Task RunAsync(CancellationToken ct)
    {
        await lists.WhenListedAsync(ct);
        // The provider reads its key only here.
        var address = options.WebSocketUrl is { } url
            ? new UriBuilder(url) { Query = $"token={Uri.EscapeDataString(options.ApiKey ?? "")}" }.Uri
            : null;
        await new SocketFeed(run.Feed, address).RunAsync(ServeAsync, (pause, token) => Task.Delay(pause, run.Feed.Time, token), ct);
    }

    private async Task ServeAsync(ProviderSocket socket, CancellationToken ct)
    {
        _accepted = options.MaxLiveSymbols > 0 ? options.MaxLiveSymbols : int.MaxValue;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var subscribing = SubscribeAsync(socket, stop.Token);
        try
        {
            await foreach (var message in socket.ReadAsync(Silence, ct))
            {
                if (subscribing.IsFaulted)
                    await subscribing;
                Take(FinnhubFrames.Read(message.Span, run.Clock.Now));
            }
        }
        finally
        {
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
            var wanted = run.State.SymbolsByRank().Take((int)Math.Min(int.MaxValue, Interlocked.Read(ref _accepted))).ToList();
            foreach (var gone in subscribed.Except(wanted, StringComparer.Ordinal).ToList())
            {
                await socket.SendAsync(FinnhubFrames.Unsubscribe(gone), ct);
                subscribed.Remove(gone);
            }
            var sent = 0;
            foreach (var symbol in wanted)
            {
                if (subscribed.Count >= Interlocked.Read(ref _accepted))
                    break;
                if (!subscribed.Add(symbol))
                    continue;
                await socket.SendAsync(FinnhubFrames.Subscribe(symbol), ct);
                if (++sent % 20 == 0)
                    await Task.Delay(TimeSpan.FromMilliseconds(50), run.Feed.Time, ct);
            }
            _live = Interlocked.Read(ref _accepted) > 0 ? subscribed.ToHashSet(StringComparer.Ordinal) : _live;
            if (sent > 0)
                run.Feed.Log.LogInformation("{Feed}: {Count} symbols live", run.Feed.Name, subscribed.Count);
            await lists.WhenChangedAsync(ct);
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
                run.Feed.Log.LogWarning("{Feed}: the plan's number of live symbols is reached; the others by /quote", run.Feed.Name);
                break;
            case FinnhubFrameKind.Error:
                run.Feed.Log.LogWarning("{Feed}: the provider says {Error}", run.Feed.Name, frame.Error);
                break;
        }
        var dropped = frame.Dropped;
        var heardAt = run.Feed.Time.GetTimestamp();
        var now = run.Clock.Now;
        Instant? newest = null;
        // A time far ahead is garbage that would shut out every true trade after it.
        var latest = now + Duration.FromDays(1);
        foreach (var trade in frame.Trades)
        {
            if (trade.At > latest || !run.State.Knows(trade.Symbol))
            {
                dropped++;
                continue;
            }
            if (run.State.Apply(trade, heardAt))
                run.Trades.Add(trade);
            run.Feed.Health.Event(trade.At);
            newest = newest > trade.At ? newest : trade.At;
        }
        run.Feed.Health.Arrived(newest, now);
        run.Feed.CountDropped(dropped);
    }
}
