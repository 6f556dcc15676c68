using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>Highest and lowest price of 52 weeks, USD in the shares of today.</summary>
/// <param name="IsWhole">Whether the day bars behind it reach back all 52 weeks.</param>
public sealed record YearRange(decimal? High, decimal? Low, bool IsWhole)
{
    /// <summary>
    /// The range with the session that is running and the last price: an extreme never lies inside of a price that was paid.
    /// </summary>
    public YearRange With(EquityQuote? quote) =>
        this with
        {
            High = Of(Enumerable.Max, High, quote?.High, quote?.Price),
            Low = Of(Enumerable.Min, Low, quote?.Low, quote?.Price),
        };

    /// <summary>
    /// The range with that of a provider, which counts only as long as our own days do not reach back far enough: it is of the day it was
    /// read.
    /// </summary>
    public YearRange With(decimal? high, decimal? low) =>
        IsWhole ? this : this with { High = Of(Enumerable.Max, High, high), Low = Of(Enumerable.Min, Low, low) };

    private static decimal? Of(Func<IEnumerable<decimal>, decimal> extreme, params decimal?[] prices) =>
        prices.OfType<decimal>().Where(p => p > 0).ToList() is { Count: > 0 } known ? extreme(known) : null;
}

/// <summary>Reads ranges of 52 weeks from day bars, splits applied; kept in memory for a while.</summary>
public sealed class YearRanges(IMarketStore store, SplitTable splits, MarketCalendar calendar, AgedAnswers cache, IClock clock)
{
    private const int Weeks = 52;

    /// <summary>Holidays at the beginning, and a day that no trade was seen on.</summary>
    private const int MissingDays = 7;

    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(60);

    /// <summary>Range of the day bars alone; nulls where there are none.</summary>
    public async Task<YearRange> OfAsync(string symbol, CancellationToken ct) =>
        await cache.GetAsync($"equities:year-range:{symbol}", s_freshFor, c => ReadAsync(symbol, c), ct);

    private async Task<YearRange> ReadAsync(string symbol, CancellationToken ct)
    {
        var today = calendar.SessionOf(clock.GetCurrentInstant()).Date;
        var first = today.PlusWeeks(-Weeks).PlusDays(1);
        var bars = (await store.ReadDayBarsAsync(symbol, first, today, ct)).Select(b => splits.Adjust(b, today)).ToList();
        return bars.Count == 0
            ? new YearRange(null, null, false)
            : new YearRange(bars.Max(b => b.High), bars.Min(b => b.Low), bars[0].Date <= first.PlusDays(MissingDays));
    }
}
