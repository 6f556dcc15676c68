using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform.Json;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>The kimchi premium with its inputs. Declared decimals are texts; null = not known, with the reason.</summary>
/// <param name="KoreanPriceUsd">Mean price on domestic exchanges, weighted by volume, in USD at the stated rate.</param>
/// <param name="GlobalAvgPriceUsd">Mean price on USD and USDT venues elsewhere, weighted by volume.</param>
/// <param name="KimchiPremiumPercent">(korean - global) / global x 100 at the stated rate, 3 decimals.</param>
/// <param name="PriceDiffUsd">Korean minus global.</param>
/// <param name="KoreanVolumeUsd">24 hours.</param>
/// <param name="TotalGlobalVolumeUsd">24 hours.</param>
/// <param name="KoreanExchange">The domestic exchanges that the price is made of, largest volume first: upbit, bithumb.</param>
/// <param name="GlobalExchangeCount">Exchanges used, not pairs.</param>
/// <param name="KoreanSpread">Percent, weighted by volume.</param>
/// <param name="AvgGlobalSpread">Percent, weighted by volume.</param>
/// <param name="ArbitrageOpportunity">HIGH, MEDIUM, LOW or NONE after the costs of the model; null without measured spreads.</param>
/// <param name="NetProfitPerUnit">USD a coin after those costs.</param>
/// <param name="TransactionCostEstimate">USD a coin.</param>
/// <param name="UsdtPremiumPercent">The same against USDT, the dollar that can be sent: percent, 3 decimals.</param>
/// <param name="KoreanPriceKrw">KRW.</param>
/// <param name="KoreanExchangeCount">Domestic exchanges used.</param>
/// <param name="Inputs">Every term of the formula, with its time.</param>
/// <param name="LeftOut">Quotes that did not enter, counted by reason.</param>
/// <param name="CostModel">Percent of the amount; null without measured spreads.</param>
/// <param name="Formula">In words.</param>
/// <param name="Reason">Why there is no premium: not_traded_on_domestic_exchanges, no_fresh_domestic_price, no_fresh_global_price or
/// no_fx_rate.</param>
/// <param name="LastKnown">While there is none: the latest that was measured.</param>
/// <param name="MeasuredAt">Time of the newest input.</param>
/// <param name="KoreanExchanges">The same as a list.</param>
/// <param name="GlobalExchanges">The exchanges elsewhere that the price is made of, largest volume first.</param>
public sealed record PremiumAnswer(
    string? KoreanPriceUsd,
    string? GlobalAvgPriceUsd,
    string? KimchiPremiumPercent,
    string? PriceDiffUsd,
    string? KoreanVolumeUsd,
    string? TotalGlobalVolumeUsd,
    string? KoreanExchange,
    int? GlobalExchangeCount,
    string? KoreanSpread,
    string? AvgGlobalSpread,
    string? ArbitrageOpportunity,
    string? NetProfitPerUnit,
    string? TransactionCostEstimate,
    decimal? UsdtPremiumPercent,
    decimal? KoreanPriceKrw,
    int KoreanExchangeCount,
    PremiumInputs Inputs,
    PremiumLeftOut LeftOut,
    PremiumCosts? CostModel,
    string Formula,
    string? Reason,
    LastKnownPremium? LastKnown,
    Instant MeasuredAt,
    IReadOnlyList<string> KoreanExchanges,
    IReadOnlyList<string> GlobalExchanges
)
{
    private const string Words =
        "kimchi_premium_percent = (korean_price_krw / usd_krw - global_avg_price_usd) / global_avg_price_usd x 100; "
        + "usdt_premium_percent = (korean_price_krw / krw_usdt) / (global_avg_price_usd / usdt_usd) x 100 - 100; implied usd_krw = "
        + "krw_usdt / usdt_usd";

    public static PremiumAnswer Of(PremiumNow now, CryptoDetailsOptions settings)
    {
        var (premium, lastKnown, at) = now;
        var (domestic, global, rate) = premium;
        var arbitrage = Arbitrage.Of(premium, settings.Costs);
        var (koreans, globals) = (Exchanges(domestic), Exchanges(global));
        return new PremiumAnswer(
            Decimals.Text(premium.PriceUsd),
            Decimals.Text(premium.GlobalUsd),
            Decimals.Text(premium.Percent),
            Decimals.Text(premium.DifferenceUsd),
            Decimals.Text(premium.DomesticVolumeUsd, 2),
            Decimals.Text(premium.GlobalVolumeUsd, 2),
            koreans.Count == 0 ? null : string.Join(", ", koreans),
            globals.Count,
            Decimals.Text(domestic.SpreadPercent, 4),
            Decimals.Text(global.SpreadPercent, 4),
            arbitrage?.Opportunity,
            Decimals.Text(arbitrage?.NetUsd, 8),
            Decimals.Text(arbitrage?.CostUsd, 8),
            premium.UsdtPercent,
            premium.PriceKrw,
            koreans.Count,
            new PremiumInputs(
                KimchiPremium.Round(rate.UsdKrw, 4),
                rate.Source,
                rate.At,
                rate.KrwUsdt,
                rate.KrwUsdtAt,
                KimchiPremium.Round(rate.UsdtUsd, 6),
                rate.UsdtUsdAt,
                domestic.From,
                domestic.To,
                global.From,
                global.To,
                settings.MaxQuoteAgeMinutes * 60,
                rate.UsdtUsd is > 0 ? "measured" : "provider"
            ),
            new PremiumLeftOut(LeftOutCounts.Of(domestic.LeftOut), LeftOutCounts.Of(global.LeftOut)),
            arbitrage is null
                ? null
                : new PremiumCosts(
                    settings.Costs.DomesticFeePercent,
                    settings.Costs.GlobalFeePercent,
                    settings.Costs.TransferPercent,
                    KimchiPremium.Round(arbitrage.SpreadPercent, 4)!.Value,
                    KimchiPremium.Round(arbitrage.CostPercent, 4)!.Value
                ),
            Words,
            premium.Reason,
            lastKnown is { PremiumPercent: { } percent }
                ? new LastKnownPremium(percent, lastKnown.UsdtPremiumPercent, lastKnown.MeasuredAt)
                : null,
            at,
            koreans,
            globals
        );

        static List<string> Exchanges(WeightedPrice price) => [.. price.Used.Select(q => q.ExchangeId).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>The terms. Rates are KRW for one dollar of that kind, and USD for one USDT.</summary>
/// <param name="UsdKrw">KRW for one USD.</param>
/// <param name="UsdKrwSource">implied (KRW-USDT and the USD price of USDT), or the configured provider.</param>
/// <param name="KoreanFrom">The oldest domestic quote used.</param>
/// <param name="GlobalFrom">The oldest quote from elsewhere used.</param>
/// <param name="MaxQuoteAgeSeconds">Older quotes are left out.</param>
/// <param name="UsdtConversion">How prices against USDT became USD: measured (x usdt_usd), or provider (its own conversion, while no rate
/// is measured).</param>
public sealed record PremiumInputs(
    decimal? UsdKrw,
    string UsdKrwSource,
    Instant? UsdKrwAt,
    decimal? KrwUsdt,
    Instant? KrwUsdtAt,
    decimal? UsdtUsd,
    Instant? UsdtUsdAt,
    Instant? KoreanFrom,
    Instant? KoreanTo,
    Instant? GlobalFrom,
    Instant? GlobalTo,
    int MaxQuoteAgeSeconds,
    string UsdtConversion
);

/// <summary>Quotes left out on each side.</summary>
public sealed record PremiumLeftOut(LeftOutCounts Korean, LeftOutCounts Global);

/// <summary>Quotes left out, by reason.</summary>
/// <param name="Anomaly">Flagged by the provider.</param>
/// <param name="Stale">Flagged by the provider, or the feed is gone.</param>
/// <param name="TooOld">Older than a quote may be.</param>
/// <param name="Outlier">Far from what most venues say, or, of one or two, from the price on the provider's list.</param>
/// <param name="NoPrice">Without a price.</param>
/// <param name="NoVolume">Without a volume, and so without a weight.</param>
/// <param name="Total">Of all reasons.</param>
/// <param name="Suspended">The exchange has stopped trading.</param>
/// <param name="Warned">The exchange warns of the market, or has announced its end.</param>
/// <param name="NotTraded">Without a trade for a day.</param>
/// <param name="Untrusted">Of the lowest trust by the provider's score.</param>
/// <param name="NoUsdtRate">Against USDT while no rate of USDT is known.</param>
/// <param name="Disagreement">Contradict each other without a majority.</param>
public sealed record LeftOutCounts(
    int Anomaly,
    int Stale,
    int TooOld,
    int Outlier,
    int NoPrice,
    int NoVolume,
    int Total,
    int Suspended,
    int Warned,
    int NotTraded,
    int Untrusted,
    int NoUsdtRate,
    int Disagreement
)
{
    public static LeftOutCounts Of(IReadOnlyList<LeftOutQuote> quotes)
    {
        int Count(LeftOutReason reason) => quotes.Count(q => q.Reason == reason);
        return new LeftOutCounts(
            Count(LeftOutReason.Anomaly),
            Count(LeftOutReason.Stale),
            Count(LeftOutReason.TooOld),
            Count(LeftOutReason.Outlier),
            Count(LeftOutReason.NoPrice),
            Count(LeftOutReason.NoVolume),
            quotes.Count,
            Count(LeftOutReason.Suspended),
            Count(LeftOutReason.Warned),
            Count(LeftOutReason.NotTraded),
            Count(LeftOutReason.Untrusted),
            Count(LeftOutReason.NoUsdtRate),
            Count(LeftOutReason.Disagreement)
        );
    }
}

/// <summary>The cost model, percent of the amount: fees and transfer are settings, the spread is measured.</summary>
public sealed record PremiumCosts(
    decimal DomesticFeePercent,
    decimal GlobalFeePercent,
    decimal TransferPercent,
    decimal SpreadPercent,
    decimal TotalPercent
);

/// <summary>A premium of the past.</summary>
public sealed record LastKnownPremium(decimal KimchiPremiumPercent, decimal? UsdtPremiumPercent, Instant MeasuredAt);

/// <summary>One venue's quote. Prices and volumes in USD; a domestic one at the stated rate, with its KRW price beside.</summary>
/// <param name="ExchangeId">CoinGecko's id of the exchange.</param>
/// <param name="Volume24hUsd">USD in 24 hours.</param>
/// <param name="SpreadPercentage">Between bid and ask, percent.</param>
/// <param name="At">When it was true.</param>
/// <param name="LeftOut">Null when it entered the price, else why not.</param>
public sealed record VenueAnswer(
    string ExchangeId,
    string ExchangeName,
    string Pair,
    decimal? PriceUsd,
    decimal? Volume24hUsd,
    decimal? SpreadPercentage,
    decimal? PriceKrw,
    Instant? At,
    string? LeftOut
)
{
    /// <summary>The quotes used, then those left out.</summary>
    public static IReadOnlyList<VenueAnswer> Domestic(KimchiPremium premium)
    {
        var rate = premium.Rate.UsdKrw;
        return All(premium.Domestic, (quote, reason) =>
            new VenueAnswer(
                quote.ExchangeId,
                quote.ExchangeName,
                quote.Pair,
                KimchiPremium.Round(quote.Price / rate, 8),
                KimchiPremium.Round(quote.Volume / rate, 2),
                quote.SpreadPercent,
                quote.Price,
                quote.At,
                reason
            )
        );
    }

    /// <inheritdoc cref="Domestic"/>
    public static IReadOnlyList<VenueAnswer> Global(KimchiPremium premium) =>
        All(premium.Global, (quote, reason) =>
            new VenueAnswer(
                quote.ExchangeId,
                quote.ExchangeName,
                quote.Pair,
                KimchiPremium.Round(quote.Price, 8),
                quote.Volume,
                quote.SpreadPercent,
                null,
                quote.At,
                reason
            )
        );

    private static List<VenueAnswer> All(WeightedPrice price, Func<VenueQuote, string?, VenueAnswer> map) =>
        [
            .. price.Used.Select(q => map(q, null)),
            .. price.LeftOut.Select(q => map(q.Quote, WireNaming.Policy.ConvertName(q.Reason.ToString()))),
        ];
}
