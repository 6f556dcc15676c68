using InvestmentAssistant.Api.Domain.Markets;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>
/// The minutes that are shown of a post: an hour before it and as many after it as fit into <see cref="Most"/> bars. Where the market was
/// closed, the last hour that it traded before and
/// the first ones after.
/// </summary>
public sealed class PostMinutes(MarketCalendar calendar)
{
    /// <summary>Bars of an answer.</summary>
    public const int Most = 500;

    private const int Before = 60;

    private static readonly Duration s_minute = Duration.FromMinutes(1);
    private static readonly Duration s_before = Duration.FromMinutes(Before);
    private static readonly Duration s_after = Duration.FromMinutes(Most - Before);

    /// <summary>When the bars that are wanted start: from &lt;= start &lt; to.</summary>
    public (Instant From, Instant To) SpanOf(string market, Instant postedAt)
    {
        var to = PriceFinder.TradableFrom(calendar, market, postedAt) + s_after;
        // A thin market may have traded last a while before; PriceFinder takes that price too.
        var from = postedAt - s_before - PriceFinder.Stale;
        if (MarketDay.IsCrypto(market))
            return (from, to);
        var session = calendar.SessionOf(postedAt);
        if (calendar.PhaseAt(postedAt) == SessionPhase.Closed)
            return (session.Close - s_before, to);
        return (postedAt - session.PreOpen < s_before ? calendar.Previous(session.Date).Close - s_before : from, to);
    }

    /// <summary>Whether every bar of the span is in the store, as far as there are any.</summary>
    public bool IsOver(string market, Instant postedAt, Instant now) => now >= SpanOf(market, postedAt).To + PriceFinder.Settle;

    /// <summary>The bars to show, a minute each, ascending. A pause between two trades of a session is filled with the price before it, so
    /// that five bars are five minutes.</summary>
    /// <param name="market">AAPL, KRW-BTC.</param>
    /// <param name="postedAt">Time of the post.</param>
    /// <param name="bars">Minutes of the span, ascending.</param>
    public IReadOnlyList<Bar> Around(string market, Instant postedAt, IReadOnlyList<Bar> bars)
    {
        var minute = Instant.FromUnixTimeSeconds(postedAt.ToUnixTimeSeconds() / 60 * 60);
        var filled = Fill(market, bars).ToList();
        return [.. filled.Where(b => b.Start < minute).TakeLast(Before), .. filled.Where(b => b.Start >= minute).Take(Most - Before)];
    }

    private IEnumerable<Bar> Fill(string market, IReadOnlyList<Bar> bars)
    {
        for (var i = 0; i < bars.Count; i++)
        {
            yield return bars[i];
            // A longer silence is a gap in what we know, not a market that stood still.
            if (
                i + 1 == bars.Count
                || bars[i + 1].Start - bars[i].Start > PriceFinder.Stale
                || !IsOneSession(market, bars[i].Start, bars[i + 1].Start)
            )
                continue;
            var price = bars[i].Close;
            for (var at = bars[i].Start + s_minute; at < bars[i + 1].Start; at += s_minute)
                yield return new Bar(market, at, price, price, price, price, 0);
        }
    }

    private bool IsOneSession(string market, Instant first, Instant second) =>
        MarketDay.IsCrypto(market) || calendar.SessionOf(first).Date == calendar.SessionOf(second).Date;
}
