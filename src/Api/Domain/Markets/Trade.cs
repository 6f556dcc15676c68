namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>One trade as a provider reported it.</summary>
/// <param name="Symbol">Stock or ETF symbol as the index writes it (BRK.B), or a crypto market code (KRW-BTC). Unique over all
/// boards.</param>
/// <param name="At">When it traded, by the provider's clock.</param>
/// <param name="Price">USD for stocks and ETFs, KRW for crypto.</param>
/// <param name="Volume">Shares or coins; 0 means a price update without a trade.</param>
/// <param name="Occurrence">
/// 0 for the first, 1 for the second trade with the same symbol, time, price and volume <b>in one provider message</b>. Part of the
/// natural key: two equal trades in one message are two trades, the same message received twice is not.
/// </param>
/// <param name="Conditions">The provider's trade conditions, or null.</param>
public sealed record Trade(
    string Symbol,
    Instant At,
    decimal Price,
    decimal Volume,
    int Occurrence = 0,
    IReadOnlyList<string>? Conditions = null
);
