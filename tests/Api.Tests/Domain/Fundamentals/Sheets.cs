using InvestmentAssistant.Api.Domain.Fundamentals;

namespace InvestmentAssistant.Api.Tests.Domain.Fundamentals;

/// <summary>Balance sheets for tests.</summary>
internal static class Sheets
{
    public static BalanceSheet Of(string symbol, LocalDate date) =>
        new()
        {
            Id = BalanceSheet.IdOf(symbol, date),
            Symbol = symbol,
            FiscalDateEnding = date,
            ReportedCurrency = "USD",
            FetchedAt = Instant.FromUtc(2024, 3, 14, 4, 30),
        };

    /// <summary>IBM at the end of September 2023, as reported.</summary>
    public static readonly BalanceSheet Ibm = Of("IBM", new LocalDate(2023, 9, 30)) with
    {
        TotalAssets = 129_321_000_000,
        TotalCurrentAssets = 27_705_000_000,
        Inventory = 1_399_000_000,
        Cash = 7_257_000_000,
        TotalLiabilities = 106_165_000_000,
        TotalCurrentLiabilities = 30_606_000_000,
        TotalShareholderEquity = 23_081_000_000,
    };

    /// <summary>A bank: no current items, no inventory.</summary>
    public static readonly BalanceSheet Bank = Of("BANK", new LocalDate(2023, 9, 30)) with
    {
        TotalAssets = 1_000_000_000_000,
        Cash = 90_000_000_000,
        TotalLiabilities = 905_000_000_000,
        TotalShareholderEquity = 95_000_000_000,
    };
}
