using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using InvestmentAssistant.Api.Features.Sns.Sentiment;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Sentiment;

/// <summary>
/// What single rules do, and how good all of them together are on posts that were labelled by hand (docs/social-analysis.md has the
/// figures).
/// </summary>
public sealed class SentimentTests(ITestOutputHelper output)
{
    private sealed record Labelled(string Part, string Language, string Label, string Text);

    private static readonly string[] s_labels = [SentimentScorer.Positive, SentimentScorer.Neutral, SentimentScorer.Negative];

    private static readonly List<Labelled> s_posts = ReadPosts();

    private static List<Labelled> ReadPosts()
    {
        using var reader = new StreamReader(
            Path.Combine(AppContext.BaseDirectory, "Features", "Sns", "Sentiment", "Samples", "labelled-posts.csv")
        );
        using var csv = new CsvReader(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                AllowComments = true,
                PrepareHeaderForMatch = h => h.Header.ToLowerInvariant(),
            }
        );
        return [.. csv.GetRecords<Labelled>()];
    }

    private static decimal Score(string text) => SentimentScorer.Score(text).Score;

    private static string Label(string text) => SentimentScorer.Score(text).Label;

    [Theory]
    [InlineData("held_out", "en", 0.82, 0.82)]
    [InlineData("held_out", "ko", 0.75, 0.75)]
    [InlineData("tuning", "en", 0.93, 0.93)]
    [InlineData("tuning", "ko", 0.93, 0.93)]
    public void Labels_agree_with_a_person_this_often(string part, string language, double accuracy, double f1)
    {
        var posts = s_posts.Where(p => p.Part == part && p.Language == language).ToList();
        Assert.True(posts.Count >= 25);
        var found = posts.Select(p => (Wanted: p.Label, Got: Label(p.Text), p.Text)).ToList();
        var right = found.Count(f => f.Wanted == f.Got) / (double)found.Count;
        var scores = s_labels
            .Select(l => F1(found.Count(f => f.Got == l && f.Wanted == l), found.Count(f => f.Got == l), found.Count(f => f.Wanted == l)))
            .ToList();

        output.WriteLine(
            $"{part} {language}: {found.Count} posts, accuracy {right:0.000}, "
                + $"F1 {string.Join(", ", s_labels.Zip(scores, (l, s) => $"{l} {s:0.000}"))}, macro {scores.Average():0.000}"
        );
        foreach (var (wanted, got, text) in found.Where(f => f.Wanted != f.Got))
            output.WriteLine($"  {wanted} taken for {got} ({Score(text)}): {text}");
        Assert.True(right >= accuracy, $"accuracy {right:0.000}");
        Assert.True(scores.Average() >= f1, $"macro F1 {scores.Average():0.000}");
    }

    private static double F1(int both, int got, int wanted) => both == 0 ? 0 : 2.0 * both / (got + wanted);

    [Fact]
    public void The_set_is_as_large_as_the_documents_say()
    {
        Assert.Equal(359, s_posts.Count);
        Assert.Equal(s_posts.Count, s_posts.DistinctBy(p => p.Text).Count());
        Assert.All(s_posts, p => Assert.Contains(p.Label, s_labels));
    }

    [Theory]
    [InlineData("good", "not good")]
    [InlineData("I am worried", "I am not worried")]
    [InlineData("growth is strong", "growth is never strong")]
    [InlineData("This is great", "This isn't great")]
    [InlineData("profits", "no profits")]
    [InlineData("좋다", "좋지 않다")]
    [InlineData("호재가 있다", "호재가 없다")]
    [InlineData("좋다", "안 좋다")]
    [InlineData("나쁘다", "나쁘지 않다")]
    public void Negation_turns_the_sign(string plain, string negated) =>
        Assert.True(Score(plain) * Score(negated) < 0, $"{Score(plain)} and {Score(negated)}");

    [Fact]
    public void A_negated_word_says_less_than_its_opposite() => Assert.InRange(Score("not bad"), 0.05m, Score("good"));

    [Fact]
    public void Two_negations_are_none() => Assert.True(Score("not without success") > 0);

    [Fact]
    public void Negation_ends_with_the_clause() => Assert.True(Score("No, this is great") > 0.2m);

    [Theory]
    [InlineData("good", "very good")]
    [InlineData("good", "good!!")]
    [InlineData("this is good news for them", "this is GOOD news for them")]
    [InlineData("slightly good", "good")]
    [InlineData("good", "good 🚀")]
    [InlineData("상승", "크게 상승")]
    public void Emphasis_makes_it_stronger(string weak, string strong) =>
        Assert.True(Score(strong) > Score(weak), $"{Score(weak)} and {Score(strong)}");

    [Theory]
    [InlineData("inflation falls", 1)]
    [InlineData("inflation is rising", -1)]
    [InlineData("unemployment drops", 1)]
    [InlineData("losses narrow, costs decline", 1)]
    [InlineData("shares fall", -1)]
    [InlineData("물가 하락", 1)]
    [InlineData("주가 하락", -1)]
    [InlineData("적자 감소", 1)]
    [InlineData("우려 완화", 1)]
    public void A_direction_is_good_or_bad_by_what_moves(string text, int sign) => Assert.Equal(sign, Math.Sign(Score(text)));

    [Fact]
    public void After_a_but_comes_what_is_meant()
    {
        Assert.True(Score("The product is great but the company is losing money and customers") < 0);
        Assert.True(Score("A weak start, but what a strong and impressive finish") > 0);
        Assert.True(Score("실적은 좋지만 전망은 최악이다") < 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("https://good.example/great?best=1 @bestbuyer $GOOD")]
    [InlineData("1234 %%% ###")]
    [InlineData("The meeting is on Tuesday")]
    public void What_says_nothing_is_neutral(string text) =>
        Assert.Equal(("neutral", 0m, "lexicon-1"), (Label(text), Score(text), SentimentScorer.Score(text).Method));

    [Fact]
    public void The_score_stays_within_its_bounds() =>
        Assert.InRange(Score(string.Concat(Enumerable.Repeat("fantastic amazing brilliant! 🚀🚀🚀 ", 200))), 0.99m, 1m);

    [Fact]
    public void Any_text_gets_a_score() => CsCheck.Check.Sample(CsCheck.Gen.String, text => Assert.InRange(Score(text), -1m, 1m));
}
