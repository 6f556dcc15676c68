using CsCheck;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.MarketNews;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Text;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Http;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Domain.News.Index;

/// <summary>Search for names, tickers, numbers and words of any script, in one database.</summary>
public sealed class NameSearchTests(LocalServices services) : IAsyncLifetime
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);

    /// <summary>Newest first.</summary>
    private static readonly string[] s_titles =
    [
        "AT&T’s dividend holds",
        "S&P 500 at a record, AT&T leads",
        "S&P500, 사상 최고",
        "Allstate (ALL) raises guidance",
        "All is well in the bond market",
        "IT 업종 강세",
        "Agilent (NYSE: A) falls",
        "3M and C3.ai: what T-Mobile said",
        "Berkshire B shares (BRK.B) and Yahoo! in a 10-K",
        "The Fed cuts by 0.25% in Q3, U.S. stocks up",
        "C++ jobs at Disney+",
        "$AAPL과 삼성SDI, AI반도체 美금리를 보다",
        "Nestle\u0301 buys L’Oréal stake",
        "中国银行降息",
    ];

    private static readonly (string Case, string Text, string[] Titles)[] s_cases =
    [
        ("S1", "AT&T", ["AT&T’s dividend holds", "S&P 500 at a record, AT&T leads"]),
        ("S1", "at&amp;t", []),
        ("S1", "S&P", ["S&P 500 at a record, AT&T leads", "S&P500, 사상 최고"]),
        ("S1", "S&P 500", ["S&P 500 at a record, AT&T leads", "S&P500, 사상 최고"]),
        ("S1", "S&P500", ["S&P 500 at a record, AT&T leads", "S&P500, 사상 최고"]),
        ("S1", "\"AT&T leads\"", ["S&P 500 at a record, AT&T leads"]),
        ("S1", "ALL", ["Allstate (ALL) raises guidance"]),
        ("S1", "$all", ["Allstate (ALL) raises guidance"]),
        ("S1", "all", ["Allstate (ALL) raises guidance", "All is well in the bond market"]),
        ("S1", "ALL guidance", ["Allstate (ALL) raises guidance"]),
        ("S1", "IT", ["IT 업종 강세"]),
        ("S1", "IT 강세", ["IT 업종 강세"]),
        ("S1", "A", ["Agilent (NYSE: A) falls"]),
        ("S1", "A record", ["S&P 500 at a record, AT&T leads"]),
        ("S1", "-IT 강세", []),
        ("S1", "3M", ["3M and C3.ai: what T-Mobile said"]),
        ("S1", "c3.ai", ["3M and C3.ai: what T-Mobile said"]),
        ("S1", "T-Mobile", ["3M and C3.ai: what T-Mobile said"]),
        ("S1", "BRK-B", ["Berkshire B shares (BRK.B) and Yahoo! in a 10-K"]),
        ("S1", "brk/b", ["Berkshire B shares (BRK.B) and Yahoo! in a 10-K"]),
        ("S1", "\"Berkshire B\"", ["Berkshire B shares (BRK.B) and Yahoo! in a 10-K"]),
        ("S1", "Yahoo!", ["Berkshire B shares (BRK.B) and Yahoo! in a 10-K"]),
        ("S1", "10-K", ["Berkshire B shares (BRK.B) and Yahoo! in a 10-K"]),
        ("S1", "10k", ["Berkshire B shares (BRK.B) and Yahoo! in a 10-K"]),
        ("S1", "0.25%", ["The Fed cuts by 0.25% in Q3, U.S. stocks up"]),
        ("S1", "Q3", ["The Fed cuts by 0.25% in Q3, U.S. stocks up"]),
        ("S1", "U.S.", ["The Fed cuts by 0.25% in Q3, U.S. stocks up"]),
        ("S1", "\"the fed\"", ["The Fed cuts by 0.25% in Q3, U.S. stocks up"]),
        ("S1", "\"in the bond\"", ["All is well in the bond market"]),
        ("S1", "the fed", ["The Fed cuts by 0.25% in Q3, U.S. stocks up"]),
        ("S1", "$AAPL", ["$AAPL과 삼성SDI, AI반도체 美금리를 보다"]),
        ("S1", "C++", ["C++ jobs at Disney+"]),
        ("S1", "Disney+", ["C++ jobs at Disney+"]),
        ("S1", "disney", ["C++ jobs at Disney+"]),
        ("S1", "삼성SDI", ["$AAPL과 삼성SDI, AI반도체 美금리를 보다"]),
        ("S1", "SDI", ["$AAPL과 삼성SDI, AI반도체 美금리를 보다"]),
        ("S1", "반도체", ["$AAPL과 삼성SDI, AI반도체 美금리를 보다"]),
        ("S1", "금리", ["$AAPL과 삼성SDI, AI반도체 美금리를 보다"]),
        ("S3", "금", ["$AAPL과 삼성SDI, AI반도체 美금리를 보다"]),
        ("S3", "美", ["$AAPL과 삼성SDI, AI반도체 美금리를 보다"]),
        ("S2", "\u1100\u1173\u11b7\u1105\u1175", ["$AAPL과 삼성SDI, AI반도체 美금리를 보다"]),
        ("S2", "ㄱㅡㅁㄹㅣ", ["$AAPL과 삼성SDI, AI반도체 美금리를 보다"]),
        ("S2", "ａａｐｌ", ["$AAPL과 삼성SDI, AI반도체 美금리를 보다"]),
        ("S2", "Nestle", ["Nestle\u0301 buys L’Oréal stake"]),
        ("S2", "Nestlé", ["Nestle\u0301 buys L’Oréal stake"]),
        ("S2", "l'oreal", ["Nestle\u0301 buys L’Oréal stake"]),
        ("S2", "「Nestlé buys」", ["Nestle\u0301 buys L’Oréal stake"]),
        ("S2", "stake –buys", []),
        ("S2", "银行", ["中国银行降息"]),
    ];

    private ServiceProvider _provider = null!;
    private int _number;

    public async ValueTask InitializeAsync()
    {
        _provider = await services.NewServicesAsync(
            (collection, configuration) =>
                collection
                    .AddSingleton(TimeProvider.System)
                    .AddSingleton<AnswerCache>()
                    .AddSingleton<IClock>(SystemClock.Instance)
                    .AddPersistence(configuration, [new MarketNewsFeature()])
                    .AddArticleIndex<MarketArticle>("market_news")
        );
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private async Task StoreAsync(string source, params string[] titles)
    {
        await using var session = _provider.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(
            titles
                .Select(title =>
                {
                    var url = $"https://gazette.example/{++_number}";
                    return new MarketArticle
                    {
                        Id = MarketArticle.IdOf(source, url),
                        Source = source,
                        Title = title,
                        Url = url,
                        PublishedAt = Noon - Duration.FromMinutes(_number),
                        FetchedAt = Noon,
                    };
                })
                .ToArray()
        );
        await session.SaveChangesAsync(Ct);
    }

    private Task<ArticleList<MarketArticle>> ReadAsync(ArticleQuery query) =>
        ActivatorUtilities
            .CreateInstance<ArticleIndex<MarketArticle>>(_provider, new AnswerCache(TimeProvider.System).Aged())
            .ReadAsync(query, new Window(0, 100), null, Ct);

    private async Task<string[]> TitlesAsync(ArticleQuery query) => [.. (await ReadAsync(query)).Hits.Select(h => h.Article.Title)];

    [Fact]
    public async Task Names_are_found_in_any_spelling()
    {
        await StoreAsync("Gazette", s_titles);
        var faults = new List<string>();
        foreach (var (number, text, titles) in s_cases)
        {
            var found = await TitlesAsync(new ArticleQuery { Text = text });
            if (!found.SequenceEqual(titles))
                faults.Add($"{number} {text}: {string.Join(" | ", found)}");
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Any_word_of_an_article_finds_it_as_it_stands_there_folded_and_quoted()
    {
        var words = Gen.OneOf(
            "AT&T",
            "Nestlé",
            "ＡＡＰＬ",
            "금리",
            "삼성SDI",
            "美연준",
            "Straße",
            "0.25%",
            "1,250",
            "10-K",
            "U.S.",
            "the",
            "A",
            "Ωmega",
            "ΑΘΗΝΑ",
            "O’Reilly",
            "ﬁnance",
            "トヨタ",
            "Łódź",
            "C++",
            "3분기",
            "BRK.B",
            "중·소형주",
            "½",
            "e\u0301tude"
        );
        await words
            .Array[1, 5]
            .SampleAsync(
                async given =>
                {
                    var title = string.Join(' ', given);
                    await StoreAsync("Gazette", title);
                    foreach (var asked in given.Distinct().SelectMany(w => (string[])[w, TextFold.Of(w), $"\"{w}\""]))
                        Assert.Contains(title, await TitlesAsync(new ArticleQuery { Text = asked }));
                },
                iter: 20,
                threads: 1
            );
    }

    [Fact]
    public async Task Found_words_are_marked_as_they_stand_in_the_text()
    {
        await StoreAsync("Gazette", "Nestlé & SK하이닉스");
        Assert.Equal("<mark>Nestlé</mark> &amp; SK하이닉스", (await ReadAsync(new ArticleQuery { Text = "nestle" })).Hits[0].Title);
        Assert.Equal("Nestlé &amp; SK<mark>하이닉스</mark>", (await ReadAsync(new ArticleQuery { Text = "하이닉스" })).Hits[0].Title);
    }

    [Fact]
    public async Task S2_publishers_are_asked_for_in_any_spelling_those_too_that_an_older_version_stored()
    {
        await StoreAsync("Börse Online", "one");
        await using var older = _provider
            .GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("update app.mt_doc_market_article set data = jsonb_set(data, '{facets}', '[\"source=börse online\"]')");
        await older.ExecuteNonQueryAsync(Ct);
        Assert.Equal(
            ["one"],
            await TitlesAsync(
                new ArticleQuery
                {
                    AnyOf =
                    [
                        [Facet.OfSource("BORSE ＯＮＬＩＮＥ")],
                    ],
                }
            )
        );
    }
}
