using System.Globalization;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Wording;

/// <summary>The declared decimals of these routes are texts on the wire: plain, without an exponent or trailing zeros.</summary>
internal static class Decimals
{
    /// <summary>With the digits it has.</summary>
    public static string? Text(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Rounded half away from zero.</summary>
    public static string? Text(decimal? value, int decimals) => Text(Round(value, decimals));

    public static decimal? Round(decimal? value, int decimals) =>
        value is { } v ? Math.Round(v, decimals, MidpointRounding.AwayFromZero) : null;
}
