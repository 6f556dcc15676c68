namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>Price of USD and USDT in KRW, with the inputs.</summary>
/// <param name="UsdKrw">KRW for one USD; null when it is not known, never invented.</param>
/// <param name="Source">implied (from the exchange's KRW-USDT price), or the name of the rate provider.</param>
/// <param name="At">When the rate was true: of two inputs the older.</param>
/// <param name="KrwUsdt">KRW for one USDT on the domestic exchange; null when it has no fresh price.</param>
/// <param name="KrwUsdtAt">When.</param>
/// <param name="UsdtUsd">USD for one USDT over the venues where it trades for USD; null when none is fresh.</param>
/// <param name="UsdtUsdAt">The oldest of the quotes it is made of.</param>
public sealed record UsdKrwRate(
    decimal? UsdKrw,
    string Source,
    Instant? At,
    decimal? KrwUsdt,
    Instant? KrwUsdtAt,
    decimal? UsdtUsd,
    Instant? UsdtUsdAt
)
{
    public const string Implied = "implied";

    /// <summary>usd_krw = krw_usdt / usdt_usd: KRW for a USDT, divided by what a USDT is worth in USD.</summary>
    public static UsdKrwRate OfTether(decimal? krwUsdt, Instant? krwUsdtAt, decimal? usdtUsd, Instant? usdtUsdAt)
    {
        var known = krwUsdt is > 0 && usdtUsd is > 0;
        return new UsdKrwRate(
            known ? krwUsdt / usdtUsd : null,
            Implied,
            known && krwUsdtAt is { } a && usdtUsdAt is { } b ? Instant.Min(a, b) : null,
            krwUsdt,
            krwUsdtAt,
            usdtUsd,
            usdtUsdAt
        );
    }

    /// <summary>
    /// A provider's rate in place of the implied one; the tether inputs stay for the other variant of the premium. No rate = null.
    /// </summary>
    public UsdKrwRate WithProvider(string source, decimal? rate, Instant? at) => this with { UsdKrw = rate, Source = source, At = at };
}
