using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Crypto.Ingestion;

/// <summary>
/// History of all KRW markets for charts: a year of Seoul days, then hours of 30 days, quarter hours of 7 days and minutes of the last day.
/// Only what is missing is fetched, so that a run goes on where the last one stopped.
/// </summary>
public sealed class BithumbCandlesJob(
    BithumbClient bithumb,
    IEnumerable<IInstrumentSource> instruments,
    IMarketStore store,
    IOptionsMonitor<ProviderOptions> options,
    IClock clock,
    TimeProvider time
) : IDataSetJob
{
    private const int Days = 366;

    /// <summary>Share of the minute's budget that history may use: the live feed's REST rounds must never wait for it.</summary>
    private const double Share = 0.6;

    private readonly ItemFailures _failures = new();
    private readonly IInstrumentSource _instruments = instruments.Single(s => s.Board == "crypto");

    private static readonly (BarResolution Size, int Hours)[] Intraday =
    [
        (BarResolution.Hour, 31 * 24),
        (BarResolution.QuarterHour, 8 * 24),
        (BarResolution.Minute, 25),
    ];

    public DataSetDescription Description { get; } =
        new("bithumb-candles", BithumbClient.Provider, "Bithumb day and intraday history", "0 5 15 * * ?", Duration.FromHours(50));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var markets = _failures.Begin(await MarketsAsync(ct), m => m);
        if (markets.Count == 0)
            return new JobOutcome(0, Complete: false, Note: "the market list is not there yet");
        int rows = 0,
            dropped = 0,
            failed = 0,
            answered = 0;

        async Task<bool> EachAsync(string what, Func<string, Task<(int Rows, int Dropped)>> fetch)
        {
            for (var i = 0; i < markets.Count; i++)
            {
                var market = markets[i];
                var end = await _failures.TryAsync(market, async () =>
                {
                    var done = await fetch(market);
                    (rows, dropped, answered) = (rows + done.Rows, dropped + done.Dropped, answered + 1);
                    _failures.Answered();
                });
                if (end is ItemEnd.Limited)
                    return false;
                if (end is ItemEnd.Failed)
                    failed++;
                if ((i + 1) % 100 == 0)
                    context.Progress($"{what}: {i + 1} of {markets.Count} markets");
            }
            return true;
        }

        var whole = await EachAsync("day bars", m => DaysAsync(m, ct));
        foreach (var (size, hours) in Intraday)
            whole = whole && await EachAsync($"{(int)size}-minute bars", m => IntradayAsync(m, size, hours, ct));
        if (_failures.Limit is { } limit)
            return JobOutcome.CutBy(limit, rows, dropped, answered, (markets.Count * (1 + Intraday.Length)) - answered - failed, "series");
        return new JobOutcome(rows, dropped, Complete: failed == 0, Note: failed == 0 ? null : $"{failed} series failed, next time again");
    }

    private async Task<IReadOnlyList<string>> MarketsAsync(CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            var listed = await _instruments.ReadAsync(ct);
            if (listed.Count > 0 || attempt >= 60)
                return [.. listed.Select(i => i.Symbol)];
            await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
        }
    }

    private Task PaceAsync(CancellationToken ct) =>
        options.Get(BithumbClient.Provider).CallsPerMinute is > 0 and var limit
            ? Task.Delay(TimeSpan.FromMinutes(1) / (limit * Share), time, ct)
            : Task.CompletedTask;

    private async Task<(int Rows, int Dropped)> DaysAsync(string market, CancellationToken ct)
    {
        var today = SeoulDay.DateOf(clock.GetCurrentInstant());
        var known = await store.ReadDayBarsAsync(market, today.PlusDays(-Days), today.PlusDays(-1), ct);
        var newest = known.LastOrDefault(b => b.IsOfficial)?.Date;
        if (newest == today.PlusDays(-1))
            return (0, 0);
        var wanted = newest is { } n ? Period.Between(n, today, PeriodUnits.Days).Days : Days;
        var bars = new List<DayBar>();
        var dropped = 0;
        // The day under way is left out: its bar grows from our own trades.
        Instant? to = SeoulDay.StartOf(today);
        while (wanted > 0)
        {
            await PaceAsync(ct);
            var page = await bithumb.DayCandlesAsync(market, to, Math.Min(wanted, BithumbClient.MaxCandles), ct);
            var mapped = page.Rows.Select(BithumbCandles.ToDayBar).ToList();
            dropped += page.Dropped + DroppedRows.Count(mapped, "candles whose prices cannot be true");
            DayBar[] good =
            [
                .. mapped.OfType<DayBar>().Where(b => b.Symbol == market && b.Date < today && (newest is null || b.Date > newest)),
            ];
            bars.AddRange(good);
            if (good.Length == 0 || page.Rows.Count < BithumbClient.MaxCandles)
                break;
            wanted -= page.Rows.Count;
            to = SeoulDay.StartOf(good.Min(b => b.Date));
        }
        return (bars.Count == 0 ? 0 : await store.WriteOfficialDayBarsAsync(bars, ct), dropped);
    }

    private async Task<(int Rows, int Dropped)> IntradayAsync(string market, BarResolution size, int hours, CancellationToken ct)
    {
        var length = Duration.FromMinutes((int)size);
        // Whole bars only: one still under way would stand in the way of our own.
        var now = clock.GetCurrentInstant();
        var until = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / ((int)size * 60) * ((int)size * 60));
        var from = until - Duration.FromHours(hours);
        if ((await store.ReadBarsAsync(market, size, from, from + (until - from) / 3, ct)).Count > 0)
            return (0, 0);
        var bars = new List<Bar>();
        var dropped = 0;
        var to = until;
        while (to > from)
        {
            await PaceAsync(ct);
            var page = await bithumb.MinuteCandlesAsync(market, (int)size, to, BithumbClient.MaxCandles, ct);
            var mapped = page.Rows.Select(BithumbCandles.ToBar).ToList();
            dropped += page.Dropped + DroppedRows.Count(mapped, "candles whose prices cannot be true");
            Bar[] good = [.. mapped.OfType<Bar>().Where(b => b.Symbol == market && b.Start + length <= until && b.Start < to)];
            bars.AddRange(good.Where(b => b.Start >= from));
            if (good.Length == 0 || page.Rows.Count < BithumbClient.MaxCandles)
                break;
            to = good.Min(b => b.Start);
        }
        return (bars.Count == 0 ? 0 : await store.WriteHistoryBarsAsync(size, bars, ct), dropped);
    }
}
