using InvestmentAssistant.Api.Domain.Fundamentals;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>Size by total assets. The names on the wire say market cap; companies are sorted by their assets.</summary>
internal enum CompanySize
{
    Unknown,
    Small,
    Mid,
    Large,
}

internal static class CompanySizes
{
    /// <summary>Large from 100 billions, mid from 10, in the reported currency.</summary>
    public static CompanySize Of(BalanceSheet sheet) =>
        sheet.TotalAssets switch
        {
            null => CompanySize.Unknown,
            >= 100_000_000_000 => CompanySize.Large,
            >= 10_000_000_000 => CompanySize.Mid,
            _ => CompanySize.Small,
        };

    public static string Label(this CompanySize size) =>
        size switch
        {
            CompanySize.Large => "Large Cap",
            CompanySize.Mid => "Mid Cap",
            CompanySize.Small => "Small Cap",
            _ => "Unknown",
        };
}
