using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>Bounds of a quote's fields, by <see cref="Plausible"/>; null, the unknown, is always within them.</summary>
internal static class QuoteRules
{
    /// <summary>The longest real name has half of it.</summary>
    private const int LongestText = 256;

    /// <summary>Unix milliseconds of a time that has been.</summary>
    public static bool IsTime(long? milliseconds, Instant latest) =>
        milliseconds is null || milliseconds >= 0 && milliseconds <= latest.ToUnixTimeMilliseconds();

    public static bool ArePrices(params ReadOnlySpan<decimal?> values)
    {
        foreach (var value in values)
            if (value is not null && Plausible.Price(value) is null)
                return false;
        return true;
    }

    public static bool AreAmounts(params ReadOnlySpan<decimal?> values)
    {
        foreach (var value in values)
            if (value is not null && Plausible.Amount(value) is null)
                return false;
        return true;
    }

    /// <summary>Changes, of either sign.</summary>
    public static bool AreRates(params ReadOnlySpan<decimal?> values)
    {
        foreach (var value in values)
            if (value is < -Plausible.HighestPrice or > Plausible.HighestPrice)
                return false;
        return true;
    }

    public static bool AreTexts(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
            if (value is { Length: > LongestText })
                return false;
        return true;
    }
}
