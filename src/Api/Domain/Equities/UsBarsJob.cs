using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>
/// Intraday history for charts, where our own trades made none: minutes of the last session, quarter hours and hours of 30 days. Goes on
/// where it stopped; a plan without candles ends it cleanly.
/// </summary>
public sealed class UsBarsJob(FinnhubClient finnhub, UsInstruments instruments, IMarketStore store, MarketCalendar calendar, IClock clock)
    : IDataSetJob
{
    private readonly ItemFailures _failures = new() { PlanMayEnd = true };

    public DataSetDescription Description { get; } =
        new(
            "us-bars",
            FinnhubClient.Provider,
            "Intraday history of US stocks and ETFs",
            "0 40 2 * * ?",
            Duration.FromHours(80),
            LongHistory: true
        );

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var symbols = _failures.Begin(await instruments.ReadWhenListedAsync(ct), i => i.Symbol);
        if (symbols.Count == 0)
            return new JobOutcome(0, Complete: false, Note: "the lists of stocks and ETFs are not there yet");
        var now = clock.GetCurrentInstant();
        var session = calendar.SessionOf(now);
        (BarResolution Size, string Code, Instant From)[] series =
        [
            (BarResolution.Minute, "1", now >= session.Open ? session.PreOpen : calendar.Previous(session.Date).PreOpen),
            (BarResolution.QuarterHour, "15", now - Duration.FromDays(31)),
            (BarResolution.Hour, "60", now - Duration.FromDays(31)),
        ];
        int rows = 0,
            dropped = 0,
            failed = 0,
            passed = 0,
            answered = 0;
        foreach (var (size, code, from) in series)
        {
            var length = Duration.FromMinutes((int)size);
            for (var i = 0; i < symbols.Count; i++)
            {
                var symbol = symbols[i].Symbol;
                var end = await _failures.TryAsync(symbol, async () =>
                {
                    // History is fetched whole, so its first third shows whether it is there.
                    if ((await store.ReadBarsAsync(symbol, size, from, from + (now - from) / 3, ct)).Count > 0)
                    {
                        passed++;
                        return;
                    }
                    var reply = await finnhub.CandlesAsync(symbol, code, from, now, ct);
                    (passed, answered) = (passed + 1, answered + 1);
                    if (reply is not { } candles)
                        return;
                    var (bars, bad) = FinnhubBars.Intraday(symbol, candles);
                    dropped += bad;
                    // A bar still under way would stand in the way of our own.
                    Bar[] whole = [.. bars.Where(b => b.Start >= from && b.Start + length <= now && IsShown(b, size, now))];
                    if (whole.Length > 0)
                        rows += await store.WriteHistoryBarsAsync(size, whole, ct);
                    _failures.Answered();
                });
                if (end is ItemEnd.NotCovered)
                    return new JobOutcome(rows, dropped, Note: "the plan does not cover candles: charts grow from our own trades");
                if (end is ItemEnd.Limited)
                {
                    var left = (series.Length * symbols.Count) - passed - failed;
                    return JobOutcome.CutBy(_failures.Limit!, rows, dropped, answered, left, "series");
                }
                if (end is ItemEnd.Failed)
                    failed++;
                if ((i + 1) % 100 == 0)
                    context.Progress($"{code}-minute bars: {i + 1} of {symbols.Count} symbols");
            }
        }
        return new JobOutcome(rows, dropped, Complete: failed == 0, Note: failed == 0 ? null : $"{failed} series failed, next time again");
    }

    /// <summary>
    /// Beyond a week quarter hours make the hours of regular sessions alone; a month with extended hours is shown in hour bars. So the
    /// first fill writes half as many rows.
    /// </summary>
    private bool IsShown(Bar bar, BarResolution size, Instant now) =>
        size is not BarResolution.QuarterHour
        || bar.Start >= now - Duration.FromDays(8)
        || (calendar.TrySessionOf(bar.Start, out var session) && session.IsRegular(bar.Start));
}
