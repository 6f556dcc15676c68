using CsCheck;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Tests.Platform.Text;

/// <summary>The one form in which texts are compared.</summary>
public sealed class TextFoldTests
{
    [Theory]
    [InlineData("S2 decomposed", "\u1100\u1173\u11b7\u1105\u1175", "금리")]
    [InlineData("S2 full width", "ＡＡＰＬ ａａｐｌ", "aapl aapl")]
    [InlineData("accent, composed and not", "Nestlé Nestle\u0301", "nestle nestle")]
    [InlineData("ligature", "ﬁnance", "finance")]
    [InlineData("Turkish", "İstanbul ISPARTA ısı", "istanbul isparta isi")]
    [InlineData("Greek", "ΟΔΟΣ οδός", "οδοσ οδοσ")]
    [InlineData("German", "STRASSE Straße ẞ", "strasse strasse ss")]
    [InlineData("Nordic and Slavic", "Møller Łódź Đà Æsir", "moller lodz da aesir")]
    [InlineData("Cyrillic", "ГАЗПРОМ", "газпром")]
    [InlineData("apostrophes and dashes", "O’Reilly Brown–Forman", "o'reilly brown-forman")]
    [InlineData("quotation marks", "“a” «b» 「c」", "\"a\" \"b\" \"c\"")]
    [InlineData("blanks", "a\u00a0b\u3000c\u2009d", "a b c d")]
    [InlineData("without width", "삼\u200b성\u00ad전\ufeff자\u2060", "삼성전자")]
    [InlineData("compatibility Han", "\uf90a", "金")]
    [InlineData("enclosed", "①㈜㎏", "1(주)kg")]
    [InlineData("middle dots", "ㆍ・·", "···")]
    [InlineData("trade mark", "iPhone™", "iphone ")]
    [InlineData("half-width kana", "ﾄﾖﾀ", "トヨタ")]
    public void Spellings_of_one_text_have_one_form(string what, string text, string form)
    {
        Assert.NotNull(what);
        Assert.Equal(form, TextFold.Of(text));
        Assert.Equal(form, TextFold.Of(form));
    }

    [Theory]
    [InlineData("ㄱㅡㅁㄹㅣ", "금리")]
    [InlineData("ﾡￚﾱﾩￜ", "금리")]
    [InlineData("ㄴㅏㅅㅡㄷㅏㄱ", "나스닥")]
    [InlineData("ㅋㅋㅋ", "ᄏᄏᄏ")]
    [InlineData("  “central\u00a0bank”\t–rates ", "\"central bank\" -rates")]
    [InlineData("「기준금리 동결」", "\"기준금리 동결\"")]
    [InlineData("Nestlé ALL", "Nestlé ALL")]
    [InlineData("a\u0000\ud83d\r\nb", "a b")]
    public void What_a_person_typed_is_one_line_as_a_keyboard_has_it(string text, string typed) =>
        Assert.Equal(typed, TextFold.Typed(text).Trim());

    [Theory]
    [InlineData("금", true)]
    [InlineData("銀", true)]
    [InlineData("a", true)]
    [InlineData("3", true)]
    [InlineData("!!", false)]
    [InlineData(" \u200b", false)]
    [InlineData(null, false)]
    public void S3_one_letter_of_any_script_is_a_word(string? text, bool isWord) => Assert.Equal(isWord, TextFold.HasWord(text));

    [Fact]
    public void The_form_of_a_form_is_itself_and_that_of_what_was_typed_is_that_of_the_text()
    {
        Texts.Sample(text =>
        {
            var form = TextFold.Of(text);
            Assert.Equal(form, TextFold.Of(form));
            var typed = TextFold.Typed(text);
            Assert.Equal(typed, TextFold.Typed(typed));
        });
    }

    [Fact]
    public void Tables_have_a_target_for_each_character()
    {
        Assert.Equal(TextFold.Before.Length, TextFold.BeforeAs.Length);
        Assert.Equal(TextFold.Marks.Length, TextFold.MarksAs.Length);
        Assert.Equal(TextFold.Letters.Length, TextFold.LettersAs.Length);
    }

    /// <summary>Texts of letters, marks and signs that both sides know: the scripts readers of market news use, up to Unicode 10.</summary>
    internal static Gen<string> Texts { get; } =
        Gen.Select(
            Gen.OneOf(
                Gen.Int[0x20, 0x7E],
                Gen.Int[0xA0, 0x24F],
                Gen.Int[0x2B0, 0x36F],
                Gen.Int[0x391, 0x3A1],
                Gen.Int[0x3A3, 0x3FF],
                Gen.Int[0x400, 0x52F],
                Gen.Int[0x1100, 0x11FF],
                Gen.Int[0x1E00, 0x1EFF],
                Gen.Int[0x2000, 0x2064],
                Gen.Int[0x2070, 0x2071],
                Gen.Int[0x20A0, 0x20BF],
                Gen.Int[0x2100, 0x218B],
                Gen.Int[0x2190, 0x23FE],
                Gen.Int[0x2460, 0x27BF],
                Gen.Int[0x3000, 0x303F],
                Gen.Int[0x3041, 0x3096],
                Gen.Int[0x3099, 0x30FF],
                Gen.Int[0x3131, 0x318E],
                Gen.Int[0x3200, 0x321E],
                Gen.Int[0x3300, 0x33FF],
                Gen.Int[0x4E00, 0x9FD0],
                Gen.Int[0xAC00, 0xD7A3],
                Gen.Int[0xF900, 0xFA6D],
                Gen.Int[0xFB00, 0xFB06],
                Gen.Int[0xFF01, 0xFFBE],
                Gen.Int[0x1F600, 0x1F64F]
            ).Array[0, 24],
            points => string.Concat(points.Select(char.ConvertFromUtf32))
        );
}
