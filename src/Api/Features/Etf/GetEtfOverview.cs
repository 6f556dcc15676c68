using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>The ETF board in figures, USD and percent; null where no ETF has a price.</summary>
/// <param name="TotalTrades">Trades of the present session that were recorded; null when shares changed hands and none was.</param>
/// <param name="AveragePrice">Mean of the last prices.</param>
/// <param name="AverageChange">Mean change against the previous close, percent.</param>
/// <param name="MedianChange">Median change, percent.</param>
/// <param name="TotalVolume">Regular-session shares; null when none is known.</param>
/// <param name="LastUpdated">The newest trade.</param>
public sealed record EtfMarketSummary(
    int TotalEtfs,
    int ActiveEtfs,
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
public sealed record EtfHighlights(IReadOnlyList<EtfItem> TopGainers, IReadOnlyList<EtfItem> TopLosers, IReadOnlyList<EtfItem> MostActive);

/// <summary>The ETF market at one moment.</summary>
public sealed record EtfOverviewAnswer(
    EtfMarketSummary MarketSummary,
    MarketStatus MarketStatus,
    EtfHighlights Highlights,
    Instant LastUpdated
);

/// <summary>ETFs at a glance; all figures come from one moment of the board.</summary>
public sealed class GetEtfOverview([FromKeyedServices("etf")] EquityBoard board, [FromKeyedServices("etf")] SessionTradeCount trades)
    : EndpointWithoutRequest<EtfOverviewAnswer>
{
    public override void Configure()
    {
        Get("market-overview");
        Group<EtfGroup>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "ETFs at a glance";
            s.Description =
                "Advancers and decliners, averages, and the five largest gainers, losers and most active funds, all from one moment.";
        });
    }

    public override async Task<EtfOverviewAnswer> ExecuteAsync(CancellationToken ct)
    {
        var moment = await board.ReadAsync(ct);
        var figures = EquitySummary.Of(moment);
        return new EtfOverviewAnswer(
            new EtfMarketSummary(
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
            new EtfHighlights(
                EtfItem.Of(moment.Gainers().Take(5), moment),
                EtfItem.Of(moment.Losers().Take(5), moment),
                EtfItem.Of(moment.MostActive().Take(5), moment)
            ),
            board.Now
        );
    }
}
