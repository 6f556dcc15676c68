using System.Globalization;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Wording;

/// <summary>Labels that several answers write alike.</summary>
public static class Labels
{
    /// <summary>Wire data: the same in every language.</summary>
    public static string RankCategory(int? rank) =>
        rank switch
        {
            null => "알 수 없음",
            <= 10 => "최상위 (Top 10)",
            <= 50 => "상위 (Top 50)",
            <= 200 => "중위 (Top 200)",
            <= 1000 => "하위 (Top 1000)",
            _ => string.Create(CultureInfo.InvariantCulture, $"기타 ({rank}위)"),
        };

    /// <summary>2009-01-03.</summary>
    public static string? Day(LocalDate? date) => date is { } d ? FormattableString.Invariant($"{d:uuuu-MM-dd}") : null;

    /// <summary>21,000,000, without decimals from 1 on.</summary>
    public static string Amount(decimal value) => value >= 1 ? value.ToString("#,0", CultureInfo.InvariantCulture) : Decimals.Text(value)!;

    /// <summary>Text with figures in the one spelling of the wire.</summary>
    public static Text Of(FormattableString ko, FormattableString en) =>
        new(FormattableString.Invariant(ko), FormattableString.Invariant(en));
}
