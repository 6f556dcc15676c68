using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>The index in figures, USD and percent; null where no stock has a price.</summary>
/// <param name="TotalTrades">Trades of the present session that were recorded; null when shares changed hands and none was.</param>
/// <param name="AveragePrice">Mean of the last prices.</param>
/// <param name="AverageChange">Mean change against the previous close, percent.</param>
/// <param name="MedianChange">Median change, percent.</param>
/// <param name="TotalVolume">Regular-session shares; null when none is known.</param>
/// <param name="LastUpdated">The newest trade.</param>
public sealed record MarketSummary(
    int TotalSymbols,
    int ActiveSymbols,
    long? TotalTrades,
    decimal? AveragePrice,
    decimal? HighestPrice,
    decimal? LowestPrice,
    long? TotalVolume,
    int Advancers,
    int Decliners,
    int Unchanged,
    decimal? AverageChange,
    decimal? MedianChange,
    Instant? LastUpdated
);

/// <summary>Five of each.</summary>
public sealed record Highlights(
    IReadOnlyList<StockItem> TopGainers,
    IReadOnlyList<StockItem> TopLosers,
    IReadOnlyList<StockItem> MostActive
);

/// <summary>The market at one moment.</summary>
public sealed record MarketOverviewAnswer(
    MarketSummary MarketSummary,
    MarketStatus MarketStatus,
    Highlights Highlights,
    Instant LastUpdated
);

/// <summary>The S&amp;P 500 at a glance; all figures come from one moment of the board.</summary>
public sealed class GetMarketOverview([FromKeyedServices("sp500")] EquityBoard board, [FromKeyedServices("sp500")] SessionTradeCount trades)
    : EndpointWithoutRequest<MarketOverviewAnswer>
{
    public override void Configure()
    {
        Get("market-overview");
        Group<Sp500Group>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "The S&P 500 at a glance";
            s.Description =
                "Advancers and decliners, averages, and the five largest gainers, losers and most active stocks, all from one moment.";
        });
    }

    public override async Task<MarketOverviewAnswer> ExecuteAsync(CancellationToken ct)
    {
        var moment = await board.ReadAsync(ct);
        var figures = EquitySummary.Of(moment);
        return new MarketOverviewAnswer(
            new MarketSummary(
                figures.Total,
                figures.Active,
                await trades.ReadAsync(moment, ct),
                figures.AveragePrice,
                figures.HighestPrice,
                figures.LowestPrice,
                figures.TotalVolume,
                figures.Advancers,
                figures.Decliners,
                figures.Unchanged,
                figures.AverageChange,
                figures.MedianChange,
                figures.LastUpdated
            ),
            board.MarketStatus(),
            new Highlights(Five(moment.Gainers()), Five(moment.Losers()), Five(moment.MostActive())),
            board.Now
        );
    }

    private static List<StockItem> Five(IReadOnlyList<EquityRow> rows) => [.. rows.Take(5).Select(StockItem.Of)];
}
