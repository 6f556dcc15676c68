using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>
/// Official day bars of all stocks and ETFs: a year at the first run, then what is missing since. The schedule covers the ends of all
/// sessions (13:00 and 16:00 in New York, summer and winter) on the market's clock; a run with nothing to fetch costs no call. Goes on
/// where it stopped when the budget was spent: a symbol whose newest official bar is that of the last session is done. When the plan does
/// not cover candles, the day's bar and the previous close come from /quote.
/// </summary>
public sealed class UsDailyClosesJob(
    FinnhubClient finnhub,
    UsInstruments instruments,
    IMarketStore store,
    IPreviousCloses closes,
    MarketCalendar calendar,
    SplitTable splits,
    IClock clock
) : IDataSetJob
{
    public const string Name = "us-daily-closes";

    /// <summary>Closing auctions and late prints are in by then.</summary>
    public static readonly Duration AfterClose = Duration.FromMinutes(10);

    private const int SymbolsPerWrite = 25;
    private static readonly Period Backfill = Period.FromDays(370);

    private readonly ItemFailures _failures = new();

    public DataSetDescription Description { get; } =
        new(Name, FinnhubClient.Provider, "Official daily closes of US stocks and ETFs", "0 15,45 17-22 * * ?", Duration.FromHours(80))
        {
            ForBoards = true,
        };

    /// <summary>The last session whose official close can be had.</summary>
    public static Session LastFinished(MarketCalendar calendar, Instant now)
    {
        var session = calendar.SessionOf(now);
        return now >= session.Close + AfterClose ? session : calendar.Previous(session.Date);
    }

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var symbols = _failures.Begin(await instruments.ReadWhenListedAsync(ct), i => i.Symbol);
        if (symbols.Count == 0)
            return new JobOutcome(0, Complete: false, Note: "the lists of stocks and ETFs are not there yet");
        var run = new Run(LastFinished(calendar, clock.GetCurrentInstant()));
        var batch = new List<DayBar>();
        for (var i = 0; i < symbols.Count; i++)
        {
            var symbol = symbols[i].Symbol;
            var end = await _failures.TryAsync(symbol, async () =>
            {
                batch.AddRange(await MissingBarsAsync(symbol, run, ct));
                _failures.Answered();
            });
            if (end is ItemEnd.Limited)
            {
                (run.StoppedBy, run.Left) = (_failures.Limit!.Message, symbols.Count - i);
                break;
            }
            if (end is ItemEnd.Failed)
                run.Failed++;
            if (batch.Count > 0 && (i + 1) % SymbolsPerWrite == 0)
            {
                await FlushAsync(batch, run, ct);
                context.Progress($"{i + 1} of {symbols.Count} symbols");
                // At a first start boards need previous closes long before the whole year is in.
                if ((i + 1) % (SymbolsPerWrite * 4) == 0)
                    await closes.RefreshAsync(ct);
            }
        }
        await FlushAsync(batch, run, ct);
        await closes.RefreshAsync(ct);
        return new JobOutcome(run.Rows, run.Dropped, Complete: run.StoppedBy is null && run.Failed == 0, Note: run.Note())
        {
            IsLimited = run.StoppedBy is not null,
            Left = run.Left,
            Answered = run.StoppedBy is null ? null : run.Answered,
        };
    }

    private sealed class Run(Session last)
    {
        public readonly Session Last = last;
        public int Rows,
            Dropped,
            Failed,
            Answered;
        public int? Left;
        public bool CandlesRefused;
        public string? StoppedBy;

        public string? Note() =>
            string.Join(
                "; ",
                new[]
                {
                    $"up to {Last.Date:uuuu-MM-dd}",
                    CandlesRefused ? "the plan does not cover candles: closes are those of /quote" : null,
                    Failed > 0 ? $"{Failed} symbols failed, next time again" : null,
                    StoppedBy,
                }.OfType<string>()
            );
    }

    private async Task FlushAsync(List<DayBar> batch, Run run, CancellationToken ct)
    {
        if (batch.Count == 0)
            return;
        run.Rows += await store.WriteOfficialDayBarsAsync(batch, ct);
        batch.Clear();
    }

    private async Task<IReadOnlyList<DayBar>> MissingBarsAsync(string symbol, Run run, CancellationToken ct)
    {
        var last = run.Last.Date;
        if (await store.ReadDayBarsAsync(symbol, last, last, ct) is [{ IsOfficial: true }])
            return [];
        var known = await store.ReadDayBarsAsync(symbol, last - Backfill, last, ct);
        var newest = known.LastOrDefault(b => b.IsOfficial)?.Date;
        if (!run.CandlesRefused)
        {
            try
            {
                // The newest day again: the step over a split is seen only with both of its sides, and late reports have changed its
                // volume.
                var from = newest ?? last - Backfill;
                var candles = await finnhub.CandlesAsync(symbol, "D", from.AtMidnight().InUtc().ToInstant(), clock.GetCurrentInstant(), ct);
                run.Answered++;
                if (candles is null)
                    return [];
                var (bars, dropped) = FinnhubBars.Daily(symbol, candles, calendar, splits);
                run.Dropped += dropped;
                return [.. bars.Where(b => b.Date <= last && (newest is null || b.Date >= newest))];
            }
            catch (ProviderException refused) when (refused.Kind is ProviderFailure.Unauthorized)
            {
                run.CandlesRefused = true;
            }
        }
        var quote = await finnhub.QuoteAsync(symbol, ct);
        run.Answered++;
        return quote is null ? [] : QuotedBars(symbol, quote, known);
    }

    /// <summary>
    /// Official closes from /quote: the bar of its own session once that has ended, and the close of the session before, put into the bar
    /// that our own trades made of that day. Without one only the close would be known: no bar is made up.
    /// </summary>
    private List<DayBar> QuotedBars(string symbol, FinnhubQuote quote, IReadOnlyList<DayBar> known)
    {
        var bars = new List<DayBar>();
        var at = Instant.FromUnixTimeSeconds(quote.Time!.Value);
        if (!calendar.TrySessionOf(at, out var session) || at < session.Open)
            return bars;
        var before = calendar.Previous(session.Date).Date;
        // On the day of a split it is unsure whose shares the provider's previous close counts.
        if (
            quote.PreviousClose is > 0 and var close
            && splits.Factor(symbol, before, session.Date) == 1m
            && known.FirstOrDefault(b => b.Date == before) is { } own
        )
            bars.Add(own with { Close = close, High = Math.Max(own.High, close), Low = Math.Min(own.Low, close), IsOfficial = true });
        // A quote that moved on after the close is an after-hours price, not the official close.
        if (
            clock.GetCurrentInstant() >= session.Close + AfterClose
            && at <= session.Close + AfterClose
            && quote is { Open: > 0, High: > 0, Low: > 0 }
        )
        {
            var volume = known.FirstOrDefault(b => b.Date == session.Date)?.Volume ?? 0;
            bars.Add(
                new DayBar(
                    symbol,
                    session.Date,
                    quote.Open.Value,
                    Math.Max(quote.High.Value, quote.Current!.Value),
                    Math.Min(quote.Low.Value, quote.Current.Value),
                    quote.Current.Value,
                    volume,
                    IsOfficial: true
                )
            );
        }
        return bars;
    }
}
