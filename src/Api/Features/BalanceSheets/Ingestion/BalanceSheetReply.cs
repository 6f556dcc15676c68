using System.Text.Json;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.BalanceSheets.Ingestion;

/// <summary>
/// One company's balance sheets as the provider sends them: {symbol, annualReports: [], quarterlyReports: []}, every amount a text. The
/// sheet that ends a fiscal year is in both lists; the quarterly one is kept and marked.
/// </summary>
/// <param name="Sheets">One a date.</param>
/// <param name="Dropped">Reports that cannot be true: no date, a future date, or neither assets nor liabilities nor equity.</param>
public sealed record BalanceSheetReply(string Symbol, IReadOnlyList<BalanceSheet> Sheets, int Dropped)
{
    private static readonly HashSet<string> s_named =
    [
        "totalAssets",
        "totalCurrentAssets",
        "totalNonCurrentAssets",
        "totalLiabilities",
        "totalCurrentLiabilities",
        "totalNonCurrentLiabilities",
        "totalShareholderEquity",
        "cashAndCashEquivalentsAtCarryingValue",
        "cashAndShortTermInvestments",
        "inventory",
        "currentNetReceivables",
        "currentAccountsPayable",
        "longTermDebt",
        "commonStock",
        "retainedEarnings",
        "commonStockSharesOutstanding",
    ];

    /// <exception cref="ProviderException">BadReply: no list of reports, or not one usable report.</exception>
    public static BalanceSheetReply Read(JsonElement root, string symbol, Instant fetchedAt)
    {
        // Another company's sheets are worse than none.
        if (AlphaVantageText.Text(root, "symbol") is { } own && !own.Replace('-', '.').Equals(symbol, StringComparison.OrdinalIgnoreCase))
            throw new ProviderException(
                ProviderFailure.BadReply,
                AlphaVantageClient.Provider,
                $"sent {(own.Length > 20 ? own[..20] : own)} for {symbol}"
            );
        var (quarters, years) = (Reports(root, "quarterlyReports"), Reports(root, "annualReports"));
        if (quarters is null && years is null)
            throw new ProviderException(ProviderFailure.BadReply, AlphaVantageClient.Provider, $"sent no reports for {symbol}");

        var today = fetchedAt.InUtc().Date;
        var byDate = new SortedDictionary<LocalDate, BalanceSheet>();
        var dropped = 0;
        foreach (var (reports, isYear) in new[] { (quarters, false), (years, true) })
        {
            foreach (var report in reports ?? [])
            {
                if (Sheet(report, symbol, isYear, fetchedAt) is not { } sheet || sheet.FiscalDateEnding > today)
                {
                    DroppedRows.Because("reports without a date that can be true, or without figures");
                    dropped++;
                }
                else if (byDate.TryGetValue(sheet.FiscalDateEnding, out var quarter) && isYear)
                    byDate[sheet.FiscalDateEnding] = quarter with { IsFiscalYearEnd = true };
                else if (!byDate.TryAdd(sheet.FiscalDateEnding, sheet))
                    dropped++;
            }
        }
        return byDate.Count > 0
            ? new BalanceSheetReply(symbol, [.. byDate.Values], dropped)
            : throw new ProviderException(
                ProviderFailure.BadReply,
                AlphaVantageClient.Provider,
                $"sent no usable report for {symbol} ({dropped} dropped)"
            );
    }

    private static List<JsonElement>? Reports(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : null;

    private static BalanceSheet? Sheet(JsonElement report, string symbol, bool isYear, Instant fetchedAt)
    {
        decimal? Amount(string line) => AlphaVantageText.Number(report, line);
        if (report.ValueKind != JsonValueKind.Object)
            return null;
        if (AlphaVantageText.Date(report, "fiscalDateEnding") is not { } date)
            return null;
        var sheet = new BalanceSheet
        {
            Id = BalanceSheet.IdOf(symbol, date),
            Symbol = symbol,
            FiscalDateEnding = date,
            IsFiscalYearEnd = isYear,
            ReportedCurrency = AlphaVantageText.Text(report, "reportedCurrency")?.ToUpperInvariant(),
            TotalAssets = Amount("totalAssets"),
            TotalCurrentAssets = Amount("totalCurrentAssets"),
            TotalNonCurrentAssets = Amount("totalNonCurrentAssets"),
            TotalLiabilities = Amount("totalLiabilities"),
            TotalCurrentLiabilities = Amount("totalCurrentLiabilities"),
            TotalNonCurrentLiabilities = Amount("totalNonCurrentLiabilities"),
            TotalShareholderEquity = Amount("totalShareholderEquity"),
            Cash = Amount("cashAndCashEquivalentsAtCarryingValue"),
            CashAndShortTermInvestments = Amount("cashAndShortTermInvestments"),
            Inventory = Amount("inventory"),
            CurrentNetReceivables = Amount("currentNetReceivables"),
            CurrentAccountsPayable = Amount("currentAccountsPayable"),
            LongTermDebt = Amount("longTermDebt"),
            CommonStock = Amount("commonStock"),
            RetainedEarnings = Amount("retainedEarnings"),
            CommonStockSharesOutstanding = Amount("commonStockSharesOutstanding"),
            OtherLines = OtherLines(report),
            FetchedAt = fetchedAt,
        };
        return sheet is { TotalAssets: null, TotalLiabilities: null, TotalShareholderEquity: null } ? null : sheet;
    }

    private static Dictionary<string, decimal> OtherLines(JsonElement report)
    {
        var lines = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in report.EnumerateObject().Select(p => p.Name).Where(name => !s_named.Contains(name)))
        {
            if (AlphaVantageText.Number(report, line) is { } amount)
                lines[line] = amount;
        }
        return lines;
    }
}
