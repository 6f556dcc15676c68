using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Ingestion.Feeds;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Crypto.Ingestion;

/// <summary>One holding of the feed's lease.</summary>
internal sealed class BithumbFeedRun(
    FeedContext feed,
    BithumbTickerIntake intake,
    BithumbClient bithumb,
    IInstrumentSource instruments,
    IBoardPublisher<CryptoQuote> board,
    CoinStorage storage,
    Uri? address
)
{
    /// <summary>Silence after which the connection counts as dead: all KRW markets together trade many times a second.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PublishEvery = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan ReadListEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(5);

    private ProviderSocket? _socket;

    private IReadOnlyList<string> Markets => intake.State.Markets();

    /// <summary>
    /// Follows the list: a market that left it leaves the board, and a changed list is subscribed again on the open socket (the exchange
    /// replaces the old request).
    /// </summary>
    public async Task WatchListAsync(CancellationToken ct)
    {
        while (true)
        {
            // A socket that breaks here is opened again by its own loop, with the new list.
            await feed.TryAsync("the list could not be followed", () => FollowAsync(ct), ct);
            await Task.Delay(Markets.Count == 0 ? TimeSpan.FromSeconds(1) : ReadListEvery, feed.Time, ct);
        }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        if (!intake.State.SetInstruments(await instruments.ReadAsync(ct)) || Markets.Count == 0)
            return;
        feed.Log.LogInformation("{Feed} follows {Count} markets", feed.Name, Markets.Count);
        await board.RetainAsync(Markets.ToHashSet(StringComparer.Ordinal), ct);
        await PollAsync(intake.State.Unpriced(), ct);
        if (_socket is { } socket)
            await SubscribeAsync(socket, ct);
    }

    /// <summary>The socket for as long as it holds; REST in the gaps.</summary>
    public async Task ReceiveAsync(CancellationToken ct)
    {
        while (Markets.Count == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(250), feed.Time, ct);
        await new SocketFeed(feed, address).RunAsync(ServeAsync, PollForAsync, ct);
    }

    private async Task ServeAsync(ProviderSocket socket, CancellationToken ct)
    {
        try
        {
            await SubscribeAsync(socket, ct);
            _socket = socket;
            await foreach (var message in socket.ReadAsync(Silence, ct))
                intake.Take(BithumbFrames.Read(message));
        }
        finally
        {
            _socket = null;
        }
    }

    private async Task PollForAsync(TimeSpan pause, CancellationToken ct)
    {
        var until = feed.Stamp(pause);
        do
        {
            feed.Health.IsConnected = await PollAsync(Markets, ct);
            var left = feed.Time.GetElapsedTime(feed.Time.GetTimestamp(), until);
            if (left > TimeSpan.Zero)
                await Task.Delay(left < PollEvery ? left : PollEvery, feed.Time, ct);
        } while (feed.Time.GetTimestamp() < until);
    }

    /// <summary>Publishes changes, conflated by market, and stores trades.</summary>
    public async Task PublishAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(PublishEvery, feed.Time);
        while (await timer.WaitForNextTickAsync(ct))
        {
            if (intake.State.TakeChanges() is { Count: > 0 } changes)
                await board.PublishAsync(changes, marketChannel: false, ct);
            storage.Trades.Offer(intake.Trades.Take());
        }
    }

    /// <summary>Stores, sends and keeps what came since the last round; the feed reads no more.</summary>
    public Task FinishAsync() =>
        feed.FinishAsync(async ct =>
        {
            storage.Trades.Offer(intake.Trades.Take());
            if (intake.State.TakeChanges() is { Count: > 0 } changes)
                await board.PublishAsync(changes, marketChannel: false, ct);
            await intake.State.KeepAsync(quotes => storage.LastQuotes.WriteAsync(quotes, ct));
        });

    /// <summary>Keeps the last states in PostgreSQL for the next start.</summary>
    public async Task KeepAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(KeepEvery, feed.Time);
        while (await timer.WaitForNextTickAsync(ct))
        {
            await feed.TryAsync(
                "last states could not be kept",
                () => intake.State.KeepAsync(quotes => storage.LastQuotes.WriteAsync(quotes, ct)),
                ct
            );
        }
    }

    private Task SubscribeAsync(ProviderSocket socket, CancellationToken ct) =>
        socket.SendAsync(BithumbFrames.Subscribe(Guid.NewGuid().ToString("N"), Markets), ct);

    /// <summary>One REST round.</summary>
    /// <returns>Whether the exchange answered.</returns>
    private async Task<bool> PollAsync(IReadOnlyList<string> markets, CancellationToken ct)
    {
        if (markets.Count == 0)
            return true;
        try
        {
            var (rows, dropped) = await bithumb.TickersAsync(markets, ct);
            intake.Take(new BithumbFrame(rows, dropped, null));
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            feed.Log.LogWarning("{Feed}: {Problem}", feed.Name, e.Message);
            return false;
        }
    }
}
