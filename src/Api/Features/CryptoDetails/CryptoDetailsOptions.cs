namespace InvestmentAssistant.Api.Features.CryptoDetails;

/// <summary>Settings from the section <c>CryptoDetails</c>.</summary>
public sealed class CryptoDetailsOptions
{
    /// <summary>Minutes after which a quote no longer enters a premium; also what the tickers' rotation aims at.</summary>
    public int MaxQuoteAgeMinutes { get; set; } = 15;

    /// <summary>
    /// Where the USD/KRW rate comes from. <c>implied</c>: KRW-USDT of the domestic exchange and the USD price of USDT. <c>coingecko</c>:
    /// the bank rate in its exchange rates, asked for once an hour; while that is missing there is no premium against USD, only the one
    /// against USDT.
    /// </summary>
    public string FxProvider { get; set; } = Premium.UsdKrwRate.Implied;

    /// <summary>Hours after which a provider's rate counts as missing.</summary>
    public int MaxRateAgeHours { get; set; } = 6;

    /// <summary>
    /// The exchanges whose tickers are asked for, by CoinGecko's ids, comma separated. Gdax is Coinbase, okex OKX, mxc MEXC, huobi HTX.
    /// </summary>
    public string Exchanges { get; set; } =
        "bithumb,upbit,binance,bybit_spot,okex,gdax,kraken,bitget,gate,mxc,kucoin,huobi,crypto_com,bitstamp,bitfinex";

    /// <summary><see cref="Exchanges"/>, one by one.</summary>
    public IReadOnlyList<string> ListExchanges() =>
        Exchanges.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Days that hourly points of the premium are kept.</summary>
    public int KeepHistoryDays { get; set; } = 90;

    /// <summary>The cost model behind the arbitrage figures.</summary>
    public TransferCosts Costs { get; set; } = new();

    public Duration MaxQuoteAge => Duration.FromMinutes(MaxQuoteAgeMinutes);

    public Duration MaxRateAge => Duration.FromHours(MaxRateAgeHours);
}

/// <summary>
/// What buying on one side and selling on the other costs, in percent of the amount: both fees (list prices of the largest exchange of each
/// side, no discounts), a share for sending the coin, and half of each side's spread, which is measured. Assumptions of a model: set your
/// own.
/// </summary>
public sealed class TransferCosts
{
    public decimal DomesticFeePercent { get; set; } = 0.25m;
    public decimal GlobalFeePercent { get; set; } = 0.10m;

    /// <summary>Sending the coin: a withdrawal fee of about 1 USD on 1,000 USD.</summary>
    public decimal TransferPercent { get; set; } = 0.10m;
}
