using System.Globalization;
using FastEndpoints;
using InvestmentAssistant.Api.Features.Etf.Documents;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Markets.Equities.Boards;
using Marten;
using NodaTime;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>A sector of the fund.</summary>
/// <param name="Weight">Fraction of the fund (0.31 = 31 %).</param>
public sealed record EtfSector(string Sector, decimal Weight, string? Color);

/// <summary>A holding of the fund.</summary>
/// <param name="Weight">Fraction of the fund (0.07 = 7 %).</param>
public sealed record EtfHolding(string Symbol, string Description, decimal Weight);

/// <summary>The fund itself; null where nothing is held.</summary>
/// <param name="NetAssets">USD.</param>
/// <param name="NetExpenseRatio">Fraction a year (0.0009 = 0.09 %).</param>
/// <param name="PortfolioTurnover">Fraction a year.</param>
/// <param name="DividendYield">Fraction a year.</param>
/// <param name="InceptionDate">ISO date.</param>
/// <param name="Leveraged">YES or NO.</param>
public sealed record EtfProfile(
    string Symbol, string Name, long? NetAssets, decimal? NetExpenseRatio, decimal? PortfolioTurnover, decimal? DividendYield, string? InceptionDate,
    string? Leveraged, IReadOnlyList<EtfSector>? Sectors, IReadOnlyList<EtfHolding>? Holdings);

/// <summary>A slice of the sector chart; value is percent.</summary>
public sealed record EtfSectorSlice(string Name, decimal Value, string Color);

/// <summary>One of the ten largest holdings; weight is percent.</summary>
public sealed record EtfHoldingSlice(string Symbol, string Name, decimal Weight);

/// <summary>The profile's figures as display text; N/A where nothing is held.</summary>
public sealed record EtfKeyMetrics(string NetAssets, string NetExpenseRatio, string DividendYield, string InceptionYear);

/// <summary>The fund's page.</summary>
/// <param name="SectorChartData">Null until the fund's composition is held.</param>
/// <param name="HoldingsChartData">Null until the fund's composition is held.</param>
public sealed record EtfAnswer(
    EtfItem? BasicInfo, EtfProfile? Profile, IReadOnlyList<EtfSectorSlice>? SectorChartData, IReadOnlyList<EtfHoldingSlice>? HoldingsChartData,
    EtfKeyMetrics? KeyMetrics, Instant LastUpdated);

/// <summary>One ETF: price and what is held of its profile.</summary>
public sealed class GetEtf([FromKeyedServices("etf")] EquityBoard board, IDocumentStore store, AnswerCache cache) : Endpoint<SymbolRequest, EtfAnswer>
{
    private const string Unknown = "N/A";

    public override void Configure()
    {
        Get("/api/v1/etf/symbol/{symbol}");
        Options(b => b.WithTags("ETF").Keeps(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "One ETF";
            s.Description = "Price and change against the previous close of the price's own session, and the fund's profile as far as it is held.";
        });
    }

    public override async Task<EtfAnswer> ExecuteAsync(SymbolRequest request, CancellationToken ct)
    {
        var (row, moment) = await board.FindAsync(request.Symbol, ct);
        var fund = (await cache.GetAsync($"etf:fund:{row.Symbol}", TimeSpan.FromMinutes(5), c => FundAsync(row.Symbol, c), ct))
            .AnnouncedTo(HttpContext) is [var held] ? held : null;
        return new EtfAnswer(
            EtfItem.Of(row, moment.Ranks()),
            fund is null ? null : new EtfProfile(
                fund.Symbol, fund.Name, null, fund.ExpenseRatioPercent / 100m, null, null, null, null, null, null),
            null, null,
            fund is null ? null : new EtfKeyMetrics(Unknown, Percent(fund.ExpenseRatioPercent), Unknown, Unknown),
            board.Now);
    }

    private static string Percent(decimal? percent) => percent is { } p ? p.ToString("0.00##", CultureInfo.InvariantCulture) + "%" : Unknown;

    private async Task<IReadOnlyList<EtfFund>> FundAsync(string symbol, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<EtfFund>(symbol, ct) is { } fund ? [fund] : [];
    }
}
