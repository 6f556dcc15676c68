using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.MarketSimulator.Reference;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Analysis;

/// <summary>Over the real lists of companies, funds and coins: what matters is as much what is not found as what is.</summary>
public sealed class AssetMatcherTests
{
    private static readonly AssetNames s_names = NamesOf(new Listings());
    private static readonly AssetMatcher s_matcher = new(new SocialAccounts(Options.Create(new SnsOptions())));

    private static AssetNames NamesOf(Listings listings) =>
        new([
            .. listings.Companies.Select(c => new Instrument("sp500", c.Symbol, c.Name, null, c.GicsSector, 1)),
            .. listings.Funds.Select(f => new Instrument("etf", f.Symbol, f.Name, null, null, 1)),
            .. listings
                .Crypto.Where(c => c.Market.StartsWith("KRW-", StringComparison.Ordinal))
                .Select(c => new Instrument("crypto", c.Market, c.EnglishName, c.KoreanName, null, 1)),
        ]);

    private static IReadOnlyList<AffectedAsset> Match(string text, string author = "somebody") =>
        s_matcher.Match(s_names, author, text, []);

    private static string Markets(string text, string author = "somebody") => string.Join(' ', Match(text, author).Select(a => a.Market));

    [Theory]
    // Cashtags
    [InlineData("Long $TSLA here", "TSLA")]
    [InlineData("$btc to the moon", "KRW-BTC")]
    [InlineData("Added $BRK.B and $AAPL.", "BRK.B AAPL")]
    [InlineData("($NVDA) beats", "NVDA")]
    [InlineData("$SOL $ETH $XRP", "KRW-SOL KRW-ETH KRW-XRP")]
    [InlineData("It cost me $500 and $5M, or US$AAPL", "")]
    [InlineData("$GME $NOTREAL", "")]
    // Names and aliases
    [InlineData("Tesla is late", "TSLA")]
    [InlineData("love my tesla", "TSLA")]
    [InlineData("Tesla's factory in Texas", "TSLA")]
    [InlineData("BOEING AND INTEL ARE COMING HOME", "BA INTC")]
    [InlineData("Google and Bank of America, then McDonald's", "GOOGL BAC MCD")]
    [InlineData("AT&T raises prices", "T")]
    [InlineData("a Coca-Cola a day", "KO")]
    [InlineData("Eli Lilly’s new pill", "LLY")]
    [InlineData("the S&P 500 closed higher, the Nasdaq 100 too", "SPY QQQ")]
    [InlineData("U.S. Bancorp cuts its outlook", "USB")]
    [InlineData("#Bitcoin #TSLA", "KRW-BTC TSLA")]
    [InlineData("Bitcoin Cash is not Bitcoin", "KRW-BCH KRW-BTC")]
    [InlineData("Ethereum Classic forks again", "KRW-ETC")]
    [InlineData("see https://www.tesla.com/model3 and www.apple.com", "")]
    // Words that are also names
    [InlineData("an apple a day", "")]
    [InlineData("Apple unveils a phone", "AAPL")]
    [InlineData("our target is clear", "")]
    [InlineData("Target is our goal", "")]
    [InlineData("Target shares fall after earnings", "TGT")]
    [InlineData("The Dow and the Nasdaq fell", "")]
    [InlineData("go with the Flow, it is Magic", "")]
    [InlineData("the Sandbox and gas fees", "")]
    [InlineData("this is the best buy of the year", "")]
    [InlineData("the intel was wrong", "")]
    [InlineData("Avalanche kills two hikers", "")]
    [InlineData("Avalanche is a great blockchain", "KRW-AVAX")]
    [InlineData("Ford, Visa and Meta", "F META")]
    // Korean
    [InlineData("비트코인이 신고가를 돌파했다", "KRW-BTC")]
    [InlineData("테슬라는 하락, 엔비디아도 하락", "TSLA NVDA")]
    [InlineData("이더리움까지도 올랐다", "KRW-ETH")]
    [InlineData("애플주가 오른다", "AAPL")]
    [InlineData("비트코인캐시를 샀다", "KRW-BCH")]
    [InlineData("비트코인 캐시를 샀다", "KRW-BCH")]
    [InlineData("리플(XRP) 급등", "KRW-XRP")]
    [InlineData("BTC가 오르고 ETH는 내린다", "KRW-BTC KRW-ETH")]
    [InlineData("메타버스와 구글링, 도지사", "")]
    [InlineData("코인 리스크가 크다", "")]
    [InlineData("가스 요금과 스토리", "")]
    public void A_post_is_about_what_it_names(string text, string markets) => Assert.Equal(markets, Markets(text));

