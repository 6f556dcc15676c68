using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Boards;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>
/// Brings the inputs of a premium together: the live board of the domestic exchange, the newest tickers of other venues, and the rate.
/// </summary>
public sealed class PremiumCalculator(IBoard<CryptoQuote> board, IOptionsMonitor<CryptoDetailsOptions> settings, IClock clock)
{
    public const string Bithumb = "bithumb";
    public const string Tether = "tether";
    private const string TetherMarket = "KRW-USDT";

    private static readonly HashSet<string> s_domestic = new(StringComparer.Ordinal) { Bithumb, "upbit" };

    /// <summary>Bithumb and Upbit are domestic, all others are not.</summary>
    public static bool IsDomestic(string exchange) => s_domestic.Contains(exchange);

    /// <summary>Whether a pair can enter a premium: KRW on a domestic exchange, USD or USDT on another.</summary>
    public static bool IsUsable(string exchange, string target) => IsDomestic(exchange) ? target == "KRW" : target is "USD" or "USDT";

    /// <summary>The premium of one coin right now.</summary>
    /// <param name="market">Its market on the domestic exchange; null when it has none.</param>
    /// <param name="tickers">Its newest tickers, or null.</param>
    /// <param name="rate">From <see cref="Rate"/>.</param>
    /// <param name="listedUsd">Its USD price on the provider's list; judges where there are one or two venues only. Null when not
    /// known.</param>
    public KimchiPremium Of(string? market, CoinTickers? tickers, UsdKrwRate rate, decimal? listedUsd = null)
    {
        var now = clock.GetCurrentInstant();
        var maxAge = settings.CurrentValue.MaxQuoteAge;
        return new KimchiPremium(
            WeightedPrice.Of(Domestic(market, tickers, now), now, maxAge),
            WeightedPrice.Of(Elsewhere(tickers, rate.UsdtUsd), now, maxAge, listedUsd),
            rate
        );
    }

    /// <summary>The stated USD/KRW rate right now.</summary>
    /// <param name="tether">The newest tickers of USDT, or null.</param>
    /// <param name="bank">The rate of the configured provider; not looked at when none is configured.</param>
    public UsdKrwRate Rate(CoinTickers? tether, FxRate? bank)
    {
        var (now, options) = (clock.GetCurrentInstant(), settings.CurrentValue);
        var krw = WeightedPrice.Of(Live(TetherMarket, null, now) is { } quote ? [quote] : [], now, options.MaxQuoteAge);
        // A dollar token is worth about a dollar: that judges a single venue.
        var usd = WeightedPrice.Of(
            Elsewhere(tether, null).Where(q => q.Pair.EndsWith("/USD", StringComparison.Ordinal)),
            now,
            options.MaxQuoteAge,
            reference: 1
        );
        var implied = UsdKrwRate.OfTether(krw.Price, krw.From, usd.Price, usd.From);
        if (options.FxProvider == UsdKrwRate.Implied)
            return implied;
        return bank is not null && now - bank.At <= options.MaxRateAge
            ? implied.WithProvider(bank.Source, bank.Rate, bank.At)
            : implied.WithProvider(options.FxProvider, null, bank?.At);
    }

    private IEnumerable<VenueQuote> Domestic(string? market, CoinTickers? tickers, Instant now)
    {
        var rows = tickers?.Venues.Where(v => IsDomestic(v.ExchangeId) && v.Target == "KRW").ToList() ?? [];
        // Our own feed knows the exchange's price to the second; what the provider last saw of it only lends its spread.
        var live = market is null ? null : Live(market, rows.Find(v => v.ExchangeId == Bithumb)?.SpreadPercent, now);
        if (live is not null)
            yield return live;
        foreach (var row in rows.Where(r => live is null || r.ExchangeId != Bithumb))
            yield return Quote(row, row.Last, row.Volume * row.Last, FaultOf(row));
    }

    /// <summary>USD and USDT venues in USD: a USDT price at the measured rate of USDT, without one at the rate that the provider's own
    /// conversion holds.</summary>
    private static IEnumerable<VenueQuote> Elsewhere(CoinTickers? tickers, decimal? usdtUsd) =>
        tickers
            ?.Venues.Where(v => !IsDomestic(v.ExchangeId) && IsUsable(v.ExchangeId, v.Target))
            .Select(v =>
                v.Target switch
                {
                    "USDT" when usdtUsd is > 0 => Quote(v, v.Last * usdtUsd, v.VolumeUsd, FaultOf(v)),
                    "USDT" when v.PriceUsd is null => Quote(v, v.Last, v.VolumeUsd, FaultOf(v) ?? LeftOutReason.NoUsdtRate),
                    "USDT" => Quote(v, v.PriceUsd, v.VolumeUsd, FaultOf(v)),
                    _ => Quote(v, v.Last, v.VolumeUsd, FaultOf(v)),
                }
            )
        ?? [];

    private VenueQuote? Live(string market, decimal? spread, Instant now) =>
        board.Find(market) is { TradePrice: { } price } quote
            ? new VenueQuote(
                Bithumb,
                "Bithumb",
                CoinSymbol.OfMarket(market) + "/KRW",
                price,
                quote.AccTradePrice24h,
                spread,
                quote.TradedAt,
                IsStale: board.Snapshot().StaleSince is not null,
                Fault: quote.ConditionAt(now) switch
                {
                    null => null,
                    MarketCondition.Suspended => LeftOutReason.Suspended,
                    MarketCondition.Warned => LeftOutReason.Warned,
                    _ => LeftOutReason.NotTraded,
                }
            )
            : null;

    private static LeftOutReason? FaultOf(VenueTicker row) => row.TrustScore == "red" ? LeftOutReason.Untrusted : null;

    private static VenueQuote Quote(VenueTicker row, decimal? price, decimal? volume, LeftOutReason? fault) =>
        new(
            row.ExchangeId,
            row.ExchangeName,
            $"{row.Base}/{row.Target}",
            price,
            volume,
            row.SpreadPercent,
            row.At,
            row.IsStale,
            row.IsAnomaly,
            fault
        );
}
