using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Crypto.Ingestion;

namespace InvestmentAssistant.Api.Tests.Features.Crypto.Ingestion;

public sealed class CryptoStateTests
{
    private readonly CryptoState _state = new();

    public CryptoStateTests() =>
        _state.SetInstruments([
            new("crypto", "KRW-BTC", "Bitcoin", "비트코인", null, 1),
            new("crypto", "KRW-ETH", "Ethereum", "이더리움", null, 1),
        ]);

    private static CryptoQuote Quote(string market, decimal price, long at) =>
        new()
        {
            Market = market,
            TradePrice = price,
            Timestamp = at,
        };

    [Fact]
    public void Changes_are_conflated_by_market_and_carry_the_names()
    {
        _state.Apply(Quote("KRW-BTC", 1, 10));
        _state.Apply(Quote("KRW-BTC", 2, 11));

        var change = Assert.Single(_state.TakeChanges());

        Assert.Equal((2m, "비트코인", "Bitcoin"), (change.TradePrice!.Value, change.KoreanName, change.EnglishName));
        Assert.Empty(_state.TakeChanges());
    }

    [Fact]
    public void An_older_ticker_does_not_move_the_price_back_and_a_repeated_one_changes_nothing()
    {
        Assert.Equal(Taken.Newer, _state.Apply(Quote("KRW-BTC", 2, 11)));
        _state.TakeChanges();

        Assert.Equal(Taken.Older, _state.Apply(Quote("KRW-BTC", 1, 10)));
        Assert.Equal(Taken.Known, _state.Apply(Quote("KRW-BTC", 2, 11)));
        Assert.Empty(_state.TakeChanges());
    }

    [Fact]
    public void P4_a_rest_round_does_not_lift_what_the_socket_said_of_a_market()
    {
        _state.Apply(Quote("KRW-BTC", 1, 10) with { IsTradingSuspended = true, MarketWarning = "CAUTION", TradeTimestamp = 5 });
        _state.Apply(Quote("KRW-BTC", 2, 11));
        var suspended = Assert.Single(_state.TakeChanges());
        Assert.Equal(
            (2m, true, "suspended"),
            (suspended.TradePrice!.Value, suspended.IsTradingSuspended!.Value, suspended.ConditionAt(null))
        );
        Assert.Equal(Taken.Known, _state.Apply(Quote("KRW-BTC", 2, 11)));
        _state.Apply(Quote("KRW-BTC", 2, 12) with { IsTradingSuspended = false, MarketWarning = "NONE" });
        Assert.Null(Assert.Single(_state.TakeChanges()).ConditionAt(null));
    }

    [Fact]
    public void P4_the_warning_of_the_list_stands_while_no_message_has_one()
    {
        _state.SetInstruments([new("crypto", "KRW-BTC", "Bitcoin", null, null, 1, "CAUTION")]);
        _state.Apply(Quote("KRW-BTC", 1, 10));
        Assert.Equal("warned", Assert.Single(_state.TakeChanges()).ConditionAt(null));
        _state.Apply(Quote("KRW-BTC", 1, 11) with { MarketWarning = "NONE" });
        Assert.Null(Assert.Single(_state.TakeChanges()).ConditionAt(null));
    }

    [Fact]
    public void A_market_that_is_not_on_the_list_is_not_on_the_board()
    {
        Assert.Equal(Taken.Unlisted, _state.Apply(Quote("BTC-ETH", 2, 11)));
        Assert.Empty(_state.TakeChanges());
    }

    [Fact]
    public void A_new_listing_changes_the_set_and_a_delisting_leaves_it()
    {
        Assert.True(
            _state.SetInstruments([new("crypto", "KRW-BTC", "Bitcoin", null, null, 1), new("crypto", "KRW-NEW", "New", null, null, 1)])
        );
        Assert.Equal(["KRW-BTC", "KRW-NEW"], _state.Markets());
        Assert.False(
            _state.SetInstruments([new("crypto", "KRW-BTC", "Bitcoin", null, null, 1), new("crypto", "KRW-NEW", "New", null, null, 1)])
        );
    }

    [Theory]
    [InlineData("KRW-BTC", "KRW", "BTC")]
    [InlineData("BTC-ETH", "BTC", "ETH")]
    [InlineData("USDT-1INCH", "USDT", "1INCH")]
    public void A_market_row_is_split_into_quote_currency_and_coin(string market, string quote, string coin)
    {
        var document = BithumbMarketsJob.Map(
            new BithumbMarket
            {
                Market = market,
                KoreanName = " 이름 ",
                EnglishName = "",
            },
            Instant.FromUnixTimeSeconds(5)
        );

        Assert.Equal((quote, coin, "이름", null), (document!.QuoteCurrency, document.Symbol, document.KoreanName, document.EnglishName));
        Assert.True(document.IsListed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("KRWBTC")]
    [InlineData("KRW-")]
    [InlineData("-BTC")]
    [InlineData("KRW-B TC")]
    [InlineData("KRW-BTC-X")]
    public void A_row_without_a_market_code_is_no_market(string? market) =>
        Assert.Null(BithumbMarketsJob.Map(new BithumbMarket { Market = market }, default));
}
