using InvestmentAssistant.Api.Features.CryptoDetails.Documents;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Coins;

/// <summary>Whether an exchange and CoinGecko name the same coin: spellings differ (USD-Coin, usd coin), and the id often keeps a name that
/// the coin has given up.</summary>
public static class CoinNames
{
    /// <summary>The names are equal but for case, blanks and signs.</summary>
    public const int Same = 2;

    /// <summary>One name begins with the other: NEAR and NEAR Protocol.</summary>
    public const int Similar = 1;

    private const int ShortestPart = 4;

    /// <summary><see cref="Same"/>, <see cref="Similar"/>, or 0 when they have nothing to do with each other.</summary>
    public static int Agreement(string name, CoinListing coin)
    {
        var wanted = Letters(name);
        if (wanted.Length == 0)
            return 0;
        string[] own = [Letters(coin.Name), Letters(coin.Id)];
        return own.Contains(wanted, StringComparer.Ordinal) ? Same
            : own.Any(o => Begins(o, wanted) || Begins(wanted, o)) ? Similar
            : 0;
    }

    private static bool Begins(string whole, string part) =>
        part.Length >= ShortestPart && whole.StartsWith(part, StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
