using InvestmentAssistant.Api.Domain.Equities.Boards;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>A company's stock in a list, USD; null where nothing is known yet.</summary>
/// <param name="Symbol">As the index writes it: BRK.B.</param>
/// <param name="Sector">GICS sector.</param>
/// <param name="CurrentPrice">Last trade.</param>
/// <param name="PreviousClose">Close of the session before the price's own one, splits applied.</param>
/// <param name="ChangeAmount">Against the previous close.</param>
/// <param name="ChangePercentage">The same in percent (1.6 = 1.6 %).</param>
/// <param name="Volume">Regular-session shares so far.</param>
/// <param name="Volume24h">Shares in the last 24 hours.</param>
/// <param name="LastUpdated">When it last traded.</param>
/// <param name="IsPositive">True when up, false when down, null when unchanged or unknown.</param>
/// <param name="KoreanName">애플; null where none is certain.</param>
public sealed record StockItem(
    string Symbol,
    string CompanyName,
    string? Sector,
    decimal? CurrentPrice,
    decimal? PreviousClose,
    decimal? ChangeAmount,
    decimal? ChangePercentage,
    long? Volume,
    long? Volume24h,
    Instant? LastUpdated,
    bool? IsPositive,
    string? KoreanName
)
{
    public static StockItem Of(EquityRow row) =>
        new(
            row.Symbol,
            row.Name,
            row.Sector,
            row.Price,
            row.PreviousClose,
            row.Change.Amount,
            row.Change.Percent,
            row.Volume,
            row.Volume24h,
            row.LastTradeAt,
            row.Change.IsPositive,
            row.KoreanName
        );
}

/// <summary>A list of stocks in one order.</summary>
/// <param name="Category">all, top_gainers, top_losers or most_active.</param>
/// <param name="Stocks">The first of them, at most <c>limit</c>.</param>
/// <param name="TotalCount">How many there are over all companies.</param>
/// <param name="Message">For people, when the list is empty.</param>
public sealed record StockListAnswer(
    string Category,
    IReadOnlyList<StockItem> Stocks,
    int TotalCount,
    MarketStatus MarketStatus,
    string? Message
)
{
    public static StockListAnswer Of(string category, IReadOnlyList<EquityRow> ordered, int limit, MarketStatus status) =>
        new(
            category,
            [.. ordered.Take(limit).Select(StockItem.Of)],
            ordered.Count,
            status,
            ordered.Count == 0 ? "해당하는 종목이 없습니다." : null
        );
}
