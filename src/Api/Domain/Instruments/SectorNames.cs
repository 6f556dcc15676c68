using System.Collections.Frozen;
using System.Globalization;

namespace InvestmentAssistant.Api.Domain.Instruments;

/// <summary>
/// The one vocabulary of sectors: the eleven of the Global Industry Classification Standard. Alpha Vantage writes the same in capitals,
/// or in the words of another
/// classification whose sectors correspond (TECHNOLOGY, CONSUMER CYCLICAL); its text is served beside the name.
/// </summary>
public static class SectorNames
{
    private static readonly FrozenDictionary<string, string> s_names = new Dictionary<string, string>
    {
        ["Communication Services"] = "Communication Services",
        ["Communications"] = "Communication Services",
        ["Telecommunication Services"] = "Communication Services",
        ["Consumer Discretionary"] = "Consumer Discretionary",
        ["Consumer Cyclical"] = "Consumer Discretionary",
        ["Consumer Cyclicals"] = "Consumer Discretionary",
        ["Consumer Staples"] = "Consumer Staples",
        ["Consumer Defensive"] = "Consumer Staples",
        ["Consumer Non-Cyclicals"] = "Consumer Staples",
        ["Energy"] = "Energy",
        ["Financials"] = "Financials",
        ["Financial Services"] = "Financials",
        ["Financial"] = "Financials",
        ["Finance"] = "Financials",
        ["Health Care"] = "Health Care",
        ["Healthcare"] = "Health Care",
        ["Industrials"] = "Industrials",
        ["Industrial"] = "Industrials",
        ["Information Technology"] = "Information Technology",
        ["Technology"] = "Information Technology",
        ["Materials"] = "Materials",
        ["Basic Materials"] = "Materials",
        ["Real Estate"] = "Real Estate",
        ["Utilities"] = "Utilities",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The sector's name. A text that corresponds to no sector is kept, its capitals made small; null for none.</summary>
    public static string? Of(string? text)
    {
        if (text?.Trim() is not { Length: > 0 } given)
            return null;
        if (s_names.TryGetValue(given, out var name))
            return name;
        return given.Any(char.IsLower) ? given : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(given.ToLowerInvariant());
    }
}
