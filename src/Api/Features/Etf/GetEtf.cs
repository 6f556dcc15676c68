using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Features.Etf.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>The fund's page.</summary>
/// <param name="SectorChartData">Null until the fund's composition is held.</param>
/// <param name="HoldingsChartData">Null until the fund's composition is held.</param>
public sealed record EtfAnswer(
    EtfItem? BasicInfo,
    EtfProfile? Profile,
    IReadOnlyList<EtfSectorSlice>? SectorChartData,
    IReadOnlyList<EtfHoldingSlice>? HoldingsChartData,
    EtfKeyMetrics? KeyMetrics,
    Instant LastUpdated
);

/// <summary>One ETF: price, profile, sectors and holdings.</summary>
public sealed class GetEtf([FromKeyedServices("etf")] EquityBoard board, IDocumentStore store, AgedAnswers cache)
    : Endpoint<SymbolRequest, EtfAnswer>
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(30);

    public override void Configure()
    {
        Get("symbol/{symbol}");
        Group<EtfGroup>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "One ETF";
            s.Description =
                "Price and change against the previous close of the price's own session, and the fund's profile: weights in "
                + "`profile` are fractions, in the chart "
                + "data percent. Until the profile has been collected its expense ratio alone is known.";
        });
    }

    public override async Task<EtfAnswer> ExecuteAsync(SymbolRequest request, CancellationToken ct)
    {
        var (row, moment) = await board.FindAsync(request.Symbol, ct);
        var held = await cache.GetAsync($"etf:fund:{row.Symbol}", s_freshFor, c => ReadAsync(row.Symbol, c), ct);
        var page = FundPage.Of(held.Fund, held.Profile);
        return new EtfAnswer(EtfItem.Of(row, moment.Ranks()), page?.Profile, page?.Sectors, page?.Holdings, page?.KeyMetrics, board.Now);
    }

    private async Task<Held> ReadAsync(string symbol, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return new Held(await session.LoadAsync<EtfFund>(symbol, ct), await session.LoadAsync<FundProfile>(symbol, ct));
    }

    private sealed record Held(EtfFund? Fund, FundProfile? Profile);
}
