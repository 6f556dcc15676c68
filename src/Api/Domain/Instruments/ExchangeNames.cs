namespace InvestmentAssistant.Api.Domain.Instruments;

/// <summary>
/// The one vocabulary of US exchanges. Providers name the same exchange by tier ("NASDAQ Global Select"), by an older name ("AMEX", "NYSE
/// MKT") or by its market
/// identifier code (ISO 10383: XNGS, XNYS); their text is served beside the name.
/// </summary>
public static class ExchangeNames
{
    /// <summary>NASDAQ, NYSE, NYSE American, NYSE Arca, Cboe, IEX or OTC; another text as it came, and null for none.</summary>
    public static string? Of(string? text)
    {
        if (text?.Trim() is not { Length: > 0 } given)
            return null;
        var upper = given.ToUpperInvariant();
        bool Has(string word) => upper.Contains(word, StringComparison.Ordinal);
        return upper switch
        {
            "XNAS" or "XNGS" or "XNMS" or "XNCM" => "NASDAQ",
            "XNYS" => "NYSE",
            "XASE" => "NYSE American",
            "ARCX" => "NYSE Arca",
            "BATS" or "BZX" or "XCBO" => "Cboe",
            "IEXG" => "IEX",
            "OOTC" or "OTCM" or "PINX" or "OTCB" or "OTCQ" or "PSGM" => "OTC",
            _ when Has("NASDAQ") => "NASDAQ",
            _ when Has("ARCA") => "NYSE Arca",
            _ when Has("AMERICAN") || Has("AMEX") || Has("NYSE MKT") => "NYSE American",
            _ when Has("NYSE") || Has("NEW YORK STOCK EXCHANGE") => "NYSE",
            _ when Has("CBOE") || Has("BATS") => "Cboe",
            _ when Has("OTC") || Has("PINK") => "OTC",
            _ => given,
        };
    }
}
