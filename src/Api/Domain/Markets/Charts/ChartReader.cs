using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.Markets.Charts;

/// <inheritdoc cref="IChartReader"/>
public sealed class ChartReader(
    [FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource source,
    IMarketStore store,
    MarketCalendar calendar,
    MarketDay days,
    SplitTable splits,
    IClock clock
) : IChartReader
{
    /// <inheritdoc />
    public async Task<Chart> ReadAsync(string symbol, ChartSpan span, bool extended, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var window = ChartWindow.For(symbol, span, now, calendar, extended);
        var points = await PointsAsync(symbol, window, now, ct);
        if (points.Count == 0 && span is ChartSpan.OneWeek or ChartSpan.OneMonth)
        {
            window = window with { Source = ChartSource.DayBars, Step = Duration.FromDays(1) };
            points = await PointsAsync(symbol, window, now, ct);
        }
        else if (points.Count == 0 && span <= ChartSpan.OneDay && !MarketDay.IsCrypto(symbol))
        {
            return await LastKnownAsync(new Chart(symbol, span, window, points), now, extended, ct);
        }
        return new(symbol, span, window, points);
    }

    /// <summary>
    /// The same span at the end of what is known of the last session, or of the one before it: a stock may not have traded in the last
    /// minute, and of the hours before this
    /// program ran there are minute bars at most. The chart as it is when nothing is known of both.
    /// </summary>
    private async Task<Chart> LastKnownAsync(Chart empty, Instant now, bool extended, CancellationToken ct)
    {
        var session = ChartWindow.LastBegun(calendar, now, extended);
        foreach (var shown in new[] { session, calendar.Previous(session.Date) })
        {
            var window = ChartWindow.InSession(shown, empty.Span, now, extended);
            var first = ChartWindow.Bounds(shown, extended).First;
            if (window.Source is ChartSource.Trades && await LastTradeAsync(empty.Symbol, first, window.To, ct) is { } last)
            {
                var end = last + Duration.FromTicks(1);
                window = window with { From = Instant.Max(first, end - empty.Span.Length()), To = end };
                var traded = await PointsAsync(empty.Symbol, window, now, ct);
                if (traded.Count > 0)
                    return empty with { Window = window, Points = traded };
            }
            window = ChartWindow.InSession(shown, ChartSpan.OneDay, now, extended);
            var minutes = await PointsAsync(empty.Symbol, window, now, ct);
            if (minutes.Count == 0)
                continue;
            var from = Instant.Max(first, minutes[^1].At + window.Step - empty.Span.Length());
            return empty with { Window = window with { From = from }, Points = [.. minutes.Where(p => p.At >= from)] };
        }
        return empty;
    }

    private async Task<Instant?> LastTradeAsync(string symbol, Instant from, Instant to, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "select max(traded_at) from market.trades where symbol = $1 and traded_at >= $2 and traded_at < $3"
        );
        command.WithValues([symbol, from, to]);
        await using var rows = await command.ExecuteReaderAsync(ct);
        return await rows.ReadAsync(ct) && !await rows.IsDBNullAsync(0, ct) ? await rows.GetFieldValueAsync<Instant>(0, ct) : null;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<ChartPoint>> ReadAsync(string symbol, ChartWindow window, CancellationToken ct) =>
        PointsAsync(symbol, window, clock.GetCurrentInstant(), ct);

    private async Task<IReadOnlyList<ChartPoint>> PointsAsync(string symbol, ChartWindow window, Instant now, CancellationToken ct)
    {
        var today = days.Current(symbol, now);
        if (window.Source is ChartSource.DayBars)
        {
            var from = MarketDay.IsCrypto(symbol) ? SeoulDay.DateOf(window.From) : window.From.InZone(MarketCalendar.NewYork).Date;
            return
            [
                .. (await store.ReadDayBarsAsync(symbol, from, today, ct))
                    .Where(b => MarketDay.IsCrypto(symbol) || calendar.SessionOn(b.Date) is not null)
                    .Select(b => splits.Adjust(b, today))
                    .Select(OfDay),
            ];
        }
        // A window that begins within a bar begins with that bar's start only where the bar is shown whole.
        var bars =
            window.Source is ChartSource.Trades
                ? await TradesAsync(symbol, window, ct)
                : await store.ReadBarsAsync(symbol, window.Resolution, Ceiling(window.From, window.Step), window.To, ct);
        return RollUp(
            bars.Where(b => window.Shows(b.Start, calendar)).Select(b => splits.Adjust(b, days.Current(symbol, b.Start), today)),
            window,
            symbol
        );
    }

    private ChartPoint OfDay(DayBar bar) =>
        new(
            MarketDay.IsCrypto(bar.Symbol)
                ? SeoulDay.StartOf(bar.Date)
                : calendar.SessionOn(bar.Date)?.Open ?? MarketCalendar.NewYork.AtStartOfDay(bar.Date).ToInstant(),
            bar.Date,
            bar.Open,
            bar.High,
            bar.Low,
            bar.Close,
            bar.Volume
        );

    /// <summary>Trades as bars of one instant each: those that may not set the last price are left out, their shares too.</summary>
    private async Task<IReadOnlyList<Bar>> TradesAsync(string symbol, ChartWindow window, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            select traded_at, price, volume, conditions from market.trades
            where symbol = $1 and traded_at >= $2 and traded_at < $3 order by traded_at, occurrence limit 100000
            """
        );
        command.WithValues([symbol, window.From, window.To]);
        var bars = new List<Bar>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            var at = await rows.GetFieldValueAsync<Instant>(0, ct);
            var conditions = await rows.IsDBNullAsync(3, ct) ? null : await rows.GetFieldValueAsync<string[]>(3, ct);
            days.BarDate(symbol, at, out var regular);
            if (!TradeConditions.EffectOf(conditions, regular).HasFlag(TradeEffect.Last))
                continue;
            var price = rows.GetDecimal(1);
            bars.Add(new Bar(symbol, at, price, price, price, price, rows.GetDecimal(2)));
        }
        return bars;
    }

    /// <summary>
    /// Bars of one step into one point; steps begin at multiples of their length since 1970, the first one of a session with its open.
    /// </summary>
    private List<ChartPoint> RollUp(IEnumerable<Bar> bars, ChartWindow window, string symbol)
    {
        var points = new List<ChartPoint>();
        foreach (var bar in bars)
        {
            var at = Floor(bar.Start, window.Step);
            if (window.Hours is ChartHours.Regular)
                at = Instant.Max(at, calendar.SessionOf(bar.Start).Open);
            if (points.Count > 0 && points[^1] is var last && last.At == at)
                points[^1] = last with
                {
                    High = Math.Max(last.High, bar.High),
                    Low = Math.Min(last.Low, bar.Low),
                    Close = bar.Close,
                    Volume = last.Volume + bar.Volume,
                };
            else
                points.Add(new(at, days.Current(symbol, bar.Start), bar.Open, bar.High, bar.Low, bar.Close, bar.Volume));
        }
        return points;
    }

    private static Instant Floor(Instant at, Duration step)
    {
        var (ticks, length) = (at.ToUnixTimeTicks(), step.BclCompatibleTicks);
        return Instant.FromUnixTimeTicks(ticks - ((ticks % length) + length) % length);
    }

    private static Instant Ceiling(Instant at, Duration step) => Floor(at - Duration.FromTicks(1), step) + step;
}
