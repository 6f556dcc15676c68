using CsCheck;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Domain.News.Index;

/// <summary>Search: what a reader means, what is refused, and how matches are ranked.</summary>
public sealed class ArticleSearchTests(LocalServices services) : ArticleIndexTestBase(services)
{
    private static readonly bool[] s_orders = [false, true];

    [Theory]
    [InlineData("rate", "Fed holds rates", "Rating the raters")]
    [InlineData("RATES hold", "Fed holds rates")]
    [InlineData("\"trade war\"", "A trade war looms")]
    [InlineData("“trade war”", "A trade war looms")]
    [InlineData("trade -looms", "War on trade")]
    [InlineData("trade war", "A trade war looms", "War on trade")]
    [InlineData("looms or holds", "Fed holds rates", "A trade war looms")]
    [InlineData("기준금리", "한국은행 기준금리 동결", "기준금리를 내린 이유")]
    [InlineData("기준금리 -동결", "기준금리를 내린 이유")]
    [InlineData("\"기준금리 동결\"", "한국은행 기준금리 동결")]
    [InlineData("\"한국은행 동결\"")]
    [InlineData("삼성전자", "삼성전자·SK하이닉스 강세", "반도체/삼성전자가 이끈다")]
    [InlineData("하이닉스", "삼성전자·SK하이닉스 강세")]
    [InlineData("sk하이닉스", "삼성전자·SK하이닉스 강세")]
    [InlineData("steel", "Tariffs/steel: what now")]
    [InlineData("tariff", "Tariffs/steel: what now")]
    [InlineData("chars")]
    [InlineData("the", "Rating the raters")]
    [InlineData("!!")]
    [InlineData("nothing of the kind")]
    public async Task A_search_finds_what_a_reader_means(string text, params string[] titles)
    {
        await StoreAsync(
            Article("Fed holds rates"),
            Article("A trade war looms"),
            Article("War on trade"),
            Article("한국은행 기준금리 동결"),
            Article("기준금리를 내린 이유"),
            Article("삼성전자·SK하이닉스 강세"),
            Article("반도체/삼성전자가 이끈다"),
            Article("Tariffs/steel: what now", content: "Beginning … [+2339 chars]"),
            Article("Rating the raters")
        );
        Assert.Equal(titles, await TitlesAsync(text));
    }

    [Theory]
    [InlineData("-war")]
    [InlineData("-\"trade war\" -rates")]
    [InlineData("rates or -war")]
    public async Task Exclusions_alone_are_bad_input(string text)
    {
        var problem = await Assert.ThrowsAsync<ProblemException>(() =>
            ReadAsync(new ArticleQuery { Text = text, TextParameter = "search" })
        );
        Assert.Equal(400, problem.Status);
        Assert.True(problem.Errors!.ContainsKey("search"));
    }

    [Fact]
    public async Task Any_text_a_person_can_type_is_answered_or_refused()
    {
        await StoreAsync(
            Article("Fed holds rates & waits", "It's <b>done</b>: 'quoted' \\ and | piped"),
            Article("한국은행 기준금리 동결")
        );
        var bits = Gen.OneOf(
            "foo",
            "rates",
            "기준금리",
            "가",
            "\"",
            "'",
            "''",
            "\\",
            "|",
            "&",
            "!",
            "-",
            "<->",
            "<",
            ":*",
            ":",
            "*",
            "(",
            ")",
            " or ",
            "--",
            ";",
            "%",
            "\0",
            "\u0007",
            "😀",
            "é",
            "ß",
            "日本",
            "ا",
            "’",
            "“",
            "$$",
            "{0}",
            "3.5%",
            "a/b",
            "x@y.z",
            "http://a.b/c?d=e&f",
            "<a href='x'>",
            "&amp;",
            "\u200d",
            "\ud83d"
        );
        var typed = Gen.OneOf(Gen.Select(bits.Array[1, 8], b => string.Concat(b)), Gen.String[1, 60]);
        await typed.SampleAsync(
            async text =>
            {
                foreach (var byRank in s_orders)
                {
                    try
                    {
                        var found = await ReadAsync(new ArticleQuery { Text = text, ByRank = byRank });
                        Assert.InRange(found.Total, 0, 2);
                    }
                    catch (ProblemException e) when (e.Status == 400)
                    {
                        // Refused with a reason.
                    }
                }
            },
            iter: 250,
            threads: 2
        );
    }

    [Fact]
    public async Task The_english_configuration_leaves_korean_words_as_the_simple_one_does() =>
        Assert.Equal(
            1,
            await SqlAsync(
                "select (to_tsvector('english', w) = to_tsvector('simple', w))::int from (select '한국은행이 기준금리를 3분기에 동결하고 SK하이닉스와 "
                    + "삼성전자는 반도체 수출을 늘렸다' w) t"
            )
        );

    [Fact]
    public async Task Matches_are_ranked_by_where_the_words_stand_and_marked()
    {
        await StoreAsync(
            Article("Markets wait", "Some say so", "Long text in which inflation is named at its end"),
            Article("Inflation eases", "Inflation eased to 2%; inflation had been higher <script>alert(1)</script>"),
            Article("Prices", "Economists discuss inflation")
        );
        var found = await ReadAsync(new ArticleQuery { Text = "inflation -deflation", ByRank = true });
        Assert.Equal(["Inflation eases", "Prices", "Markets wait"], found.Hits.Select(h => h.Article.Title));
        Assert.Equal((3, true, false), (found.Total, found.TotalIsExact, found.HasNext));
        Assert.Equal("<mark>Inflation</mark> eases", found.Hits[0].Title);
        Assert.Contains("<mark>inflation</mark> had been higher &lt;script", found.Hits[0].Snippet, StringComparison.Ordinal);
        Assert.True(found.Hits[0].Rank > found.Hits[1].Rank && found.Hits[1].Rank > found.Hits[2].Rank && found.Hits[2].Rank > 1e-6);
        Assert.Equal(["Markets wait", "Inflation eases", "Prices"], await TitlesAsync("inflation"));
    }
}
