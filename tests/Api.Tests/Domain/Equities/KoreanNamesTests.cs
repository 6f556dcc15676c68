using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Domain.Instruments;

namespace InvestmentAssistant.Api.Tests.Domain.Equities;

/// <summary>Companies and funds found by any of their names.</summary>
public sealed partial class KoreanNamesTests
{
    private static readonly EquityMoment Board = new(
        [
            .. new (string Symbol, string Name)[]
            {
                ("A", "Agilent Technologies"),
                ("AAPL", "Apple Inc."),
                ("BF.B", "Brown–Forman"),
                ("BRK.B", "Berkshire Hathaway"),
                ("C", "Citigroup"),
                ("EL", "Estée Lauder Companies (The)"),
                ("GOOG", "Alphabet Inc. (Class C)"),
                ("GOOGL", "Alphabet Inc. (Class A)"),
                ("KO", "Coca-Cola Company (The)"),
                ("META", "Meta Platforms"),
                ("MSFT", "Microsoft"),
                ("NVDA", "Nvidia"),
                ("ORLY", "O’Reilly Automotive"),
                ("SBUX", "Starbucks"),
                ("SCHD", "Schwab U.S. Dividend Equity ETF"),
                ("T", "AT&T"),
                ("TMUS", "T-Mobile US"),
                ("TSLA", "Tesla, Inc."),
                ("YUM", "Yum! Brands"),
            }
                .OrderBy(i => i.Symbol, StringComparer.Ordinal)
                .Select(i => new EquityRow(i.Symbol, i.Name, null, null)),
        ],
        1,
        "e",
        null,
        null
    );

    [Theory]
    [InlineData("W10", "애플", "AAPL")]
    [InlineData("W10", "엔비디아", "NVDA")]
    [InlineData("W10", "테슬라", "TSLA")]
    [InlineData("W10 beginning", "엔비디", "NVDA")]
    [InlineData("W10 short", "스벅", "SBUX")]
    [InlineData("W10 former", "페이스북", "META")]
    [InlineData("W10 both classes", "구글", "GOOGL GOOG")]
    [InlineData("W10 blanks", "마이크로 소프트", "MSFT")]
    [InlineData("W10 blanks", "버크셔해서웨이", "BRK.B")]
    [InlineData("W10 fund", "슈드", "SCHD")]
    [InlineData("W10 fund", "슈왑 배당", "SCHD")]
    [InlineData("S2 decomposed", "\u110b\u1162\u1111\u1173\u11af", "AAPL")]
    [InlineData("S2 letter by letter", "ㅇㅐㅍㅡㄹ", "AAPL")]
    [InlineData("S2 full width", "ａａｐｌ", "AAPL")]
    [InlineData("S2 accent left out", "Estee", "EL")]
    [InlineData("S2 accent decomposed", "Este\u0301e", "EL")]
    [InlineData("S2 apostrophe", "O'Reilly", "ORLY")]
    [InlineData("S2 dash", "Brown-Forman", "BF.B")]
    [InlineData("S1 signs", "AT&T", "T")]
    [InlineData("S1 signs", "att", "T")]
    [InlineData("S1 signs", "T mobile", "TMUS")]
    [InlineData("S1 signs", "Yahoo!", "")]
    [InlineData("S1 signs", "yum!", "YUM")]
    [InlineData("S1 signs", "coca cola", "KO")]
    [InlineData("S1 class", "Berkshire B", "BRK.B")]
    [InlineData("S1 symbol", "brk/b", "BRK.B")]
    [InlineData("S1 cashtag", "$TSLA", "TSLA")]
    [InlineData("signs alone", "&", "")]
    public void A_company_is_found_by_any_of_its_names(string what, string text, string symbols)
    {
        Assert.NotNull(what);
        Assert.Equal(symbols, string.Join(' ', Board.Search(text).Select(r => r.Symbol)));
    }

    [Theory]
    [InlineData("애플", "AAPL")]
    [InlineData("버크셔 해서웨이", "BRK.B")]
    [InlineData("ＢＲＫ－Ｂ", "BRK.B")]
    [InlineData("$aapl", "AAPL")]
    [InlineData("구글", "GOOGL")]
    [InlineData("애플파이", null)]
    [InlineData("brk–b", "BRK.B")]
    public void A_symbol_may_be_given_as_a_whole_korean_name(string text, string? symbol) =>
        Assert.Equal(symbol, EquitySymbol.IsWellFormed(text) ? EquitySymbol.Normalize(text) : null);

    [Fact]
    public void Every_row_of_the_file_has_a_symbol_a_name_and_a_source()
    {
        Assert.True(KoreanNames.All.Count > 550);
        Assert.All(KoreanNames.All, n =>
        {
            Assert.True(EquitySymbol.IsWellFormed(n.Symbol), n.Symbol);
            Assert.True(n.Name.Trim().Length > 0 && n.Aliases.All(a => a.Trim() == a && a.Length > 0), n.Symbol);
            Assert.Contains(n.Source, (string[])["kowiki", "press", "brand", "words"]);
            Assert.True(n.Source == "brand" || Hangul().IsMatch(n.Name + string.Concat(n.Aliases)), n.Symbol);
        });
        Assert.Equal(KoreanNames.All.Count, KoreanNames.All.Select(n => n.Symbol).Distinct().Count());
    }

    [GeneratedRegex("[가-힣]")]
    private static partial Regex Hangul();
}
