using FastEndpoints;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.Net.Http.Headers;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Wording;

/// <summary>A free text in both languages.</summary>
public readonly record struct Text(string Ko, string En)
{
    public string In(Language language) => language == Language.En ? En : Ko;
}

/// <summary>The languages of free texts.</summary>
public enum Language
{
    Ko,
    En,
}

public sealed record CoinTextRequest
{
    /// <summary>Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Language of free texts: ko or en. Without it Accept-Language decides, else Korean.</summary>
    [QueryParam]
    public string? Lang { get; init; }

    /// <summary>Chooses the language, and adds the Vary header when a request header chose it.</summary>
    internal Language LanguageFor(HttpContext http)
    {
        if (Lang is not null)
            return Lang.Equals("en", StringComparison.OrdinalIgnoreCase) ? Language.En : Language.Ko;
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        var wanted = http
            .Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(l => l is "ko" or "en");
        return wanted == "en" ? Language.En : Language.Ko;
    }
}

public sealed class CoinTextValidator : Validator<CoinTextRequest>
{
    public CoinTextValidator()
    {
        RuleFor(r => r.Symbol).IsCoinSymbol();
        RuleFor(r => r.Lang).IsOneOfAnyCase("ko", "en");
    }
}
