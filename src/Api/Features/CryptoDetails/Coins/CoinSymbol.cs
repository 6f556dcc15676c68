using System.Text.RegularExpressions;
using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Coins;

/// <summary>Names of a coin as clients write them.</summary>
public static partial class CoinSymbol
{
    /// <summary>BTC for btc, BTC and KRW-BTC.</summary>
    public static string Normalize(string symbol)
    {
        var text = TextFold.Typed(symbol).Trim().ToUpperInvariant();
        return text.StartsWith("KRW-", StringComparison.Ordinal) ? text[4..] : text;
    }

    public static string MarketOf(string symbol) => "KRW-" + symbol;

    public static string OfMarket(string market) => market[(market.IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>The parameter of all routes about one coin.</summary>
    public static IRuleBuilderOptions<T, string> IsCoinSymbol<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(s => s is not null && (Form().IsMatch(Normalize(s)) || IsName(s))).WithMessage("must be a coin such as BTC or 비트코인");

    /// <summary>Whether it can be a name in another script than Latin: 비트코인.</summary>
    public static bool IsName(string text) =>
        text.Length <= 100 && text.Any(c => char.IsLetter(c) && !char.IsAscii(c)) && !Form().IsMatch(Normalize(text));

    [GeneratedRegex(@"^[A-Za-z0-9$][A-Za-z0-9$._+-]{0,29}\z")]
    private static partial Regex Form();
}

public sealed record CoinRequest
{
    /// <summary>
    /// Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) and its Korean name (비트코인) are taken too.
    /// </summary>
    public string Symbol { get; init; } = "";
}

public sealed class CoinValidator : Validator<CoinRequest>
{
    public CoinValidator() => RuleFor(r => r.Symbol).IsCoinSymbol();
}
