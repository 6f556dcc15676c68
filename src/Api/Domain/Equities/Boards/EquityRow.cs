using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;

namespace InvestmentAssistant.Api.Domain.Equities.Boards;

/// <summary>A listed stock or ETF with its latest state, USD. Without a price yet everything but the names is null, never 0.</summary>
public sealed record EquityRow(string Symbol, string Name, string? Sector, EquityQuote? Quote)
{
    /// <summary>Null where none is certain.</summary>
    public string? KoreanName => KoreanNames.Of(Symbol);

    public decimal? Price => Quote?.Price;

    /// <summary>Close of the session before the price's own one.</summary>
    public decimal? PreviousClose => Quote?.PreviousClose;

    /// <summary>Against <see cref="PreviousClose"/>.</summary>
    public Change Change { get; } = Change.Of(Quote?.Price, Quote?.PreviousClose);

    /// <summary>Regular-session shares so far.</summary>
    public long? Volume => Whole(Quote?.SessionVolume);

    /// <summary>Shares in the last 24 hours.</summary>
    public long? Volume24h => Whole(Quote?.Volume24h);

    /// <summary>When it last traded.</summary>
    public Instant? LastTradeAt => Quote?.Price is null ? null : Quote.EventAt;

    private static long? Whole(decimal? shares) => shares is { } s ? (long)Math.Round(s, MidpointRounding.AwayFromZero) : null;
}

/// <summary>A whole board at one moment: what an answer says comes from one of these, so that its parts agree.</summary>
/// <param name="Rows">All listed instruments, by symbol (ordinal).</param>
/// <param name="Seq">Number of the last batch that is in it.</param>
/// <param name="Epoch">Numbering the seq belongs to.</param>
/// <param name="LastEventAt">The newest trade on the board; null when there is none.</param>
/// <param name="StaleSince">Since when the source or Redis is gone; null when all is well.</param>
public sealed record EquityMoment(IReadOnlyList<EquityRow> Rows, long Seq, string Epoch, Instant? LastEventAt, Instant? StaleSince)
{
    public EquityRow? Find(string symbol)
    {
        // Rows are in ordinal order.
        int low = 0,
            high = Rows.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Rows[middle].Symbol, symbol);
            if (order == 0)
                return Rows[middle];
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return null;
    }
}
