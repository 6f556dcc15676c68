using InvestmentAssistant.Api.Domain.Equities.Boards;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>An ETF in a list, USD; null where nothing is known yet.</summary>
/// <param name="CurrentPrice">Last trade.</param>
/// <param name="ChangeAmount">Against the previous close.</param>
/// <param name="ChangePercentage">The same in percent (1.6 = 1.6 %).</param>
/// <param name="Volume">Regular-session shares so far.</param>
/// <param name="Volume24h">Shares in the last 24 hours.</param>
/// <param name="PreviousClose">Close of the session before the price's own one, splits applied.</param>
/// <param name="IsPositive">True when up, false when down, null when unchanged or unknown.</param>
/// <param name="LastUpdated">When it last traded.</param>
/// <param name="Rank">Place by change, 1 = largest.</param>
/// <param name="KoreanName">As Korean brokers list it; null where none is certain.</param>
public sealed record EtfItem(
    string Symbol,
    string Name,
    decimal? CurrentPrice,
    decimal? ChangeAmount,
    decimal? ChangePercentage,
    long? Volume,
    long? Volume24h,
    decimal? PreviousClose,
    bool? IsPositive,
    Instant? LastUpdated,
    int? Rank,
    string? KoreanName
)
{
    public static EtfItem Of(EquityRow row, IReadOnlyDictionary<string, int> ranks) =>
        new(
            row.Symbol,
            row.Name,
            row.Price,
            row.Change.Amount,
            row.Change.Percent,
            row.Volume,
            row.Volume24h,
            row.PreviousClose,
            row.Change.IsPositive,
            row.LastTradeAt,
            ranks.TryGetValue(row.Symbol, out var rank) ? rank : null,
            row.KoreanName
        );

    public static IReadOnlyList<EtfItem> Of(IEnumerable<EquityRow> rows, EquityMoment moment)
    {
        var ranks = moment.Ranks();
        return [.. rows.Select(r => Of(r, ranks))];
    }
}
