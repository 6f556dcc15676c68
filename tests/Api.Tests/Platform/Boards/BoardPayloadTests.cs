using System.Text;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Crypto;
using InvestmentAssistant.Api.Features.Sp500;
using InvestmentAssistant.Api.Platform.Boards;

namespace InvestmentAssistant.Api.Tests.Platform.Boards;

public sealed class BoardPayloadTests
{
    [Fact]
    public void A_batch_is_written_under_the_names_of_the_wire_and_without_what_is_unknown()
    {
        var json = Encoding.UTF8.GetString(
            BoardPayload.Write(
                "crypto_update",
                "e1",
                7,
                [
                    new CryptoQuote
                    {
                        Market = "KRW-BTC",
                        TradePrice = 48_500_000,
                        Volume24h = 1.5m,
                        AccTradePrice24h = 2m,
                        KoreanName = "비트코인",
                    },
                ]
            )
        );

        Assert.Equal(
            """{"type":"crypto_update","epoch":"e1","seq":7,"data":[{"market":"KRW-BTC","korean_name":"비트코인","trade_price":48500000,"volume_24h":1.5,"acc_trade_price_24h":2}]}""",
            json
        );
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var quote = new EquityQuote
        {
            Symbol = "BRK.B",
            Price = 500.25m,
            TimestampMs = 5,
            Volume24h = 9,
            SessionDate = new NodaTime.LocalDate(2026, 11, 23),
        };

        var batch = BoardPayload.Read<EquityQuote>(
            BoardPayload.Write("sp500_trade", "e1", 7, [quote]),
            Sp500Feature.Board,
            Instant.MaxValue,
            out var reason
        );

        Assert.Null(reason);
        Assert.Equal(("e1", 7L), (batch!.Epoch, batch.Seq));
        Assert.Equal(quote, Assert.Single(batch.Items));
    }

    [Fact]
    public void A_bad_item_does_not_lose_the_good_one_beside_it()
    {
        var batch = BoardPayload.Read<CryptoQuote>(
            Encoding.UTF8.GetBytes(
                """{"data":[{"market":"KRW-BTC","trade_price":1},{"market":"KRW-ETH","trade_price":{}},3,null,{"market":""}]}"""
            ),
            CryptoFeature.Board,
            Instant.MaxValue,
            out _
        );

        Assert.Equal("KRW-BTC", Assert.Single(batch!.Items).Market);
        Assert.Equal(4, batch.BadItems);
        Assert.Null(batch.Seq);
    }
}
