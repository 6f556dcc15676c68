using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

/// <summary>
/// Tickers of the news: US symbols in our spelling (BRK.B for the provider's BRK-B), coins and currencies with their market (CRYPTO:BTC,
/// FOREX:USD).
/// </summary>
public static partial class TickerName
{
    public const string Rule = "must be a ticker such as AAPL, BRK.B or CRYPTO:BTC";

    /// <summary>One spelling for all; null when it is none.</summary>
    public static string? Of(string? text)
    {
        if (EquitySymbol.IsWellFormed(text))
            return EquitySymbol.Normalize(text!);
        return TextFold.Symbol(text).Trim() is { Length: > 0 } ticker && Form().IsMatch(ticker) ? ticker : null;
    }

    public static bool IsWellFormed(string? text) => Of(text) is not null;

    [GeneratedRegex(@"^([A-Z]{1,10}:)?[A-Z0-9][A-Z0-9.\-]{0,11}\z")]
    private static partial Regex Form();
}
