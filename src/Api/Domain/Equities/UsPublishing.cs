using InvestmentAssistant.Api.Platform.Ingestion.Scheduling;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>Sends what changed to the boards and the store, and has the closes fetched after each session.</summary>
internal sealed class UsPublishing(UsFeedRun run, IJobRequests jobs)
{
    private static readonly TimeSpan PublishEvery = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan MarketPartsEvery = TimeSpan.FromSeconds(10);

    /// <summary>Publishes changes, conflated by symbol, and stores trades.</summary>
    public async Task PublishAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(PublishEvery, run.Feed.Time);
        while (await timer.WaitForNextTickAsync(ct))
        {
            foreach (var (board, items) in run.State.TakeChanges())
                await run.Market.Boards.PublishAsync(board, items, marketChannel: false, ct);
            run.Market.Storage.Trades.Offer(run.Trades.Take());
        }
    }

    /// <summary>Stores, sends and keeps what came since the last round; the feed reads no more.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        var storage = run.Market.Storage;
        storage.Trades.Offer(run.Trades.Take());
        foreach (var (board, items) in run.State.TakeChanges())
            await run.Market.Boards.PublishAsync(board, items, marketChannel: false, ct);
        await run.State.KeepAsync(quotes => storage.LastQuotes.WriteAsync(quotes, ct));
    }

    /// <summary>Publishes names and running volumes, and keeps the last states.</summary>
    public async Task PublishMarketPartsAsync(CancellationToken ct)
    {
        var storage = run.Market.Storage;
        for (var round = 1; ; round++)
        {
            await Task.Delay(round == 1 ? TimeSpan.FromSeconds(2) : MarketPartsEvery, run.Feed.Time, ct);
            await run.Feed.TryAsync("running volumes are not updated", () => CountAsync(ct), ct);
            await run.Feed.TryAsync(
                "last states could not be kept",
                () => run.State.KeepAsync(quotes => storage.LastQuotes.WriteAsync(quotes, ct)),
                ct
            );
            foreach (var (board, items) in run.State.TakeMarketChanges())
                await run.Market.Boards.PublishAsync(board, items, marketChannel: true, ct);
            if (run.State.TakeGaps() is [var first, ..] gaps)
                run.Feed.Log.LogWarning(
                    "{Count} symbols opened far from their close: splits are likely missing from the table. "
                        + "The first: {Symbol} opened {Session} at {Open} after {PreviousClose}",
                    gaps.Count,
                    first.Symbol,
                    first.Session,
                    first.Open,
                    first.PreviousClose
                );
        }
    }

    private async Task CountAsync(CancellationToken ct)
    {
        var now = run.Clock.Now;
        var counted = await run.Market.Storage.Aggregates.ReadAsync([.. run.State.SymbolsByRank()], ct);
        foreach (var one in counted.Values)
            run.State.Seed(one, now);
    }

    /// <summary>
    /// Takes previous closes that came in, and has the closes job run when another session has become the last finished one: minutes after
    /// a session's end, and at once when a replay leaps to other days.
    /// </summary>
    public async Task FollowClosesAsync(CancellationToken ct)
    {
        var asked = LastFinished();
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), run.Feed.Time, ct);
            run.State.RecomputeChanges();
            var finished = LastFinished();
            if (finished == asked)
                continue;
            try
            {
                if (await jobs.RequestAsync(UsDailyClosesJob.Name, ct))
                    asked = finished;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                run.Feed.Log.LogWarning(
                    "{Feed}: the closes of {Session} could not be requested: {Problem}",
                    run.Feed.Name,
                    finished,
                    e.Message
                );
                await Task.Delay(MarketPartsEvery, run.Feed.Time, ct);
            }
        }
    }

    private LocalDate LastFinished() => UsDailyClosesJob.LastFinished(run.Clock.Calendar, run.Clock.Now).Date;
}
