using System.Threading.Channels;
using InvestmentAssistant.Api.Domain.Markets;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>Follows the lists of the US boards; a new symbol starts with what the store knows of it.</summary>
internal sealed class UsListWatch(UsFeedRun run)
{
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _listed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private readonly List<string> _unseeded = [];

    /// <summary>Waits until the first list is there.</summary>
    public Task WhenListedAsync(CancellationToken ct) => _listed.Task.WaitAsync(ct);

    /// <summary>Waits until a list changes.</summary>
    public async Task WhenChangedAsync(CancellationToken ct) => await _changed.Reader.ReadAsync(ct);

    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            var complete = false;
            await run.Feed.TryAsync("the lists could not be read", async () => complete = await ReadAsync(ct), ct);
            await Task.Delay(complete ? ReadEvery : TimeSpan.FromSeconds(1), run.Feed.Time, ct);
        }
    }

    /// <returns>Whether every board has a list.</returns>
    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        var (listed, complete) = await run.Market.Instruments.ReadAsync(ct);
        var added = run.State.SetInstruments(listed);
        if (added.Count > 0)
            run.Feed.Log.LogInformation("{Feed} follows {Count} symbols", run.Feed.Name, listed.Count);
        _unseeded.AddRange(added);
        if (_unseeded.Count > 0)
        {
            // Where this fails, the next round does it: a symbol is new to the state only once.
            await SeedAsync(_unseeded, ct);
            _unseeded.Clear();
            _listed.TrySetResult();
            _changed.Writer.TryWrite(true);
        }
        return complete;
    }

    /// <summary>The last state, else the last day's bar: every symbol with a known price has an item from the start.</summary>
    private async Task SeedAsync(IReadOnlyList<string> symbols, CancellationToken ct)
    {
        var (storage, calendar) = (run.Market.Storage, run.Clock.Calendar);
        await storage.Closes.RefreshAsync(ct);
        foreach (var board in run.Market.Boards.Names)
        {
            foreach (var quote in await storage.LastQuotes.ReadAsync<EquityQuote>(board, ct))
                run.State.Seed(quote);
        }
        var now = run.Clock.Now;
        var session = calendar.SessionOf(now);
        foreach (var symbol in symbols.Where(s => run.State.Find(s)?.Price is null))
        {
            var bars = await storage.Bars.ReadDayBarsAsync(symbol, session.Date.PlusDays(-14), session.Date, ct);
            if (bars is not [.., var last] || calendar.SessionOn(last.Date) is not { } of)
                continue;
            run.State.Seed(
                new EquityQuote
                {
                    Symbol = symbol,
                    Price = last.Close,
                    TimestampMs = (of.Close <= now ? of.Close : now).ToUnixTimeMilliseconds(),
                    SessionDate = last.Date,
                    Open = last.Open,
                    High = last.High,
                    Low = last.Low,
                    SessionVolume = last.Volume > 0 ? last.Volume : null,
                }
            );
        }
    }
}
