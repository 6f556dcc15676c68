namespace InvestmentAssistant.Api.Features.Crypto.Documents;

/// <summary>One market of the domestic exchange, any quote currency. Key: the market code.</summary>
public sealed record CryptoMarket
{
    /// <summary>Market code: KRW-BTC. First the quote currency, then the coin.</summary>
    public required string Market { get; init; }

    /// <summary>The coin: BTC.</summary>
    public required string Symbol { get; init; }

    /// <summary>KRW, BTC or USDT. Only KRW markets are on the board.</summary>
    public required string QuoteCurrency { get; init; }
    public string? KoreanName { get; init; }
    public string? EnglishName { get; init; }

    /// <summary>NONE or CAUTION, as the exchange marks it.</summary>
    public string? MarketWarning { get; init; }

    /// <summary>False once the exchange's list no longer has it. A market is never deleted: its history stays.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>When the list was first read without it; null while listed.</summary>
    public Instant? DelistedAt { get; init; }
    public Instant FetchedAt { get; init; }
}
