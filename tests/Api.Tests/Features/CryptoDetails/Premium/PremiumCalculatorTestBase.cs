using InvestmentAssistant.Api.Features.CryptoDetails;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Premium;

/// <summary>A calculator over a board and options of the test.</summary>
public abstract class PremiumCalculatorTestBase
{
    protected static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 10, 0);

    private protected FakeBoard Board { get; } = new();
    protected CryptoDetailsOptions Options { get; } = new();

    protected PremiumCalculator Calculator => new(Board, new FixedOptions<CryptoDetailsOptions>(Options), new FakeClock(Now));

    protected static VenueTicker Ticker(
        string exchange,
        string target,
        decimal last,
        decimal usd,
        decimal volume = 10,
        int minutesOld = 1,
        bool stale = false
    ) =>
        new(
            exchange,
            exchange,
            "BTC",
            target,
            last,
            usd,
            volume,
            volume * usd,
            0.02m,
            Now - Duration.FromMinutes(minutesOld),
            false,
            stale
        );

    protected static CoinTickers Tickers(params VenueTicker[] venues) =>
        new()
        {
            Id = "bitcoin",
            Venues = venues,
            FetchedAt = Now,
        };

    private static CoinTickers Tether =>
        new()
        {
            Id = "tether",
            Venues = [Ticker("kraken", "USD", 1, 1), Ticker("binance", "EUR", 0.9m, 5)],
            FetchedAt = Now,
        };

    protected UsdKrwRate Rate(FxRate? bank = null) => Calculator.Rate(Tether, bank);

    protected KimchiPremium Bitcoin(CoinTickers? tickers = null) =>
        Calculator.Of("KRW-BTC", tickers ?? Tickers(Ticker("binance", "USDT", 100_000, 100_000)), Rate());
}
