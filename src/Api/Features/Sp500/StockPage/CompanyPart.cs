using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.Sp500.Documents;

namespace InvestmentAssistant.Api.Features.Sp500.StockPage;

/// <summary>
/// The company by its overview. Amounts are USD; yields, returns, margins and growth fractions (0.12 = 12 %); null where nothing is given.
/// </summary>
/// <param name="Sector">In the words of GICS; the index's own sector of the company is in <c>company</c>.</param>
/// <param name="MarketCap">On the day of the overview.</param>
/// <param name="PeRatio">Price / earnings of twelve months; null for a company that loses money.</param>
/// <param name="Roe">Return on equity of twelve months.</param>
/// <param name="BatchId">Grows with each day's collection: the UTC day as yyyyMMdd.</param>
/// <param name="Week52High">Highest price of 52 weeks, the running session and the last price included.</param>
/// <param name="Week52Low">Lowest price of 52 weeks, likewise.</param>
/// <param name="BookValue">Equity a share.</param>
/// <param name="AsOf">When it was read.</param>
/// <param name="Valuation">The P/E beside the sector's.</param>
/// <param name="SectorText">The sector as the provider writes it.</param>
/// <param name="ExchangeText">The exchange as the provider writes it.</param>
public sealed record CompanyData(
    string Name,
    string? Sector,
    string? Industry,
    string? Description,
    string? Website,
    decimal? MarketCap,
    decimal? PeRatio,
    decimal? DividendYield,
    decimal? Beta,
    decimal? Roe,
    decimal? ProfitMargin,
    long? BatchId,
    string? Exchange,
    string? Currency,
    string? Country,
    string? Address,
    string? FiscalYearEnd,
    LocalDate? LatestQuarter,
    decimal? Week52High,
    decimal? Week52Low,
    decimal? Day50MovingAverage,
    decimal? Day200MovingAverage,
    decimal? SharesOutstanding,
    decimal? Eps,
    decimal? ForwardPe,
    decimal? PegRatio,
    decimal? PriceToBook,
    decimal? PriceToSales,
    decimal? BookValue,
    decimal? DividendPerShare,
    LocalDate? DividendDate,
    LocalDate? ExDividendDate,
    decimal? Revenue,
    decimal? OperatingMargin,
    decimal? Roa,
    decimal? RevenueGrowth,
    decimal? EarningsGrowth,
    decimal? AnalystTargetPrice,
    Instant AsOf,
    Valuation Valuation,
    string? SectorText,
    string? ExchangeText
)
{
    internal static CompanyData Of(CompanyOverview o, Valuation valuation, YearRange year) =>
        new(
            o.Name,
            SectorNames.Of(o.Sector),
            o.Industry,
            o.Description,
            o.OfficialSite,
            o.MarketCapitalization,
            o.PeRatio,
            o.DividendYield,
            o.Beta,
            o.ReturnOnEquityTtm,
            o.ProfitMargin,
            Batch(o.FetchedAt),
            ExchangeNames.Of(o.Exchange),
            o.Currency?.ToUpperInvariant(),
            o.Country,
            o.Address,
            o.FiscalYearEnd,
            o.LatestQuarter,
            year.High,
            year.Low,
            o.Day50MovingAverage,
            o.Day200MovingAverage,
            o.SharesOutstanding,
            o.Eps,
            o.ForwardPe,
            o.PegRatio,
            o.PriceToBook,
            o.PriceToSalesTtm,
            o.BookValue,
            o.DividendPerShare,
            o.DividendDate,
            o.ExDividendDate,
            o.RevenueTtm,
            o.OperatingMarginTtm,
            o.ReturnOnAssetsTtm,
            o.QuarterlyRevenueGrowthYoy,
            o.QuarterlyEarningsGrowthYoy,
            o.AnalystTargetPrice,
            o.FetchedAt,
            valuation,
            o.Sector,
            o.Exchange
        );

    private static long Batch(Instant at) => at.InUtc().Date is var day ? (day.Year * 10_000L) + (day.Month * 100) + day.Day : 0;
}

/// <summary>The company's overview; while it is being collected <c>data</c> is null and <c>status</c> says collecting.</summary>
public sealed record CompanyPart(bool Available, CompanyData? Data, string? Status, string? Message)
{
    internal static CompanyPart Of(CompanyOverview? overview, Valuation valuation, YearRange year) =>
        overview is null
            ? new CompanyPart(false, null, "collecting", "기업 개요를 수집 중입니다.")
            : new CompanyPart(true, CompanyData.Of(overview, valuation, year), null, null);
}
