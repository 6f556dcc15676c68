using System.Globalization;
using System.Text.Json.Serialization;
using InvestmentAssistant.Api.Domain.Fundamentals;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>
/// A balance sheet on the wire: names in one word and amounts as decimal texts, as the clients that exist know them. Amounts are whole
/// units of the reported currency (USD but for a few); null is "not reported".
/// </summary>
/// <param name="FiscalDateEnding">The day it was drawn up for.</param>
/// <param name="TotalCurrentAssets">Null for banks and insurers.</param>
/// <param name="TotalCurrentLiabilities">Null for banks and insurers.</param>
/// <param name="TotalShareholderEquity">Negative where a company owes more than it owns.</param>
/// <param name="CommonStockSharesOutstanding">Shares, not money.</param>
/// <param name="FetchedAt">When these figures were first read from the provider.</param>
/// <param name="TotalAssetsBillions">Billions, 2 decimals.</param>
/// <param name="MarketCapCategory">Large Cap, Mid Cap or Small Cap by total assets (not by market value) of 100 and 10 billions; Unknown
/// without them.</param>
/// <param name="FiscalDateStr">The same date as text.</param>
/// <param name="PeriodType">annual for the end of a fiscal year, else quarterly.</param>
/// <param name="OtherLines">Other lines that the provider reports, by its own names.</param>
public sealed record BalanceSheetRow(
    string Symbol,
    [property: JsonPropertyName("fiscaldateending")] LocalDate FiscalDateEnding,
    [property: JsonPropertyName("reportedcurrency")] string? ReportedCurrency,
    [property: JsonPropertyName("totalassets")] string? TotalAssets,
    [property: JsonPropertyName("totalcurrentassets")] string? TotalCurrentAssets,
    [property: JsonPropertyName("totalnoncurrentassets")] string? TotalNonCurrentAssets,
    [property: JsonPropertyName("totalliabilities")] string? TotalLiabilities,
    [property: JsonPropertyName("totalcurrentliabilities")] string? TotalCurrentLiabilities,
    [property: JsonPropertyName("totalnoncurrentliabilities")] string? TotalNonCurrentLiabilities,
    [property: JsonPropertyName("totalshareholderequity")] string? TotalShareholderEquity,
    [property: JsonPropertyName("cashandcashequivalentsatcarryingvalue")] string? Cash,
    [property: JsonPropertyName("cashandshortterminvestments")] string? CashAndShortTermInvestments,
    string? Inventory,
    [property: JsonPropertyName("currentnetreceivables")] string? CurrentNetReceivables,
    [property: JsonPropertyName("currentaccountspayable")] string? CurrentAccountsPayable,
    [property: JsonPropertyName("longtermdebt")] string? LongTermDebt,
    [property: JsonPropertyName("commonstock")] string? CommonStock,
    [property: JsonPropertyName("retainedearnings")] string? RetainedEarnings,
    [property: JsonPropertyName("commonstocksharesoutstanding")] string? CommonStockSharesOutstanding,
    Instant? FetchedAt,
    decimal? TotalAssetsBillions,
    string? MarketCapCategory,
    string? FiscalDateStr,
    string PeriodType,
    IReadOnlyDictionary<string, string> OtherLines
)
{
    public static BalanceSheetRow Of(BalanceSheet s) =>
        new(
            s.Symbol,
            s.FiscalDateEnding,
            s.ReportedCurrency,
            Text(s.TotalAssets),
            Text(s.TotalCurrentAssets),
            Text(s.TotalNonCurrentAssets),
            Text(s.TotalLiabilities),
            Text(s.TotalCurrentLiabilities),
            Text(s.TotalNonCurrentLiabilities),
            Text(s.TotalShareholderEquity),
            Text(s.Cash),
            Text(s.CashAndShortTermInvestments),
            Text(s.Inventory),
            Text(s.CurrentNetReceivables),
            Text(s.CurrentAccountsPayable),
            Text(s.LongTermDebt),
            Text(s.CommonStock),
            Text(s.RetainedEarnings),
            Text(s.CommonStockSharesOutstanding),
            s.FetchedAt,
            Amounts.Billions(s.TotalAssets),
            CompanySizes.Of(s).Label(),
            Amounts.Day(s.FiscalDateEnding),
            s.IsFiscalYearEnd ? "annual" : "quarterly",
            s.OtherLines.ToDictionary(l => l.Key, l => Text(l.Value)!, StringComparer.Ordinal)
        );

    private static string? Text(decimal? amount) => amount?.ToString("0.####", CultureInfo.InvariantCulture);

    internal static BalanceSheetRow Example { get; } =
        new(
            "IBM",
            new LocalDate(2023, 9, 30),
            "USD",
            "129321000000",
            "27705000000",
            "100035000000",
            "106165000000",
            "30606000000",
            "75560000000",
            "23081000000",
            "7257000000",
            "7257000000",
            "1399000000",
            "6039000000",
            "3342000000",
            "50664000000",
            "59313000000",
            "149506000000",
            "912800000",
            Instant.FromUtc(2023, 11, 5, 4, 30),
            129.32m,
            "Large Cap",
            "2023-09-30",
            "quarterly",
            new Dictionary<string, string> { ["goodwill"] = "59596000000" }
        );
}