    [Fact]
    public void What_is_found_says_where_and_how_surely()
    {
        var assets = Match("$TSLA up while Apple and 비트코인은 fall");

        Assert.Equal(
            [
                ("TSLA", "stock", "cashtag", "$TSLA", 1, 1m),
                ("AAPL", "stock", "alias", "Apple", 2, 0.8m),
                ("BTC", "crypto", "alias", "비트코인", 2, 0.9m),
            ],
            assets.Select(a => (a.Symbol, a.Kind, a.Source, a.MatchedText, a.Priority, a.Confidence))
        );
        Assert.Equal(["Tesla, Inc.", "Apple Inc.", "Bitcoin"], assets.Select(a => a.Name));
    }

    [Fact]
    public void An_account_has_its_usual_assets_after_those_it_names()
    {
        Assert.Equal("TSLA KRW-DOGE", Markets("Good morning", "elonmusk"));
        Assert.Equal("KRW-DOGE TSLA", Markets("Dogecoin!", "ELONMUSK"));
        Assert.Equal("NVDA SPY QQQ", Markets("$NVDA is on fire", "jimcramer"));
        var usual = Match("Good morning", "tim_cook").Single();
        Assert.Equal(
            ("AAPL", "account_default", "tim_cook", 3, 0.3m),
            (usual.Symbol, usual.Source, usual.MatchedText, usual.Priority, usual.Confidence)
        );
        // DJT is on no board of ours.
        Assert.Equal("SPY", Markets("Thank you!", "realDonaldTrump"));
        Assert.Equal("", Markets("Thank you!", "WhiteHouse"));
    }

    [Fact]
    public void An_asset_that_is_named_twice_is_one_and_there_are_five_at_most()
    {
        Assert.Equal("TSLA", Markets("$TSLA Tesla TSLA 테슬라"));
        Assert.Equal("AAPL MSFT AMZN GOOGL META", Markets("$AAPL $MSFT $AMZN $GOOGL $META $NVDA $TSLA and Boeing"));
    }

    [Theory]
    [InlineData("$STX breaks out", "somebody", "STX")]
    [InlineData("$STX breaks out, crypto is back", "somebody", "KRW-STX")]
    [InlineData("$STX breaks out", "saylor", "KRW-STX KRW-BTC")]
    public void A_symbol_of_a_share_and_a_coin_is_the_one_that_the_post_is_about(string text, string author, string markets)
    {
        Assert.Equal(markets, Markets(text, author));
        Assert.Equal(0.7m, Match(text, author)[0].Confidence);
    }

    [Fact]
    public void Cashtags_that_only_the_network_marked_count_too() =>
        Assert.Equal("MSFT", string.Join(' ', s_matcher.Match(s_names, "somebody", "the text was cut", ["msft"]).Select(a => a.Market)));

    [Fact]
    public void Prose_without_assets_names_none()
    {
        string[] prose =
        [
            "Good morning. Stay focused and be kind.",
            "The best investment is in yourself.",
            "Principles matter more than predictions.",
            "What book changed how you think about risk?",
            "JOBS, JOBS, JOBS! The economy is doing GREAT!",
            "Tariffs are making our Country rich again.",
            "We must keep our balance and flow with the movement. The story is safe at its core, and gravity is a beam of optimism.",
            "Booking a trip to Southern Italy. Fox and ball games, waters and mosaics; a carnival for travelers on the dover cliffs.",
            "오늘은 날씨가 좋다. 가족과 함께 시간을 보내세요.",
            "물가 상승은 모두에게 부담이다. 리스크를 관리하고 스토리를 보라.",
        ];
        Assert.All(prose, text => Assert.Equal("", Markets(text)));
    }

    [Fact]
    public void A_thousand_letters_of_text_are_read_whole() =>
        Assert.Equal("NVDA", Markets(string.Concat(Enumerable.Repeat("Nothing here is a name, still it goes on. ", 50)) + "Nvidia"));
}
