using CsCheck;
using InvestmentAssistant.Api.Features.NewsSentiment;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;

namespace InvestmentAssistant.Api.Tests.Features.NewsSentiment;

/// <summary>Labels and topics as the wire has them.</summary>
public sealed class MoodTests
{
    [Theory]
    [InlineData("1", "매우긍정적", "🚀")]
    [InlineData("0.3", "매우긍정적", "🚀")]
    [InlineData("0.299999", "긍정적", "📈")]
    [InlineData("0.1", "긍정적", "📈")]
    [InlineData("0.099999", "중립적", "➡️")]
    [InlineData("0", "중립적", "➡️")]
    [InlineData("-0.1", "중립적", "➡️")]
    [InlineData("-0.100001", "부정적", "📉")]
    [InlineData("-0.3", "부정적", "📉")]
    [InlineData("-0.300001", "매우부정적", "🔻")]
    [InlineData("-1", "매우부정적", "🔻")]
    public void A_score_has_the_label_of_its_band(string score, string label, string emoji)
    {
        var mood = Mood.Of(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((label, emoji), (mood.Label, mood.Emoji));
    }

    [Fact]
    public void Without_a_score_there_is_no_mood()
    {
        Assert.Equal(("알 수 없음", "❓"), (Mood.Of(null).Label, Mood.Of(null).Emoji));
        Assert.Equal("데이터 없음", Mood.OfMarket(null).Label);
        var empty = SentimentSummary.Of(null, null, 0, 0, 0, 0, [0, 0, 0, 0, 0]);
        Assert.Equal(("데이터 없음", null), (empty.SentimentLabel, empty.AvgSentimentScore));
    }

    [Fact]
    public void Of_any_score_exactly_one_band_and_one_side_are_true() =>
        Gen.Int[-1_000_000, 1_000_000]
            .Sample(millionths =>
            {
                var score = millionths / 1_000_000m;
                var expected =
                    score >= 0.3m ? 0
                    : score >= 0.1m ? 1
                    : score >= -0.1m ? 2
                    : score >= -0.3m ? 3
                    : 4;
                var side =
                    score > 0.1m ? "긍정적"
                    : score < -0.1m ? "부정적"
                    : "중립적";
                return Mood.Of(score) == Mood.All[expected] && Mood.OfMarket(score).Label == side;
            });

    [Fact]
    public void A_higher_score_never_has_a_worse_label() =>
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[-1_000_000, 1_000_000])
            .Sample(
                (a, b) =>
                    Mood.All.ToList().IndexOf(Mood.Of(Math.Max(a, b) / 1_000_000m))
                    <= Mood.All.ToList().IndexOf(Mood.Of(Math.Min(a, b) / 1_000_000m))
            );

    [Theory]
    [InlineData("technology", "Technology")]
    [InlineData("Technology", "Technology")]
    [InlineData("TECHNOLOGY", "Technology")]
    [InlineData(" energy_transportation ", "Energy & Transportation")]
    [InlineData("energy & transportation", "Energy & Transportation")]
    [InlineData("ipo", "IPO")]
    [InlineData("Space Mining", "Space Mining")]
    public void A_topic_is_understood_in_both_spellings(string written, string name) => Assert.Equal(name, Topics.NameOf(written));

    [Theory]
    [InlineData("brk-b", "BRK.B")]
    [InlineData("BRK.B", "BRK.B")]
    [InlineData("crypto:btc", "CRYPTO:BTC")]
    [InlineData("FOREX:USD", "FOREX:USD")]
    [InlineData("A", "A")]
    [InlineData("", null)]
    [InlineData("AA PL", null)]
    [InlineData("'; drop table", null)]
    public void A_ticker_has_one_spelling(string written, string? name) => Assert.Equal(name, TickerName.Of(written));

    [Theory]
    [InlineData("Bullish", "Bullish")]
    [InlineData("somewhat_bullish, BEARISH", "Somewhat-Bullish,Bearish")]
    [InlineData("긍정적,Neutral", "Neutral,긍정적")]
    public void Labels_of_the_provider_and_our_own_can_be_chosen(string written, string read) =>
        Assert.Equal(read, SentimentLabels.Parse(written)?.ToString());

    [Theory]
    [InlineData("happy")]
    [InlineData("Bullish,happy")]
    [InlineData(",")]
    public void Other_labels_cannot(string written) => Assert.Null(SentimentLabels.Parse(written));
}
