using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Premium;

/// <summary>Prices that are too old, and markets and venues that are not trusted.</summary>
public sealed class PremiumTrustTests : PremiumCalculatorTestBase
{
    private static CryptoQuote Market(Instant tradedAt) =>
        new()
        {
            Market = "KRW-BTC",
            TradePrice = 560_000_000,
            AccTradePrice24h = 30_000_000_000,
            Volume24h = 50,
            Timestamp = Now.ToUnixTimeMilliseconds(),
            TradeTimestamp = tradedAt.ToUnixTimeMilliseconds(),
        };

    [Fact]
    public void P4_the_age_of_a_price_is_that_of_its_trade_not_of_the_message()
    {
        Board.Put("KRW-USDT", 1_400, 1_000_000, Now);
        Board.Put(Market(Now - Duration.FromMinutes(16)));
        Assert.Equal((null, LeftOutReason.TooOld), (Bitcoin().Percent, Bitcoin().Domestic.LeftOut[0].Reason));
        Board.Put(Market(Now - Duration.FromMinutes(14)));
        Assert.Equal(300m, Bitcoin().Percent);
    }

    [Theory]
    [InlineData(true, "ACTIVE", "NONE", null, 50, LeftOutReason.Suspended)]
    [InlineData(false, "PREVIEW", "NONE", null, 50, LeftOutReason.Suspended)]
    [InlineData(false, "DELISTED", "NONE", null, 50, LeftOutReason.Suspended)]
    [InlineData(false, "ACTIVE", "CAUTION", null, 50, LeftOutReason.Warned)]
    [InlineData(false, "ACTIVE", "NONE", "20261201", 50, LeftOutReason.Warned)]
    [InlineData(false, "ACTIVE", "NONE", null, 0, LeftOutReason.NotTraded)]
    public void P4_a_market_that_is_not_traded_as_usual_makes_no_premium(
        bool suspended,
        string state,
        string warning,
        string? delisting,
        int volume,
        LeftOutReason reason
    )
    {
        Board.Put("KRW-USDT", 1_400, 1_000_000, Now);
        Board.Put(
            Market(Now) with
            {
                IsTradingSuspended = suspended,
                MarketState = state,
                MarketWarning = warning,
                DelistingDate = delisting,
                Volume24h = volume,
            }
        );
        var premium = Bitcoin();
        Assert.Equal(
            (null, "no_fresh_domestic_price", reason),
            (premium.Percent, premium.Reason, Assert.Single(premium.Domestic.LeftOut).Reason)
        );
    }

    [Fact]
    public void P4_the_row_of_the_provider_does_not_stand_in_for_a_suspended_market_and_the_other_exchange_does()
    {
        Board.Put("KRW-USDT", 1_400, 1_000_000, Now);
        Board.Put(Market(Now) with { IsTradingSuspended = true });
        var premium = Bitcoin(
            Tickers(
                Ticker("bithumb", "KRW", 560_000_000, 400_000),
                Ticker("upbit", "KRW", 142_800_000, 102_000),
                Ticker("binance", "USDT", 100_000, 100_000)
            )
        );
        Assert.Equal((2m, "upbit"), (premium.Percent, Assert.Single(premium.Domestic.Used).ExchangeId));
    }

    [Fact]
    public void P4_a_venue_of_the_lowest_trust_is_left_out()
    {
        Board.Put("KRW-USDT", 1_400, 1_000_000, Now);
        Board.Put("KRW-BTC", 142_800_000, 1, Now);
        var premium = Bitcoin(
            Tickers(
                Ticker("binance", "USDT", 100_000, 100_000) with
                {
                    TrustScore = "green",
                },
                Ticker("gate", "USDT", 100_500, 100_500) with
                {
                    TrustScore = "red",
                }
            )
        );
        Assert.Equal((100_000m, LeftOutReason.Untrusted), (premium.GlobalUsd, Assert.Single(premium.Global.LeftOut).Reason));
    }
}
