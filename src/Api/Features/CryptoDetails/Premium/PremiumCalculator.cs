using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Markets;
using Microsoft.Extensions.Options;
using NodaTime;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>Brings the inputs of a premium together: the live board of the domestic exchange, the newest tickers of other venues, and the rate.</summary>
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
    public KimchiPremium Of(string? market, CoinTickers? tickers, UsdKrwRate rate)
    {
        var now = clock.GetCurrentInstant();
        var maxAge = settings.CurrentValue.MaxQuoteAge;
        return new KimchiPremium(WeightedPrice.Of(Domestic(market, tickers), now, maxAge), WeightedPrice.Of(Elsewhere(tickers), now, maxAge), rate);
    }

    /// <summary>The stated USD/KRW rate right now.</summary>
    /// <param name="tether">The newest tickers of USDT, or null.</param>
    /// <param name="bank">The rate of the configured provider; not looked at when none is configured.</param>
    public UsdKrwRate Rate(CoinTickers? tether, FxRate? bank)
    {
        var (now, options) = (clock.GetCurrentInstant(), settings.CurrentValue);
        var krw = WeightedPrice.Of(Live(TetherMarket, null) is { } quote ? [quote] : [], now, options.MaxQuoteAge);
        var usd = WeightedPrice.Of(Elsewhere(tether).Where(q => q.Pair.EndsWith("/USD", StringComparison.Ordinal)), now, options.MaxQuoteAge);
        var implied = UsdKrwRate.OfTether(krw.Price, krw.From, usd.Price, usd.From);
        if (options.FxProvider == UsdKrwRate.Implied) return implied;
        return bank is not null && now - bank.At <= options.MaxRateAge
            ? implied.WithProvider(bank.Source, bank.Rate, bank.At)
            : implied.WithProvider(options.FxProvider, null, bank?.At);
    }

    private IEnumerable<VenueQuote> Domestic(string? market, CoinTickers? tickers)
    {
        var rows = tickers?.Venues.Where(v => IsDomestic(v.ExchangeId) && v.Target == "KRW").ToList() ?? [];
        // Our own feed knows the exchange's price to the second; what the provider last saw of it only lends its spread.
        var live = market is null ? null : Live(market, rows.Find(v => v.ExchangeId == Bithumb)?.SpreadPercent);
        if (live is not null) yield return live;
        foreach (var row in rows.Where(r => live is null || r.ExchangeId != Bithumb))
            yield return Quote(row, row.Last, row.Volume * row.Last);
    }

    private static IEnumerable<VenueQuote> Elsewhere(CoinTickers? tickers) =>
        tickers?.Venues.Where(v => !IsDomestic(v.ExchangeId) && IsUsable(v.ExchangeId, v.Target)).Select(v => Quote(v, v.PriceUsd, v.VolumeUsd)) ?? [];

    private VenueQuote? Live(string market, decimal? spread) => board.Find(market) is { TradePrice: { } price } quote
        ? new VenueQuote(
            Bithumb, "Bithumb", CoinSymbol.OfMarket(market) + "/KRW", price, quote.AccTradePrice24h, spread, quote.EventAt, IsStale: board.Snapshot().StaleSince is not null)
        : null;

    private static VenueQuote Quote(VenueTicker row, decimal? price, decimal? volume) =>
        new(row.ExchangeId, row.ExchangeName, $"{row.Base}/{row.Target}", price, volume, row.SpreadPercent, row.At, row.IsStale, row.IsAnomaly);
}
