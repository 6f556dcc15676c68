namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>
/// The one definition of the kimchi premium: what a coin costs on domestic exchanges (KRW, mean weighted by volume) against what it costs
/// elsewhere (USD and USDT venues, weighted likewise). Against a rate: (domestic KRW / KRW per USD - global USD) / global USD x 100.
/// Against USDT, the dollar one can send: (domestic KRW / KRW per USDT) against (global USD / USD per USDT). Percent, 3 decimals; prices 8
/// decimals.
/// </summary>
public sealed record KimchiPremium(WeightedPrice Domestic, WeightedPrice Global, UsdKrwRate Rate)
{
    /// <summary>Why there is no premium; null when there is one.</summary>
    public string? Reason =>
        (Domestic, Global, Rate) switch
        {
            ({ Price: null, Used: [], LeftOut: [] }, _, _) => "not_traded_on_domestic_exchanges",
            ({ Price: null }, _, _) => "no_fresh_domestic_price",
            (_, { Price: null }, _) => "no_fresh_global_price",
            (_, _, { UsdKrw: null }) => "no_fx_rate",
            _ => null,
        };

    /// <summary>Domestic price, KRW.</summary>
    public decimal? PriceKrw => Round(Domestic.Price, 8);

    /// <summary>Domestic price in USD at the stated rate.</summary>
    public decimal? PriceUsd => Round(DomesticUsd, 8);

    public decimal? GlobalUsd => Round(Global.Price, 8);

    /// <summary>Domestic minus global, USD.</summary>
    public decimal? DifferenceUsd => Round(DomesticUsd - Global.Price, 8);

    public decimal? Percent => Round(PercentOf(DomesticUsd, Global.Price), 3);

    public decimal? UsdtPercent =>
        Round(
            PercentOf(Rate.KrwUsdt is > 0 ? Domestic.Price / Rate.KrwUsdt : null, Rate.UsdtUsd is > 0 ? Global.Price / Rate.UsdtUsd : null),
            3
        );

    /// <summary>Domestic 24-hour volume in USD at the stated rate.</summary>
    public decimal? DomesticVolumeUsd => Rate.UsdKrw is > 0 && Domestic.Used.Count > 0 ? Domestic.Volume / Rate.UsdKrw : null;

    /// <summary>Global 24-hour volume, USD.</summary>
    public decimal? GlobalVolumeUsd => Global.Used.Count > 0 ? Global.Volume : null;

    private decimal? DomesticUsd => Rate.UsdKrw is > 0 ? Domestic.Price / Rate.UsdKrw : null;

    internal static decimal? PercentOf(decimal? price, decimal? against) => against is > 0 ? (price - against) / against * 100 : null;

    internal static decimal? Round(decimal? value, int decimals) =>
        value is { } v ? Math.Round(v, decimals, MidpointRounding.AwayFromZero) : null;
}
